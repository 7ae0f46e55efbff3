"""On which side of the report's day something lies, from the tense of the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.time import Direction
from consilience.trees import children

_SHALL = {"will", "would", "shall", "'ll", "’ll", "wo", "ll"}
_VERBAL = ("VERB", "AUX")


def direction_at(tokens: Sequence[Token], index: int) -> Direction:
    """The side of the nearest verb above the token that shows a tense; unknown where none does."""
    for _ in range(10):
        side = _side_of(tokens, index)
        if side is not None:
            return side
        if tokens[index].head < 0:
            break
        index = tokens[index].head
    return "unknown"


def _side_of(tokens: Sequence[Token], index: int) -> Direction | None:
    """What the token itself and its auxiliaries say; None to go on looking above it."""
    token = tokens[index]
    helpers = [tokens[c] for c in children(tokens, index) if tokens[c].relation in ("aux", "aux:pass", "cop")]
    if any(tokens[c].relation == "mark" and tokens[c].lemma.lower() == "due" for c in children(tokens, index)):
        return "future"
    if token.pos not in _VERBAL and not helpers:
        return "future" if _looks_ahead(token) and token.pos == "ADJ" else None
    if _looks_ahead(token) and token.tag != "VB":
        return "future"
    said: Direction | None = "future" if _hangs_ahead(tokens, token) else _from_helpers(helpers)
    if said is not None:
        return said
    if token.tag == "VBD" or (token.tag == "VBN" and not helpers):
        return "past"
    if token.tag in ("VBZ", "VBP") or helpers:
        return "unknown"
    return None


def _hangs_ahead(tokens: Sequence[Token], token: Token) -> bool:
    """Whether the token is an infinitive under a word that looks ahead, whatever auxiliary the tree gives it."""
    open_form = token.tag == "VB" and token.head >= 0 and token.relation in ("xcomp", "acl", "ccomp", "advcl")
    return open_form and _looks_ahead(tokens[token.head])


def _from_helpers(helpers: Sequence[Token]) -> Direction | None:
    words = {h.word.lower() for h in helpers}
    if "have" in words and any(h.tag == "MD" for h in helpers):
        return "past"
    if words & _SHALL or any(h.tag == "MD" for h in helpers):
        return "future"
    if any(h.tag == "VBD" for h in helpers) or words & {"has", "have", "had", "'ve", "did"}:
        return "past"
    return None


def _looks_ahead(token: Token) -> bool:
    return token.lemma.lower() in word_set("times", "ahead")
