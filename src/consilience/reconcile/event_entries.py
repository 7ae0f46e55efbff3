"""Coded events over the reports of a story: the same act by the same actors on the same day, told once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consilience.model.account import Difference, EventEntry, EventPlace, OriginCount
from consilience.model.annotations import PartAnnotations, PlaceKind, PlaceMention
from consilience.model.event import Event, Participant, Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage, covers, overlap
from consilience.model.time import Moment
from consilience.reconcile.counting import counted
from consilience.reconcile.disputes import Case
from consilience.reconcile.entities import name_key
from consilience.reconcile.library import Library, passages_at, text_at, text_of
from consilience.trees import children, head_of, tokens_within

_Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]
_TOGETHER = ("AGREE", "CONSULT", "COOPERATE", "SUPPORT")
_FINE: tuple[PlaceKind, ...] = ("facility", "town", "region", "water", "country", "unknown")


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as one report tells it, and the days that its own words or the story give it."""

    report: str
    event: Event
    moment: Moment | None


def event_entries(case: Case, differences: Sequence[Difference]) -> tuple[EventEntry, ...]:
    """Events that agree in type, status, day and all who take part are one; those that most reports tell come first."""
    library = case.library
    grouped: defaultdict[_Key, list[_Told]] = defaultdict(list)
    for report, told in library.reports.items():
        for event in (e for e in told.events if e.sure):
            grouped[_key(case, report, event)].append(_Told(report, event, _moment(library, report, event)))
    told_once = ((key, one) for key, told in grouped.items() for one in _by_day(told))
    entries = [_entry(case, differences, key, told) for key, told in told_once]
    return tuple(sorted(entries, key=lambda e: (-len({p.report for p in e.passages}), e.type, e.id)))


def _key(case: Case, report: str, event: Event) -> _Key:
    """What must agree; an event without two sides, or two who do it together, is compared within its claim or sentence.

    In one claim those whom something befell may be told in any words ("41 people", "forty-one miners").
    """
    library = case.library
    actors, recipients = _ids(library, event.actors), _ids(library, event.recipients)
    mutual = event.type in _TOGETHER and len(actors) > 1
    if not mutual and (not actors or not recipients):
        told = _clauses(library, report, event)
        claim = next((c for p in told if (c := case.ledger.claim_of.get(p.id)) is not None), None)
        recipients = (claim,) if claim else (*recipients, f"{report} {event.sentence.start}")
    return event.type, event.status, actors, recipients


def _ids(library: Library, people: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted({library.actor_of.get(p.entity or "") or f"={name_key(p.name)}" for p in people}))


def _moment(library: Library, report: str, event: Event) -> Moment | None:
    """The finest of the days that the event's own times have."""
    found = (library.days.get((report, event.part, span)) for span in event.times)
    return min((m for m in found if m is not None), key=lambda m: (m.latest - m.earliest, m), default=None)


