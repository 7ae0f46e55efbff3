"""What people and ships do every day: they sail, walk out of a room, give the press no name; no act of politics."""

from __future__ import annotations

from consilience.events.arguments import obliques
from consilience.events.ground import Ground, entity_of, lemma_of, participant
from consilience.events.matching import Match
from consilience.parses import kid

_WALKS = ("pull out or back", "retreat")
_DOORS = frozenset("downstairs home indoors inside outdoors outside upstairs".split())
_ROOMS = frozenset("bathroom bedroom corner garden hotel house kitchen office room seat sidewalk".split())
_SHIPS = frozenset("boat destroyer ferry freighter frigate liner ship submarine tanker trawler vessel warship".split())
_HULLS = ("HMS", "INS", "MS", "MV", "SS", "USS")
_BLOWN = frozenset({"apart", "down", "off", "open", "up"})  # a cover, a chance or a whistle is blown without
_TELLING = ("disclose", "divulge", "give", "name", "offer", "provide", "release", "reveal")
_WITHHELD = frozenset(
    "age comment detail explanation figure identity information interview name number reason "
    "specific surname timeline".split()
)


def is_everyday(ground: Ground, at: int, found: Match) -> bool:
    """Whether a match is such an everyday thing."""
    name = found.rule.name
    if name in _WALKS:
        return _walks(ground, at)
    if name == "travel to":
        return any(_is_ship(ground, i) for i in found.actors)
    if name == "bomb" and lemma_of(ground.parse.tokens[at]) == "blow":
        return not {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]} & _BLOWN
    return name == "refuse to act" and _tells_nothing(ground, at)


def _walks(ground: Ground, verb: int) -> bool:
    """ "The men retreated outside", "withdrew to her room"."""
    near = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[verb]}
    return bool(near & _DOORS) or any(
        lemma_of(ground.parse.tokens[k]) in _ROOMS for _, k in obliques(ground.parse, verb)
    )


def _is_ship(ground: Ground, index: int) -> bool:
    """ "The frigate", "HMS Arven", or a name that the report calls a ship."""
    entity, called = entity_of(ground, index), participant(ground, index).name
    described = {word.lower() for d in (entity.described if entity is not None else ()) for word in d.split()}
    return called.startswith(tuple(f"{h} " for h in _HULLS)) or bool(
        {*described, lemma_of(ground.parse.tokens[index])} & _SHIPS
    )


def _tells_nothing(ground: Ground, verb: int) -> bool:
    """ "Declined to give her name"."""
    act = kid(ground.parse, verb, "xcomp", "advcl")
    if act is None or lemma_of(ground.parse.tokens[act]) not in _TELLING:
        return False
    thing = kid(ground.parse, act, "obj")
    return thing is not None and lemma_of(ground.parse.tokens[thing]) in _WITHHELD
