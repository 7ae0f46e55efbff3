"""From what a reader points at (a number, an id, a name) to the words that a correction marks."""

from __future__ import annotations

from consilience.errors import UsageError
from consilience.model.account import Findings
from consilience.model.correction import CorrectionKind, Mark
from consilience.model.spans import Passage
from consilience.present.evidence import ClaimView, mark_of
from consilience.present.find import Item, Said, find
from consilience.present.shelf import Shelf, part_text, shelve
from consilience.present.story import QuoteView, story_views
from consilience.wording import fold

_OF_ACTORS = ("same actor", "not the same actor", "same origin")


def marks_of(findings: Findings, kind: CorrectionKind, wanted: tuple[str, ...]) -> tuple[Mark, ...]:
    """The marks of a correction; raises UsageError where something is not found or does not suit the kind."""
    shelf = shelve(findings)
    if kind in _OF_ACTORS:
        return tuple(mark_of(shelf, _mention(findings, shelf, name)) for name in wanted)
    views = story_views(findings, shelf)
    found = []
    for one in wanted:
        name, _, report = one.partition(":")
        found.append(mark_of(shelf, _passage(shelf, find(findings, shelf, views, name), (one, report), kind)))
    if len(found) != len(set(found)):
        raise UsageError(f"{' and '.join(wanted)} are the same words")
    return tuple(found)


def _passage(shelf: Shelf, item: Item, wanted: tuple[str, str], kind: CorrectionKind) -> Passage:
    """The words of a claim, quotation or statement; of several reports those of the one that is asked for, else the first."""
    asked, report = wanted
    if kind == "not a quote":
        if isinstance(item, Said):
            return Passage(item.report, item.statement.part, item.statement.content[0])
        if isinstance(item, QuoteView):
            return _of_report(
                [(w.report.number, q.passages) for w, q in zip(item.wordings, item.quote.wordings, strict=True)],
                asked,
                report,
            )
        raise UsageError(f"{asked} is neither a statement nor a quotation (q1, or a statement's id)")
    if not isinstance(item, ClaimView):
        raise UsageError(f"{asked} is no claim; claims are numbers, 3:2 is the wording of report 2 in claim 3")
    return _of_report([(shelf.names[s.report].number, s.passages) for s in item.claim.support], asked, report)


def _of_report(wordings: list[tuple[int, tuple[Passage, ...]]], asked: str, report: str) -> Passage:
    chosen = [passages for number, passages in wordings if report in ("", str(number))]
    if not chosen:
        raise UsageError(f"{asked}: report {report} has no wording of it")
    return chosen[0][0]


def _mention(findings: Findings, shelf: Shelf, name: str) -> Passage:
    """Where the first report that spells the name does so."""
    for found in findings.reports:
        for entity in found.annotations.entities:
            for passage in entity.mentions:
                text = part_text(shelf.reports[passage.report].report, passage.part)
                if fold(text[passage.span.start : passage.span.end]) == fold(name):
                    return passage
    raise UsageError(f"no report names anybody {name!r}; give the name as a report spells it")
