"""Whether the times of an act lie more than a year before its report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from consilience.model.time import TimeMention

_OLD_DAYS = 400


def _long_ago(time: TimeMention) -> bool:
    """Two years ago or more, by the words alone."""
    found = re.fullmatch(r"(?:since:)?ago:P(\d+)Y.*", time.expression)
    return time.granularity in ("decade", "century") or (found is not None and int(found[1]) >= 2)


def _bare_year(time: TimeMention) -> bool:
    """A year and nothing more: the year that is going on is hardly ever named in a report that names no other day."""
    return re.fullmatch(r"date:\d{4}|range:\d{4}/\d{4}|decade:\d+", time.expression) is not None


def is_historical(times: Sequence[TimeMention], everything: Sequence[TimeMention], day: date | None) -> bool:
    """Whether the times of an act lie more than a year before the report's day, or before the latest that it names."""
    anchors = [t.anchor for t in everything if t.anchor is not None and not t.expression.startswith("shift:")]
    latest = anchors or [t.moment.earliest for t in everything if t.moment is not None and t.kind == "point"]
    if day is not None:
        latest = [*latest, day]
    if any(_long_ago(t) for t in times):
        return True
    if not anchors and any(_bare_year(t) for t in times):
        return True
    if not latest:
        return False
    dated = [
        t
        for t in times
        if t.moment is not None and t.kind in ("point", "range") and not t.expression.startswith(("since:", "last:"))
    ]
    return any(t.moment is not None and (max(latest) - t.moment.latest).days > _OLD_DAYS for t in dated)
