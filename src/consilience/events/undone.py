"""Words that undo what stands under them: failed attempts, what is untrue, what is yet to come, no evidence."""

from __future__ import annotations

from consilience.events.ground import lemma_of
from consilience.events.negation import has_no, is_negated
from consilience.lexicons import word_set
from consilience.parses import Parse, kid

_TALK = ("dream", "fantasise", "fantasize", "joke", "muse", "speak", "talk", "think")
_UNSURE = ("conflicting", "unconfirmed", "unsubstantiated", "unverified")
_LEANING = ("bend", "bent", "intent", "lean")
_TOWARDS = {"on", "to", "toward", "towards"}
_ATTEMPTS = ("attempt", "bid", "effort", "plan", "plot")


def is_missing(parse: Parse, noun: int) -> bool:
    """ "No evidence", "did not find evidence"."""
    head = parse.tokens[noun].head
    return has_no(parse, noun) or (head >= 0 and is_negated(parse, head))


def kept_from(parse: Parse, below: int) -> bool:
    """ "Refrained from using", "stopped short of attacking"."""
    return parse.tokens[below].tag == "VBG" and bool({"at", "from", "of"} & marks_of(parse, below))


def marks_of(parse: Parse, index: int) -> set[str]:
    """The marks and prepositions on a token, in lower case."""
    marks = (k for k in parse.kids[index] if parse.tokens[k].relation in ("mark", "case"))
    return {parse.tokens[k].word.lower() for k in marks}


def is_untrue(parse: Parse, index: int) -> bool:
    """ "It is not true that …", "it is false that …"."""
    lemma = lemma_of(parse.tokens[index])
    return lemma in ("false", "untrue") or (lemma in ("case", "correct", "true") and is_negated(parse, index))


def yet_to(parse: Parse, index: int, below: int) -> bool:
    """ "Have yet to release"."""
    words = {parse.tokens[k].word.lower() for k in (*parse.kids[index], *parse.kids[below])}
    return lemma_of(parse.tokens[index]) in ("be", "have") and parse.tokens[below].tag == "VB" and "yet" in words


def is_rumoured(parse: Parse, act: int) -> bool:
    """ "Unconfirmed reports that the shop was looted"."""
    token = parse.tokens[act]
    told = token.relation in ("acl", "acl:relcl", "ccomp") and token.head >= 0
    if not told or lemma_of(parse.tokens[token.head]) not in ("claim", "report", "rumor", "rumour"):
        return False
    return any(lemma_of(parse.tokens[k]) in _UNSURE for k in parse.kids[token.head])


def came_to_nothing(parse: Parse, noun: int) -> bool:
    """A failed attempt: the noun says so, or what stands before it."""
    before = (parse.tokens[k] for k in parse.kids[noun] if parse.tokens[k].relation in ("amod", "compound"))
    failed = word_set("plover", "failed")
    return any(token.lemma.lower() in failed or token.word.lower() in failed for token in before)


def is_foiled(parse: Parse, index: int) -> bool:
    """ "Foiled their attempt to storm the dam"."""
    token = parse.tokens[index]
    if lemma_of(token) not in _ATTEMPTS or token.relation not in ("obj", "nsubj:pass") or token.head < 0:
        return False
    return lemma_of(parse.tokens[token.head]) in word_set("plover", "foiling") and not is_negated(parse, token.head)


def unmeant(parse: Parse, index: int, below: int) -> bool:
    """ "Had not thought about asking", "gave no thought to asking": what was not even thought of was not done."""
    lemma = lemma_of(parse.tokens[index])
    if parse.tokens[below].tag != "VBG" or not marks_of(parse, below) & {"about", "of", "to"}:
        return False
    thing = kid(parse, index, "obj")
    given = lemma == "give" and thing is not None and lemma_of(parse.tokens[thing]) == "thought"
    if given and thing is not None:
        return is_missing(parse, thing)
    return (lemma == "think" and is_negated(parse, index)) or (lemma == "thought" and is_missing(parse, index))


def only_talked_of(parse: Parse, index: int, below: int) -> bool:
    """ "Is talking about expelling them", "leans towards backing her"."""
    lemma, marks = lemma_of(parse.tokens[index]), marks_of(parse, below)
    return (lemma in _TALK and "about" in marks) or (lemma in _LEANING and bool(marks & _TOWARDS))


def decided_against(parse: Parse, index: int, below: int) -> bool:
    """ "Decided not to recommend charging her"."""
    planned = lemma_of(parse.tokens[index]) in word_set("plover", "planning")
    return planned and parse.tokens[below].tag == "VB" and is_negated(parse, below)


def in_its_place(parse: Parse, verb: int) -> bool:
    """ "Instead of attacking", "rather than agreeing": something else was done."""
    if any(parse.tokens[k].word.lower() == "instead" and k < verb for k in parse.kids[verb]):
        return True
    before = [t.word.lower() for t in parse.tokens[max(0, verb - 2) : verb]]
    return before == ["rather", "than"]


def phrase_at(parse: Parse, index: int) -> str:
    """The lemma of a verb with its particle ("rule out"), or with "short" ("stop short"); else the lemma alone."""
    lemma = lemma_of(parse.tokens[index])
    particle = kid(parse, index, "compound:prt")
    if particle is None:
        particle = next((k for k in parse.kids[index] if parse.tokens[k].word.lower() in ("off", "out", "short")), None)
    return f"{lemma} {parse.tokens[particle].word.lower()}" if particle is not None else lemma


def is_undoing(parse: Parse, index: int) -> bool:
    """Whether a word undoes what stands under it ("refuse", "rule out", "stop short"); not where it is negated itself."""
    told = word_set("plover", "undoing")
    phrase = phrase_at(parse, index)
    return (phrase in told or lemma_of(parse.tokens[index]) in told) and not is_negated(parse, index)


def is_set_off(parse: Parse, verb: int) -> bool:
    """Whether a participle stands behind a comma."""
    token = parse.tokens[verb]
    return token.tag == "VBG" and token.relation == "advcl" and verb > 0 and parse.tokens[verb - 1].word == ","


def is_condition(parse: Parse, clause: int) -> bool:
    """Whether a clause stands under if or unless."""
    marks = (parse.tokens[k].word.lower() for k in parse.kids[clause] if parse.tokens[k].relation == "mark")
    return parse.tokens[clause].relation == "advcl" and any(mark in ("if", "unless") for mark in marks)
