"""Events as PLOVER JSON Lines: one line an event with all its mentions, each with the chain through which it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from consilience.model.account import EventPlace
from consilience.model.event import Event, Magnitude, Participant
from consilience.model.spans import Part, Span
from consilience.present.tables.told import EventTold, Mention

FORMAT = "consilience.event/1"


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who takes part: name, entity, country (ISO 3166-1 alpha-3), kind of international body, sectors, office."""

    name: str
    start: int
    end: int
    entity: str | None
    country: str | None
    international: str | None
    sectors: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class MagnitudeView:
    """A reported size as a range, with where it stands."""

    kind: str
    low: float | None
    high: float | None
    unit: str
    hedge: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of the chain through which a mention is told."""

    name: str | None
    type: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class MentionView:
    """One sentence that tells of the event; `chain` runs from the outlet's informant to the speaker, and is empty for the
    outlet's own words; `text` is null where texts are left out."""

    event: str
    report: str
    source: str
    outlet: str | None
    published: str | None
    url: str | None
    family: str | None
    agency: str | None
    part: Part
    start: int
    end: int
    trigger: Span
    text: str | None
    sha256: str
    statement: str | None
    manner: str | None
    chain: tuple[LinkView, ...]
    actors: tuple[PersonView, ...]
    recipients: tuple[PersonView, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    magnitude: tuple[MagnitudeView, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class DateView:
    """The first and last day on which the event can have been, and what says so; null where no report gives a day."""

    earliest: str
    latest: str
    because: str | None


@dataclass(frozen=True, slots=True)
class OriginsView:
    """How many independent origins assert the event, at least and at most, and their names."""

    low: int
    high: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A difference between the reports that touches the event."""

    id: str
    kind: str
    scope: str
    sides: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event of a story: type, quad, mode and contexts after PLOVER 2.0, status, who, when, where, and all its mentions."""

    format: str
    id: str
    story: str
    type: str
    quad: int
    mode: str | None
    context: tuple[str, ...]
    status: str
    date: DateView | None
    place: EventPlace | None
    actors: tuple[PersonView, ...]
    recipients: tuple[PersonView, ...]
    mentions_count: int
    reports_count: int
    outlets_count: int
    tellings_count: int
    copies_count: int
    origins: OriginsView | None
    conflicts: tuple[ConflictView, ...]
    mentions: tuple[MentionView, ...]
    engine: str


def plover_lines(told: tuple[EventTold, ...], engine: str, *, with_text: bool = True) -> Iterator[bytes]:
    """One line of JSON an event, without a line feed; without text no words of a report but names stand in it."""
    for event in told:
        yield msgspec.json.encode(_line(event, engine, with_text))


def _line(told: EventTold, engine: str, with_text: bool) -> EventLine:
    entry, first, counts = told.entry, told.first, told.counts
    moment, origins = entry.moment, entry.origins
    because = entry.moment_because if with_text else None
    return EventLine(
        FORMAT, entry.id, told.story, entry.type, first.quad, first.mode, _contexts(told), entry.status,
        DateView(moment.earliest.isoformat(), moment.latest.isoformat(), because) if moment else None,
        entry.place, _people(first.actors), _people(first.recipients),
        counts.mentions, counts.reports, counts.outlets, counts.tellings, counts.copies,
        OriginsView(origins.low, origins.high, tuple(o.name for o in origins.members)) if origins else None,
        tuple(
            ConflictView(d.id, d.kind, d.scope, tuple(s.value for s in d.sides) if with_text else None)
            for d in told.account.differences
            if d.id in entry.differences
        ),
        tuple(_mention(m) for m in told.mentions),
        engine,
    )  # fmt: skip


def _contexts(told: EventTold) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for m in told.mentions for c in m.event.context))


def _people(listed: tuple[Participant, ...]) -> tuple[PersonView, ...]:
    return tuple(PersonView(p.name, *p.span, p.entity, p.country, p.international, p.sectors, p.role) for p in listed)


def _magnitudes(listed: tuple[Magnitude, ...]) -> tuple[MagnitudeView, ...]:
    return tuple(MagnitudeView(m.kind, m.low, m.high, m.unit, m.hedge, *m.span) for m in listed)


def _mention(m: Mention) -> MentionView:
    report, event = m.report, m.event
    published = report.published.earliest.isoformat() if report.published else None
    agency = (m.family.agency if m.family else None) or (report.agency.value if report.agency else None)
    return MentionView(
        event.id, report.id, report.source, report.outlet.value if report.outlet else None, published, report.url,
        m.family.id if m.family else None, agency, event.part, *event.sentence, event.trigger, m.text, m.sha256,
        event.statement, m.statement.manner if m.statement else None, _chain(m), *_sides(event), event.times, event.places,
        _magnitudes(event.magnitude), event.rule,
    )  # fmt: skip


def _sides(event: Event) -> tuple[tuple[PersonView, ...], tuple[PersonView, ...]]:
    return _people(event.actors), _people(event.recipients)


def _chain(m: Mention) -> tuple[LinkView, ...]:
    links = m.statement.chain if m.statement is not None else ()
    return tuple(LinkView(link.name, link.type, *(link.source or (None, None))) for link in links)
