"""What stands beside the thread of a sentence: facts told about a noun, and what lay ahead as seen from the past."""

from __future__ import annotations

from consilience.events.ground import Ground
from consilience.parses import Parse, kid


def is_background(parse: Parse, index: int) -> bool:
    """ "The member convicted of murder", "soldiers who had attacked": told about a noun as a fact."""
    token = parse.tokens[index]
    if token.relation == "acl:relcl":
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
