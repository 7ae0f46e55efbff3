"""What stands in an act's words and is no side of it: where it was done, whose thing was thrown."""

from __future__ import annotations

from collections.abc import Iterable

from consilience.events.ground import Ground, lemma_of, name_of, participant
from consilience.events.rules import ActRule
from consilience.lexicons import word_set

_HOUSES = frozenset(
    "bank base company club department factory firm headquarters ministry newspaper office party plant".split()
)


def is_own_act(rule: ActRule) -> bool:
    """ "Threw Brook bombs", "joined the city's march", "the mayor's lawsuit": whose act it is is not at whom it is aimed."""
    return rule.name == "take to court" or rule.type == "PROTEST"


def is_scene(rule: ActRule, case: str) -> bool:
    """ "Opened fire at the Northport feast": where it was done, whosever feast it was."""
    return rule.type == "ASSAULT" and case in ("at", "in")


def is_house(ground: Ground, rule: ActRule, index: int) -> bool:
    """ "Opened fire at the University of Arven", "at an office": a house or a firm where people were."""
    if rule.name not in ("open fire", "shoot"):
        return False
    name, lemma = name_of(ground, index), lemma_of(ground.parse.tokens[index])
    if name is not None:
        return name.type in ("LOC", "ORG") and not _of_arms(participant(ground, index).sectors)
    return lemma in word_set("places", "facility_words") or lemma in _HOUSES


def _of_arms(sectors: Iterable[str]) -> bool:
    return bool({"COP", "MIL", "PRM", "REB", "UAF"} & set(sectors))
