"""Slips of the tree put right before events are coded: a subject that hangs on the clause above its own, a verb joined to
the clause below its own, and a title that is torn from the body it is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from consilience.model.annotations import Name, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_TORN = ("conj", "nsubj", "obj")
_MARKS = ("after", "as", "because", "before", "since", "until", "when", "while")
_GENERALS = ("attorney", "attorneys", "director", "governor", "inspector", "secretary", "solicitor", "surgeon")
_CLAUSES = ("advcl", "ccomp", "conj", "parataxis", "acl:relcl")


def mended(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Token, ...]:
    """The tokens with both slips mended."""
    kids: dict[int, list[int]] = {}
    for index, token in enumerate(tokens):
        kids.setdefault(token.head, []).append(index)
    moved: dict[int, Token] = {}
    for verb, token in enumerate(tokens):
        if token.pos == "VERB" and token.relation == "conj":
            moved |= _joined_above(tokens, verb, kids)
        if token.tag == "VBD" and token.relation in ("acl", "advcl"):
            moved |= _after_its_subject(tokens, verb, kids)
        if token.word == "general" and verb and tokens[verb - 1].word.lower() in _GENERALS:
            moved |= _general(tokens, verb, kids)
        if token.tag == "VBG" and token.relation == "acl":
            moved |= _set_off(tokens, verb)
        if token.relation == "nmod" and any(tokens[k].tag == "POS" for k in kids.get(verb, ())):
            moved[verb] = replace(token, relation="nmod:poss")
        if token.pos == "VERB" and verb in kids:
            moved |= _subject_below(tokens, verb, kids)
        if verb in kids:
            moved |= _title(tokens, kids[verb], names)
    return tuple(moved.get(index, token) for index, token in enumerate(tokens)) if moved else tuple(tokens)


def _subject_below(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ada spoke after five judges resigned", where the tree takes both for subjects of "spoke"."""
    subjects = [k for k in kids[verb] if tokens[k].relation in _SUBJECTS]
    bare = tokens[verb].tag == "VB" and any(tokens[k].tag == "TO" for k in kids[verb])
    if not subjects or subjects[-1] < verb or not (bare or (len(subjects) > 1 and subjects[0] < verb)):
        return {}
    last = subjects[-1]
    below = next(
        (k for k in kids[verb] if k > last and tokens[k].relation in _CLAUSES and tokens[k].pos == "VERB"), None
    )
    if below is None or any(tokens[k].relation in _SUBJECTS for k in kids.get(below, ())):
        return {}
    helped = any(tokens[k].relation == "aux" for k in kids.get(below, ()))
    if (tokens[below].tag == "VBG" and not helped) or any(tokens[i].pos == "VERB" for i in range(last + 1, below)):
        return {}
    marks = [k for k in kids[verb] if verb < k < last and tokens[k].relation == "mark"]
    return {k: replace(tokens[k], head=below) for k in (last, *marks)}


def _after_its_subject(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ada spoke after five judges urged Ben to go", where the tree takes "after five judges" for a phrase."""
    before, token = tokens[verb - 1] if verb else None, tokens[verb]
    if before is None or before.relation != "obl" or any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ())):
        return {}
    marks = [k for k in kids.get(verb - 1, ()) if tokens[k].relation == "case" and tokens[k].word.lower() in _MARKS]
    if not marks or before.head < 0:
        return {}
    found = {verb: replace(token, head=before.head, relation="advcl")}
    found[verb - 1] = replace(before, head=verb, relation="nsubj")
    return found | {k: replace(tokens[k], head=verb, relation="mark") for k in marks}


def _joined_above(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "The navy kept pirates from boarding a ship and took 23", where the tree joins "took" to "boarding"; "Ada said that
    voters wait and urged Ben to go", where it joins "urged" to "wait".
    """
    token, joined = tokens[verb], tokens[tokens[verb].head]
    bare = joined.tag == "VBG" and not any(tokens[k].relation == "aux" for k in kids.get(token.head, ()))
    bare = bare or (joined.tag in ("VBP", "VBZ") and joined.relation == "ccomp")
    own = any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ()))
    if token.tag != "VBD" or not bare or own or joined.head < 0:
        return {}
    finite = tokens[joined.head].tag == "VBD" and joined.relation in ("advcl", "xcomp", "ccomp")
    return {verb: replace(token, head=joined.head)} if finite else {}


def _general(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "The attorney general", where the tree takes attorney and general for two."""
    title, token = tokens[index - 1], tokens[index]
    if token.head == index - 1 or title.head == index or title.head != token.head:
        return {}
    below = {k: replace(tokens[k], head=index - 1) for k in kids.get(index, ())}
    return below | {index: replace(token, head=index - 1, relation="amod")}


def _set_off(tokens: Sequence[Token], verb: int) -> dict[int, Token]:
    """ "The clerk fired at a feast, killing two": what is set off by a comma is told of who acts, not of the feast."""
    noun = tokens[tokens[verb].head]
    told = tokens[verb - 1].word == "," and noun.relation in ("obj", "obl") and noun.head >= 0
    return (
        {verb: replace(tokens[verb], head=noun.head, relation="advcl")}
        if told and tokens[noun.head].pos == "VERB"
        else {}
    )


def _title(tokens: Sequence[Token], below: Sequence[int], names: Sequence[Name]) -> dict[int, Token]:
    """ "Sent the union director Ada Brook", where the tree takes union and director for two objects; "the Brook campaign"."""
    ends = {name.tokens.last - 1: name for name in names if name.type in ("ORG", "PERSON")}
    for first, second in pairwise(below):
        if tokens[first].relation != tokens[second].relation or tokens[first].relation not in _TORN:
            continue
        name = ends.get(second - 1)
        inside = name is not None and name.tokens.first <= first < second
        if inside and tokens[second].pos == "NOUN":
            return {first: replace(tokens[first], head=second, relation="compound")}
    return {}
