"""A part of a report cut into clauses: each verb that stands for itself with its own words, each word in one clause; what
somebody has learnt is a clause inside the one that tells it.

A clause never runs over the border of a statement: the words of a statement's content and the words around it are cut apart.
A content without a verb of its own ("his full support for the plan") is a piece as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.events.arguments import SUBJECTS
from consilience.events.ground import Ground, within_cue
from consilience.events.status import finite
from consilience.parses import Parse, kid

_LONG_ENOUGH = 4
_COMPARED = ("as", "than")
_CONDITIONS = ("if", "unless", "whether")
_FACTS = frozenset(("discovery", "fact", "information", "knowledge", "news"))
_LEARNT = frozenset(("discover", "find", "know", "learn", "realise", "realize"))
_KNOWN = frozenset(("know", "realise", "realize"))  # what somebody would have to know is so all the same


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the token it hangs on, its tokens in text order, and the number of its statement (-1: the outlet)."""

    head: int
    tokens: tuple[int, ...]
    owner: int


def clauses(ground: Ground) -> tuple[Clause, ...]:
    """The clauses of a part in the order of their heads."""
    parse, owner = ground.parse, ground.owner
    heads = [
        is_clause(parse, i) or _seen(ground, i) or _learnt(ground, i) or _left_over(ground, i)
        for i in range(len(parse.tokens))
    ]
    groups: dict[int, list[int]] = {}
    for index in range(len(parse.tokens)):
        groups.setdefault(_head_above(parse, owner, heads, index), []).append(index)
    for index in sorted(i for i in groups if heads[i] and _learnt(ground, i)):
        around = _head_above(parse, owner, heads, parse.tokens[index].head)
        groups[around] = sorted({*groups[around], *groups[index]})
    return tuple(Clause(head, tuple(groups[head]), owner[head]) for head in sorted(groups))


def _head_above(parse: Parse, owner: Sequence[int], heads: Sequence[bool], index: int) -> int:
    """The clause head that a token belongs to: the next one above it, no further than its own statement reaches."""
    while not heads[index]:
        above = _uncrossed(parse, index)
        if above < 0 or owner[above] != owner[index]:
            return index
        index = above
    return index


def _uncrossed(parse: Parse, index: int) -> int:
    """What a token hangs on; not on a word of a relative clause that has ended before it ("guards who tried to clear it left
    without a word")."""
    above = parse.tokens[index].head
    over = parse.tokens[above].head if 0 <= above < index else -1
    while over >= 0:
        if above < over < index and is_predicate(parse, over):
            return over
        over = parse.tokens[over].head
    return above


def _seen(ground: Ground, index: int) -> bool:
    """Whether the token heads what the writer's side saw or heard ("a reporter saw that the gate was open")."""
    token = ground.parse.tokens[index]
    if token.relation != "ccomp" or token.head < 0 or not finite(ground.parse, index):
        return False
    told = within_cue(ground, token.head)
    return told is not None and told.scope == "perception"


def _learnt(ground: Ground, index: int) -> bool:
    """Whether the token heads what somebody has learnt, which is so ("after learning that the gate was open"); under "if"
    only what is known is."""
    parse, token = ground.parse, ground.parse.tokens[index]
    if token.head < 0 or not finite(parse, index) or kid(parse, index, *SUBJECTS, "nsubj:pass") is None:
        return False
    over, marks = parse.tokens[token.head], [parse.tokens[k].word.lower() for k in parse.kids[index]]
    if (
        "that" not in marks
        or within_cue(ground, token.head) is not None
        or ground.owner[token.head] != ground.owner[index]
    ):
        return False
    if token.relation in ("acl", "acl:relcl", "ccomp") and over.pos == "NOUN":
        return over.lemma.lower() in _FACTS
    listed = _KNOWN if over.relation == "advcl" and over.tag != "VBG" else _LEARNT
    return token.relation == "ccomp" and over.lemma.lower() in listed


def _left_over(ground: Ground, index: int) -> bool:
    """Whether the token heads a clause of the outlet's that the tree hangs on a cue beside what it introduces."""
    parse, token = ground.parse, ground.parse.tokens[index]
    if token.relation != "ccomp" or token.head < 0 or ground.owner[index] >= 0:
        return False
    beside = any(parse.tokens[k].relation == "ccomp" and ground.owner[k] >= 0 for k in parse.kids[token.head])
    subject = kid(parse, index, *SUBJECTS, "nsubj:pass")
    return beside and finite(parse, index) and subject is not None and within_cue(ground, token.head) is not None


def is_clause(parse: Parse, index: int) -> bool:
    """Whether a clause of its own hangs on the token."""
    token = parse.tokens[index]
    if token.head < 0:
        return True
    if not is_predicate(parse, index):
        return False
    if token.relation in ("acl:relcl", "parataxis"):
        return finite(parse, index) or kid(parse, index, *SUBJECTS) is not None
    if token.relation == "conj":
        return _stands_alone(parse, index)
    return token.relation == "advcl" and _stands_apart(parse, index)


def is_predicate(parse: Parse, index: int) -> bool:
    """Whether the token is a verb or has a copula."""
    token = parse.tokens[index]
    return (
        token.pos == "VERB" or kid(parse, index, "cop") is not None or (token.pos == "AUX" and token.relation != "aux")
    )


def _stands_alone(parse: Parse, index: int) -> bool:
    """A conjoined verb with a word of its own besides its marks; two bare verbs in a row stay together."""
    if not is_predicate(parse, parse.tokens[index].head):
        return False
    return any(parse.tokens[k].relation not in ("cc", "punct", "mark", "aux", "advmod") for k in parse.kids[index])


def _stands_apart(parse: Parse, index: int) -> bool:
    """An adverbial clause with a tense or of some length; conditions and aims stay with what they condition."""
    marks = [parse.tokens[k].word.lower() for k in parse.kids[index] if parse.tokens[k].relation in ("mark", "advmod")]
    if any(mark in _COMPARED for mark in marks) and parse.tokens[parse.tokens[index].head].pos in ("ADJ", "ADV"):
        return False
    if any(mark in _CONDITIONS for mark in marks) or (parse.tokens[index].tag == "VB" and "to" in marks):
        return False
    own_subject = kid(parse, index, *SUBJECTS, "nsubj:pass") is not None
    return (own_subject and finite(parse, index)) or (
        parse.tokens[index].tag == "VBG" and not own_subject and _size(parse, index) > _LONG_ENOUGH
    )


def _size(parse: Parse, index: int) -> int:
    seen = [index]
    for at in seen:
        seen += parse.kids[at]
        if len(seen) > 2 * _LONG_ENOUGH:
            break
    return len(seen)
