"""The mode of an act: what its rule says, else what the words of its clause show, or what is asked, refused or threatened."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cache

from consilience.events.ground import Ground, lemma_of
from consilience.events.hints import hinted
from consilience.events.rules import ActRule
from consilience.lexicons import records
from consilience.parses import below, kid

_AIMS = ("xcomp", "ccomp", "obj", "obl")
_GENERAL = ("demo",)


def mode_of(ground: Ground, rule: ActRule, trigger: int, clause: Sequence[int]) -> str | None:
    """The mode of an act at a trigger, whose clause has these tokens; None where nothing shows one."""
    if rule.mode and rule.mode not in _GENERAL:
        return rule.mode
    aimed = _of_aim(ground, rule, trigger)
    if aimed is not None:
        return aimed
    lemmas = [lemma_of(ground.parse.tokens[i]) for i in clause]
    shown = {*lemmas, *(f"{first} {second}" for first, second in itertools.pairwise(lemmas))}
    return next((mode for mode, words in _by_words(rule.type) if words & shown), rule.mode)


def _of_aim(ground: Ground, rule: ActRule, trigger: int) -> str | None:
    modes = _by_aim(rule.type)
    aims = [kid(ground.parse, trigger, relation) for relation in _AIMS] if modes else []
    for index in (k for aim in aims if aim is not None for k in (aim, *below(ground.parse, aim))):
        for hint in hinted(lemma_of(ground.parse.tokens[index])):
            if hint.removeprefix("rule ") in modes:
                return modes[hint.removeprefix("rule ")]
    return None


@cache
def _by_words(kind: str) -> tuple[tuple[str, frozenset[str]], ...]:
    rows = [row for row in records("plover_modes", "modes") if row["type"] == kind]
    return tuple((str(row["mode"]), _words(row["words"])) for row in rows)


@cache
def _by_aim(kind: str) -> Mapping[str, str]:
    rows = [row for row in records("plover_modes", "of_aim") if row["type"] == kind]
    return {
        each: mode for row in rows for mode, listed in row.items() if mode != "type" for each in sorted(_words(listed))
    }


def _words(listed: object) -> frozenset[str]:
    return frozenset(str(word) for word in listed) if isinstance(listed, list) else frozenset()
