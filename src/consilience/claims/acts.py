"""Which act a clause tells, whatever the grammar: "made two failed attempts to launch", "is due to visit", "held talks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.annotations import Token
from consilience.trees import child, children
from consilience.wording import fold

_TO = {"VERB": ("xcomp", "obj", "nsubj:pass"), "ADJ": ("xcomp", "ccomp", "advcl"), "NOUN": ("acl", "nmod")}


@dataclass(frozen=True, slots=True)
class Told:
    """The act that a clause tells; whether the words say that it did not come off, or that it is still to come."""

    act: str
    failed: bool
    ahead: bool = False


def act_of(lemma: str) -> str:
    """The act that a lemma tells: its class where it has one, else the lemma itself."""
    folded = fold(lemma)
    return table("acts", "acts").get(folded, folded)


def told_act(tokens: Sequence[Token], at: int, lemma: str) -> Told:
    """The act at token `at`: what is due, tried or failed is the act named after it, what is held or made the noun's."""
    failed = ahead = False
    for _ in range(3):
        named = fold(tokens[at].lemma or lemma)
        deeper = _deeper(tokens, at, named)
        if deeper is None:
            break
        failed = failed or _fails(tokens, at, named) or _fails(tokens, deeper, fold(tokens[deeper].lemma))
        ahead = ahead or named in word_set("acts", "coming")
        at = deeper
        lemma = tokens[at].lemma or lemma
    around = child(tokens, at, "compound:prt", "advmod")
    phrase = f"{fold(lemma)} {fold(tokens[around].word)}" if around is not None else ""
    return Told(table("acts", "acts").get(phrase) or act_of(lemma), failed, ahead)


def _deeper(tokens: Sequence[Token], at: int, named: str) -> int | None:
    """The token of the act that this one only leads to."""
    if named in word_set("acts", "leading"):
        found = child(tokens, at, *_TO[tokens[at].pos if tokens[at].pos in _TO else "VERB"])
        if found is not None and tokens[found].pos in ("VERB", "NOUN"):
            return found
    if named in word_set("acts", "making"):
        found = child(tokens, at, "obj", "nsubj:pass", "xcomp")
        known = found is not None and fold(tokens[found].lemma) in _act_nouns()
        return found if known else None
    return None


def _act_nouns() -> frozenset[str]:
    return frozenset(table("acts", "acts")) | word_set("acts", "leading")


def _fails(tokens: Sequence[Token], at: int, named: str) -> bool:
    """Whether a word tells that what it leads to did not come off ("failed to", "failed attempts")."""
    failing = word_set("acts", "failing")
    return named in failing or any(fold(tokens[c].lemma) in failing for c in children(tokens, at) if c < at)
