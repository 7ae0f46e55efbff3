"""The weighed words of a clause: actors under their id, acts under their class, things under one spelling."""

from __future__ import annotations

from collections.abc import Mapping

from consilience.claims.acts import act_of
from consilience.claims.marks import is_nobody
from consilience.claims.people import thing_of, tokens_at
from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations
from consilience.model.event import Proposition
from consilience.wording import fold

_WEIGHTS = {"NOUN": 3, "PROPN": 3, "NUM": 2, "VERB": 2, "ADJ": 2, "ADV": 1}


def bag_of(proposition: Proposition, part: PartAnnotations, owners: Mapping[int, str]) -> dict[str, int]:
    """The content words of a proposition with their weights; `owners` names the actor of a token."""
    light = word_set("acts", "light")
    bag: dict[str, int] = {}
    for index, token in tokens_at(part, proposition.spans):
        actor = owners.get(index)
        if is_nobody(part.tokens, index):
            bag["nobody"] = _WEIGHTS["NOUN"]
            continue
        if actor is not None:
            bag[actor] = 2
            continue
        weight = _WEIGHTS.get(token.pos, 0)
        lemma = fold(token.lemma or token.word)
        if weight and lemma not in light and any(c.isalnum() for c in lemma):
            bag[thing_of(lemma) if token.pos in ("NOUN", "ADJ", "PROPN") else act_of(lemma)] = weight
    return bag
