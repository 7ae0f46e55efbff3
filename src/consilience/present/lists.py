"""Short lists out of an account: what is disputed, what one origin alone tells, what which report leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.model.account import Coverage, Findings
from consilience.present.evidence import ClaimView, Evidence, chain_line
from consilience.present.labels import ranges
from consilience.present.lines import Signs, badge, flush, hanging, heading, joined, line, signs_of, words
from consilience.present.shelf import shelve
from consilience.present.story import DifferenceView, StoryView, story_views
from consilience.present.visible import one_line, reason

Blocks = list[RenderableType]
_Lister = Callable[[StoryView, Signs], Blocks]
_ABSENT: tuple[Coverage, ...] = ("left out", "carries with another origin", "not yet known", "cannot tell")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of each story that any console can print; `empty` is said where a story has nothing of the kind."""

    views: tuple[StoryView, ...]
    lister: _Lister
    empty: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Story by story."""
        signs = signs_of(console)
        for view in self.views:
            yield heading(view.title_line)
            blocks = self.lister(view, signs)
            yield from map(flush, blocks or [line(f"     {self.empty}", "dim")])
        if not self.views:
            yield line("No story: no report could be read.")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One claim or difference of a list as JSON."""

    story: str
    id: str
    kind: str
    wording: str
    standing: str
    origins: tuple[str, ...]
    reports: tuple[str, ...]
    absent: dict[str, tuple[str, ...]]
    because: str


def disputes(findings: Findings) -> Listed:
    """Claims that somebody denies or that are told differently, with who says and who denies it."""
    return Listed(_views(findings), _disputed, "No report disputes another.")


def only_one_origin(findings: Findings) -> Listed:
    """Claims that rest on one origin however many reports carry them, those with most reports first."""
    return Listed(_views(findings), _one_origin, "Nothing rests on one origin alone.")


def left_out(findings: Findings) -> Listed:
    """For each claim of several reports which reports do not carry it, and whether they could have known."""
    return Listed(_views(findings), _left_out, "Every claim of several reports stands in all of them.")


def rows(findings: Findings, kind: str) -> Iterator[bytes]:
    """The list `disputes`, `only-one-origin` or `left-out` as lines of JSON."""
    for view in _views(findings):
        chosen = {"disputes": _disputed_claims, "only-one-origin": _lonely, "left-out": _told_by_some}[kind](view)
        yield from (msgspec.json.encode(_row(view, claim)) for claim in chosen)
        if kind == "disputes":
            yield from (msgspec.json.encode(_difference_row(view, found)) for found in _conflicts(view))


def _views(findings: Findings) -> tuple[StoryView, ...]:
    return story_views(findings, shelve(findings))


def _by_reports(claims: Iterator[ClaimView]) -> list[ClaimView]:
    """News before background, then most reports, then as numbered."""
    return sorted(claims, key=lambda c: (c.claim.background, -len(c.reports), c.number))


def _disputed_claims(view: StoryView) -> list[ClaimView]:
    return _by_reports(c for c in view.claims if c.claim.standing == "disputed")


def _lonely(view: StoryView) -> list[ClaimView]:
    return _by_reports(c for c in view.claims if c.claim.standing == "one origin")


def _told_by_some(view: StoryView) -> list[ClaimView]:
    return _by_reports(c for c in view.claims if len(c.reports) > 1 and any(m.coverage in _ABSENT for m in c.missing))


def _conflicts(view: StoryView) -> list[DifferenceView]:
    return [d for d in view.differences if d.difference.scope == "conflict" or d.difference.kind == "odd"]


def _disputed(view: StoryView, signs: Signs) -> Blocks:
    blocks: Blocks = []
    for claim in _disputed_claims(view):
        told = [_said(evidence, signs) for evidence in claim.evidence]
        blocks.append(hanging(str(claim.number), line(words(claim.wording, signs)), *told, _why(claim)))
    for found in _conflicts(view):
        sides = [
            line(
                f"{side.value}: {ranges(side.reports)}{f' ({origins})' if (origins := ', '.join(side.origins)) else ''}"
            )
            for side in found.sides
        ]
        kind = found.kind
        blocks.append(hanging(f"d{found.number}", line(kind), *sides, line(reason(found.difference.because), "dim")))
    return blocks


def _said(evidence: Evidence, signs: Signs) -> Text:
    marked = " […] ".join(one_line(piece.text) for piece in evidence.pieces if piece.kind == "marked")
    stance = "" if evidence.asserts else f"{evidence.stance}: "
    return line(f"- {stance}{words(marked, signs)} ({chain_line(evidence.chain, signs.arrow)})")


def _why(claim: ClaimView) -> Text:
    return line(reason(claim.claim.standing_because), "dim")


def _one_origin(view: StoryView, signs: Signs) -> Blocks:
    blocks: Blocks = []
    for claim in _lonely(view):
        origin = ", ".join(dict.fromkeys(e.origin for e in claim.evidence if e.origin)) or "origin not known"
        stakes = [badge(stake, signs) for stake in claim.stakes]
        behind = joined([line(origin), *stakes, line(ranges(claim.reports), "dim")], signs.dot)
        blocks.append(hanging(str(claim.number), line(words(claim.wording, signs)), behind))
    return blocks


def _left_out(view: StoryView, signs: Signs) -> Blocks:
    blocks: Blocks = []
    for claim in _told_by_some(view):
        absent = [
            line(
                f"- {missing.coverage}: {', '.join(name.short for name in missing.reports)}. {reason(missing.because)}"
            )
            for missing in claim.missing
            if missing.coverage in _ABSENT
        ]
        told = line(f"told by {ranges(claim.reports)}", "dim")
        blocks.append(hanging(str(claim.number), line(words(claim.wording, signs)), told, *absent))
    return blocks


def _row(view: StoryView, shown: ClaimView) -> ListRow:
    claim = shown.claim
    absent: dict[str, tuple[str, ...]] = {}
    for cell in claim.coverage:
        if cell.coverage != "carries":
            absent[cell.coverage] = (*absent.get(cell.coverage, ()), cell.report)
    reports = tuple(dict.fromkeys(support.report for support in claim.support))
    origins = tuple(origin.name for origin in claim.origins.members)
    story = view.account.frame.story.id
    return ListRow(
        story, claim.id, "claim", claim.wording, claim.standing, origins, reports, absent, claim.standing_because
    )


def _difference_row(view: StoryView, shown: DifferenceView) -> ListRow:
    found = shown.difference
    reports = tuple(dict.fromkeys(p.report for side in found.sides for p in side.passages))
    origins = tuple(dict.fromkeys(name for side in shown.sides for name in side.origins))
    wording = " / ".join(side.value for side in found.sides)
    story = view.account.frame.story.id
    return ListRow(story, found.id, found.kind, wording, found.scope, origins, reports, {}, found.because)
