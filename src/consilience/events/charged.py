"""Who is charged with, held for or convicted of the act that a noun tells ("was charged with the murder of Ada Brook")."""

from __future__ import annotations

from consilience.events.arguments import arguments
from consilience.events.ground import Ground, is_somebody, lemma_of, members
from consilience.events.matching import Match, case_of
from consilience.events.reality import verb_status
from consilience.events.rules import ActRule
from consilience.model.event import EventStatus
from consilience.parses import kid

_CHARGED = frozenset(
    "accuse arraign arrest charge convict detain hold indict imprison jail question sentence suspect try want".split()
)
_CONVICTED = ("convict", "imprison", "jail", "sentence")
_BETWEEN = ("charge", "connection", "count", "suspicion", "trial")
_OF_ITS_SUBJECT = ("face", "go", "plead", "stand", "trial")
_CASES = ("for", "in", "of", "on", "over", "to", "with")
_STEPS = 3


def charged_with(ground: Ground, noun: int, rule: ActRule) -> tuple[int, ...]:
    """Who is said to have done it, because they are charged with it or were convicted of it."""
    verb = _charging(ground, noun) if rule.type == "ASSAULT" and "befalls" in rule.flags else None
    if verb is None:
        return ()
    if lemma_of(ground.parse.tokens[verb]) == "suspect" and ground.parse.tokens[verb].pos == "NOUN":
        return (verb,)
    args = arguments(ground, verb)
    undergoers = (args.subject,) if lemma_of(ground.parse.tokens[verb]) in _OF_ITS_SUBJECT else args.objects
    return tuple(m for u in undergoers if u is not None for m in members(ground, u) if is_somebody(ground, m))


def charged_status(ground: Ground, noun: int, found: Match) -> tuple[EventStatus, str] | None:
    """How real the act is for whom somebody is charged with it, or None where nobody is."""
    verb = _charging(ground, noun) if found.rule.type == "ASSAULT" and found.actors else None
    if verb is None or not set(found.actors) <= set(charged_with(ground, noun, found.rule)):
        return None
    tokens = ground.parse.tokens
    convicted = lemma_of(tokens[verb]) in _CONVICTED or _is_found_guilty(ground, verb)
    real = convicted and tokens[verb].pos == "VERB" and verb_status(ground, verb)[0] in ("happened", "historical")
    return ("happened", "somebody was convicted of it") if real else ("hypothetical", "only an accusation")


def _charging(ground: Ground, noun: int) -> int | None:
    """The verb that says who is charged with the act, or the noun "suspect"."""
    tokens, at = ground.parse.tokens, noun
    for _ in range(_STEPS):
        above = tokens[at].head
        if above < 0 or not _leads_on(ground, at):
            return None
        lemma = lemma_of(tokens[above])
        if tokens[above].pos == "VERB":
            on_trial = any(lemma_of(tokens[k]) == "trial" for k in ground.parse.kids[above])
            tried = lemma in _OF_ITS_SUBJECT and (at != noun or on_trial)
            return above if tried or lemma in _CHARGED or _is_found_guilty(ground, above) else None
        if lemma == "trial" and kid(ground.parse, above, "cop") is not None:
            return above
        if lemma == "suspect":
            return above
        if lemma == "guilty":
            above = tokens[above].head
            return above if above >= 0 and _is_found_guilty(ground, above) else None
        if lemma not in _BETWEEN:
            return None
        at = above
    return None


def _leads_on(ground: Ground, index: int) -> bool:
    """Whether a phrase hangs on what is above it by one of the prepositions, or is what somebody faces."""
    token = ground.parse.tokens[index]
    if token.relation == "obj":
        return lemma_of(token) in _BETWEEN
    return token.relation in ("nmod", "obl", "obl:arg") and case_of(ground, index) in _CASES


def _is_found_guilty(ground: Ground, verb: int) -> bool:
    """ "Was found guilty", "pleaded guilty"."""
    word = kid(ground.parse, verb, "xcomp", "obj", "advcl")
    guilty = word is not None and ground.parse.tokens[word].word.lower() == "guilty"
    return guilty and lemma_of(ground.parse.tokens[verb]) in ("find", "plead")
