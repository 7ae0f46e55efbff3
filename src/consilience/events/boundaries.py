"""The codebook's boundary rules: which of two types an act has that both would fit, and when one act counts as two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consilience.events.arguments import obliques
from consilience.events.coded import Coded
from consilience.events.contexts import contexts
from consilience.events.ground import Ground, lemma_of, participant
from consilience.model.event import EventType
from consilience.parses import below, kid

_COMBAT = frozenset({"ambush", "battle", "clash", "combat", "fight", "fighting", "firefight", "offensive", "skirmish"})
_AMID = ("after", "amid", "during", "following", "in")
_CLAUSES = ("advcl", "conj", "parataxis")
_JAILING = ("imprison", "jail")
_PRISON = frozenset({"custody", "jail", "prison"})
_TERMS = frozenset(
    {"conviction", "court", "crime", "day", "judge", "life", "month", "offence", "offense", "sentence", "week", "year"}
)
_REAL = ("happened", "ongoing", "historical")


def settled(ground: Ground, found: Sequence[Coded]) -> list[Coded]:
    """The coded acts of a part after the boundary rules, in the same order; an act that counts twice stands twice."""
    kept = [_retyped(ground, coded) for coded in found if not _is_part_of_another(ground, coded, found)]
    return [each for coded in kept for each in (coded, *_also_arrested(ground, coded))]


def _retyped(ground: Ground, coded: Coded) -> Coded:
    """Troops sent to help after a disaster are aid; an arrest in combat is an assault."""
    name, sentence = coded.match.rule.name, ground.parse.sentence_of[coded.trigger]
    if name == "destroy" and _burns_barricades(ground, coded):
        return _as(coded, "PROTEST", "obstruct", "barricades set alight")
    if name == "sentence" and _only_held(ground, coded):
        return _as(coded, "COERCE", "arrest", "held in jail")
    if name == "deploy forces" and "disasters" in contexts(ground, sentence):
        return _as(coded, "AID", None, "troops sent after a disaster")
    if name == "arrest" and _in_combat(ground, coded.trigger):
        return _as(coded, "ASSAULT", "abduct", "an arrest in combat")
    return coded


def _burns_barricades(ground: Ground, coded: Coded) -> bool:
    things = {lemma_of(ground.parse.tokens[k]) for k in ground.parse.kids[coded.trigger]}
    return bool(things & {"barricade", "effigy", "flag", "tire", "tyre"})


def _only_held(ground: Ground, coded: Coded) -> bool:
    """ "Was jailed pending trial": held, but not sentenced by anybody and for no term."""
    if lemma_of(ground.parse.tokens[coded.trigger]) not in _JAILING:
        return False
    words = {lemma_of(ground.parse.tokens[i]) for i in below(ground.parse, coded.trigger, _CLAUSES)}
    judged = any("JUD" in participant(ground, i).sectors for i in coded.match.actors)
    return not judged and not words & _TERMS


def _in_combat(ground: Ground, verb: int) -> bool:
    """ "Detained in the fighting"; "as fights broke out", "in the fight against crime" are another matter."""
    told = [i for i in below(ground.parse, verb) if lemma_of(ground.parse.tokens[i]) in _COMBAT]
    told = [i for i in told if all(case != "against" for case, _ in obliques(ground.parse, i))]
    cases = (kid(ground.parse, i, "case", "mark") for i in told)
    return any(case is not None and ground.parse.tokens[case].word.lower() in _AMID for case in cases)


def _as(coded: Coded, kind: EventType, mode: str | None, name: str) -> Coded:
    rule = replace(coded.match.rule, type=kind, mode=mode, name=name)
    return replace(coded, match=replace(coded.match, rule=rule))


def _is_part_of_another(ground: Ground, coded: Coded, found: Iterable[Coded]) -> bool:
    """A demand made by demonstrating is the demonstration; forces moved to attack are the attack."""
    kind = coded.match.rule.type
    larger = {"REQUEST": "PROTEST", "MOBILIZE": "ASSAULT"}.get(kind)
    if larger is None:
        return False
    return any(
        other.match.rule.type == larger
        and ground.parse.sentence_of[other.trigger] == ground.parse.sentence_of[coded.trigger]
        and (other.status in _REAL) == (coded.status in _REAL)
        and _share(ground, coded.match.actors, other.match.actors)
        for other in found
    )


def _share(ground: Ground, left: Iterable[int], right: Iterable[int]) -> bool:
    names = {participant(ground, i).name for i in left}
    return any(participant(ground, i).name in names for i in right)


def _also_arrested(ground: Ground, coded: Coded) -> tuple[Coded, ...]:
    """Who is sentenced to prison is punished and held: the act counts as both."""
    if coded.match.rule.name != "sentence":
        return ()
    verb = lemma_of(ground.parse.tokens[coded.trigger])
    words = {lemma_of(ground.parse.tokens[i]) for i in below(ground.parse, coded.trigger, _CLAUSES)}
    if verb not in _JAILING and not words & _PRISON:
        return ()
    return (_as(coded, "COERCE", "arrest", "sentence to prison"),)
