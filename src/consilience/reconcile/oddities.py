"""What cannot be right inside one report: a weekday that its date does not have. It is shown as odd and never corrected."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from consilience.model.account import Difference, Side
from consilience.model.ids import content_id
from consilience.model.spans import Span
from consilience.reconcile.library import Library, passages_at

_DAYS = "|".join(calendar.day_name)
_MONTHS = "|".join(list(calendar.month_name)[1:])
_DATED = (
    re.compile(
        rf"\b(?P<w>{_DAYS}),?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTHS}),?\s+(?P<y>\d{{4}})\b"
    ),
    re.compile(rf"\b(?P<w>{_DAYS}),?\s+(?P<m>{_MONTHS})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b"),
)


def oddities(library: Library) -> Iterator[Difference]:
    """Every date that a report gives with a weekday it does not have."""
    for report, told in library.reports.items():
        for match in (m for pattern in _DATED for m in pattern.finditer(told.report.text)):
            real = _weekday(int(match["y"]), list(calendar.month_name).index(match["m"]), int(match["d"]))
            if real is None or real == match["w"]:
                continue
            sides = tuple(
                Side(told.report.text[slice(*span)], passages_at(library, report, "text", (Span(*span),)), ())
                for span in (match.span("w"), (min(match.start("d"), match.start("m")), match.end("y")))
            )
            key = tuple(p for side in sides for p in side.passages)
            because = f"that day was a {real}"
            yield Difference("d" + content_id("difference", "odd", key), "odd", "not comparable", (), sides, because)


def _weekday(year: int, month: int, day: int) -> str | None:
    """The weekday of a date, or None where there is no such day."""
    if year < 1 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return calendar.day_name[date(year, month, day).weekday()]
