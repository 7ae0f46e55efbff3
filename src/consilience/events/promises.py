"""What a promise promises makes its type: harm is a threat, not to comply a refusal, to withdraw or give up a concession."""

from __future__ import annotations

from dataclasses import replace

from consilience.events.ground import Ground, lemma_of
from consilience.events.matching import Match
from consilience.lexicons import word_set

CONFLICT = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION")
_DEFYING = frozenset({"defy", "disobey", "disregard", "flout", "ignore", "resist"})
_CROWDS = frozenset({"activist", "demonstrator", "protester", "protestor", "striker", "student", "worker", "youth"})
_STAYING = frozenset({"continue", "remain", "return", "stay"})
_GIVING_UP = frozenset(
    {"abandon", "cease", "denuclearise", "denuclearize", "disarm", "dismantle", "freeze", "release", "withdraw"}
)


def as_promised(ground: Ground, found: Match, act: int | None, nested: Match | None) -> Match:
    """The match of a promise by the act that is promised; `nested` is the match of that act, where one fits."""
    if act is None:
        return found
    lemma, kind = lemma_of(ground.parse.tokens[act]), nested.rule.type if nested is not None else ""
    if lemma in _DEFYING:
        return replace(found, rule=replace(found.rule, type="REJECT", mode="yield"))
    crowd = {lemma_of(ground.parse.tokens[i]) for i in found.actors} & _CROWDS
    if lemma in word_set("plover", "hostile") or kind in CONFLICT or (crowd and lemma in _STAYING):
        return replace(found, rule=replace(found.rule, type="THREATEN", mode=None))
    if lemma in _GIVING_UP or kind == "RETREAT":
        return replace(found, rule=replace(found.rule, type="CONCEDE", mode=None))
    return found
