"""A weekday that its date does not have. Odd, never corrected."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from consilience.model.report import Report
from consilience.model.spans import Span

_DAYS = "|".join(calendar.day_name)
_MONTHS = "|".join(list(calendar.month_name)[1:])
_DATED = (
    re.compile(
        rf"\b(?P<w>{_DAYS}),?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTHS})(?:,?\s+(?P<y>\d{{4}}))?\b"
    ),
    re.compile(
        rf"\b(?P<w>{_DAYS}),?\s+(?P<m>{_MONTHS})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y>\d{{4}}))?\b"
    ),
)
_NEAR = 60  # days around the report's own within which a date without a year is of the same time


def odd_weekdays(report: Report) -> Iterator[tuple[Span, Span, str]]:
    """Every date with a weekday that it does not have; one without a year only where it lies near the report's day."""
    for match in (m for pattern in _DATED for m in pattern.finditer(report.text)):
        day = _date(report, match["y"], list(calendar.month_name).index(match["m"]), int(match["d"]))
        if day is not None and calendar.day_name[day.weekday()] != match["w"]:
            last = match.end("y") if match["y"] else max(match.end("m"), match.end("d"))
            stated = "" if match["y"] else f" in {day.year}"
            told = Span(min(match.start("d"), match.start("m")), last)
            yield Span(*match.span("w")), told, f"that day was a {calendar.day_name[day.weekday()]}{stated}"


def _date(report: Report, year: str | None, month: int, day: int) -> date | None:
    """The date that is meant, or None where there is no such day or nothing gives its year."""
    if year:
        return _valid(int(year), month, day)
    if report.published is None or report.published.earliest != report.published.latest:
        return None
    own = report.published.earliest
    found = (_valid(own.year + shift, month, day) for shift in (-1, 0, 1))
    return next((d for d in found if d is not None and abs((d - own).days) <= _NEAR), None)


def _valid(year: int, month: int, day: int) -> date | None:
    if not 1 <= year <= date.max.year or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)
