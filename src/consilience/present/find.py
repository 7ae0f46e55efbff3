"""Finding what a reader asks for: by its number on the screen, or by an unambiguous beginning of its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.errors import UsageError
from consilience.model.account import EventEntry, Findings, TimelineEntry
from consilience.model.statement import Statement
from consilience.present.cards import Card, cards
from consilience.present.evidence import ClaimView
from consilience.present.shelf import Shelf
from consilience.present.story import DifferenceView, QuoteView, SentenceView, StoryView

_NUMBER = re.compile(r"([sdqr]?)(\d{1,6})\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the report it stands in."""

    report: str
    statement: Statement


Item = ClaimView | SentenceView | DifferenceView | QuoteView | Card | Said | TimelineEntry | EventEntry
Numbered = ClaimView | SentenceView | DifferenceView | QuoteView | Card
_KINDS = {
    ClaimView: "claim", SentenceView: "sentence", DifferenceView: "difference", QuoteView: "quote", Card: "report",
    Said: "statement", TimelineEntry: "timeline entry", EventEntry: "event",
}  # fmt: skip


def find(findings: Findings, shelf: Shelf, views: tuple[StoryView, ...], wanted: str) -> Item:
    """The one thing meant by `wanted`: `3` a claim, `s2` a sentence, `d1` a difference, `q4` a quote, `r5` a report,
    or the beginning of an id. Raises UsageError where nothing or more than one thing is meant."""
    numbered = _by_number(shelf, views, wanted.strip().lower())
    if numbered is not None:
        return numbered
    everything = tuple(_with_ids(findings, shelf, views))
    exact = [item for id_, item in everything if id_ == wanted]
    found = exact or [item for id_, item in everything if wanted and id_.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"nothing has the number or id {wanted!r}")
    kinds = ", ".join(sorted({_KINDS[type(item)] for item in found}))
    raise UsageError(f"{wanted!r} is the beginning of {len(found)} ids ({kinds}); give more of it")


def _by_number(shelf: Shelf, views: tuple[StoryView, ...], wanted: str) -> Item | None:
    match = _NUMBER.match(wanted)
    if match is None:
        return None
    kind, number = match.group(1), int(match.group(2))
    for view in views:
        for item in _listed(shelf, view, kind, number):
            if (item.name.number if isinstance(item, Card) else item.number) == number:
                return item
    return None


def _listed(shelf: Shelf, view: StoryView, kind: str, number: int) -> tuple[Numbered, ...]:
    """What of a story carries numbers of this kind; cards are made only for the story that holds the report."""
    if kind == "r":
        return cards(view.account, shelf) if any(name.number == number for name in view.reports) else ()
    if kind == "":
        return view.claims
    if kind == "s":
        return view.sentences
    return view.differences if kind == "d" else view.quotes


def _with_ids(findings: Findings, shelf: Shelf, views: tuple[StoryView, ...]) -> Iterator[tuple[str, Item]]:
    for view in views:
        yield from ((c.claim.id, c) for c in view.claims)
        yield from ((d.difference.id, d) for d in view.differences)
        yield from ((q.quote.id, q) for q in view.quotes)
        yield from ((t.id, t) for t in view.account.timeline)
        yield from ((e.id, e) for e in view.account.events)
        for card in cards(view.account, shelf):
            yield card.id, card
    for found in findings.reports:
        yield from ((s.id, Said(found.report.id, s)) for s in found.statements)
