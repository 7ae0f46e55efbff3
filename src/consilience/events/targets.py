"""Whom an act in words is aimed at where the clause names a thing, or nobody at all: whose plan is denounced, who is sued,
who left a demand unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator

from consilience.events.arguments import SUBJECTS, arguments
from consilience.events.ground import Ground, entity_of, is_somebody, lemma_of, members, name_of, participant
from consilience.events.matching import Match
from consilience.events.owners import owners
from consilience.events.voice import agent_of, is_passive, obliques
from consilience.lexicons import word_set
from consilience.parses import below, kid

_SUITS = ("a lawsuit", "complain", "sue", "take to court")
_ALLEGING = ("accuse", "allege", "argue", "assert", "challenge", "charge", "claim", "contend", "say")
_MAKING = ("bar", "block", "compel", "force", "halt", "make", "order", "prevent", "require", "stop")
_DEALS = ("accord", "agreement", "bargain", "compromise", "deal", "pact", "settlement")
_DEPTH = 2
_ANSWERING = frozenset(
    "accept answer brush_off comply_with counter decline deflect defy dismiss flout follow heed honor honour ignore "
    "meet obey rebuff rebut refuse reject resist satisfy spurn".split()
)
_OF_THINGS = ("ACCUSE", "REJECT", "SUPPORT")
_TO_SOMEBODY = ("ACCUSE", "REQUEST", "THREATEN")
_CHASING = ("beat", "charge", "chase", "club", "disperse")
_FOR_A_TIME = frozenset({"administration", "campaign", "era", "government", "presidency", "regime", "team", "years"})


def target(ground: Ground, at: int, found: Match) -> tuple[int, ...]:
    """Whom the act is aimed at, by the first way that names somebody other than who acts."""
    for named in _ways(ground, at, found):
        others = tuple(n for n in named if not _acts(ground, n, found))
        if others:
            return tuple(dict.fromkeys(others))
    return ()


def _ways(ground: Ground, at: int, found: Match) -> Iterator[tuple[int, ...]]:
    if found.rule.name in _SUITS:
        yield _against(ground, found)
        yield _alleged(ground, at, found)
    if found.rule.type in _OF_THINGS and ground.parse.tokens[at].pos == "VERB":
        yield from _of_things(ground, at)
    if found.rule.name == "a reproach":
        yield from _in_things(ground, at, found)
    if found.rule.name == "agree or promise" and lemma_of(ground.parse.tokens[at]) == "agree":
        yield _dealt_with(ground, at)
    if found.rule.name == "accept an invitation or proposal":
        yield from (_behind(ground, i) for i in found.used if i != at)
    if found.rule.name in ("a demand", "a reproach"):
        yield _unanswered(ground, at)
    if found.rule.type in _TO_SOMEBODY:
        yield _addressed(ground, at)
    if found.rule.mode == "crowd-control":
        yield _chased(ground, at)


def _of_things(ground: Ground, verb: int) -> Iterator[tuple[int, ...]]:
    """Who is behind what a verb is done to; "denounced plans by the guild", wherever the tree hangs the guild."""
    doer = agent_of(ground.parse, verb) if not is_passive(ground.parse, verb) else None
    yield tuple(m for m in members(ground, doer) if is_somebody(ground, m)) if doer is not None else ()
    for thing in arguments(ground, verb).objects:
        if not is_somebody(ground, thing):
            yield _behind(ground, thing)


def _in_things(ground: Ground, noun: int, found: Match) -> Iterator[tuple[int, ...]]:
    """Who is behind what a noun is of, or behind what that is in ("criticism of a rule in the mayor's plan")."""
    for case, thing in obliques(ground.parse, noun):
        if case in found.rule.to:
            yield _behind(ground, thing)
            for _, inner in obliques(ground.parse, thing):
                yield _behind(ground, inner)


def _acts(ground: Ground, index: int, found: Match) -> bool:
    """Whether the token stands for one of those who act."""
    person = participant(ground, index)
    acting = [participant(ground, a) for a in found.actors]
    return index in found.actors or any(
        a.name == person.name or (a.entity is not None and a.entity == person.entity) for a in acting
    )


def _against(ground: Ground, found: Match) -> tuple[int, ...]:
    """Who stands behind "against" further on in the sentence, or whose thing does."""
    parse = ground.parse
    for index in range(max(found.used) + 1, parse.sentences[parse.sentence_of[max(found.used)]].tokens.last):
        token = parse.tokens[index]
        if token.pos == "VERB" and token.tag != "VBN" and kid(parse, index, *SUBJECTS, "aux") is not None:
            return ()
        if token.word.lower() == "against" and token.head > index:
            noun = token.head
            named = tuple(m for m in members(ground, noun) if is_somebody(ground, m))
            return named or _behind(ground, noun)
    return ()


def _alleged(ground: Ground, at: int, found: Match) -> tuple[int, ...]:
    """Of whom the suit says something, or who is to be made to act: "alleging that Ada lied", "to stop Arven's claim"."""
    for index in _told_of(ground, at, found):
        named = tuple(m for m in members(ground, index) if is_somebody(ground, m))
        named = named or _behind(ground, index)
        if named:
            return named
    return ()


def _told_of(ground: Ground, at: int, found: Match) -> Iterator[int]:
    """The subjects and objects of the clauses on a suit that say what it is about."""
    parse = ground.parse
    hosts = tuple(dict.fromkeys((*found.used, at)))
    clauses = [k for host in hosts for k in parse.kids[host] if k > at]
    saying = [parse.tokens[host].head for host in hosts if parse.tokens[host].relation in SUBJECTS]
    clauses += saying
    for _ in range(_DEPTH):
        further = [
            k for c in clauses for k in parse.kids[c] if k > c and parse.tokens[k].relation in ("acl", "obj", "xcomp")
        ]
        clauses = list(dict.fromkeys((*clauses, *further)))
    for k in clauses:
        token = parse.tokens[k]
        if token.pos != "VERB" or not (token.relation in ("acl", "advcl", "xcomp") or k in saying):
            continue
        clause, thing = kid(parse, k, "ccomp"), kid(parse, k, "obj")
        if lemma_of(token) in _ALLEGING:
            told = _blamed(ground, clause) if clause is not None else thing
        else:
            told = thing if lemma_of(token) in _MAKING else None
        if told is not None:
            yield told


def _blamed(ground: Ground, clause: int) -> int | None:
    """Of whom a clause says something bad: its subject; whoever did it, or the plot, where that one is the victim."""
    parse = ground.parse
    if lemma_of(parse.tokens[clause]) in ("target", "victim"):
        return next((k for case, k in obliques(parse, clause) if case == "of"), None)
    return agent_of(parse, clause) if is_passive(parse, clause) else kid(parse, clause, *SUBJECTS, "nsubj:pass")


def _behind(ground: Ground, thing: int) -> tuple[int, ...]:
    """Who is behind a thing: "a practice begun by the guild", "suggestions by the guild", "policies of the Brook era"."""
    parse = ground.parse
    told = obliques(parse, thing)
    under = [phrase for case, k in told if case == "of" for phrase in obliques(parse, k)]
    by = [k for case, k in (*told, *under) if case in ("by", "from") and is_somebody(ground, k)]
    if by:
        return tuple(m for m in members(ground, by[0]) if is_somebody(ground, m))
    for k in parse.kids[thing]:
        relation = parse.tokens[k].relation
        doer = agent_of(parse, k) if relation in ("acl", "acl:relcl") and is_passive(parse, k) else None
        if (
            doer is None
            and relation == "acl:relcl"
            and not is_passive(parse, k)
            and kid(parse, k, "obj") in (None, thing)
        ):
            doer = kid(parse, k, "nsubj")
        if doer is not None and is_somebody(ground, doer) and not parse.tokens[doer].tag.startswith(("W", "PRP")):
            return tuple(m for m in members(ground, doer) if is_somebody(ground, m))
    if kid(parse, thing, "nmod:poss") is not None:
        return tuple(o for o in owners(ground, thing) if is_somebody(ground, o) and not _is_pronoun(ground, o))
    for case, k in obliques(parse, thing):
        if case == "of" and lemma_of(parse.tokens[k]) in _FOR_A_TIME:
            return tuple(n for n in parse.kids[k] if _names_somebody(ground, n))
    return _first_named(ground, thing)


def _dealt_with(ground: Ground, at: int) -> tuple[int, ...]:
    """With whom it was agreed: "agreed to plead guilty in a deal with prosecutors"."""
    for index in below(ground.parse, at, ("advcl", "conj", "parataxis")):
        if index > at and lemma_of(ground.parse.tokens[index]) in _DEALS:
            for case, k in obliques(ground.parse, index):
                if case == "with":
                    return tuple(m for m in members(ground, k) if is_somebody(ground, m))
    return ()


def _first_named(ground: Ground, thing: int) -> tuple[int, ...]:
    """The body before a thing that stands for its owner ("the government plan", "a Brook proposal")."""
    if lemma_of(ground.parse.tokens[thing]) not in word_set("plover", "owned"):
        return ()
    before = (k for k in ground.parse.kids[thing] if ground.parse.tokens[k].relation in ("amod", "compound"))
    return tuple(k for k in before if _names_somebody(ground, k) or lemma_of(ground.parse.tokens[k]) == "government")


def _names_somebody(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    return name is not None and name.type in ("NORP", "ORG", "PERSON") and is_somebody(ground, index)


def _is_pronoun(ground: Ground, index: int) -> bool:
    return ground.parse.tokens[index].tag == "PRP$" and entity_of(ground, index) is None


def _chased(ground: Ground, verb: int) -> tuple[int, ...]:
    """ "Fired tear gas and chased the youths": whom the clause joined to it names."""
    joined = [k for k in ground.parse.kids[verb] if ground.parse.tokens[k].relation == "conj" and k > verb]
    told = (o for k in joined if lemma_of(ground.parse.tokens[k]) in _CHASING for o in arguments(ground, k).objects)
    return tuple(m for o in told for m in members(ground, o) if is_somebody(ground, m))


def _addressed(ground: Ground, verb: int) -> tuple[int, ...]:
    """ "Sent a letter to Ada Brook criticising the sale": to whom the letter is written."""
    parse, head = ground.parse, ground.parse.tokens[verb].head
    if parse.tokens[verb].tag != "VBG" or head < 0:
        return ()
    letter = head if parse.tokens[head].pos == "NOUN" else kid(parse, head, "obj")
    if letter is None or letter > verb or lemma_of(parse.tokens[letter]) not in word_set("plover", "papers"):
        return ()
    sent = parse.tokens[letter].head
    hosts = [letter, *([sent] if sent >= 0 and parse.tokens[letter].relation == "obj" else [])]
    told = (k for host in hosts for case, k in obliques(parse, host) if case == "to" and k < verb)
    return tuple(m for k in told for m in members(ground, k) if is_somebody(ground, m))


def _unanswered(ground: Ground, noun: int) -> tuple[int, ...]:
    """Who ignored, met or refused the demand."""
    token = ground.parse.tokens[noun]
    if token.head < 0 or lemma_of(ground.parse.tokens[token.head]) not in _ANSWERING:
        return ()
    args = arguments(ground, token.head)
    if args.subject is None or noun not in args.objects:
        return ()
    return tuple(m for m in members(ground, args.subject) if is_somebody(ground, m))
