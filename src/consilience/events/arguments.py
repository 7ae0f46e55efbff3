"""Who does a verb's act and whom it befalls: passives, control, relative clauses and shared subjects resolved on the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consilience.events.ground import Ground, is_person_noun, lemma_of, name_of
from consilience.lexicons import word_set
from consilience.parses import Parse, kid

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
_FOR_OTHERS = ("call", "demand", "invitation", "invite", "offer", "order", "permission", "request")
_OBJECT_CONTROL = frozenset(
    {
        "allow",
        "ask",
        "authorise",
        "authorize",
        "beg",
        "enable",
        "encourage",
        "force",
        "help",
        "implore",
        "instruct",
        "invite",
    }
    | {"appoint", "dispatch", "order", "permit", "persuade", "press", "pressure", "push", "recruit", "request", "send"}
    | {"tell", "train", "urge", "use"}
)
_CALLING = ("call", "phone", "telephone", "visit")
_RELATIVE = ("who", "which", "that", "whom")
_FOR_AN_ACT = ("against", "for", "into", "of", "with")
_PERFECT = ("had", "has", "have", "having", "'d", "'ve", "’d", "’ve")
_BARE = ("although", "as", "if", "once", "though", "unless", "until", "when", "whenever", "while")


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
    named = _name_before(ground, verb)
    if named is not None:
        return replace(found, objects=(named, *(o for o in found.objects if o > verb)))
    if found.subject is None:
        return found
    leans = token.relation in ("advcl", "conj", "parataxis") and ground.owner[token.head] != ground.owner[verb]
    nominal = ground.parse.tokens[found.subject].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")
    foreign = leans and ground.owner[found.subject] != ground.owner[verb]
    return found if nominal and not foreign else replace(found, subject=None)


def _name_before(ground: Ground, verb: int) -> int | None:
    """The person right before a participle that the tree hangs elsewhere ("… Ada Brook, arrested in May, …")."""
    parse, token = ground.parse, ground.parse.tokens[verb]
    if token.tag != "VBN" or token.relation not in ("advcl", "conj") or not is_passive(parse, verb) or verb < 2:
        return None
    if kid(parse, verb, "aux", "aux:pass", "nsubj", "nsubj:pass") is not None or parse.tokens[verb - 1].word != ",":
        return None
    name = name_of(ground, verb - 2)
    if name is None or name.type != "PERSON":
        return None
    return next((i for i in range(*name.tokens) if parse.tokens[i].relation != "flat"), None)


def _arguments(parse: Parse, verb: int) -> Arguments:
    passive = is_passive(parse, verb)
    agent = _agent(parse, verb)
    objects = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("obj", "iobj")]
    if passive:
        undergoer = _own_subject(parse, verb, passive=True)
        objects = [*([undergoer] if undergoer is not None else []), *objects]
        return Arguments(agent, tuple(objects), obliques(parse, verb))
    objects = objects or _raised(parse, verb) or _shared_object(parse, verb)
    subject = _own_subject(parse, verb, passive=False)
    if kid(parse, verb, "expl") is not None and subject is not None and not objects:
        return Arguments(None, (subject,), obliques(parse, verb))
    gap = _relative_gap(parse, verb)
    objects = [gap if gap is not None and parse.tokens[o].word.lower() in _RELATIVE else o for o in objects]
    return Arguments(subject, tuple(objects), obliques(parse, verb))


def _raised(parse: Parse, verb: int) -> list[int]:
    """The object that stands before "of" or "from" but hangs on the verb after it ("accuses Ada of having lied").

    A second subject behind the verb is an object ("has berated the guards"), and so is one behind "attacking".
    """
    subjects = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("nsubj", "nsubj:pass")]
    if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
        return [subjects[-1]]
    if _before_its_subject(parse, verb):
        return subjects[-1:]
    for k in parse.kids[verb]:
        if parse.tokens[k].relation in ("advcl", "ccomp") and parse.tokens[k].tag in ("VBG", "VBN"):
            subject, mark = kid(parse, k, "nsubj"), kid(parse, k, "mark")
            if (
                subject is not None
                and mark is not None
                and verb < subject < mark
                and parse.tokens[mark].word.lower() in ("of", "from")
            ):
                return [subject]
    return []


def _before_its_subject(parse: Parse, verb: int) -> bool:
    """ "Attacking the villagers is no answer": what the tree takes for the subject of a bare participle is its object."""
    subject = kid(parse, verb, *SUBJECTS)
    bare = parse.tokens[verb].tag == "VBG" and kid(parse, verb, "aux", "cop", "obj") is None
    return bare and subject is not None and subject > verb


def _shared_object(parse: Parse, verb: int) -> list[int]:
    """ "Shelling and burning the village": the object of the verb that is joined right behind it."""
    for k in parse.kids[verb]:
        joined = parse.tokens[k].relation == "conj" and parse.tokens[k].tag == parse.tokens[verb].tag
        if joined and k == verb + 2 and parse.tokens[verb + 1].relation == "cc":
            return [o for o in parse.kids[k] if parse.tokens[o].relation == "obj"]
    return []


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is a passive, with or without its auxiliary ("the boats seized by the navy")."""
    helper = kid(parse, verb, "aux:pass")
    if helper is not None and parse.tokens[helper].word in ("'s", "’s") and kid(parse, verb, "obj") is not None:
        return False
    if _has_done(parse, verb):
        return False
    if kid(parse, verb, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
        return True
    token = parse.tokens[verb]
    if _done_to(parse, verb):
        return True
    if token.tag == "VBD" and kid(parse, verb, "obl:agent") is not None:
        return kid(parse, verb, "obj", "xcomp", "ccomp") is None and token.word.lower().endswith("ed")
    if token.tag != "VBN" or kid(parse, verb, "aux") is not None:
        return False
    if token.relation == "acl":
        return True
    if token.relation == "conj" and token.head >= 0 and kid(parse, verb, *SUBJECTS) is None:
        return is_passive(parse, token.head)
    return token.relation in ("advcl", "root", "ccomp", "parataxis") and kid(parse, verb, "obj") is None


def _has_done(parse: Parse, verb: int) -> bool:
    """ "The mayor has berated the guards", where the tree takes the mayor for whom it befell."""
    helpers = [parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation == "aux"]
    undergoers = [k for k in parse.kids[verb] if parse.tokens[k].relation == "nsubj:pass"]
    if kid(parse, verb, "aux:pass") is not None or not any(h in _PERFECT for h in helpers):
        return False
    return len(undergoers) > 1 and undergoers[0] < verb < undergoers[-1]


def _done_to(parse: Parse, verb: int) -> bool:
    """ "They answer when attacked": a participle that the tree takes for a past tense without a subject."""
    token = parse.tokens[verb]
    if (
        token.tag not in ("VBD", "VBN")
        or token.relation != "advcl"
        or kid(parse, verb, *SUBJECTS, "aux", "obj") is not None
    ):
        return False
    marks = (parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation in ("mark", "advmod"))
    return any(mark in _BARE for mark in marks)


def obliques(parse: Parse, head: int) -> tuple[tuple[str, int], ...]:
    """The phrases on a verb or noun with their prepositions, lower case ("with", "out of")."""
    found = []
    for k in parse.kids[head]:
        if parse.tokens[k].relation in ("obl", "nmod", "obl:agent", "obl:arg"):
            cases = [parse.tokens[c].word.lower() for c in parse.kids[k] if parse.tokens[c].relation == "case"]
            found.append((" ".join(cases), k))
    return tuple(found)


def _agent(parse: Parse, verb: int) -> int | None:
    by = [k for case, k in obliques(parse, verb) if case == "by"]
    return next((k for k in by if parse.tokens[k].tag != "VBG" and not _is_time(parse, k)), None)


def _is_time(parse: Parse, index: int) -> bool:
    return (
        parse.tokens[index].lemma.lower() in ("day", "week", "month", "year", "end", "time")
        or parse.tokens[index].pos == "NUM"
    )


def _own_subject(parse: Parse, verb: int, *, passive: bool) -> int | None:
    """The subject: its own, the antecedent of its relative, or the one that it shares or is controlled by."""
    for _ in range(5):
        own = kid(parse, verb, *SUBJECTS, "nsubj:pass", "csubj:pass")
        if own is not None and _before_its_subject(parse, verb):
            return None
        near = _noun_right_before(parse, verb) if own is None and passive else None
        if near is not None:
            return near
        if own is not None:
            gap = _relative_gap(parse, verb)
            return gap if gap is not None and parse.tokens[own].word.lower() in _RELATIVE else own
        above = _controller(parse, verb, passive)
        if above is None or above[1]:
            return above[0] if above is not None else None
        verb = above[0]
    return None


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


def _relative_gap(parse: Parse, verb: int) -> int | None:
    """The noun that a relative clause is about."""
    if parse.tokens[verb].relation == "acl:relcl":
        return parse.tokens[verb].head
    relative = next(
        (k for k in parse.kids[verb] if parse.tokens[k].tag in ("WP", "WDT") and parse.tokens[k].relation in SUBJECTS),
        None,
    )
    return _noun_before(parse, relative) if relative is not None else None


def _noun_before(parse: Parse, index: int) -> int | None:
    """The noun right before a relative pronoun whose clause the tree hangs elsewhere ("Ada, who leads …")."""
    at = index - 1
    while at >= 0 and parse.tokens[at].pos == "PUNCT" and parse.tokens[at].word == ",":
        at -= 1
    if at < 0 or parse.tokens[at].pos not in ("NOUN", "PROPN"):
        return None
    return parse.tokens[at].head if parse.tokens[at].relation == "flat" else at


def _controller(parse: Parse, verb: int, passive: bool) -> tuple[int, bool] | None:
    """Where an unspoken subject comes from: (token, True) is the subject itself, (verb, False) says whose subject it is."""
    token = parse.tokens[verb]
    if token.head < 0:
        return None
    if token.relation == "acl":
        return _noun_control(parse, verb, passive)
    called = (
        _called_on(parse, token.head) if token.relation in ("xcomp", "ccomp", "advcl") and token.tag == "VB" else None
    )
    if called is not None:
        return called, True
    if token.relation == "ccomp" and token.tag == "VBG" and parse.tokens[token.head].lemma.lower() == "say":
        return None
    if token.relation in ("xcomp", "ccomp"):
        controlled = kid(parse, token.head, "obj", "iobj")
        over = parse.tokens[token.head].lemma.lower()
        promise = over in word_set("plover", "subject_control") or (token.tag == "VB" and over in _CALLING)
        if controlled is not None and not promise:
            return controlled, True
        if controlled is None and is_passive(parse, token.head):
            undergoer = kid(parse, token.head, "nsubj:pass")
            return (undergoer, True) if undergoer is not None else (token.head, False)
        return token.head, False
    if token.relation == "advcl" and _is_for_an_act(parse, verb):
        blamed = next(
            (k for k in (*_done_by(parse, token.head), *_raised(parse, token.head)) if _can_act(parse, k)), None
        )
        return (blamed, True) if blamed is not None else (token.head, False)
    if token.relation == "advcl" and token.tag == "VB" and parse.tokens[token.head].lemma.lower() in _OBJECT_CONTROL:
        asked = next((k for k in _done_by(parse, token.head) if _can_act(parse, k)), None)
        return (asked, True) if asked is not None else (token.head, False)
    return (token.head, False) if token.relation in ("conj", "advcl", "parataxis") else None


def _is_for_an_act(parse: Parse, verb: int) -> bool:
    """ "Berated the guards for ejecting her", "accused them of killing": the act is that of whoever it is done to."""
    mark = kid(parse, verb, "mark", "case")
    return parse.tokens[verb].tag == "VBG" and mark is not None and parse.tokens[mark].word.lower() in _FOR_AN_ACT


def _done_by(parse: Parse, verb: int) -> list[int]:
    """Whom the verb's act befalls."""
    return [k for k in parse.kids[verb] if parse.tokens[k].relation in ("obj", "nsubj:pass")]


def _can_act(parse: Parse, index: int) -> bool:
    """Whether the word is a name, a pronoun or a noun for people: no occasion and no reason."""
    return parse.tokens[index].pos in ("PRON", "PROPN") or is_person_noun(lemma_of(parse.tokens[index]))


def _called_on(parse: Parse, head: int) -> int | None:
    """Who is called on, or appealed to, to do something."""
    if parse.tokens[head].lemma.lower() not in ("appeal", "call"):
        return None
    return next((k for case, k in obliques(parse, head) if case in ("on", "upon", "to")), None)


def _noun_control(parse: Parse, verb: int, passive: bool) -> tuple[int, bool] | None:
    """ "Boats seized by …", "troops attacking …" are about the noun; "a plan to attack" is about who has the plan."""
    noun = parse.tokens[verb].head
    if parse.tokens[verb].tag in ("VBN", "VBG") or passive:
        return noun, True
    if parse.tokens[noun].lemma.lower() in _FOR_OTHERS:
        return None
    owner, above = kid(parse, noun, "nmod:poss"), parse.tokens[noun].head
    if owner is not None and not (parse.tokens[owner].tag == "PRP$" and parse.tokens[noun].relation == "obj"):
        return owner, True
    if above >= 0 and parse.tokens[noun].relation in ("obj", "obl") and parse.tokens[above].pos == "VERB":
        return above, False
    return None
