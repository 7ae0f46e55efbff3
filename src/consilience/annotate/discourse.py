"""Who has been spoken of so far: the spots where entities stand, in text order, while references are resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from consilience.lexicons import word_set
from consilience.model.annotations import Entity
from consilience.parses import Parse
from consilience.quotation import Quotation, inside

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_PERSON_TYPES = ("person",)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where one or, in a compound, several entities stand."""

    token: int
    sentence: int
    entities: tuple[str, ...]
    subject: bool
    quoted: bool


@dataclass(slots=True)
class Discourse:
    """What the resolution of one part knows at a point of the text; grows while the part is read."""

    parse: Parse
    quotes: tuple[Quotation, ...]
    entities: dict[str, Entity]
    spots: list[Spot] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def add(self, token: int, entities: Sequence[str]) -> None:
        """Note that entities stand at a token."""
        sentence = self.parse.sentence_of[token]
        self.spots.append(Spot(token, sentence, tuple(entities), is_subject(self.parse, token), self.quoted(token)))

    def quoted(self, token: int) -> bool:
        """Whether the token stands inside quotation marks."""
        return inside(self.quotes, self.parse.tokens[token].start) is not None

    def gender(self, entity: str) -> str:
        """'female', 'male', or nothing while unknown."""
        if entity not in self.genders:
            self.genders[entity] = gender_of(self.entities[entity])
        return self.genders[entity]

    def persons(self, low: int, high: int, quoted: bool = False) -> list[Spot]:
        """Spots of single persons in the sentences from `low` to `high`, both included, in text order."""
        return [s for s in self.spots if low <= s.sentence <= high and s.quoted <= quoted and self.is_person(s)]

    def is_person(self, spot: Spot) -> bool:
        """Whether the spot is one person."""
        return len(spot.entities) == 1 and self.entities[spot.entities[0]].type in _PERSON_TYPES


def is_subject(parse: Parse, token: int) -> bool:
    """Whether the token is, or is conjoined with, a subject."""
    while parse.tokens[token].relation in ("conj", "appos", "flat", "compound") and parse.tokens[token].head >= 0:
        token = parse.tokens[token].head
    return parse.tokens[token].relation in _SUBJECTS


def gender_of(entity: Entity) -> str:
    """A person's gender by describing words and first name: 'female', 'male', or nothing where they do not tell."""
    words = {word for described in entity.described for word in described.split()}
    first = entity.name.split(" ")[0]
    for gender in ("female", "male"):
        if words & word_set("speakers", gender):
            return gender
    for gender in ("female", "male"):
        if first in word_set("speakers", f"{gender}_names"):
            return gender
    return ""