def _by_day(told: Sequence[_Told]) -> list[list[_Told]]:
    """The tellings apart whose days do not meet; those without a day go with the first."""
    groups: list[list[_Told]] = []
    for one in sorted((t for t in told if t.moment is not None), key=lambda t: (_width(t.moment), t.moment)):
        home = next((g for g in groups if _meet(g[0].moment, one.moment)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    groups.sort(key=lambda g: (-len(g), g[0].moment))
    undated = [t for t in told if t.moment is None]
    if not groups:
        return [undated]
    return [[*groups[0], *undated], *groups[1:]]


def _width(moment: Moment | None) -> int:
    return (moment.latest - moment.earliest).days if moment is not None else 0


def _meet(a: Moment | None, b: Moment | None) -> bool:
    return a is None or b is None or (a.earliest <= b.latest and b.earliest <= a.latest)


def _entry(case: Case, differences: Sequence[Difference], key: _Key, told: Sequence[_Told]) -> EventEntry:
    library, first = case.library, told[0].event
    ordered = sorted(told, key=lambda t: (list(library.reports).index(t.report), t.event.part, t.event.trigger))
    passages = tuple(p for t in ordered for p in passages_at(library, t.report, t.event.part, (t.event.sentence,)))
    clauses = [p for t in ordered for p in _clauses(library, t.report, t.event)]
    claims = tuple(sorted({case.ledger.claim_of[p.id] for p in clauses if p.id in case.ledger.claim_of}))
    moment = told[0].moment
    return EventEntry(
        id="e" + content_id("event", key, moment.earliest.isoformat() if moment else ""),
        type=key[0],
        status=key[1],
        actors=_names(library, first.actors),
        recipients=_names(library, first.recipients),
        events=tuple(sorted(t.event.id for t in told)),
        passages=tuple(dict.fromkeys(passages)) or (Passage(told[0].report, first.part, first.sentence),),
        moment=moment,
        moment_because=_because(library, told[0]),
        place=_place(library, ordered),
        origins=_origins(case, clauses),
        claims=claims,
        differences=tuple(d.id for d in differences if set(d.claims) & set(claims)),
        deed=first.rule,
        words=text_at(library, Passage(told[0].report, first.part, first.trigger)),
    )


def _clauses(library: Library, report: str, event: Event) -> list[Proposition]:
    """The propositions of a report in whose words the event's trigger stands."""
    listed = (p for p in library.reports[report].propositions if p.part == event.part)
    return [p for p in listed if any(covers(span, event.trigger) for span in p.spans)]


def _origins(case: Case, clauses: Sequence[Proposition]) -> OriginCount | None:
    """The independent sources of the clauses that tell of the event; None where no claim holds them."""
    ids = {p.id for p in clauses}
    claims = sorted({case.ledger.claim_of[i] for i in ids if i in case.ledger.claim_of})
    witnesses = [w for c in claims for w in case.ledger.backings[c].asserting if w.proposition in ids]
    return counted(witnesses, case.bonds) if witnesses else None


def _because(library: Library, told: _Told) -> str:
    if told.moment is None:
        return "no report gives its day"
    fixed = {(t.report, t.mention.part, t.mention.span): t.because for t in library.frame.times}
    for span in told.event.times:
        if library.days.get((told.report, told.event.part, span)) == told.moment:
            text = text_of(library.reports[told.report].report, told.event.part)
            words = " ".join(text[span.start : span.end].split())
            source = library.reports[told.report].report.source
            return fixed.get((told.report, told.event.part, span), f"“{words}” in {source}")
    return ""


def _place(library: Library, told: Sequence[_Told]) -> EventPlace | None:
    """The place that most tellings name, of equals the finest; a point only where they agree on one."""
    named = [p for t in told for p in _places(library, t)]
    if not named:
        return None
    votes = Counter(name_key(p.name) for p in named)
    best = min(named, key=lambda p: (_FINE.index(p.kind), -votes[name_key(p.name)], p.name))
    points = {(p.latitude, p.longitude) for p in named if name_key(p.name) == name_key(best.name)} - {(None, None)}
    pointed = next((p for p in named if (p.latitude, p.longitude) in points), best) if len(points) == 1 else best
    if name_key(pointed.name) != name_key(best.name):
        pointed = best
    sure = len(points) == 1
    return EventPlace(
        best.name,
        best.kind,
        pointed.country or best.country,
        pointed.latitude if sure else None,
        pointed.longitude if sure else None,
        pointed.radius if sure else None,
    )


def _places(library: Library, told: _Told) -> list[PlaceMention]:
    """The places where one report puts the event: behind a word of place, or what it befell or visited; never the actors.

    What it happened in or at comes before what it went to or came from.
    """
    part, event = library.parts.get((told.report, told.event.part)), told.event
    people = [p.span for p in (event.actors if event.type in _ON_PLACES else (*event.actors, *event.recipients))]
    listed = part.places if part is not None else ()
    apart = [p for p in listed if p.span in event.places and not any(overlap(p.span, span) for span in people)]
    led = [(p, _led_by(part, event, p)) for p in apart] if part is not None else []
    best = min((rank for _, rank in led), default=_NO_PLACE)
    return [p for p, rank in led if rank == best and rank < _NO_PLACE]


_IN = frozenset("across along amid around at beside in inside near off on outside throughout within".split())
_TOWARDS = frozenset("from into of over through to toward towards".split())
_NO_PLACE = 2
# Types whose recipient may be the place where they take place: one attacks, visits or leaves a town.
_ON_PLACES = frozenset(("ASSAULT", "CONSULT", "MOBILIZE", "PROTEST", "RETREAT"))


def _led_by(part: PartAnnotations, event: Event, place: PlaceMention) -> int:
    """0 for a place that something is in, 1 for one that it goes to or befalls, 2 for a name that tells no place."""
    inside = tokens_within(part.tokens, place.span)
    if inside.last == inside.first:
        return 0
    head = head_of(part.tokens, inside)
    words = {part.tokens[c].word.lower() for c in children(part.tokens, head) if part.tokens[c].relation == "case"}
    if words & _IN:
        return 0
    above = part.tokens[head].head
    visited = above >= 0 and part.tokens[head].relation == "obj" and part.tokens[above].start == event.trigger.start
    return 1 if words & _TOWARDS or visited else _NO_PLACE


def _names(library: Library, people: Iterable[Participant]) -> tuple[str, ...]:
    found = (library.actors.get(library.actor_of.get(p.entity or "") or "") for p in people)
    named = (a.name if a else p.name for a, p in zip(found, people, strict=True))
    return tuple(dict.fromkeys(named))
