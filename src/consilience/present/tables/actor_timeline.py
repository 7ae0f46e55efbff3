"""The timeline of somebody or something: the acts over all reports in which the name takes part, in order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from consilience.model.account import Findings
from consilience.model.spans import Part, Span
from consilience.model.story import AnnotatedReport
from consilience.present.shelf import Shelf, part_text, shelve
from consilience.present.tables.timelines import precision, said
from consilience.reconcile.dated_acts import DatedAct, dated_acts


@dataclass(frozen=True, slots=True)
class ActView:
    """An act in which the name takes part: its days where they are known, its word, its sentence, and where they stand."""

    name: str
    report: str
    source: str
    part: Part
    start: int
    end: int
    act: str
    earliest: str | None
    latest: str | None
    precision: str | None
    sentence: Span
    text: str | None
    because: str | None


def acts_named(findings: Findings, name: str) -> tuple[tuple[AnnotatedReport, DatedAct], ...]:
    """All acts of the name, those with a day first and in its order; several acts of one sentence stay apart."""
    found = [(told, act) for told in findings.reports for act in dated_acts(told, name)]
    order = {told.report.id: at for at, told in enumerate(findings.reports)}
    dated = sorted(
        (pair for pair in found if pair[1].moment is not None),
        key=lambda pair: (pair[1].moment, order[pair[0].report.id], pair[1].part, pair[1].span),
    )
    return (*dated, *(pair for pair in found if pair[1].moment is None))


def actor_json(findings: Findings, name: str, *, with_text: bool = True) -> Iterator[bytes]:
    """One line of JSON an act."""
    for told, act in acts_named(findings, name):
        moment, span = act.moment, sentence_of(told, act)
        words = " ".join(part_text(told.report, act.part)[slice(*span)].split())
        yield msgspec.json.encode(
            ActView(
                name, act.report, told.report.source, act.part, *act.span, act.lemma,
                moment.earliest.isoformat() if moment else None, moment.latest.isoformat() if moment else None,
                precision(moment) if moment else None, span, words if with_text else None,
                act.because if with_text else None,
            )
        )  # fmt: skip


def actor_text(findings: Findings, name: str) -> Iterator[str]:
    """The acts for reading, a line each; acts of one sentence on one day stand on one line."""
    shelf, lines = shelve(findings), dict[str, None]()
    for told, act in acts_named(findings, name):
        lines[_line(shelf, told, act)] = None
    yield from lines or (f"No report tells of anything that {name} did or underwent.",)


def _line(shelf: Shelf, told: AnnotatedReport, act: DatedAct) -> str:
    words = " ".join(part_text(told.report, act.part)[slice(*sentence_of(told, act))].split())
    day = said(act.moment) if act.moment is not None else "no day"
    return f"{day:23s} {words}  [{shelf.names[told.report.id].short}]"


def sentence_of(told: AnnotatedReport, act: DatedAct) -> Span:
    """The sentence in which an act stands; the act itself where none is known."""
    parts = (part for part in told.annotations.parts if part.part == act.part)
    spans = (s.span for part in parts for s in part.sentences if s.span.start <= act.span.start < s.span.end)
    return next(spans, act.span)
