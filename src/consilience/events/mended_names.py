"""Slips of the tree at names and titles put right: a title torn from the body or the person it is of, two joined by a comma,
a name joined to the wrong word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from consilience.model.annotations import Name, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_TORN = ("conj", "nsubj", "obj")
_GENERALS = ("attorney", "attorneys", "director", "governor", "inspector", "secretary", "solicitor", "surgeon")
_CAMPS = ("administration", "camp", "campaign", "government", "team")
_SHORTEST = 3  # tokens of two names with a comma between


def of_names(
    tokens: Sequence[Token], index: int, kids: dict[int, list[int]], names: Sequence[Name]
) -> dict[int, Token]:
    """What is put right below a word: titles and names that the tree takes for two."""
    moved = _title(tokens, kids[index], names)
    if tokens[index].pos == "VERB":
        moved |= _two_before(tokens, index, kids) | _and_left_out(tokens, index, names)
    return moved


def of_noun(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """What is put right at any other word."""
    token = tokens[index]
    if token.relation in ("nmod", *_TORN, "nsubj:pass") and any(tokens[k].tag == "POS" for k in kids.get(index, ())):
        return _possessor(tokens, index, kids)
    if token.relation == "conj" and token.head >= 0:
        return _of_a_name(tokens, index) or _joined(tokens, index)
    if token.relation == "appos" and token.head >= 0:
        return _in_a_row(tokens, index, kids)
    if token.relation == "compound" and token.head > index + 1:
        return _compound(tokens, index)
    if token.word == "general" and index and tokens[index - 1].word.lower() in _GENERALS:
        return _general(tokens, index, kids)
    return {}


def _joined(tokens: Sequence[Token], index: int) -> dict[int, Token]:
    """What is joined to the last word of a name is joined to the name; "Arven's mayor and Norway's mayor" are two mayors."""
    token, head = tokens[index], tokens[tokens[index].head]
    if head.relation == "flat" and head.head >= 0:
        return {index: replace(token, head=head.head)}
    if token.pos != "NOUN" or head.lemma == token.lemma:
        return {}
    for near in range(index - 1, token.head, -1):
        if tokens[near].pos == "NOUN" and tokens[near].lemma == token.lemma and tokens[near].relation != "compound":
            return {index: replace(token, head=near)}
    return {}


def _possessor(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Brook's remarks were published", where the tree takes Brook and remarks for two; "the plan of Brook's"."""
    token = tokens[index]
    if token.relation == "nmod":
        return {index: replace(token, relation="nmod:poss")}
    beside = (k for k in kids.get(token.head, ()) if index < k and tokens[k].relation == token.relation)
    owned = next((k for k in beside if tokens[k].pos == "NOUN"), None)
    between = range(index + 1, owned) if owned is not None else range(0)
    near = owned is not None and all(tokens[i].pos in ("ADJ", "NOUN", "NUM", "PART", "PROPN", "PUNCT") for i in between)
    return {index: replace(token, head=owned, relation="nmod:poss")} if near and owned is not None else {}


def _of_a_name(tokens: Sequence[Token], index: int) -> dict[int, Token]:
    """ "Sue Arven and Brook campaign", where the tree takes Brook and campaign for two."""
    token, noun = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
    torn = token.tag == "NNP" and noun.tag == "NN" and noun.relation in ("nsubj", "obj") and index + 1 < len(tokens)
    if not torn or noun.lemma.lower() not in _CAMPS or noun.head != tokens[token.head].head:
        return {}
    return {
        index: replace(token, head=index + 1, relation="compound"),
        index + 1: replace(noun, head=token.head, relation="conj"),
    }


