"""Lemmas as the rules look them up, and which nouns stand for people or bodies that can act."""

from __future__ import annotations

from functools import cache

from consilience.lexicons import records, table, word_set
from consilience.model.annotations import Token


def is_person_noun(lemma: str) -> bool:
    """Whether a noun stands for people or bodies that can act."""
    listed = (("plover", "actor_nouns"), ("speakers", "persons"), ("speakers", "bodies"), ("persons", "nouns"))
    return any(lemma.removeprefix("ex-").removeprefix("co-") in word_set(*place) for place in listed)


def lemma_of(token: Token) -> str:
    """The lemma in lower case; a verb form that was cut at the wrong place is mended where a known verb stands there."""
    lemma, word = token.lemma.lower(), token.word.lower()
    if token.pos == "NOUN" and word.endswith("men"):
        return word[:-2] + "an"
    if token.pos == "NOUN" and lemma.endswith("ie") and lemma[:-2] + "y" in word_set("plover", "actor_nouns"):
        return lemma[:-2] + "y"
    if token.pos != "VERB" or lemma in _verbs():
        return lemma
    cuts = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"))
    mended = [word.removesuffix(end) + new for end, new in cuts if word.endswith(end)]
    mended += [m[:-1] for m in mended if len(m) > 3 and m[-1] == m[-2]]
    known = next((m for m in mended if m in _verbs()), None)
    if known is None and token.tag == "VBZ" and lemma == word:
        return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return known or lemma


@cache
def _verbs() -> frozenset[str]:
    acts = frozenset(table("acts", "acts"))
    coded = frozenset(str(v) for act in records("plover", "acts") for v in _listed(act.get("verbs")))
    lists = ("calling_off", "light_verbs", "planning", "realising", "threatening", "undoing", "unreal", "wishing")
    governing = {word for name in lists for phrase in word_set("plover", name) for word in phrase.split()[:1]}
    return acts | coded | governing


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
