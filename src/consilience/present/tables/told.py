"""Events with everything that tells of them: what all exports are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from consilience.model.account import Account, EventEntry, Findings
from consilience.model.event import Event, Participant
from consilience.model.report import Report
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport, Family
from consilience.present.shelf import Shelf, part_text, shelve


@dataclass(frozen=True, slots=True)
class Mention:
    """One report's sentence that tells of an event, and the statement that it stands in (None: the outlet's own words).

    `sha256` is that of the sentence's words in UTF-8, so that they can be found again where they are left out; `sentence` is
    the sentence's number in its part, from 1.
    """

    report: Report
    event: Event
    statement: Statement | None
    family: Family | None
    sentence: int
    text: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How often an event is told: sentences, reports, named outlets, copy families (tellings), and reports that only copy."""

    mentions: int
    reports: int
    outlets: int
    tellings: int
    copies: int


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event of a story with its mentions, the first event that tells of it, and how often it is told."""

    story: str
    entry: EventEntry
    account: Account
    first: Event
    mentions: tuple[Mention, ...]
    counts: Counts


def events_told(findings: Findings, *, with_text: bool = True) -> tuple[EventTold, ...]:
    """All events of a run, story by story; without text no sentence of a report is in them, only where it stands."""
    shelf = shelve(findings)
    return tuple(
        _told(shelf, account, entry, with_text)
        for account in findings.accounts
        for entry in account.events
        if any(e in shelf.events for e in entry.events)
    )


def _told(shelf: Shelf, account: Account, entry: EventEntry, with_text: bool) -> EventTold:
    families = {report: family for family in account.frame.story.families for report in family.reports}
    found = [shelf.events[event] for event in entry.events if event in shelf.events]
    order = {report: at for at, report in enumerate(shelf.reports)}
    found.sort(key=lambda pair: (order[pair[0]], pair[1].part, pair[1].trigger))
    mentions = tuple(_mention(shelf, families, report, event, with_text) for report, event in found)
    return EventTold(account.frame.story.id, entry, account, found[0][1], mentions, counts_of(mentions))


def _mention(shelf: Shelf, families: dict[str, Family], report: str, event: Event, with_text: bool) -> Mention:
    told = shelf.reports[report]
    words = part_text(told.report, event.part)[event.sentence.start : event.sentence.end]
    statement = shelf.statements.get((report, event.statement)) if event.statement else None
    digest = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    text = " ".join(words.split()) if with_text else None
    return Mention(told.report, event, statement, families.get(report), _number(told, event), text, digest)


def _number(told: AnnotatedReport, event: Event) -> int:
    """The number of the event's sentence in its part, from 1; 0 where the sentences are not kept."""
    parts = (part for part in told.annotations.parts if part.part == event.part)
    return next((n for part in parts for n, s in enumerate(part.sentences, 1) if s.span == event.sentence), 0)


def counts_of(mentions: Sequence[Mention]) -> Counts:
    """How often an event is told, from its mentions."""
    reports = {m.report.id for m in mentions}
    outlets = {m.report.outlet.value for m in mentions if m.report.outlet is not None}
    tellings = {m.family.id if m.family is not None else m.report.id for m in mentions}
    return Counts(len(mentions), len(reports), len(outlets), len(tellings), len(reports) - len(tellings))


def dyads(told: EventTold) -> Iterator[tuple[Participant | None, Participant | None]]:
    """Each actor with each recipient, for tables that hold pairs; None stands for a side that is not told."""
    for actor in told.first.actors or (None,):
        for recipient in told.first.recipients or (None,):
            yield actor, recipient


def chain_words(mention: Mention) -> str:
    """Through whom the event is told, the outlet left out: "Tass → Ada Brook"; empty for the outlet's own words."""
    links = mention.statement.chain if mention.statement is not None else ()
    return " → ".join(link.name or "unnamed" for link in links)
