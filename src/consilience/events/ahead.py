"""Meetings that lie ahead: what is told as ahead of them, and what a report elsewhere tells of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from consilience.events.ground import Ground, lemma_of
from consilience.model.event import Event, EventStatus
from consilience.parses import kid

_TENSES = ("MD", "VBD", "VBP", "VBZ")
_GOING = ("arrive", "depart", "fly", "head", "leave", "travel")
_UNITS = ("day", "hour", "minute", "week")
_WEAK = ("something is told of it", "something is told as before it", "present tense")
_AHEAD = "something is told as ahead of it"
_SHORTLY = "something is told as shortly before it"


def put_ahead(ground: Ground, noun: int) -> tuple[EventStatus, str] | None:
    """ "Ahead of their summit", "two days before the talks", "pushed back the meeting": it is fixed and still to come."""
    parse, token = ground.parse, ground.parse.tokens[noun]
    case = kid(parse, noun, "case")
    word = parse.tokens[case].word.lower() if case is not None else ""
    if word == "ahead":
        return "planned", _AHEAD
    if word == "before" and case is not None and _is_counted(ground, noun, case):
        return "planned", _SHORTLY
    if word == "for" and token.head >= 0 and lemma_of(parse.tokens[token.head]) in _GOING:
        return "planned", _AHEAD
    moved = token.head >= 0 and token.relation in ("obj", "nsubj:pass") and lemma_of(parse.tokens[token.head]) == "push"
    if moved and any(parse.tokens[k].word.lower() == "back" for k in parse.kids[token.head]):
        return "planned", "pushed back"
    return None


def _is_counted(ground: Ground, noun: int, case: int) -> bool:
    """Whether days or hours are counted before it, beside a verb in the present."""
    parse = ground.parse
    if case == 0 or lemma_of(parse.tokens[case - 1]) not in _UNITS:
        return False
    over, told = parse.tokens[noun].head, ""
    while over >= 0 and not told:
        helpers = [parse.tokens[k].tag for k in parse.kids[over] if parse.tokens[k].relation == "aux"]
        told = next((tag for tag in (parse.tokens[over].tag, *helpers) if tag in _TENSES), "")
        over = parse.tokens[over].head
    return told in ("VBP", "VBZ")


def lying_ahead(events: Sequence[Event], nouns: Sequence[bool]) -> tuple[Event, ...]:
    """The events, with each meeting that a mere noun names as the rest of the report tells it: to come, or held."""
    told = [e for e, noun in zip(events, nouns, strict=True) if e.type == "CONSULT" and not (noun and _is_open(e))]
    held = {_pair(e) for e in told if e.status in ("happened", "ongoing")} - {None}
    ahead = {_pair(e) for e in events if e.type == "CONSULT" and e.status == "planned" and e.mode is None}
    announced = {_pair(e) for e in told if e.status == "planned"}
    sides = (ahead - held, held - announced)
    return tuple(_placed(e, *sides) if noun else e for e, noun in zip(events, nouns, strict=True))


def _placed(event: Event, ahead: Set[frozenset[str] | None], held: Set[frozenset[str] | None]) -> Event:
    pair = _pair(event)
    if event.type != "CONSULT" or event.mode is not None or pair is None or not _is_open(event):
        return event
    if event.status == "planned":
        return _as(event, "happened", "told as held elsewhere in the report") if pair in held else event
    return _as(event, "planned", "told as to come elsewhere in the report") if pair in ahead else event


def _as(event: Event, status: EventStatus, because: str) -> Event:
    return replace(event, status=status, because=f"{event.because.rsplit('; ', 1)[0]}; {status}: {because}")


def _is_open(event: Event) -> bool:
    """Whether the words around the noun leave open if the meeting was already held when the report was written."""
    return event.because.endswith((*_WEAK, _AHEAD, _SHORTLY))


def _pair(event: Event) -> frozenset[str] | None:
    """Who meets, where all are known by name; else None."""
    known = [p.entity for p in event.actors if p.entity is not None]
    return frozenset(known) if len(known) == len(event.actors) > 1 else None
