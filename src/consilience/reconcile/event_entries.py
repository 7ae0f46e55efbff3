"""Coded events over the reports of a story: the same act by the same actors, told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from consilience.model.account import EventEntry
from consilience.model.event import Event, Participant
from consilience.model.ids import content_id
from consilience.model.spans import Passage
from consilience.reconcile.entities import name_key
from consilience.reconcile.library import Library, passages_at

_Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def event_entries(library: Library) -> tuple[EventEntry, ...]:
    """Events that agree in type, status and all who take part are one; those that most reports tell come first."""
    grouped: defaultdict[_Key, list[tuple[str, Event]]] = defaultdict(list)
    for report, told in library.reports.items():
        for event in told.events:
            grouped[_key(library, report, event)].append((report, event))
    entries = [_entry(library, key, told) for key, told in grouped.items()]
    return tuple(sorted(entries, key=lambda e: (-len({p.report for p in e.passages}), e.type, e.id)))


def _key(library: Library, report: str, event: Event) -> _Key:
    """What must agree; an event without two sides is compared with none but its own sentence."""
    actors, recipients = _ids(library, event.actors), _ids(library, event.recipients)
    if not actors or not recipients:
        recipients = (*recipients, f"{report} {event.sentence.start}")
    return event.type, event.status, actors, recipients


def _ids(library: Library, people: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted({library.actor_of.get(p.entity or "") or f"={name_key(p.name)}" for p in people}))


def _entry(library: Library, key: _Key, told: list[tuple[str, Event]]) -> EventEntry:
    first = told[0][1]
    passages = tuple(p for report, e in told for p in passages_at(library, report, e.part, (e.sentence,)))
    return EventEntry(
        id="e" + content_id("event", key),
        type=key[0],
        status=key[1],
        actors=_names(library, first.actors),
        recipients=_names(library, first.recipients),
        events=tuple(sorted(event.id for _, event in told)),
        passages=tuple(dict.fromkeys(passages)) or (Passage(told[0][0], first.part, first.sentence),),
    )


def _names(library: Library, people: Iterable[Participant]) -> tuple[str, ...]:
    found = (library.actors.get(library.actor_of.get(p.entity or "") or "") for p in people)
    named = (a.name if a else p.name for a, p in zip(found, people, strict=True))
    return tuple(dict.fromkeys(named))
