"""Who does a verb's act and whom it befalls: passives, control, relative clauses and shared subjects resolved on the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.events.control import STANCES, controller, for_whom
from consilience.events.ground import Ground, is_person_noun, lemma_of, name_of
from consilience.events.voice import SUBJECTS, agent_of, before_its_subject, is_passive, obliques, raised
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid

__all__ = ["SUBJECTS", "Arguments", "arguments", "is_passive", "obliques"]

_AGED = 4  # tokens back from a participle to the name in "Carl Marr, 23, charged"
_RELATIVE = ("who", "which", "that", "whom")
_HELD = frozenset(
    "abduct arrest behead convict deport detain execute extradite imprison injure jail kidnap kill murder pardon rape "
    "sentence shoot stab torture wound".split()
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indexes: who acts, whom it befalls, and the phrases with their prepositions."""

    subject: int | None
    objects: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]


def arguments(ground: Ground, verb: int) -> Arguments:
    """The arguments of a verb, or of a noun or adjective with a copula.

    A clause that only leans on another speaker's words ("…," he said, adding …) does not share their subject.
    """
    found, token = _arguments(ground.parse, verb), ground.parse.tokens[verb]
    asked = for_whom(ground.parse, verb)
    if asked is not None:
        others = tuple(phrase for phrase in found.obliques if phrase[1] != asked)
        found = replace(found, obliques=(*others, ("for", asked)))
    held = _held(ground, verb)
    if held is not None:
        return replace(found, objects=(held,))
    named = _name_before(ground, verb)
    if named is not None:
        return replace(found, objects=(named, *(o for o in found.objects if o > verb)))
    if found.subject is None:
        return found
    fitting = _which_body(ground, verb, found.subject) or _who_person(ground, verb, found.subject)
    if fitting is not None:
        return replace(found, subject=fitting)
    leans = token.relation in ("advcl", "conj", "parataxis") and ground.owner[token.head] != ground.owner[verb]
    nominal = ground.parse.tokens[found.subject].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")
    foreign = leans and ground.owner[found.subject] != ground.owner[verb]
    return found if nominal and not foreign else replace(found, subject=None)


def _which_body(ground: Ground, verb: int, subject: int) -> int | None:
    """ "Ada Brook of the Union of Clerks, which is suing": a person is no "which"; the body right before it is meant."""
    name = name_of(ground, subject)
    which = kid(ground.parse, verb, *SUBJECTS)
    if which is None or name is None or name.type != "PERSON" or ground.parse.tokens[which].word.lower() != "which":
        return None
    at = which - 2 if ground.parse.tokens[which - 1].word == "," else which - 1
    body = name_of(ground, at) if at > subject else None
    return next((i for i in range(*body.tokens) if _leads(ground, i, body.tokens)), None) if body is not None else None


def _who_person(ground: Ground, verb: int, subject: int) -> int | None:
    """ "A pollster of the mayor's party who cooperated": a party is no "who"; the person whose phrase it stands in is."""
    tokens, who = ground.parse.tokens, kid(ground.parse, verb, *SUBJECTS)
    if (
        who is None
        or tokens[who].word.lower() != "who"
        or lemma_of(tokens[subject]) not in word_set("speakers", "bodies")
    ):
        return None
    at = subject
    while tokens[at].relation in ("nmod", "nmod:poss", "compound", "flat") and tokens[at].head >= 0:
        at = tokens[at].head
        name = name_of(ground, at)
        if (name is not None and name.type == "PERSON") or (
            tokens[at].tag == "NN" and is_person_noun(lemma_of(tokens[at]))
        ):
            return at
    return None


def _leads(ground: Ground, index: int, inside: TokenRange) -> bool:
    """Whether the token is the head of the stretch."""
    return not inside.first <= ground.parse.tokens[index].head < inside.last


def _held(ground: Ground, verb: int) -> int | None:
    """The person in "a reporter of the Arven Times arrested in May": no paper is arrested."""
    parse, token = ground.parse, ground.parse.tokens[verb]
    if token.relation != "acl" or token.tag != "VBN" or lemma_of(token) not in _HELD:
        return None
    noun, name = token.head, name_of(ground, token.head)
    if (name is None and is_person_noun(lemma_of(parse.tokens[noun]))) or (name is not None and name.type == "PERSON"):
        return None
    while parse.tokens[noun].relation in ("nmod", "nmod:poss", "conj") and parse.tokens[noun].head >= 0:
        noun = parse.tokens[noun].head
        name = name_of(ground, noun)
        if is_person_noun(lemma_of(parse.tokens[noun])) or (name is not None and name.type == "PERSON"):
            return noun
    return None


