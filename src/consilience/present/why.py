"""Everything behind one thing on the screen: passages, chains, and the rules in words."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.model.account import EventEntry, Findings, TimelineEntry
from consilience.model.spans import Passage
from consilience.present.cards import Card
from consilience.present.evidence import ClaimView, Evidence, chain, chain_line, place_words, quoted_line
from consilience.present.find import Item, Said, find
from consilience.present.labels import moment_words, ranges
from consilience.present.lines import Signs, badge, flush, hanging, heading, joined, line, signs_of, told, words
from consilience.present.shelf import Shelf, shelve
from consilience.present.story import DifferenceView, QuoteView, SentenceView, story_views
from consilience.present.visible import one_line, reason, visible


@dataclass(frozen=True, slots=True)
class Behind:
    """One found thing that any console can print."""

    item: Item
    shelf: Shelf

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Its blocks, no wider than an account is."""
        yield from map(flush, _blocks(self.item, self.shelf, signs_of(console)))


def why(findings: Findings, wanted: str) -> Behind:
    """What stands behind one claim, sentence, difference, quote, statement, event, timeline entry or report.

    Raises UsageError where `wanted` means nothing, or more than one thing.
    """
    shelf = shelve(findings)
    return Behind(find(findings, shelf, story_views(findings, shelf), wanted), shelf)


Blocks = list[RenderableType]


def _blocks(item: Item, shelf: Shelf, signs: Signs) -> Blocks:
    match item:
        case ClaimView():
            return _claim(item, signs)
        case SentenceView():
            return _sentence(item, signs)
        case DifferenceView():
            return _difference(item, signs)
        case QuoteView():
            return _quote(item, signs)
        case Card():
            return _card(item, signs)
        case Said():
            return _said(item, shelf, signs)
        case TimelineEntry():
            head = f"{moment_words(item.moment)}, {item.lane}: {one_line(item.text)}"
            return [heading(head), line(reason(item.because)), *_passages(shelf, item.passages, signs)]
        case EventEntry():
            return _event(item, shelf, signs)


def _sentence(view: SentenceView, signs: Signs) -> Blocks:
    blocks: Blocks = [
        heading(f"Sentence {view.number}"),
        told(view.pieces),
        joined([badge(view.badge, signs), *(badge(stake, signs) for stake in view.stakes)], signs.dot),
        line(f"Made by the rule: {one_line(view.sentence.rule)}", "dim"),
    ]
    for claim in view.claims:
        blocks += _claim(claim, signs)
    return blocks


def _claim(view: ClaimView, signs: Signs) -> Blocks:
    claim = view.claim
    blocks: Blocks = [
        heading(f"Claim {view.number}, id {one_line(claim.id)}"),
        line(words(view.wording, signs)),
        badge(view.badge, signs),
        line(reason(claim.standing_because)),
        line(f"Counted as {view.badge.number}: {reason(claim.origins.because)}"),
        line(f"Lined up because: {reason(claim.because)}"),
    ]
    for origin in claim.origins.members:
        blocks.append(
            line(f"  origin {one_line(origin.name)}, {origin.type}, {origin.stake}: {reason(origin.because)}", "dim")
        )
    blocks += [hanging(str(e.report.number), *_evidence(e, signs)) for e in view.evidence]
    blocks += [line(f"{m.coverage}: {ranges(m.reports)}. {reason(m.because)}", "dim") for m in view.missing]
    return blocks


def _evidence(shown: Evidence, signs: Signs) -> list[Text]:
    """One report's words: its sentence with the supporting words set off, the chain, and why."""
    sentence = Text(overflow="fold")
    for piece in shown.pieces:
        sentence.append(visible(piece.text), style="bold underline" if piece.kind == "marked" else "")
    marked = " […] ".join(one_line(piece.text) for piece in shown.pieces if piece.kind == "marked")
    stance = "" if shown.asserts else f" {shown.stance}"
    return [
        line(f"{shown.report.short}{stance}", "bold"),
        sentence,
        line(f"words: {words(marked, signs)} ({shown.place})"),
        line(f"chain: {chain_line(shown.chain, signs.arrow)}"),
        line(f"{shown.manner}. {reason(shown.because) or 'The outlet tells it in its own voice.'}", "dim"),
    ]


def _difference(view: DifferenceView, signs: Signs) -> Blocks:
    found = view.difference
    blocks: Blocks = [
        heading(f"Difference {view.number}, id {one_line(found.id)}"),
        line(view.kind),
    ]
    blocks.append(line(reason(found.because)))
    for side in view.sides:
        blocks.append(line(f"{side.value}: {', '.join(side.origins) or ranges(side.reports)}", "bold"))
        blocks.append(hanging("", *(line(f"{told.outlets}: {words(told.words, signs)}") for told in side.told)))
    blocks.append(line("Claims: " + ", ".join(str(claim.number) for claim in view.claims), "dim"))
    return blocks


def _quote(view: QuoteView, signs: Signs) -> Blocks:
    blocks: Blocks = [heading(f"Quote {view.number}, id {one_line(view.quote.id)}"), line(view.speaker, "bold")]
    blocks.append(line(f"One utterance because: {reason(view.quote.because)}"))
    for wording in view.wordings:
        note = f", {wording.note}" if wording.note else ""
        blocks.append(
            hanging(
                str(wording.report.number),
                line(words(wording.words, signs)),
                line(f"{wording.report.short}, {wording.manner}{note}", "dim"),
                line(f"chain: {wording.chain}", "dim"),
            )
        )
    return blocks


def _card(card: Card, signs: Signs) -> Blocks:
    blocks: Blocks = [heading(f"Report {card.name.number}: {card.name.short}")]
    blocks.append(line(words(card.headline, signs) if card.headline else "headline not stated"))
    blocks += [line(f"{fact.term}: {fact.value}") for fact in card.facts]
    blocks += [line(text) for text in (card.family, card.member) if text]
    blocks += [line(f"damage: {damage}") for damage in card.damage]
    blocks += [
        line(f"removed by “{s.rule}”: {words(one_line(s.text), signs)} {s.because}", "dim") for s in card.removed
    ]
    return blocks


def _said(said: Said, shelf: Shelf, signs: Signs) -> Blocks:
    s = said.statement
    content = tuple(Passage(said.report, s.part, span) for span in s.content)
    state = f"{s.manner}, {s.act}, of something {s.status}{', hedged' if s.hedged else ''}"
    return [
        heading(f"Statement {one_line(s.id)} in {shelf.names[said.report].short}"),
        line(words(quoted_line(shelf, content), signs)),
        line(f"chain: {chain_line(chain(shelf, said.report, s), signs.arrow)}"),
        line(f"{state} ({place_words(content)})"),
        line(f"rule “{one_line(s.rule)}”: {reason(s.because)}"),
    ]


def _event(event: EventEntry, shelf: Shelf, signs: Signs) -> Blocks:
    actors, recipients = ", ".join(event.actors) or "not stated", ", ".join(event.recipients) or "not stated"
    return [
        heading(f"Event {one_line(event.id)}: {one_line(event.deed or event.type)}, {one_line(event.status)}"),
        line(one_line(f"actor: {actors}; recipient: {recipients}")),
        *_passages(shelf, event.passages, signs),
    ]


def _passages(shelf: Shelf, passages: tuple[Passage, ...], signs: Signs) -> Blocks:
    return [
        line(f"{shelf.names[p.report].short}: {words(quoted_line(shelf, (p,)), signs)} ({place_words((p,))})")
        for p in passages
    ]
