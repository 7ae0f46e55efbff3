"""Which act a clause tells: past the verbs that only prepare it, and into the act noun of a light verb."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.events.ground import lemma_of
from consilience.events.negation import is_negated
from consilience.lexicons import word_set
from consilience.parses import Parse, kid

_CHAINS = ("planning", "unreal", "undoing", "realising")
_SPEECH_ACTS = frozenset(
    {
        "agree",
        "ask",
        "demand",
        "invite",
        "offer",
        "order",
        "pledge",
        "promise",
        "propose",
        "threaten",
        "urge",
        "vow",
        "warn",
    }
)


@dataclass(frozen=True, slots=True)
class Act:
    """The lemma of an act, the token that tells it, and the verb that has its arguments."""

    lemma: str
    token: int
    verb: int


def act_of(parse: Parse, head: int) -> Act:
    """The act of the clause at `head`."""
    verb = _inner(parse, head)
    noun = _act_noun(parse, verb)
    if noun is not None:
        return Act(lemma_of(parse.tokens[noun]), noun, verb)
    if kid(parse, verb, "cop") is not None and (
        kid(parse, verb, "case") is not None or parse.tokens[verb].pos in ("PROPN", "PRON", "NUM")
    ):
        return Act("be", verb, verb)
    particle = kid(parse, verb, "compound:prt")
    lemma = lemma_of(parse.tokens[verb])
    return Act(f"{lemma} {parse.tokens[particle].lemma.lower()}" if particle is not None else lemma, verb, verb)


def _inner(parse: Parse, verb: int) -> int:
    """The verb that the head only prepares: "plans to visit", "failed to launch"; a promise or a threat is an act itself."""
    for _ in range(3):
        lemma = lemma_of(parse.tokens[verb])
        if (
            lemma in _SPEECH_ACTS
            or kid(parse, verb, "obj") is not None
            or not any(lemma in word_set("plover", chain) for chain in _CHAINS)
        ):
            return verb
        inner = next(
            (k for k in parse.kids[verb] if parse.tokens[k].relation == "xcomp" and parse.tokens[k].pos == "VERB"), None
        )
        if inner is None:
            return verb
        verb = inner
    return verb


def _act_noun(parse: Parse, verb: int) -> int | None:
    """The act noun that is the object of a light verb, or the subject of its passive ("talks were held")."""
    if lemma_of(parse.tokens[verb]) not in word_set("plover", "light_verbs"):
        return None
    noun = kid(parse, verb, "obj", "nsubj:pass")
    if noun is None or (
        is_negated(parse, verb) and lemma_of(parse.tokens[noun]) not in word_set("plover", "act_nouns")
    ):
        return None
    return noun if lemma_of(parse.tokens[noun]) in word_set("plover", "act_nouns") else None
