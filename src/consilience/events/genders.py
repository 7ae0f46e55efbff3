"""Whether a report calls a person by a title, a name or a word of the other gender than a pronoun."""

from __future__ import annotations

from consilience.events.lookups import Ground
from consilience.lexicons import word_set
from consilience.model.annotations import Entity

_FEMALE = ("Miss", "Mrs.", "Mrs", "Ms.", "Ms")
_MALE = ("Mr.", "Mr", "Sir")
_SAID = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


def is_called_otherwise(ground: Ground, index: int, entity: Entity) -> bool:
    """Whether "he" is taken for a woman, or "she" for a man, as far as name, title and describing words tell."""
    said = _SAID.get(ground.parse.tokens[index].word.lower())
    known = gender_told(ground, entity) if said is not None and entity.type == "person" else ""
    return known not in ("", said)


def gender_told(ground: Ground, entity: Entity) -> str:
    """ "female", "male" or nothing, by the title before the surname, the words for the person, and the first name."""
    text, last = ground.parse.text, entity.name.split()[-1]
    titled = {
        gender
        for gender, titles in (("female", _FEMALE), ("male", _MALE))
        if any(f"{title} {name}" in text for title in titles for name in {last, entity.name})
    }
    if len(titled) == 1:
        return titled.pop()
    words = {word for described in entity.described for word in described.split()}
    told = {g for g in ("female", "male") if words & word_set("speakers", g)}
    if len(told) == 1:
        return told.pop()
    first = entity.name.split()[0]
    return next((g for g in ("female", "male") if first in word_set("speakers", f"{g}_names")), "")
