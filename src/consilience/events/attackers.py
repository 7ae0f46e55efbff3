"""Who did it where the words stand apart from the act: "was killed in a Freedonian raid"."""

from __future__ import annotations

from consilience.events.arguments import is_passive, obliques
from consilience.events.ground import Ground, is_somebody, members, name_of
from consilience.events.lemmas import lemma_of
from consilience.events.matching import Match
from consilience.events.owners import owners
from consilience.events.rules import ActRule
from consilience.parses import below, kid

_ATTACKS = frozenset(
    "airstrike ambush assault attack bombardment bombing bullet gunfire offensive raid rampage shelling shooting shot "
    "strike".split()
)
_RAIDS = frozenset({"blitz", "crackdown", "operation", "raid", "search", "sting", "sweep", "swoop"})
_FORCES = ("army", "military", "navy", "police")
_CASES = ("after", "by", "during", "from", "in")


def in_whose_attack(ground: Ground, verb: int, found: Match) -> tuple[int, ...]:
    """Whose attack it was in which somebody was hurt; a town before the noun only says where."""
    acts = _ATTACKS if found.rule.type == "ASSAULT" else _RAIDS if found.rule.mode == "arrest" else frozenset()
    if found.actors or not acts or not is_passive(ground.parse, verb):
        return ()
    for case, noun in obliques(ground.parse, verb):
        if case in _CASES and noun > verb and lemma_of(ground.parse.tokens[noun]) in acts:
            forces = forces_before(ground, noun)
            who = (o for o in owners(ground, noun) if is_somebody(ground, o) and not _is_scene(ground, o))
            return tuple(w for w in (forces or tuple(who)) if w not in found.recipients)
    return ()


def forces_before(ground: Ground, noun: int) -> tuple[int, ...]:
    """ "A police shooting": a force named before an act noun or a weapon."""
    before = (k for k in ground.parse.kids[noun] if ground.parse.tokens[k].relation == "compound")
    return tuple(k for k in before if ground.parse.tokens[k].word.lower() in _FORCES)


def _is_scene(ground: Ground, index: int) -> bool:
    """Whether a place that is no country stands there."""
    name, at = name_of(ground, index), ground.parse.tokens[index].start
    if name is None or name.type != "LOC":
        return False
    return not any(p.kind == "country" and p.span.start <= at < p.span.end for p in ground.annotated.places)


def set_off_by(ground: Ground, noun: int, rule: ActRule) -> tuple[int, ...]:
    """ "The abduction of the ship, which had 18 men on board, by pirates", where the tree hangs the pirates on "had"."""
    if "by" not in rule.by:
        return ()
    for index in below(ground.parse, noun):
        verb, by = ground.parse.tokens[index].head, kid(ground.parse, index, "case")
        if by is None or index < noun or verb < 0 or ground.parse.tokens[index].relation != "obl":
            continue
        apart = ground.parse.tokens[by].word.lower() == "by" and ground.parse.tokens[by - 1].word == ","
        if apart and not is_passive(ground.parse, verb) and ground.parse.tokens[verb].relation == "acl:relcl":
            return tuple(m for m in members(ground, index) if is_somebody(ground, m))
    return ()
