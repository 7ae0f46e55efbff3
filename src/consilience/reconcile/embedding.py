"""Clauses that their sentence does not assert: what somebody doubts, what holds only under a condition, what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, statement_of
from consilience.trees import children, is_negated, tokens_within

_STEPS = 6  # words up from an act in which what takes it back may stand
_CONDITIONS = frozenset(("if", "lest", "provided", "unless"))
_SET_OFF = frozenset((",", ";", ":", "(", "–", "—", "--", "-"))
_INSIDE = ("ccomp", "conj", "csubj", "xcomp")


def conditional(library: Library, proposition: Proposition) -> bool:
    """Whether a clause is a condition or stands inside one: then nobody says that it is so."""
    tokens, at = _act(library, proposition)
    for _ in range(_STEPS):
        if at is None or at < 0:
            return False
        if tokens[at].relation == "advcl":
            return bool(_marks(tokens, at) & _CONDITIONS)
        if tokens[at].relation not in _INSIDE:
            return False
        at = tokens[at].head
    return False


def doubted(library: Library, proposition: Proposition) -> bool:
    """Whether the verb that a clause hangs on takes it back ("I do not think …", "they doubt that …") or asks for it."""
    tokens, at = _act(library, proposition)
    cue = _cue(library, proposition)
    for _ in range(_STEPS):
        if at is None or tokens[at].relation not in _INSIDE or tokens[at].head < 0:
            return False
        above = tokens[at].head
        if above in cue:
            return False
        if tokens[at].relation != "conj" and (
            is_negated(tokens, above)
            or tokens[above].lemma.casefold() in word_set("reading", "unsure_verbs")
            or "whether" in _marks(tokens, at)
        ):
            return True
        at = above
    return False


def embedded(library: Library, proposition: Proposition) -> bool:
    """Whether a clause is what another verb than that of its speaker is about ("the tests show that …")."""
    tokens, at = _act(library, proposition)
    if at is None or tokens[at].relation not in ("ccomp", "csubj") or tokens[at].head < 0:
        return False
    return tokens[at].head not in _cue(library, proposition)


def _act(library: Library, proposition: Proposition) -> tuple[Sequence[Token], int | None]:
    part = library.parts[proposition.report, proposition.part]
    return part.tokens, act_token(part, proposition.act_span)


def _cue(library: Library, proposition: Proposition) -> range:
    statement = statement_of(library, proposition)
    if statement is None or statement.cue is None or statement.part != proposition.part:
        return range(0)
    return range(*tokens_within(library.parts[proposition.report, proposition.part].tokens, statement.cue))


def _marks(tokens: Sequence[Token], at: int) -> set[str]:
    return {tokens[c].word.casefold() for c in children(tokens, at) if tokens[c].relation == "mark"}


def only_tells_which(library: Library, proposition: Proposition) -> bool:
    """Whether a clause only says which one is meant ("the flood that killed two"): no comma sets it off as news."""
    tokens, at = _act(library, proposition)
    if at is None or proposition.noun or not tokens[at].relation.startswith("acl") or tokens[at].head < 0:
        return False
    first = min((i for i in _below(tokens, at) if i > tokens[at].head), default=at)
    return first > 0 and tokens[first - 1].word not in _SET_OFF


def _below(tokens: Sequence[Token], at: int) -> list[int]:
    """A word and all that hang on it, marks left out."""
    found = [at]
    for one in found:
        found += [c for c in children(tokens, one) if tokens[c].relation != "punct"]
    return found
