"""Surnames that two people of a report share: who is meant by one alone is not told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from consilience.model.annotations import Entity
from consilience.model.spans import TokenRange
from consilience.parses import Parse, words_of

_NEAR = 24  # characters
_RELATIVES = frozenset(
    "brother cousin daughter father grandfather grandson husband lady mother nephew niece sister son widow wife".split()
)
_AFTER = ("II", "III", "IV", "Jr.", "Sr.", "Jr", "Sr")


def shares_surname(entities: Mapping[str, Entity], entity: Entity, words: str, text: str) -> bool:
    """Whether the words are a surname alone and the text names somebody else of that surname ("Khan" of two), or names in
    full only a relative ("Brook … and his wife, Ada Brook").
    """
    if entity.type != "person" or len(words.split()) > 1 or entity.name == words:
        return False
    if _surname(entity.name) == words and _is_a_relative(entity.name, text):
        return True
    namesakes = (e for e in entities.values() if e.type == "person" and e.id != entity.id)
    return _surname(entity.name) == words and any(_surname(e.name) == words and " " in e.name for e in namesakes)


def _is_a_relative(name: str, text: str) -> bool:
    """Whether a word for a relative stands before the full name wherever the text has it, and the surname alone before it."""
    found = [m.start() for m in re.finditer(re.escape(name), text)]
    before = [set(re.findall(r"[a-z]+", text[max(0, at - _NEAR) : at].lower())) for at in found]
    return bool(found) and _surname(name) in text[: found[0]] and all(words & _RELATIVES for words in before)


def _surname(name: str) -> str:
    """The last word of a name that is no "Jr." or number."""
    return next((word for word in reversed(name.split()) if word not in _AFTER), name)


def addressed(parse: Parse, stretch: TokenRange, words: str) -> str:
    """The surname with the title before it ("Ms. Khan")."""
    told = words_of(parse, stretch)
    return told if told.split()[0] in ("Dr.", "Miss", "Mr.", "Mrs.", "Ms.") and len(told.split()) == 2 else words