def _in_a_row(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "The ministry, the Brook campaign and the guild", where the tree takes the campaign to explain the ministry."""
    token, first = tokens[index], tokens[tokens[index].head]
    last = next((k for k in kids.get(token.head, ()) if k > index and tokens[k].relation == "conj"), None)
    if last is None or token.pos != "NOUN" or first.pos != "NOUN":
        return {}
    articles = [{tokens[k].word.lower() for k in kids.get(i, ())} & {"a", "an", "the"} for i in (index, token.head)]
    joined = tokens[index + 1].relation == "cc" and tokens[index + 1].head == last
    the_two = articles[0] == articles[1] == {"the"} and joined
    listed = bool(articles[0] - {"the"} and articles[1] - {"the"}) and first.relation in ("obj", "nsubj", "nsubj:pass")
    return {index: replace(token, relation="conj")} if the_two or listed else {}


def _compound(tokens: Sequence[Token], index: int) -> dict[int, Token]:
    """ "The law enforcement official promised", where the tree hangs "enforcement" on the verb."""
    token, noun = tokens[index], tokens[index + 1]
    torn = tokens[token.head].pos == "VERB" and noun.pos == "NOUN" and noun.head == token.head
    return {index: replace(token, head=index + 1)} if torn else {}


def _general(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "The attorney general", where the tree takes attorney and general for two."""
    title, token = tokens[index - 1], tokens[index]
    if token.head == index - 1 or title.head == index or title.head != token.head:
        return {}
    below = {k: replace(tokens[k], head=index - 1) for k in kids.get(index, ())}
    return below | {index: replace(token, head=index - 1, relation="amod")}


def _two_before(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Senators Ada Brook …", "The former head, Brook resigned": where the tree takes noun and name for two subjects."""
    subjects = [k for k in kids[verb] if tokens[k].relation in _SUBJECTS and k < verb]
    if len(subjects) != 2 or tokens[subjects[1]].tag != "NNP":
        return {}
    noun, name = subjects
    if name == noun + 1 and tokens[noun].tag in ("NNS", "NNPS"):
        return {noun: replace(tokens[noun], head=name, relation="nmod:desc")}
    if tokens[noun].pos != "NOUN":
        return {}
    told = {tokens[k].relation for k in kids.get(noun, ())}
    if any(tokens[k].relation == "cc" for k in range(noun + 1, name)):
        if tokens[noun].tag == "NN" and not told & {"det", "nmod:poss", "nummod"}:
            return {noun: replace(tokens[noun], head=name, relation="appos")}
        return {name: replace(tokens[name], head=noun, relation="conj")}
    return {noun: replace(tokens[noun], head=name, relation="appos")} if tokens[name - 1].word == "," else {}


def _and_left_out(tokens: Sequence[Token], verb: int, names: Sequence[Name]) -> dict[int, Token]:
    """ "Arven, Norway sue the guild": a headline joins two by a comma."""
    if tokens[verb].tag == "VBZ" or verb < _SHORTEST or tokens[verb - 1].tag not in ("NNP", "NNPS"):
        return {}
    last = next((n for n in names if n.tokens.last == verb), None)
    first = next((n for n in names if last is not None and n.tokens.last == last.tokens.first - 1), None)
    if first is None or last is None or tokens[first.tokens.last].word != "," or first.type != last.type:
        return {}
    heads = [k for n in (first, last) for k in range(*n.tokens) if tokens[k].relation != "flat"]
    told = len(heads) > 1 and tokens[heads[0]].relation in _SUBJECTS and tokens[heads[-1]].head == heads[0]
    joins = told and tokens[heads[-1]].relation in ("appos", "nmod:unmarked")
    return {heads[-1]: replace(tokens[heads[-1]], relation="conj")} if joins else {}


def _title(tokens: Sequence[Token], below: Sequence[int], names: Sequence[Name]) -> dict[int, Token]:
    """ "Sent the union director Ada Brook", where the tree takes union and director for two objects; "the Brook campaign"."""
    for first, second in pairwise(below):
        given = {tokens[first].relation, tokens[second].relation} == {"iobj", "obj"}
        if not given and (tokens[first].relation != tokens[second].relation or tokens[first].relation not in _TORN):
            continue
        name = next((n for n in names if n.tokens.last == second and n.type in ("ORG", "PERSON")), None)
        if tokens[first].pos == "NOUN" and _titled_behind(tokens, first, second, names):
            return {second: replace(tokens[second], head=first, relation="appos")}
        inside = name is not None and name.tokens.first <= first < second
        if inside and tokens[second].pos == "NOUN":
            return {first: replace(tokens[first], head=second, relation="compound")}
    return {}


def _titled_behind(tokens: Sequence[Token], noun: int, person: int, names: Sequence[Name]) -> bool:
    """ "The union's doctor Dr. Ada Brook": a person's name right behind the noun, with nothing but a title between."""
    begins = any(n.type == "PERSON" and n.tokens.first == person for n in names)
    title = person == noun + 2 and tokens[noun + 1].relation == "nmod:desc" and tokens[noun + 1].head == person
    return begins and title