def _name_before(ground: Ground, verb: int) -> int | None:
    """The person right before a participle that the tree hangs elsewhere ("… Ada Brook, arrested in May, …")."""
    parse, token = ground.parse, ground.parse.tokens[verb]
    if token.tag != "VBN" or not is_passive(parse, verb) or verb < _AGED:
        return None
    if token.relation not in ("advcl", "conj") and not _on_a_thing(ground, verb):
        return None
    if kid(parse, verb, "aux", "aux:pass", "nsubj", "nsubj:pass") is not None or parse.tokens[verb - 1].word != ",":
        return None
    aged = parse.tokens[verb - 2].pos == "NUM" and parse.tokens[verb - 3].word == ","
    name = name_of(ground, verb - _AGED if aged else verb - 2)
    if name is None or name.type != "PERSON":
        return None
    return next((i for i in range(*name.tokens) if parse.tokens[i].relation != "flat"), None)


def _on_a_thing(ground: Ground, verb: int) -> bool:
    """ "A hearing for Carl Marr, 23, charged with …": the tree hangs the participle on what is for or of him."""
    token = ground.parse.tokens[verb]
    if token.relation != "acl" or name_of(ground, token.head) is not None:
        return False
    return not is_person_noun(lemma_of(ground.parse.tokens[token.head]))


def _arguments(parse: Parse, verb: int) -> Arguments:
    passive = is_passive(parse, verb)
    agent = agent_of(parse, verb)
    objects = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("obj", "iobj")]
    if passive:
        undergoer = _own_subject(parse, verb, passive=True)
        agent = _who_orders(parse, verb) if agent is None else agent
        agent = next((a for o in objects if (a := agent_of(parse, o)) is not None), None) if agent is None else agent
        objects = [*([undergoer] if undergoer is not None else []), *objects]
        return Arguments(agent, tuple(objects), obliques(parse, verb))
    objects = objects or raised(parse, verb) or _shared_object(parse, verb)
    subject = _own_subject(parse, verb, passive=False)
    if kid(parse, verb, "expl") is not None and subject is not None and not objects:
        return Arguments(None, (subject,), obliques(parse, verb))
    if _leads_its_object(parse, verb):
        return Arguments(None, (parse.tokens[verb].head,), obliques(parse, verb))
    gap = _relative_gap(parse, verb) or _gap_before(parse, objects)
    objects = [gap if gap is not None and parse.tokens[o].word.lower() in _RELATIVE else o for o in objects]
    return Arguments(subject, tuple(objects), obliques(parse, verb))


def _who_orders(parse: Parse, verb: int) -> int | None:
    """ "The judge ordered him held": who orders or has it done."""
    token = parse.tokens[verb]
    if token.tag != "VBN" or token.relation != "xcomp" or lemma_of(parse.tokens[token.head]) not in ("have", "order"):
        return None
    ordered = kid(parse, token.head, "obj") is not None and not is_passive(parse, token.head)
    return kid(parse, token.head, "nsubj") if ordered and kid(parse, verb, "mark", "aux:pass") is None else None


def _leads_its_object(parse: Parse, verb: int) -> bool:
    """ "Attacking miners is wrong": what the tree takes for a noun with a participle before it."""
    token = parse.tokens[verb]
    bare = kid(parse, verb, "obj", "aux", *SUBJECTS) is None and not _describes_its_noun(parse, verb)
    return token.tag == "VBG" and token.relation == "acl" and token.head == verb + 1 and bare


def _describes_its_noun(parse: Parse, verb: int) -> bool:
    """Whether an article or adjective of the noun stands before the participle ("the attacking miners")."""
    noun = parse.tokens[verb].head
    return any(k < verb for k in parse.kids[noun])


def _shared_object(parse: Parse, verb: int) -> list[int]:
    """ "Shelling, looting and burning the village": the object of the last of the verbs that are joined right behind it."""
    last = shared_with(parse, verb)
    return [o for o in parse.kids[last] if parse.tokens[o].relation == "obj"] if last is not None else []


def shared_with(parse: Parse, verb: int) -> int | None:
    """The last of the verbs that stand right behind the verb in one row with it ("shot and killed")."""
    at, last, tokens = verb + 1, None, parse.tokens
    while at < len(tokens) and (
        tokens[at].relation in ("cc", "advmod") or tokens[at].word == "," or _in_row(parse, verb, at)
    ):
        last = at if _in_row(parse, verb, at) else last
        at += 1
    return last if last is not None and tokens[last - 1].relation in ("cc", "advmod") else None


