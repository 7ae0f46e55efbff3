"""What lies behind a claim: the sentences with the supporting words marked, the chain, and who does not carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from consilience.model.account import Claim, Coverage, Origin, Support
from consilience.model.correction import Mark
from consilience.model.spans import Passage, merged
from consilience.model.statement import Link, Statement
from consilience.present.labels import STANCE_WORDS, Badge, ReportName, few, stake_badges, stake_mark, standing_badge
from consilience.present.shelf import Piece, Shelf, in_context, part_text, quoted, sentence_at
from consilience.present.typeset import closed, typeset
from consilience.present.visible import one_line, visible


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link as drawn: its name, or what stands for it where the report gives none."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report's words for a claim, ready to be shown."""

    report: ReportName
    pieces: tuple[Piece, ...]
    chain: tuple[ChainLink, ...]
    origin: str
    stake: str
    stance: str
    asserts: bool
    manner: str
    place: str
    because: str
    mark: Mark | None

    @property
    def spelled(self) -> bool:
        """Whether the first marked piece is letter for letter the words of `mark`: a page need not carry them twice."""
        first = next((piece.text for piece in self.pieces if piece.kind == "marked"), "")
        return self.mark is not None and first == self.mark.words and visible(first) == first and "\r" not in first


@dataclass(frozen=True, slots=True)
class Missing:
    """Reports that do the same thing with a claim for the same reason, where that is not simply to carry it."""

    coverage: Coverage
    reports: tuple[ReportName, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with its number in the run, its badges and everything behind it."""

    number: int
    anchor: str
    claim: Claim
    wording: str
    badge: Badge
    stakes: tuple[Badge, ...]
    reports: tuple[ReportName, ...]
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]

    @property
    def through(self) -> str:
        """Whom the claim leads to, in one line: the chain of its first words where it has a medium, else its origins."""
        links = self.evidence[0].chain[1:] if self.evidence else ()
        if len(links) > 1:
            return chain_line(links)
        return few([origin.name for origin in self.claim.origins.members])

    @property
    def absent(self) -> tuple[tuple[Coverage, tuple[ReportName, ...]], ...]:
        """The reports of `missing` by what they do with the claim, without the reasons."""
        kinds = dict.fromkeys(m.coverage for m in self.missing)
        return tuple((kind, tuple(n for m in self.missing if m.coverage == kind for n in m.reports)) for kind in kinds)


def claim_view(shelf: Shelf, claim: Claim, number: int, origins: Mapping[str, Origin]) -> ClaimView:
    """A claim as it is shown; `origins` are the story's by id."""
    reports = dict.fromkeys(support.report for support in claim.support)
    state = frozenset(one_line(o.name) for o in origins.values() if o.type == "state_media")
    shown = (evidence(shelf, support, origins.get(support.origin)) for support in sentences_told(shelf, claim))
    return ClaimView(
        number,
        f"claim-{number}",
        claim,
        typeset(closed(claim.legible or claim.wording)),
        standing_badge(claim.standing, claim.origins),
        stake_badges(claim.origins),
        names_of(shelf, reports),
        tuple(replace(e, chain=tuple(_of_state(link, state) for link in e.chain)) for e in shown),
        _missing(shelf, claim),
    )


def sentences_told(shelf: Shelf, claim: Claim) -> tuple[Support, ...]:
    """The support of a claim, the clauses of what one speaker says in one sentence as one row."""
    found: dict[tuple[object, ...], Support] = {}
    for support in claim.support:
        first = support.passages[0]
        place = (
            support.report,
            first.part,
            sentence_at(shelf, first),
            support.statement,
            support.origin,
            support.stance,
        )
        known = found.get(place)
        both = (*(known.passages if known is not None else ()), *support.passages)
        spans = merged(p.span for p in both)
        found[place] = replace(known or support, passages=tuple(replace(first, span=span) for span in spans))
    return tuple(found.values())


def evidence(shelf: Shelf, support: Support, origin: Origin | None) -> Evidence:
    """One report's words for a claim with the chain they came through."""
    statement = shelf.statements.get((support.report, support.statement or ""))
    return Evidence(
        shelf.names[support.report],
        in_context(shelf, support.passages),
        chain(shelf, support.report, statement),
        "" if origin is None else one_line(origin.name),
        "" if origin is None else stake_mark(origin.stake),
        STANCE_WORDS[support.stance],
        support.stance == "asserts",
        "narrated" if statement is None else statement.manner,
        place_words(support.passages),
        "" if statement is None else statement.because,
        mark_of(shelf, support.passages[0]) if support.passages else None,
    )


def _of_state(link: ChainLink, state: Set[str]) -> ChainLink:
    """A link that the story knows for a state's medium, by whatever it was taken for where it was read."""
    return replace(link, type="state_media") if link.name in state else link


def mark_of(shelf: Shelf, passage: Passage) -> Mark:
    """The words at a passage as a correction marks them."""
    report = shelf.reports[passage.report].report
    text = part_text(report, passage.part)
    return Mark(report.sha256, passage.part, passage.span, text[passage.span.start : passage.span.end])


def chain(shelf: Shelf, report: str, statement: Statement | None) -> tuple[ChainLink, ...]:
    """The chain drawn from the outlet to the origin."""
    name = shelf.names[report]
    links = () if statement is None else statement.chain
    outlet = ChainLink(name.short if name.stated else f"{name.short}, outlet not stated", "outlet")
    return (outlet, *(_drawn(shelf, report, statement, link) for link in links))


def chain_line(links: Iterable[ChainLink], arrow: str = " → ") -> str:
    """A chain on one line."""
    return arrow.join(link.name for link in links)


def names_of(shelf: Shelf, reports: Iterable[str]) -> tuple[ReportName, ...]:
    """The names of reports by id, in the run's order."""
    return tuple(sorted((shelf.names[report] for report in reports), key=lambda name: name.number))


def place_words(passages: tuple[Passage, ...]) -> str:
    """Where passages stand, as `text 120–260`: the part and its code points."""
    return ", ".join(f"{p.part} {p.span.start}–{p.span.end}" for p in passages)


def quoted_line(shelf: Shelf, passages: tuple[Passage, ...]) -> str:
    """The words of passages on one line."""
    return one_line(quoted(shelf, passages))


def _drawn(shelf: Shelf, report: str, statement: Statement | None, link: Link) -> ChainLink:
    """A link with its name, or with the words that stand for it where nothing decides who is meant."""
    if link.name:
        return ChainLink(one_line(link.name), link.type)
    words = ""
    if link.source is not None and statement is not None:
        text = part_text(shelf.reports[report].report, statement.part)
        words = one_line(text[link.source.start : link.source.end])
    kind = "anonymous" if link.type == "anonymous" else "unresolved"
    return ChainLink(f"{kind}: “{words}”" if words else kind, link.type)


def _missing(shelf: Shelf, claim: Claim) -> tuple[Missing, ...]:
    groups: dict[tuple[Coverage, str], list[str]] = {}
    for cell in claim.coverage:
        if cell.coverage != "carries":
            groups.setdefault((cell.coverage, cell.because), []).append(cell.report)
    return tuple(Missing(what, names_of(shelf, ids), why) for (what, why), ids in sorted(groups.items()))
