"""What stands beside the thread of a sentence: facts told about a noun, what lay ahead, headlines."""

from __future__ import annotations

from consilience.events.ground import Ground
from consilience.lexicons import word_set
from consilience.parses import Parse, kid

_JUDGED = ("brave", "foolish", "right", "wise", "wrong")


def relation_of(parse: Parse, index: int) -> str:
    """The relation of a token; a clause that says what a noun is about ("reports that …") is never told as a relative."""
    relation, marks = parse.tokens[index].relation, (parse.tokens[k] for k in parse.kids[index])
    about = any(t.relation == "mark" and t.word.lower() == "that" for t in marks)
    return "acl" if relation == "acl:relcl" and about else relation


def is_background(parse: Parse, index: int) -> bool:
    """ "The member convicted of murder", "soldiers who had attacked", "more than they had asked for": told as a fact."""
    token = parse.tokens[index]
    marks = {parse.tokens[k].word.lower() for k in parse.kids[index] if parse.tokens[k].relation == "mark"}
    if "than" in marks and token.relation == "advcl":
        return token.tag in ("VBD", "VBN")
    if relation_of(parse, index) == "acl:relcl":
        helpers = {parse.tokens[k].word.lower() for k in parse.kids[index]}
        return token.tag == "VBD" or bool(helpers & {"had", "has", "have", "was", "were"} - {"would"})
    return token.relation == "acl" and token.tag == "VBN" and kid(parse, index, "mark", "case", "aux") is None


def is_told_aside(ground: Ground, verb: int) -> bool:
    """Whether the act stands in words that tell about a noun as a fact, whatever is asked, planned or believed around it."""
    index, owner = verb, ground.owner[verb]
    for _ in range(4):
        if is_background(ground.parse, index):
            return True
        index = ground.parse.tokens[index].head
        if index < 0 or ground.owner[index] != owner:
            return False
    return False


def seen_from_the_past(ground: Ground, verb: int) -> bool:
    """Whether "would" tells what lay ahead ("said it would strike") rather than what is only imagined ("would help")."""
    number = ground.owner[verb]
    if number >= 0 and ground.statements[number].manner != "direct":
        return True
    above = verb
    for _ in range(3):
        relation, above = ground.parse.tokens[above].relation, ground.parse.tokens[above].head
        if above < 0 or relation not in ("ccomp", "xcomp", "conj", "acl"):
            return False
        if ground.parse.tokens[above].tag in ("VBD", "VBN") and relation != "conj":
            return True
    return False


def reads_as_headline(ground: Ground, verb: int) -> bool:
    """Whether a verb stands in capitals, in the first of several sentences without a headline, or in a title."""
    number = ground.parse.sentence_of[verb]
    words = [ground.parse.tokens[i].word for i in range(*ground.parse.sentences[number].tokens)]
    if len(ground.parse.tokens[verb].word) > 3 and ground.parse.tokens[verb].word.isupper():
        return True
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    titled = len(long) > 2 and 10 * sum(w[0].isupper() for w in long) >= 9 * len(long)
    leads = number == 0 and len(ground.parse.sentences) > 1
    return titled or (leads and ground.headline is None and words[-1:] != ["?"])


def awaited(parse: Parse, verb: int) -> bool:
    """ "Will wait until they meet", "did not know until they met": no condition."""
    over = parse.tokens[verb].head
    marks = {parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation == "mark"}
    helpers = {parse.tokens[k].word.lower() for k in parse.kids[over]} if over >= 0 else set()
    if "until" in marks and parse.tokens[verb].tag == "VBD" and helpers & {"did", "had", "was", "were"}:
        return True
    return "until" in marks and over >= 0 and parse.tokens[over].lemma.lower() in ("await", "wait")


def _near(parse: Parse, noun: int) -> list[int]:
    return [k for k in parse.kids[noun] if parse.tokens[k].relation in ("amod", "nummod")]


def is_factive(parse: Parse, index: int) -> bool:
    """Glad to meet, the first to visit: the infinitive took place."""
    below = (k for k in parse.kids[index] if parse.tokens[k].relation == "xcomp" and parse.tokens[k].pos == "NOUN")
    near = [i for n in (index, *below) for i in (n, *_near(parse, n))]
    told = word_set("plover", "factive")
    if parse.tokens[index].tag == "JJ" and parse.tokens[index].lemma.lower() in _JUDGED:
        return True
    return any(parse.tokens[i].lemma.lower() in told or parse.tokens[i].word.lower() in told for i in near)
