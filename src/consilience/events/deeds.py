"""Acts that a noun tells inside a clause ("the launch of two rockets"), as propositions of their own."""

from __future__ import annotations

from collections.abc import Iterator, Set

from consilience.events.arguments import SUBJECTS, obliques
from consilience.events.ground import Ground, is_somebody, lemma_of, members
from consilience.events.reality import noun_status
from consilience.events.runs import inside, people_at, runs
from consilience.events.status import reality
from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Span
from consilience.parses import below, kid

_BEFALLEN = ("of", "to", "with", "against", "on", "for")
_WHILE = ("during", "on")
_FEWEST = 2  # facts (who, whom, when, where, how many) from which a noun tells enough to be lined up
_LONGEST = 40  # tokens beyond which a noun's phrase is badly cut
_OUTSIDE = ("acl:relcl", "parataxis", "conj", "cop", "nsubj")
_REAL = ("happened", "ongoing", "historical")


def deeds(ground: Ground, told: Set[int]) -> tuple[Proposition, ...]:
    """The acts of a part that nouns tell and that took place; `told` are where the acts of its clauses stand."""
    found = (_deed(ground, noun) for noun in _nouns(ground) if ground.parse.tokens[noun].start not in told)
    return tuple(p for p in found if p is not None)


def _nouns(ground: Ground) -> Iterator[int]:
    known = word_set("acts", "deeds")
    for index, token in enumerate(ground.parse.tokens):
        if token.pos == "NOUN" and token.relation != "compound" and lemma_of(token) in known:
            yield index


def _deed(ground: Ground, noun: int) -> Proposition | None:
    if not _took_place(ground, noun):
        return None
    actors, befallen = _actors(ground, noun), _befallen(ground, noun)
    tokens = below(ground.parse, noun, _OUTSIDE)
    if len(tokens) > _LONGEST:
        return None
    spans = tuple(runs(ground, [t for t in tokens if not _outer_case(ground, noun, t)]))
    part, token = ground.annotated, ground.parse.tokens[noun]
    who, whom = people_at(ground, actors), people_at(ground, befallen)
    times = inside(part.times, spans)
    places = inside(part.places, spans)
    quantities = inside(part.quantities, spans)
    if not spans or sum(map(bool, (who, whom, times, places, quantities, _ranked(ground, noun)))) < _FEWEST:
        return None
    owner = ground.owner[noun]
    statement = ground.statements[owner].id if owner >= 0 else None
    return Proposition(
        content_id(ground.report, ground.part, spans, statement, "deed", lemma_of(token)), ground.report, ground.part,
        ground.parse.sentence_of[noun], spans, statement, lemma_of(token), Span(token.start, token.end), who, whom,
        times, places, quantities, False, "happened", b"", True,
    )  # fmt: skip


def _ranked(ground: Ground, noun: int) -> bool:
    """Whether the act is called the first, the last or the only one."""
    return any(lemma_of(ground.parse.tokens[k]) in word_set("acts", "ranks") for k in ground.parse.kids[noun])


def _took_place(ground: Ground, noun: int) -> bool:
    """Whether the words say that the act took place; what is planned, denied or asked about makes no proposition."""
    owner = ground.owner[noun]
    if owner >= 0 and ground.statements[owner].act not in ("asserted", "accused"):
        return False
    copula = noun if kid(ground.parse, noun, "cop") is not None else _joined(ground, noun)
    if copula is not None:
        real = reality(ground, copula)
        return real.status in ("happened", "ongoing") and not real.negated
    token = ground.parse.tokens[noun]
    if token.relation in SUBJECTS and reality(ground, token.head).because == "only possible (would)":
        return False  # "her visit would send a message"
    status = noun_status(ground, noun)
    return status is not None and status[0] in _REAL


def _joined(ground: Ground, noun: int) -> int | None:
    """The noun with a copula to which this one is joined ("it was the second meeting and his first trip")."""
    token = ground.parse.tokens[noun]
    above = token.head
    return above if token.relation == "conj" and above >= 0 and kid(ground.parse, above, "cop") is not None else None


def _actors(ground: Ground, noun: int) -> tuple[int, ...]:
    """Who acts: the owner of the noun, whoever stands after "by" or "between", or who is on the visit."""
    owner = kid(ground.parse, noun, "nmod:poss")
    if owner is not None and (is_somebody(ground, owner) or _their_meeting(ground, owner, noun)):
        return (owner,)
    doers = [noun, *(k for k in ground.parse.kids[noun] if ground.parse.tokens[k].relation == "acl")]
    for case, k in (o for doer in doers for o in obliques(ground.parse, doer)):
        if (case or _before_office(ground, k)) == "by" or (case == "between" and is_somebody(ground, k)):
            return (k,) if is_somebody(ground, k) else ()
    named = [k for k in ground.parse.kids[noun] if ground.parse.tokens[k].relation in ("compound", "amod")]
    named = [k for k in named if is_somebody(ground, k)]
    return tuple(named[:1]) or _on_it(ground, noun)


def _their_meeting(ground: Ground, owner: int, noun: int) -> bool:
    """Whether several people own a meeting ("their summit in Tarn")."""
    tokens = ground.parse.tokens
    return tokens[owner].word.lower() == "their" and lemma_of(tokens[noun]) in word_set("acts", "gatherings")


def _before_office(ground: Ground, name: int) -> str:
    """The preposition that stands before the office of somebody ("by the harbour minister Orla Vane")."""
    office = kid(ground.parse, name, "nmod:desc")
    case = kid(ground.parse, office, "case") if office is not None else None
    return ground.parse.tokens[case].word.lower() if case is not None else ""


def _on_it(ground: Ground, noun: int) -> tuple[int, ...]:
    """Who is on a visit that a clause is set in ("during a visit to Arven, the minister was shown the dam")."""
    token = ground.parse.tokens[noun]
    case = kid(ground.parse, noun, "case")
    if _owned(ground, noun) or case is None or ground.parse.tokens[case].word.lower() not in _WHILE:
        return ()
    subject = kid(ground.parse, token.head, *SUBJECTS, "nsubj:pass") if token.relation == "obl" else None
    going = lemma_of(token) in word_set("acts", "going") | word_set("acts", "gatherings")
    return (subject,) if going and subject is not None and is_somebody(ground, subject) else ()


def _owned(ground: Ground, noun: int) -> bool:
    """Whether the noun has an owner, named or not."""
    return kid(ground.parse, noun, "nmod:poss") is not None


def _befallen(ground: Ground, noun: int) -> tuple[int, ...]:
    told = [k for case, k in obliques(ground.parse, noun) if (case or _before_office(ground, k)) in _BEFALLEN]
    between = [m for case, k in obliques(ground.parse, noun) if case == "between" for m in members(ground, k)[1:]]
    return (*told, *between)


def _outer_case(ground: Ground, noun: int, token: int) -> bool:
    """The preposition before the whole phrase."""
    return ground.parse.tokens[token].head == noun and ground.parse.tokens[token].relation in ("case", "cc", "mark")
