"""Who killed or wounded somebody where only the attack is told beside the verb ("was killed in a Freedonian raid")."""

from __future__ import annotations

from consilience.events.arguments import is_passive, obliques
from consilience.events.ground import Ground, is_somebody, name_of
from consilience.events.lemmas import lemma_of
from consilience.events.matching import Match
from consilience.events.owners import owners

_ATTACKS = frozenset(
    "airstrike ambush assault attack bombardment bombing gunfire offensive raid rampage shelling shooting strike".split()
)
_CASES = ("after", "by", "during", "from", "in")


def in_whose_attack(ground: Ground, verb: int, found: Match) -> tuple[int, ...]:
    """Whose attack it was in which somebody was hurt; a town before the noun only says where."""
    if found.rule.type != "ASSAULT" or found.actors or not is_passive(ground.parse, verb):
        return ()
    for case, noun in obliques(ground.parse, verb):
        if case in _CASES and noun > verb and lemma_of(ground.parse.tokens[noun]) in _ATTACKS:
            who = tuple(o for o in owners(ground, noun) if is_somebody(ground, o) and not _is_scene(ground, o))
            return tuple(w for w in who if w not in found.recipients)
    return ()


def _is_scene(ground: Ground, index: int) -> bool:
    """Whether a place that is no country stands there."""
    name, at = name_of(ground, index), ground.parse.tokens[index].start
    if name is None or name.type != "LOC":
        return False
    return not any(p.kind == "country" and p.span.start <= at < p.span.end for p in ground.annotated.places)
