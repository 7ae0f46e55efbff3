"""Finding things by id and reading passages: what every output needs before it can show a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from consilience.model.account import Findings
from consilience.model.annotations import PartAnnotations
from consilience.model.event import Event
from consilience.model.report import Report
from consilience.model.spans import Part, Passage, Span, hull, merged, trimmed
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport
from consilience.present.labels import ReportName, report_names

PieceKind = Literal["words", "marked", "gap"]
_GAP = " […] "
_WIDEST = 700
_SOURCE = 5  # characters a source has at least before it is looked for in a reason


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's words as shown: plain, marked as what supports, or a gap where something is left out."""

    text: str
    kind: PieceKind


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports of a run with their names, statements and events, by id."""

    reports: Mapping[str, AnnotatedReport]
    names: Mapping[str, ReportName]
    statements: Mapping[tuple[str, str], Statement]
    events: Mapping[str, tuple[str, Event]]


def shelve(findings: Findings) -> Shelf:
    """Sort what was found by id."""
    return Shelf(
        {found.report.id: found for found in findings.reports},
        report_names(findings),
        {(found.report.id, s.id): s for found in findings.reports for s in found.statements},
        {event.id: (found.report.id, event) for found in findings.reports for event in found.events},
    )


def by_name(shelf: Shelf, text: str) -> str:
    """The text with the sources of reports, as they were typed, as the short names by which reports are shown."""
    for report, found in shelf.reports.items():
        source = found.report.source
        if len(source) >= _SOURCE and source in text:
            short = shelf.names[report].short.replace("\\", r"\\")
            text = re.sub(rf"(?<!\w){re.escape(source)}(?!\w)", short, text)
    return text


def part_text(report: Report, part: Part) -> str:
    """The text of one part of a report."""
    return report.title if part == "title" else report.text


def quoted(shelf: Shelf, passages: Iterable[Passage]) -> str:
    """The words that passages point at, in their order, gaps shown; several reports are never mixed silently."""
    return _GAP.join(filter(None, (_words(shelf, passage) for passage in passages)))


def in_context(shelf: Shelf, passages: tuple[Passage, ...]) -> tuple[Piece, ...]:
    """The sentences around passages of one report and part, with the passages marked and removed stretches left out."""
    first = passages[0]
    found = shelf.reports[first.report]
    spans = merged(p.span for p in passages if (p.report, p.part) == (first.report, first.part))
    text = part_text(found.report, first.part)
    cuts = merged(r.span for r in found.report.removed) if first.part == "text" else ()
    pieces: list[Piece] = []
    for sentence in _sentences_around(found, first.part, spans):
        if pieces:
            pieces.append(Piece(" ", "words"))
        pieces += _pieces(text, trimmed(text, sentence), spans, cuts)
    return tuple(pieces)


def sentence_at(shelf: Shelf, passage: Passage) -> Span:
    """The sentence in which a passage begins; the passage's own span where no sentence does."""
    part = _part(shelf.reports[passage.report], passage.part)
    around = () if part is None else (s.span for s in part.sentences)
    return next((s for s in around if s.start <= passage.span.start < s.end), passage.span)


def sentence_count(found: AnnotatedReport) -> int:
    """How many sentences the report's text has."""
    return sum(len(part.sentences) for part in found.annotations.parts if part.part == "text")


def _words(shelf: Shelf, passage: Passage) -> str:
    report = shelf.reports[passage.report].report
    text = part_text(report, passage.part)
    cuts = merged(r.span for r in report.removed) if passage.part == "text" else ()
    return "".join(piece.text for piece in _pieces(text, passage.span, (), cuts))


def _part(found: AnnotatedReport, part: Part) -> PartAnnotations | None:
    return next((p for p in found.annotations.parts if p.part == part), None)


def _sentences_around(found: AnnotatedReport, part: Part, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that hold the spans; the hull of the spans where no sentence does, or where one is very long."""
    annotations = _part(found, part)
    sentences = () if annotations is None else tuple(s.span for s in annotations.sentences)
    around = [s for s in sentences if any(span.start < s.end and s.start < span.end for span in spans)]
    if not around:
        return (hull(spans),)
    return tuple(_narrowed(sentence, spans) for sentence in _without_overlaps((*around, *spans)))


def _without_overlaps(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in order without overlaps; unlike `merged`, spans that only touch stay apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _narrowed(sentence: Span, spans: tuple[Span, ...]) -> Span:
    """A sentence that is not very long, or a window around the spans in it."""
    if sentence.end - sentence.start <= _WIDEST:
        return sentence
    inner = hull(s for s in spans if s.start < sentence.end and sentence.start < s.end)
    return Span(max(sentence.start, inner.start - 80), min(sentence.end, inner.end + 80))


def _pieces(text: str, window: Span, marks: tuple[Span, ...], cuts: tuple[Span, ...]) -> list[Piece]:
    """The window cut at every mark and removed stretch."""
    edges = {window.start, window.end}
    for span in (*marks, *cuts):
        edges |= {at for at in span if window.start < at < window.end}
    ordered = sorted(edges)
    pieces: list[Piece] = []
    for start, end in pairwise(ordered):
        kind: PieceKind = "gap" if _inside(start, cuts) else "marked" if _inside(start, marks) else "words"
        if kind != "gap":
            pieces.append(Piece(text[start:end], kind))
        elif pieces and text[start:end].strip():
            pieces.append(Piece(_GAP, "gap"))
    return pieces


def _inside(at: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= at < span.end for span in spans)
