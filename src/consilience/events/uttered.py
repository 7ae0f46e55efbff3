"""Acts that are done by being said, where something else was done in order to say them."""

from __future__ import annotations

from consilience.events.ground import Ground, lemma_of
from consilience.events.matching import Match
from consilience.events.negation import is_negated
from consilience.events.status import INFINITIVE
from consilience.lexicons import word_set

_SAID_BY_DOING = ("applaud", "commend", "condemn", "congratulate", "denounce", "deplore", "salute", "thank")


def is_done_to_say(ground: Ground, verb: int, because: str) -> bool:
    """ "Took to the stage to condemn the raid", "called to congratulate her": what was done in order to say it, said it."""
    token = ground.parse.tokens[verb]
    if (
        because not in (INFINITIVE, "only possible (call)")
        or token.relation not in ("advcl", "xcomp")
        or token.head < 0
    ):
        return False
    over = ground.parse.tokens[token.head]
    if lemma_of(over) in word_set("plover", "undoing"):
        return False
    helpers = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[token.head]}
    done = (
        over.tag == "VBD"
        or (over.tag == "VBG" and over.relation == "advcl")
        or (over.tag == "VBN" and bool(helpers & {"had", "has", "have"}))
    )
    gathered = lemma_of(over) in ("assemble", "gather", "rally", "travel")
    free = gathered or (token.relation == "advcl" and lemma_of(over) not in ("be", "have")) or lemma_of(over) == "call"
    return done and free and over.pos == "VERB" and not is_negated(ground.parse, token.head)


def is_said_so(ground: Ground, verb: int, found: Match) -> bool:
    """ "Told him that his country offers its support", "says she apologises": done by being said, in another's words."""
    spoken = ground.parse.tokens[verb].tag in ("VBP", "VBZ") and found.rule.name in ("condemn", "praise or back")
    if spoken and lemma_of(ground.parse.tokens[verb]) in _SAID_BY_DOING:
        return True
    number = ground.owner[verb]
    if number < 0 or ground.statements[number].manner == "direct":
        return False
    return found.rule.name in ("apologise", "voice support")


def is_conditional(ground: Ground, verb: int) -> bool:
    """ "If she does that, I will support her": only promised for the case."""
    clauses = (k for k in ground.parse.kids[verb] if ground.parse.tokens[k].relation == "advcl")
    return any(ground.parse.tokens[m].word.lower() in ("if", "unless") for k in clauses for m in ground.parse.kids[k])
