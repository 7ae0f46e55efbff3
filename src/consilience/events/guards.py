"""Where a rule fits the words but no political act is told: games and shows, accidents, private calls, one's own things."""

from __future__ import annotations

from collections.abc import Iterable

from consilience.events.arguments import is_passive, obliques
from consilience.events.ground import (
    Ground,
    entity_of,
    is_somebody,
    lemma_of,
    members,
    name_of,
    participant,
    reference_of,
)
from consilience.events.hints import hinted
from consilience.events.matching import Match
from consilience.lexicons import word_set
from consilience.parses import kid

_CONTESTS = ("ASSAULT", "CONSULT", "SUPPORT", "RETREAT", "REJECT", "MOBILIZE")
_NEEDS_NAMES = ("AID", "SUPPORT", "REJECT", "AGREE", "REQUEST")
_CALLS = ("visit", "travel to", "receive somebody", "pay a visit", "a visit")


def is_out_of_place(ground: Ground, verb: int, found: Match) -> bool:
    """Whether a match at a verb or act noun is no political act."""
    if found.rule.type in _CONTESTS and _in_games(ground, verb):
        return True
    if found.rule.type == "ASSAULT" and (_by_accident(ground, found.actors) or _own_things(ground, verb, found)):
        return True
    if found.rule.type == "CONSULT" and (_meets_a_thing(ground, verb, found) or _about_anybody(ground, found)):
        return True
    if found.rule.type in _NEEDS_NAMES and not any(_is_known(ground, i) for i in (*found.actors, *found.recipients)):
        return True
    if found.rule.name == "investigate" and _entrusted(ground, verb):
        return True
    if found.rule.name == "attack" and _in_words(ground, verb):
        return True
    if found.rule.name == "deploy forces" and _merely_placed(ground, verb):
        return True
    if found.rule.name not in _CALLS or any(is_public(ground, i) for i in (*found.actors, *found.recipients[:1])):
        return False
    return found.rule.name == "travel to" or not _named_with_a_place(ground, found)


def _named_with_a_place(ground: Ground, found: Match) -> bool:
    """Whether somebody named goes to a place rather than to a private person."""
    names = [name_of(ground, i) for i in found.actors]
    hosts = [name_of(ground, i) for i in found.recipients]
    return any(name is not None for name in names) and all(host is not None and host.type != "PERSON" for host in hosts)


def is_public(ground: Ground, index: int) -> bool:
    """Whether the token stands for somebody in public life: an office, a force, a body, or somebody of a state by name."""
    person = participant(ground, index)
    entity, name = entity_of(ground, index), name_of(ground, index)
    if person.international or any(sector != "CVL" for sector in person.sectors):
        return True
    if (entity is not None and entity.type == "organisation") or (name is not None and name.type == "ORG"):
        return True
    return person.country is not None and entity is not None and entity.type in ("person", "government", "group")


def _is_known(ground: Ground, index: int) -> bool:
    """Whether a reader can tell who is meant: somebody public, named, or told of before ("the general")."""
    if is_public(ground, index) or entity_of(ground, index) is not None or name_of(ground, index) is not None:
        return True
    before = (ground.parse.tokens[k] for k in ground.parse.kids[index])
    return any(token.word.lower() in ("the", "this", "these", "those") for token in before)


def _meets_a_thing(ground: Ground, verb: int, found: Match) -> bool:
    """Met the criteria, negotiated a deal, held a news conference: no talks of these people with each other."""
    noun = max(found.used)
    if noun != verb:
        before = {lemma_of(ground.parse.tokens[k]) for k in ground.parse.kids[noun]}
        return lemma_of(ground.parse.tokens[noun]) == "conference" and bool(before & {"news", "press"})
    thing = kid(ground.parse, verb, "obj", "nsubj:pass")
    return found.rule.name == "meet" and thing is not None and not is_somebody(ground, thing)


def _about_anybody(ground: Ground, found: Match) -> bool:
    """ "We negotiate": nobody but pronouns that stand for nobody in particular."""
    everybody = (*found.actors, *found.recipients)
    return all(ground.parse.tokens[i].tag == "PRP" and entity_of(ground, i) is None for i in everybody)


def _entrusted(ground: Ground, verb: int) -> bool:
    """Charged with protecting somebody: a task, not a crime."""
    task = kid(ground.parse, verb, "advcl", "xcomp", "ccomp")
    mark = kid(ground.parse, task, "mark", "case") if task is not None else None
    if (
        task is None
        or mark is None
        or ground.parse.tokens[mark].word.lower() != "with"
        or ground.parse.tokens[task].tag != "VBG"
        or lemma_of(ground.parse.tokens[verb]) != "charge"
    ):
        return False
    return not any(
        kind in ("ASSAULT", "COERCE", "PROTEST", "THREATEN") for kind in hinted(lemma_of(ground.parse.tokens[task]))
    )


def _in_words(ground: Ground, verb: int) -> bool:
    """Attacked him as soft: an attack in words."""
    return any(case == "as" for case, _ in obliques(ground.parse, verb)) or any(
        ground.parse.tokens[k].relation == "advcl" and kid(ground.parse, k, "case", "mark") is not None
        and ground.parse.tokens[kid(ground.parse, k, "case", "mark") or k].word.lower() == "as"
        for k in ground.parse.kids[verb]
    )  # fmt: skip


def _in_games(ground: Ground, index: int) -> bool:
    sentence = ground.parse.sentences[ground.parse.sentence_of[index]]
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover", "games") for i in range(*sentence.tokens))


def _by_accident(ground: Ground, actors: Iterable[int]) -> bool:
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover", "accidents") for i in actors)


def _own_things(ground: Ground, verb: int, found: Match) -> bool:
    """ "Destroyed its own arsenal": what is acted on belongs to who acts."""
    things = [
        k for o in ground.parse.kids[verb] if ground.parse.tokens[o].relation == "obj" for k in members(ground, o)
    ]
    owners = [kid(ground.parse, thing, "nmod:poss") for thing in things]
    whose = [reference_of(ground, owner) for owner in owners if owner is not None]
    actors = {participant(ground, a).entity for a in found.actors} - {None}
    return any(reference is not None and reference.entity in actors for reference in whose)


def _merely_placed(ground: Ground, verb: int) -> bool:
    """ "The troops stationed there": a participle that only says where somebody is."""
    token = ground.parse.tokens[verb]
    return token.relation == "acl" and is_passive(ground.parse, verb) and kid(ground.parse, verb, "obl:agent") is None
