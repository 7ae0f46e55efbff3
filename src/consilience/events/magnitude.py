"""How large an event was: every value that its sentence reports, of dead, injured, people, money, weapons or time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from consilience.events.ground import Ground, lemma_of
from consilience.lexicons import word_set
from consilience.model.annotations import Quantity
from consilience.model.event import EventType, Magnitude, MagnitudeKind
from consilience.model.spans import covers
from consilience.parses import above
from consilience.trees import tokens_within

_DEADLY = frozenset(
    {"assassinate", "dead", "death", "die", "execute", "fatality", "kill", "massacre", "murder", "slaughter", "slay"}
)
_HURTING = frozenset({"hurt", "injure", "injury", "maim", "wound"})
_WEAPONS = frozenset(
    "aircraft battery bomb destroyer drone frigate gun helicopter jet missile projectile rifle rocket round shell submarine "
    "tank torpedo warhead warplane warship weapon".split()
)
_BEFALLEN: Mapping[str, MagnitudeKind] = MappingProxyType(
    {
        "arrested": "people",
        "dead": "dead",
        "detained": "people",
        "injured": "injured",
        "killed": "dead",
        "wounded": "injured",
    }
)
_HARM: tuple[EventType, ...] = ("ASSAULT", "COERCE", "PROTEST")
_TERMS: tuple[EventType, ...] = ("SANCTION", "COERCE")
_SPANS = ("day", "hour", "month", "week", "year")


def magnitudes(ground: Ground, kind: EventType, trigger: int, clause: Sequence[int]) -> tuple[Magnitude, ...]:
    """The values that the sentence of the trigger gives for an event of this type, in text order."""
    sentence = ground.parse.sentences[ground.parse.sentence_of[trigger]].span
    inside = set(clause)
    found = []
    for quantity in sorted(ground.annotated.quantities, key=lambda q: q.span):
        if covers(sentence, quantity.span):
            told = _kind(ground, quantity, kind, inside)
            if told is not None:
                found.append(Magnitude(told, quantity.low, quantity.high, quantity.unit, quantity.hedge, quantity.span))
    return tuple(found)


def _kind(ground: Ground, quantity: Quantity, kind: EventType, inside: set[int]) -> MagnitudeKind | None:
    if quantity.unit in _BEFALLEN:
        return _BEFALLEN[quantity.unit]
    tokens = range(*tokens_within(ground.parse.tokens, quantity.span))
    harm = _harm(ground, tokens) if kind in _HARM else None
    if harm is not None:
        return harm
    if not inside.intersection(tokens):
        return None
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        return "money"
    if quantity.unit in _WEAPONS:
        return "weapons"
    if quantity.unit in _SPANS:
        return "time" if kind in _TERMS else None
    return "people" if quantity.unit == "person" or quantity.unit in word_set("plover", "actor_nouns") else None


def _harm(ground: Ground, tokens: range) -> MagnitudeKind | None:
    """Dead or injured, by what the number counts and what stands right over or under it ("12 dead", "killed 12 people")."""
    parse = ground.parse
    for index in tokens:
        near = (index, *parse.kids[index], *above(parse, index)[:2])
        for lemma in (lemma_of(parse.tokens[i]) for i in near):
            if lemma in _DEADLY:
                return "dead"
            if lemma in _HURTING:
                return "injured"
    return None
