"""One line a report: everything found in it on its own, after the published schema."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from consilience.model.annotations import NameType, PlaceKind
from consilience.model.event import Event, International, Magnitude, Participant, Quad, Sector
from consilience.model.report import Rejection, Report, State
from consilience.model.spans import Part, Span
from consilience.model.statement import Act, LinkType, Manner, Scope, Statement, Status, Strength
from consilience.model.story import AnnotatedReport
from consilience.present.labels import headline, moment_key


@dataclass(frozen=True, slots=True)
class RemovedView:
    """A removed stretch with the rule that removed it."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in the text, with the id of its entity in `entities`."""

    start: int
    end: int
    type: NameType
    entity: str | None


@dataclass(frozen=True, slots=True)
class EntityView:
    """Somebody or something the report speaks of."""

    id: str
    name: str
    type: LinkType
    country: str | None


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time as said, and the days it means where they are known (ISO 8601, `first/last` for an interval)."""

    part: Part
    start: int
    end: int
    expression: str
    granularity: str
    days: str | None
    because: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place with its coordinates in degrees (WGS 84) and their radius in kilometres, where the gazetteer decides."""

    part: Part
    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None
    radius: float | None = None


@dataclass(frozen=True, slots=True)
class QuantityView:
    """A number with its unit as a range."""

    part: Part
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    hedge: str | None


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who makes a statement, with the words by which the report describes the speaker."""

    name: str | None
    type: LinkType
    id: str | None
    members: tuple[str, ...]
    described: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of a chain."""

    name: str | None
    type: LinkType
    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """Something the report says through somebody; narrated sentences are not statements here.

    `scope` tells what is said (`statement`) from what somebody is told to believe, plan or perceive; `rule` found it.
    `strength` is the rung from "said" down to "believed"; `certainty` the measured share of its kind that was right, per
    mille; `follows` the statement whose speaker goes on; `aside` the rule by which an attribution is no statement.
    """

    id: str
    part: Part
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    manner: Manner
    act: Act
    status: Status
    hedged: bool
    within: str | None
    speaker: SpeakerView | None
    chain: tuple[LinkView, ...]
    because: str
    scope: Scope
    rule: str
    strength: Strength
    certainty: int | None
    follows: str | None
    aside: str | None


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """Who takes part in an event; ISO3 country, kind of body, PLOVER sectors and office where they are known."""

    start: int
    end: int
    name: str
    entity: str | None
    country: str | None
    international: International | None
    sectors: tuple[Sector, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """Who did what to whom; `statement` is null where the outlet tells it in its own voice.

    `quad` is 1 to 4 (verbal and material cooperation, verbal and material conflict), `magnitude` every reported size.
    `doubt` says why the program is not sure of it: such an event is in no account, table or timeline; null where it is sure.
    """

    id: str
    part: Part
    start: int
    end: int
    statement: str | None
    type: str
    quad: Quad
    mode: str | None
    context: tuple[str, ...]
    status: str
    trigger: Span
    actors: tuple[ParticipantView, ...]
    recipients: tuple[ParticipantView, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    quantities: tuple[Span, ...]
    magnitude: tuple[Magnitude, ...]
    because: str
    doubt: str | None


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """An input that could not be read, and why."""

    id: str | None
    source: str
    state: State
    reason: str
    encoding: str | None
    sha256: str | None
    language: str | None
    engine: str


@dataclass(frozen=True, slots=True)
class AnnotatedLine:
    """A report with everything found in it; sentences and names are those of `text`.

    `asides` are attributions that are no statements: beliefs of nobody, topics, the outlet's inferences, picture credits.
    """

    id: str
    source: str
    state: State
    reason: str
    encoding: str
    sha256: str
    language: str
    engine: str
    outlet: str | None
    title: str | None
    published: str | None
    text: str
    removed: tuple[RemovedView, ...]
    sentences: tuple[Span, ...]
    names: tuple[NameView, ...]
    entities: tuple[EntityView, ...]
    times: tuple[TimeView, ...]
    places: tuple[PlaceView, ...]
    quantities: tuple[QuantityView, ...]
    statements: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    asides: tuple[StatementView, ...]


def annotate_line(result: AnnotatedReport | Rejection, engine: str) -> bytes:
    """One line of JSON for one input, without a line feed."""
    view = _rejected(result, engine) if isinstance(result, Rejection) else annotated_view(result, engine)
    return msgspec.json.encode(view)


def _rejected(rejection: Rejection, engine: str) -> RejectedLine:
    return RejectedLine(
        rejection.id, rejection.source, rejection.state, rejection.reason, None, rejection.sha256, None, engine
    )


def annotated_view(found: AnnotatedReport, engine: str) -> AnnotatedLine:
    """The report's line as a record."""
    report = found.report
    parts = found.annotations.parts
    body = [part for part in parts if part.part == "text"]
    return AnnotatedLine(
        id=report.id,
        source=report.source,
        state=report.state,
        reason=report.reason,
        encoding=report.encoding,
        sha256=report.sha256,
        language=report.language,
        engine=engine,
        outlet=outlet_of(report),
        title=headline(report) or None,
        published=moment_key(report.published) or None,
        text=report.text,
        removed=tuple(RemovedView(*r.span, r.rule) for r in report.removed),
        sentences=tuple(s.span for part in body for s in part.sentences),
        names=tuple(NameView(*n.span, n.type, n.entity) for part in body for n in part.names),
        entities=tuple(EntityView(e.id, e.name, e.type, e.country) for e in found.annotations.entities),
        times=tuple(
            TimeView(t.part, *t.span, t.expression, t.granularity, moment_key(t.moment) or None, t.because)
            for part in parts
            for t in part.times
        ),
        places=tuple(
            PlaceView(p.part, *p.span, p.name, p.kind, p.country, p.latitude, p.longitude, p.radius)
            for part in parts
            for p in part.places
        ),
        quantities=tuple(
            QuantityView(q.part, *q.span, q.low, q.high, q.unit, q.hedge) for part in parts for q in part.quantities
        ),
        statements=tuple(_statement(s) for s in found.statements if s.manner != "narrated"),
        events=tuple(_event(event) for event in found.events),
        asides=tuple(_statement(s) for s in found.asides),
    )


def outlet_of(report: Report) -> str | None:
    """The outlet's name where it is stated."""
    return report.outlet.value if report.outlet else None


def _statement(s: Statement) -> StatementView:
    who = s.speaker
    speaker = None if who is None else SpeakerView(who.name, who.type, who.id, who.members, who.described)
    links = tuple(LinkView(link.name, link.type, link.source, link.cue) for link in s.chain)
    return StatementView(
        s.id,
        s.part,
        s.content,
        s.source,
        s.cue,
        s.manner,
        s.act,
        s.status,
        s.hedged,
        s.within,
        speaker,
        links,
        s.because,
        s.scope,
        s.rule,
        s.strength,
        s.certainty,
        s.follows,
        s.aside,
    )


def _event(e: Event) -> EventView:
    return EventView(
        e.id, e.part, *e.sentence, e.statement, e.type, e.quad, e.mode, e.context, e.status, e.trigger,
        _participants(e.actors), _participants(e.recipients), e.times, e.places, e.quantities, e.magnitude, e.because,
        e.doubt,
    )  # fmt: skip


def _participants(listed: tuple[Participant, ...]) -> tuple[ParticipantView, ...]:
    return tuple(
        ParticipantView(*p.span, p.name, p.entity, p.country, p.international, p.sectors, p.role) for p in listed
    )
