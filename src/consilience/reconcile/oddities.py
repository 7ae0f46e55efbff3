"""What cannot be right inside one report. It is shown as odd and never corrected."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from consilience.model.account import Difference, Side
from consilience.model.ids import content_id
from consilience.model.spans import Span
from consilience.reconcile.library import Library, passages_at, words_at
from consilience.reconcile.odd_ages import odd_ages
from consilience.reconcile.odd_places import odd_distances, odd_spellings
from consilience.reconcile.odd_sums import odd_sums

_DAYS = "|".join(calendar.day_name)
_MONTHS = "|".join(list(calendar.month_name)[1:])
_DATED = (
    re.compile(
        rf"\b(?P<w>{_DAYS}),?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTHS}),?\s+(?P<y>\d{{4}})\b"
    ),
    re.compile(rf"\b(?P<w>{_DAYS}),?\s+(?P<m>{_MONTHS})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b"),
)


_Odd = tuple[Span, Span, str]


def oddities(library: Library) -> Iterator[Difference]:
    """What a report gives that does not go together: weekday and date, age and birth, whole and parts, places."""
    for report, told in library.reports.items():
        found = [*_weekdays(told.report.text)]
        found += [(odd.age, odd.birth, odd.because) for odd in odd_ages(told)]
        part = library.parts.get((report, "text"))
        if part is not None:
            found += [(odd.total, odd.parts, odd.because) for odd in odd_sums(told.report.text, part)]
            places = (*odd_distances(part.places), *odd_spellings(part.places))
            found += [(odd.left, odd.right, odd.because) for odd in places]
        for left, right, because in found:
            sides = tuple(_side(library, report, span) for span in (left, right))
            key = tuple(p for side in sides for p in side.passages)
            if all(side.passages for side in sides):
                id_ = "d" + content_id("difference", "odd", key)
                yield Difference(id_, "odd", "not comparable", (), sides, because)


def _side(library: Library, report: str, span: Span) -> Side:
    passages = passages_at(library, report, "text", (span,))
    return Side(words_at(library, passages), passages, ())


def _weekdays(text: str) -> Iterator[_Odd]:
    """Every date with a weekday that it does not have."""
    for match in (m for pattern in _DATED for m in pattern.finditer(text)):
        real = _weekday(int(match["y"]), list(calendar.month_name).index(match["m"]), int(match["d"]))
        if real is not None and real != match["w"]:
            day = Span(min(match.start("d"), match.start("m")), match.end("y"))
            yield Span(*match.span("w")), day, f"that day was a {real}"


def _weekday(year: int, month: int, day: int) -> str | None:
    """The weekday of a date, or None where there is no such day."""
    if year < 1 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return calendar.day_name[date(year, month, day).weekday()]
