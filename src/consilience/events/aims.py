"""Whom an act is aimed at where the words name them further down: in the clause of an accusation, in what is refused or
called for.
"""

from __future__ import annotations

from consilience.events.arguments import SUBJECTS, arguments
from consilience.events.control import for_whom
from consilience.events.ground import Ground, is_somebody, lemma_of, members
from consilience.events.matching import Match
from consilience.events.owners import owners, stands_for_owner
from consilience.events.rules import ActRule
from consilience.parses import kid

_AIMED = ("against", "from", "on", "to", "with")
_FOR_SOMEBODY = frozenset(
    "aid appoint assist back compensate consult convince defend do free fund give help join lend loan meet pay protect raise "
    "repay reward serve show support talk tell work".split()
)
_OWN_ACTS = frozenset(
    "apology arrest capitulation departure disarmament dismissal firing impeachment ouster ousting overthrow prosecution "
    "pullout removal resignation retirement retreat surrender withdrawal".split()
)
_LETTING = ("allow", "let", "permit")
_YIELDING = ("answer", "comply", "cooperate", "go", "leave", "obey", "respond", "stop", "surrender", "talk")
_OF_OTHERS = ("allow", "ban", "cede", "extradite", "hand", "let", "permit", "release", "surrender")


def accused(ground: Ground, noun: int, rule: ActRule) -> tuple[int, ...]:
    """Whom an accusation says something of: "the charge that Ada lied"."""
    if rule.type != "ACCUSE":
        return ()
    for k in ground.parse.kids[noun]:
        if ground.parse.tokens[k].relation in ("acl", "ccomp"):
            subject = kid(ground.parse, k, *SUBJECTS, "nsubj:pass")
            that = any(
                ground.parse.tokens[m].tag == "IN" and ground.parse.tokens[m].word.lower() == "that"
                for m in ground.parse.kids[k]
            )
            if that and subject is not None and not ground.parse.tokens[subject].tag.startswith("PRP"):
                return tuple(m for m in members(ground, subject) if is_somebody(ground, m))
    return ()


def aimed_at(ground: Ground, verb: int, found: Match) -> tuple[int, ...]:
    """Whom a refusal or a call names only in what is refused or called for."""
    if found.rule.name == "refuse to act":
        return _refused(ground, verb)
    if found.rule.name == "call for something":
        return _called_for(ground, verb)
    return ()


def _refused(ground: Ground, verb: int) -> tuple[int, ...]:
    """ "Refused to support Ada", "declined to answer the editors' questions"."""
    act = kid(ground.parse, verb, "xcomp")
    if act is None:
        return ()
    things, lemma = arguments(ground, act).objects, lemma_of(ground.parse.tokens[act])
    if lemma in _OF_OTHERS and not (lemma in _LETTING and kid(ground.parse, act, "xcomp", "ccomp") is not None):
        return ()
    if not things and lemma in _YIELDING:
        return _who_asks(ground, verb)
    named = tuple(m for o in things for m in members(ground, o) if is_somebody(ground, m))
    named = tuple(m for m in named if ground.parse.tokens[m].word.lower() != "it")
    return named or tuple(p for o in things if stands_for_owner(ground, o, True) for p in owners(ground, o))


def _who_asks(ground: Ground, verb: int) -> tuple[int, ...]:
    """ "Police stopped Ada Brook, but she refused to comply": who acts in the clause that the refusal is joined to."""
    token = ground.parse.tokens[verb]
    if token.relation not in ("advcl", "conj") or token.head > verb or kid(ground.parse, verb, *SUBJECTS) is None:
        return ()
    asking = kid(ground.parse, token.head, *SUBJECTS)
    return tuple(m for m in members(ground, asking) if is_somebody(ground, m)) if asking is not None else ()


def _called_for(ground: Ground, verb: int) -> tuple[int, ...]:
    """Who is to act: "called for Ada's resignation", "called for Ada to resign"."""
    wanted = [k for case, k in arguments(ground, verb).obliques if case == "for"]
    asked = for_whom(ground.parse, verb)
    if asked is not None:
        return tuple(m for m in members(ground, asked) if is_somebody(ground, m))
    return tuple(o for k in wanted if lemma_of(ground.parse.tokens[k]) in _OWN_ACTS for o in owners(ground, k))


def aim(ground: Ground, act: int, found: Match, nested: Match | None) -> tuple[int, ...]:
    """Whom a promise or threat is about where it names nobody itself: whoever its act would befall."""
    if nested is not None:
        return tuple(r for r in nested.recipients if r not in found.actors)
    promised = found.rule.type == "AGREE"
    agreed = lemma_of(ground.parse.tokens[found.used[0]]) == "agree"
    if agreed or (promised and lemma_of(ground.parse.tokens[act]) not in _FOR_SOMEBODY):
        return ()
    args = arguments(ground, act)
    aimed = [k for case, k in args.obliques if case in _AIMED]
    named = (m for k in (*args.objects, *aimed) for m in members(ground, k))
    known = (m for m in named if is_somebody(ground, m) and m not in found.actors)
    return tuple(m for m in known if not _is_itself(ground, m))


def _is_itself(ground: Ground, index: int) -> bool:
    """ "It", of which nobody knows what it is, and "himself"."""
    word = ground.parse.tokens[index].word.lower()
    return word == "it" or word.endswith(("self", "selves"))
