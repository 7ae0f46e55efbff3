"""Whose a thing is and who speaks by a letter or lawsuit: what stands for somebody where an act needs somebody."""

from __future__ import annotations

from consilience.events.arguments import arguments, obliques
from consilience.events.ground import (
    Ground,
    entity_of,
    is_agreed_thing,
    is_somebody,
    lemma_of,
    members,
    name_of,
    reference_of,
)
from consilience.events.voice import agent_of, is_passive
from consilience.lexicons import word_set
from consilience.parses import kid


def owners(ground: Ground, noun: int) -> tuple[int, ...]:
    """Whose the thing is: "the rebels' offer", "Freedonian offer", "a decision of the court"."""
    found: list[int] = []
    owned = kid(ground.parse, noun, "nmod:poss") is not None
    named = [k for case, k in obliques(ground.parse, noun) if case == "by" or (case == "of" and not owned)]
    for k in ground.parse.kids[noun]:
        token = ground.parse.tokens[k]
        if token.tag == "PRP$" and not _is_known_owner(ground, k):
            continue
        modifies = token.relation in ("amod", "compound") and name_of(ground, k) is not None
        modifies = modifies and not owned
        if (token.relation == "nmod:poss" or modifies or (token.relation == "nmod" and k in named)) and (
            is_somebody(ground, k) or token.tag == "PRP$"
        ):
            found += members(ground, k)
    return tuple(found)


def authors(ground: Ground, paper: int) -> tuple[int, ...]:
    """Who speaks by a letter, statement or lawsuit: its owner, who it is by or from, or who issues or files it."""
    token = ground.parse.tokens[paper]
    if lemma_of(token) not in word_set("plover", "papers"):
        return ()
    signed = tuple(m for case, k in obliques(ground.parse, paper) if case in ("by", "from") for m in members(ground, k))
    signed = signed or _put_out_by(ground, paper)
    known = tuple(m for m in signed if is_somebody(ground, m)) or tuple(
        o for o in owners(ground, paper) if _is_possessor(ground, o)
    )
    if known or token.head < 0 or lemma_of(ground.parse.tokens[token.head]) not in word_set("plover", "putting_out"):
        return known
    args = arguments(ground, token.head) if token.relation in ("obj", "nsubj:pass") else None
    issuers = members(ground, args.subject) if args is not None and args.subject is not None else ()
    return tuple(i for i in issuers if is_somebody(ground, i))


def _put_out_by(ground: Ground, paper: int) -> tuple[int, ...]:
    """Who stands behind "by" in "the lawsuit, which was filed by …", "a letter signed by …"."""
    for k in ground.parse.kids[paper]:
        if ground.parse.tokens[k].relation in ("acl", "acl:relcl") and is_passive(ground.parse, k):
            agent = agent_of(ground.parse, k)
            if agent is not None and lemma_of(ground.parse.tokens[k]) in (*word_set("plover", "putting_out"), "bring"):
                return members(ground, agent)
    return ()


def stands_for_owner(ground: Ground, thing: int, needed: bool) -> bool:
    """Whether the thing may stand for its owner; where `needed`, only what is listed, named or plainly somebody's."""
    if is_agreed_thing(ground, thing):
        return False
    return (
        not needed
        or kid(ground.parse, thing, "nmod:poss") is not None
        or lemma_of(ground.parse.tokens[thing]) in word_set("plover", "owned")
        or ground.parse.tokens[thing].pos == "PROPN"
    )


def _is_possessor(ground: Ground, index: int) -> bool:
    return ground.parse.tokens[index].relation in ("nmod:poss", "nmod", "conj")


def _is_known_owner(ground: Ground, index: int) -> bool:
    """Whether "his" or "their" stands for somebody that the report names or describes."""
    reference = reference_of(ground, index)
    told = reference is not None and (reference.entity is not None or reference.antecedent is not None)
    entity, word = entity_of(ground, index), ground.parse.tokens[index].word.lower()
    of_one = entity is not None and entity.type == "person"
    return told and (word in ("her", "his") or (word == "their" and not of_one))


def whose(ground: Ground, noun: int) -> tuple[int, ...]:
    """Whom "whose" right before an act noun takes up: the boy in "the boy whose killing …"."""
    tokens, at = ground.parse.tokens, noun - 1
    while at > 0 and tokens[at].pos == "ADJ":
        at -= 1
    if at < 1 or tokens[at].tag != "WP$":
        return ()
    at -= 2 if tokens[at - 1].word == "," else 1
    found = tokens[at].head if at >= 0 and tokens[at].relation == "flat" else at
    return (found,) if found >= 0 and tokens[found].pos in ("NOUN", "PROPN") and is_somebody(ground, found) else ()
