"""The sections below the boxes: speakers, actors, coverage, origins, doubts, and the counts of the inputs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consilience.model.account import Account, Coverage, Findings, OriginRecord, WordingRow
from consilience.present.boxes import weight
from consilience.present.evidence import ClaimView, names_of, quoted_line
from consilience.present.labels import ReportName, numbered, stake_mark
from consilience.present.shelf import Shelf, by_name
from consilience.present.story import QuoteView, StoryView
from consilience.present.typeset import typeset
from consilience.present.visible import one_line, reason
from consilience.wording import fold

GRID_LENGTH = 30
_MARKS = "\"“”‘’' "  # of quotation, that stand around the words already


@dataclass(frozen=True, slots=True)
class Speaker:
    """The utterances of one speaker: those that several wordings carry, and those that stand alone."""

    name: str
    shared: tuple[QuoteView, ...]
    alone: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class NamingCell:
    """What one report calls somebody in its own voice and in quotations; `named` where it only gives the name."""

    words: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class NamingRow:
    """What each report of a story calls one actor, or people or an act without a name."""

    actor: str
    cells: tuple[NamingCell, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """What each report does with one claim."""

    claim: ClaimView
    cells: tuple[Coverage | None, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin of a story: what else it is called, why that is one, what rests on it, and in which reports."""

    name: str
    others: tuple[str, ...]
    kind: str
    stake: str
    because: tuple[str, ...]
    claims: int
    alone: int
    reports: tuple[ReportName, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Something shown with the reports it stands in, its words and the reason."""

    kind: str
    text: str
    words: str
    reports: tuple[ReportName, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """How many inputs ended in which state; the parts add up to the whole."""

    total: int
    read: int
    partial: int
    rejected: int
    passed_over: int


def speakers(view: StoryView) -> tuple[Speaker, ...]:
    """The quotes by speaker, speakers in the order of their first quote."""
    by_name: dict[str, list[QuoteView]] = {}
    for quote in view.quotes:
        by_name.setdefault(quote.speaker, []).append(quote)
    return tuple(
        Speaker(
            name,
            tuple(q for q in quotes if len(q.wordings) > 1),
            tuple(q for q in quotes if len(q.wordings) == 1),
        )
        for name, quotes in by_name.items()
    )


def naming(account: Account, shelf: Shelf) -> tuple[NamingRow, ...]:
    """The matrix of actors and reports, in the account's order of actors."""
    names = {actor.id: (actor.name, *actor.aliases) for actor in account.frame.actors}
    reports = [name for name, _ in columns(account, shelf)]
    rows: dict[tuple[str, str], dict[str, NamingCell]] = {}
    for row in account.wording:
        known = names.get(row.actor, (row.actor,))
        rows.setdefault((row.actor, row.name or known[0]), {})[row.report] = _naming_cell(row, known)
    return tuple(
        NamingRow(one_line(name[:1].upper() + name[1:]), tuple(cells.get(report, NamingCell()) for report in reports))
        for (_, name), cells in rows.items()
    )


def _naming_cell(row: WordingRow, names: Sequence[str]) -> NamingCell:
    words = tuple(dict.fromkeys(one_line(words.text) for words in row.words))
    alone = len(words) == 1 and not row.name and fold(words[0]) in map(fold, names)
    quoted = tuple(dict.fromkeys(one_line(words.text) for words in row.quoted))
    return NamingCell(() if alone else words, quoted, alone)


def grid(view: StoryView, shelf: Shelf) -> tuple[GridRow, ...]:
    """What each report does with the claims that several reports carry or the account uses, at most thirty."""
    if len(view.reports) == 1:
        return ()
    used = {claim.number for sentence in view.sentences for claim in sentence.claims}
    several = [c for c in view.claims if len(c.reports) > 1 or c.number in used]
    chosen = sorted(sorted(several, key=weight)[:GRID_LENGTH], key=lambda c: c.number)
    order = [report for report, _ in columns(view.account, shelf)]
    rows = []
    for claim in chosen:
        cells = {cell.report: cell.coverage for cell in claim.claim.coverage}
        rows.append(GridRow(claim, tuple(cells.get(report) for report in order)))
    return tuple(rows)


def columns(account: Account, shelf: Shelf) -> list[tuple[str, ReportName]]:
    """The reports of a story by id with their names, in the run's order."""
    return sorted(((r, shelf.names[r]) for r in account.frame.story.reports), key=lambda pair: pair[1].number)


def origin_views(account: Account, shelf: Shelf) -> tuple[OriginView, ...]:
    """The origins of a story, those on which most claims rest first, as the command `origins` lists them."""
    return tuple(_origin(record, shelf) for record in account.origin_records)


def _origin(record: OriginRecord, shelf: Shelf) -> OriginView:
    return OriginView(
        one_line(record.name),
        tuple(one_line(name) for name in record.names if name != record.name),
        record.kind,
        stake_mark(record.stake),
        tuple(dict.fromkeys(map(reason, (record.stake_because, *record.because)))),
        len(record.claims),
        len(record.alone),
        names_of(shelf, record.reports),
    )


def untold(account: Account, shelf: Shelf) -> tuple[Line, ...]:
    """What the reports themselves say is not told; the reason only where the words shown do not hold it."""
    return _each_once(
        Line(
            entry.kind,
            "",
            typeset(entry.legible or entry.text),
            names_of(shelf, dict.fromkeys(p.report for p in entry.passages)),
            "" if _in_words(entry.because, entry.text) else reason(entry.because),
        )
        for entry in account.not_told
    )


def _each_once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, one whose words stand in another of the same reports told there, with its kind."""
    told = list(lines)
    kept: list[Line] = []
    for line in told:
        inner = [other for other in told if other is not line and _holds(line, other)]
        if not any(other is not line and _holds(other, line) for other in told):
            kept.append(replace(line, kind=", ".join(dict.fromkeys((line.kind, *(other.kind for other in inner))))))
    return tuple(kept)


def _holds(outer: Line, inner: Line) -> bool:
    words = inner.words.rstrip(".").casefold()
    return (
        len(words) < len(outer.words) and words in outer.words.casefold() and set(inner.reports) <= set(outer.reports)
    )


def _in_words(because: str, text: str) -> bool:
    """Whether a reason only quotes words that stand in the text."""
    quoted = re.findall("“([^”]+)”", because)
    return bool(quoted) and all(words in one_line(text) for words in quoted)


def doubts(account: Account, shelf: Shelf) -> tuple[Line, ...]:
    """What a reader should know before trusting the account."""
    return tuple(
        Line(
            "doubt",
            one_line(by_name(shelf, doubt.text)),
            quoted_line(shelf, doubt.passages),
            names_of(shelf, dict.fromkeys(p.report for p in doubt.passages)),
            "",
        )
        for doubt in account.doubts
    )


def inputs(findings: Findings) -> Inputs:
    """How many inputs were read, read in part, rejected or passed over."""
    states = Counter(found.report.state for found in findings.reports)
    passed = sum(rejection.passed_over for rejection in findings.rejected)
    total = len(findings.reports) + len(findings.rejected)
    partial = states["partial"]
    return Inputs(total, len(findings.reports) - partial, partial, len(findings.rejected) - passed, passed)


def inputs_line(counts: Inputs) -> str:
    """The counts of the inputs in one sentence."""
    return (
        f"{numbered(counts.total, 'input')}: {counts.read} read, {counts.partial} read in part or with damage, "
        f"{counts.rejected} rejected, {counts.passed_over} passed over."
    )


def corrections(findings: Findings) -> tuple[str, ...]:
    """Each correction by hand in one line: what was set right, when, and whether it still fits."""
    return tuple(
        one_line(
            f"{made.kind}: {' and '.join(f'“{mark.words.strip(_MARKS)}”' for mark in made.marks)} ({made.date}"
            f"{': ' + made.note if made.note else ''}). {'Applied' if state.applied else 'Not applied'}: {state.because}."
        )
        for state in findings.corrections
        for made in (state.correction,)
    )