def _in_row(parse: Parse, verb: int, index: int) -> bool:
    """Whether the token is a verb of the same form that is joined to the verb, or to what the verb is joined to."""
    token, first = parse.tokens[index], parse.tokens[verb]
    if token.relation != "conj" or token.pos != "VERB" or token.tag != first.tag or token.head < 0:
        return False
    return (
        token.head == verb
        or (first.relation == "conj" and token.head == first.head)
        or _in_row_above(parse, verb, token.head)
    )


def _in_row_above(parse: Parse, verb: int, head: int) -> bool:
    """Whether the head is itself a verb between that is joined to the verb."""
    return verb < head and parse.tokens[head].relation == "conj" and parse.tokens[head].head == verb


def _own_subject(parse: Parse, verb: int, *, passive: bool) -> int | None:
    """The subject: its own, the antecedent of its relative, or the one that it shares or is controlled by."""
    for _ in range(5):
        own = kid(parse, verb, *SUBJECTS, "nsubj:pass", "csubj:pass")
        if own is not None and before_its_subject(parse, verb):
            return None
        if own is not None and own > verb and _is_marked_participle(parse, verb):
            own = None
        near = None
        if own is None:
            near = _noun_right_before(parse, verb) if passive else _people_right_before(parse, verb)
        if near is not None:
            return near
        if own is not None:
            gap = _relative_gap(parse, verb)
            return gap if gap is not None and parse.tokens[own].word.lower() in _RELATIVE else own
        above = controller(parse, verb, passive)
        if above is None or above[1]:
            return above[0] if above is not None else None
        verb = above[0]
    return None


def _is_marked_participle(parse: Parse, verb: int) -> bool:
    """ "In welcoming Ada, …": it has no subject of its own."""
    return parse.tokens[verb].tag == "VBG" and kid(parse, verb, "mark", "case") is not None


def _noun_right_before(parse: Parse, verb: int) -> int | None:
    """ "Said in a raid ordered by the court": the noun right before a participle that the tree hangs on the verb."""
    token = parse.tokens[verb]
    if (
        token.tag != "VBN"
        or token.relation != "advcl"
        or kid(parse, verb, "mark", "advmod", "aux", "aux:pass") is not None
    ):
        return None
    before = parse.tokens[verb - 1] if verb else None
    if before is None or before.pos not in ("NOUN", "PROPN") or before.relation not in ("obl", "obj", "nmod"):
        return None
    return verb - 1


def _people_right_before(parse: Parse, verb: int) -> int | None:
    """ "Two died when miners protesting against cuts threw stones": the people right before a participle."""
    token, before = parse.tokens[verb], parse.tokens[max(0, verb - 1)]
    if token.tag != "VBG" or token.relation != "advcl" or kid(parse, verb, "mark", "case", "advmod", "aux") is not None:
        return None
    plural = before.tag == "NNPS" or (before.tag == "NNS" and is_person_noun(lemma_of(before)))
    plural = plural or (lemma_of(token) in STANCES and before.tag == "NN" and is_person_noun(lemma_of(before)))
    return verb - 1 if plural and before.relation in ("nsubj", "obl", "nmod", "conj") else None


def _relative_gap(parse: Parse, verb: int) -> int | None:
    """The noun that a relative clause is about."""
    if parse.tokens[verb].relation == "acl:relcl":
        return _one_of(parse, parse.tokens[verb].head, verb)
    relative = next(
        (k for k in parse.kids[verb] if parse.tokens[k].tag in ("WP", "WDT") and parse.tokens[k].relation in SUBJECTS),
        None,
    )
    return _noun_before(parse, relative) if relative is not None else None


def _one_of(parse: Parse, noun: int, verb: int) -> int:
    """ "One of the worst bandits, Carl Marr, who was deported": the one who is named."""
    if parse.tokens[noun].tag != "NNS":
        return noun
    named = (k for k in parse.kids[noun] if parse.tokens[k].relation == "appos" and parse.tokens[k].tag == "NNP")
    return next((k for k in named if noun < k < verb), noun)


def _gap_before(parse: Parse, objects: Sequence[int]) -> int | None:
    """The noun before "which" or "whom" as an object, where the tree does not know the clause for a relative one."""
    relative = next((o for o in objects if parse.tokens[o].tag in ("WDT", "WP")), None)
    return _noun_before(parse, relative) if relative is not None else None


def _noun_before(parse: Parse, index: int) -> int | None:
    """The noun right before a relative pronoun whose clause the tree hangs elsewhere ("Ada, who leads …")."""
    at = index - 1
    while at >= 0 and parse.tokens[at].pos == "PUNCT" and parse.tokens[at].word == ",":
        at -= 1
    if at < 0 or parse.tokens[at].pos not in ("NOUN", "PROPN"):
        return None
    return parse.tokens[at].head if parse.tokens[at].relation == "flat" else at
