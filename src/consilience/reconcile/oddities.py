"""What cannot be right inside one report. It is shown as odd and never corrected."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.model.account import Difference, Side
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Passage, Span
from consilience.reconcile.library import Library, passages_at, words_at
from consilience.reconcile.odd_ages import odd_ages
from consilience.reconcile.odd_days import odd_weekdays
from consilience.reconcile.odd_parts import odd_parts
from consilience.reconcile.odd_places import odd_distances, odd_names, odd_spellings
from consilience.reconcile.odd_sums import odd_sums


def oddities(library: Library) -> Iterator[Difference]:
    """What a report gives that does not go together: weekday and date, age and birth, whole and parts, places."""
    for report, told in library.reports.items():
        found = [*odd_weekdays(told.report)]
        found += [(odd.age, odd.birth, odd.because) for odd in odd_ages(told)]
        part = library.parts.get((report, "text"))
        if part is not None:
            found += [(odd.total, odd.parts, odd.because) for odd in odd_sums(told.report.text, part)]
            found += [(odd.total, odd.parts, odd.because) for odd in odd_parts(told.report.text, part)]
            places = (*odd_distances(part.places), *odd_spellings(part.places), *odd_names(told.report.text, part))
            found += [(odd.left, odd.right, odd.because) for odd in places]
        for left, right, because in found:
            sides = tuple(_side(library, report, span) for span in (left, right))
            key = tuple(p for side in sides for p in side.passages)
            if all(side.passages for side in sides):
                id_ = "d" + content_id("difference", "odd", key)
                yield Difference(id_, "odd", "not comparable", (), sides, because)


def _side(library: Library, report: str, span: Span) -> Side:
    passages = passages_at(library, report, "text", (span,))
    if not passages and _on_date_line(library.reports[report].report, span):
        passages = (Passage(report, "text", span),)
    return Side(words_at(library, passages), passages, ())


def _on_date_line(report: Report, span: Span) -> bool:
    """Whether a stretch stands on the line of the report's own date, which is no part of what it tells."""
    stated = report.published_stated
    if stated is None or stated.span is None or stated.part != "text":
        return False
    first, last = min(span.start, stated.span.start), max(span.end, stated.span.end)
    return "\n" not in report.text[first:last]
