"""The hour at which a report says it was published, where it states one beside its day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from consilience.model.report import Report

_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[.:](\d\d)(?![\d.:]*\d)\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)


def written_at(report: Report) -> datetime | None:
    """Day and hour of a report as it states them, with their zone where it gives one."""
    stated, published = report.published_stated, report.published
    if stated is None or published is None or published.earliest != published.latest:
        return None
    if _STAMP.match(stated.value):
        try:
            return datetime.fromisoformat(stated.value)
        except ValueError:
            return None
    if stated.span is None or stated.part != "text":
        return None
    clock = _on_line(report.text, stated.span.start, stated.span.end)
    return datetime.combine(published.earliest, clock) if clock is not None else None


def _on_line(text: str, start: int, end: int) -> time | None:
    """The one hour of the clock on the line of a date."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    line = text[low:start] + " " * (end - start) + text[end : high if high >= 0 else len(text)]
    found = [_time(*match) for match in _CLOCK.findall(line)]
    hours = {hour for hour in found if hour is not None}
    return next(iter(hours)) if len(hours) == 1 else None


def _time(hour: str, minute: str, half: str) -> time | None:
    at = int(hour) % 12 + 12 * (half.casefold() == "p") if half else int(hour)
    return time(at, int(minute)) if at < 24 and int(minute) < 60 else None


def earlier(left: datetime, right: datetime) -> bool:
    """Whether one hour lies before another; where one has no zone both are taken as the clocks showed them."""
    if left.tzinfo is not None and right.tzinfo is not None:
        return left.astimezone(UTC) < right.astimezone(UTC)
    return left.replace(tzinfo=None) < right.replace(tzinfo=None)


def shown(hour: datetime) -> str:
    """The hour as the report's clock showed it."""
    return f"{hour:%H:%M}"
