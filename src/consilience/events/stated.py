"""What the statement around an act makes of it: what is denied, asked for, promised or believed did not simply happen."""

from __future__ import annotations

from consilience.events.ground import Ground, lemma_of
from consilience.events.negation import is_negated
from consilience.model.event import EventStatus
from consilience.model.spans import covers
from consilience.model.statement import Statement
from consilience.trees import tokens_within

_SUITS = frozenset({"affidavit", "complaint", "indictment", "lawsuit", "plaintiff", "sheet", "suit"})
_KNOWING = frozenset({"discover", "find", "forget", "know", "learn", "notice", "realise", "realize", "remember"})


def hangs_outside(ground: Ground, act: int) -> bool:
    """ "Pledged support after meeting her": the clause belongs to the pledge, not to what is pledged."""
    above = ground.parse.tokens[act].head
    if above >= 0 and ground.owner[above] != ground.owner[act]:
        return True
    while above >= 0 and ground.parse.tokens[above].head >= 0:
        over = ground.parse.tokens[above].head
        if ground.owner[over] != ground.owner[act]:
            return ground.parse.tokens[above].pos == "NOUN"
        above = over
    return False


def stands_beside(ground: Ground, statement: Statement, act: int) -> bool:
    """ "Denied the claims but promised to go": what is joined to the denial is not denied."""
    if statement.cue is None:
        return False
    tokens, cue = ground.parse.tokens, range(*tokens_within(ground.parse.tokens, statement.cue))
    while tokens[act].head >= 0 and act not in cue:
        if tokens[act].head in cue:
            return tokens[act].relation == "conj"
        act = tokens[act].head
    return False


def is_asked_about(ground: Ground, statement: Statement, act: int) -> bool:
    """ "Asked about the guard being shot": what is asked about is not asked for."""
    helpers = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[act]}
    return statement.act == "asked" and "being" in helpers


def is_known(ground: Ground, statement: Statement) -> bool:
    """ "Did not know that her parents had been arrested": what is known is so."""
    return statement.scope == "belief" and is_by_cue(ground, statement, _KNOWING)


def is_of_a_suit(ground: Ground, statement: Statement, act: int) -> bool:
    """ "The complaint states that …": what one side tells a court."""
    if statement.source is None or statement.cue is None or statement.manner == "direct":
        return False
    sentence = ground.parse.sentences[ground.parse.sentence_of[act]].span
    source = range(*tokens_within(ground.parse.tokens, statement.source))
    return covers(sentence, statement.cue) and any(lemma_of(ground.parse.tokens[i]) in _SUITS for i in source)


def is_by_cue(ground: Ground, statement: Statement, words: frozenset[str]) -> bool:
    """Whether the verb or noun by which the statement is told is one of these words."""
    cue = tokens_within(ground.parse.tokens, statement.cue) if statement.cue is not None else (0, 0)
    return any(lemma_of(ground.parse.tokens[i]) in words for i in range(*cue))


def not_denied(ground: Ground, statement: Statement) -> bool:
    """ "Did not deny that …": the denial itself is negated, so nothing follows from it."""
    if statement.act != "denied" or statement.cue is None:
        return False
    cue = range(*tokens_within(ground.parse.tokens, statement.cue))
    return any(lemma_of(ground.parse.tokens[i]) in ("deny", "dispute") and is_negated(ground.parse, i) for i in cue)


def by_statement(statement: Statement, status: EventStatus) -> tuple[EventStatus, str] | None:
    """The status that what is done in saying it gives an act; None where it leaves it as it is."""
    if statement.act == "denied" and status != "denied":
        return "denied", "the speaker denies it"
    real = status in ("happened", "ongoing")
    if statement.act == "threatened" and status in ("planned", "threatened"):
        return "threatened", "the speaker threatens it"
    if statement.act == "asked" and real:
        return "hypothetical", "the speaker asks for it"
    if (statement.act == "promised" or statement.scope == "plan") and real:
        return "planned", "the speaker promises or plans it"
    if statement.scope == "belief" and (real or status == "planned"):
        return "hypothetical", "the speaker believes it"
    return None
