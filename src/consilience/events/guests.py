"""Welcoming: a guest who is received is a visit, not praise."""

from __future__ import annotations

from dataclasses import replace

from consilience.events.arguments import obliques
from consilience.events.ground import Ground, lemma_of, name_of
from consilience.events.matching import Match
from consilience.events.rules import verb_rules
from consilience.lexicons import word_set

_HOMES = frozenset(
    {"capital", "country", "estate", "home", "house", "mansion", "office", "palace", "residence", "summit", "talks"}
)


def as_visit(ground: Ground, at: int, found: Match) -> Match:
    """ "Welcomed the premier to his estate": guest and host; anything else as it is."""
    if found.rule.name != "praise or back" or lemma_of(ground.parse.tokens[at]) != "welcome":
        return found
    names = [name_of(ground, i) for i in found.recipients]
    guests = bool(names) and all(n is not None and n.type == "PERSON" for n in names)
    if not guests or not any(_is_home(ground, case, k) for case, k in obliques(ground.parse, at)):
        return found
    rule = next(r for r in verb_rules()["receive"] if r.name == "receive somebody")
    return replace(found, rule=rule, actors=found.recipients, recipients=found.actors)


def _is_home(ground: Ground, case: str, index: int) -> bool:
    name, lemma = name_of(ground, index), lemma_of(ground.parse.tokens[index])
    placed = name is not None and name.type == "LOC"
    return case in ("at", "for", "in", "to") and (placed or lemma in _HOMES | word_set("places", "facility_words"))
