"""Acts told of nobody in particular: laws, polls, what anybody may do, what is only possible for people unnamed."""

from __future__ import annotations

from consilience.events.ground import Ground, lemma_of, name_of, participant
from consilience.events.matching import Match
from consilience.lexicons import word_set
from consilience.model.event import EventStatus

_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone"})
_ONE = ("a", "an", "another", "any")
_POLLED = ("AGREE", "REJECT", "REQUEST", "SUPPORT")


def is_idle(ground: Ground, at: int, found: Match, status: EventStatus) -> bool:
    """Whether nothing is told of anybody in particular."""
    able = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]} & {"ca", "can", "could"}
    if (status != "denied" or able) and found.rule.type != "REQUEST" and _befalls_anybody(ground, found):
        return True
    if _asked_not_to(ground, at) or _of_any_kind(ground, at, found):
        return True
    if any(_is_anybody(ground, i) for i in found.actors):
        return True
    unnamed = not any(_is_named(ground, i) for i in (*found.actors, *found.recipients))
    if unnamed and status != "happened" and _are_any(ground, found):
        return True
    if unnamed and (status == "hypothetical" or _told_of_a_kind(ground, at, found)):
        return True
    return found.rule.type in _POLLED and _in_a_poll(ground, at) and not any(_has_name(ground, i) for i in found.actors)


def _befalls_anybody(ground: Ground, found: Match) -> bool:
    """ "Anybody who is arrested": told of nobody in particular."""
    words = {ground.parse.tokens[i].word.lower() for i in found.recipients}
    return bool(words) and words <= _ANYBODY


def _is_anybody(ground: Ground, actor: int) -> bool:
    """ "Any ferry", "anybody who attacks her", "no sensible judge"."""
    before = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[actor]}
    described = any(ground.parse.tokens[k].relation == "amod" for k in ground.parse.kids[actor])
    lone = ground.parse.tokens[actor].word.lower() in ("anybody", "anyone", "whoever")
    return lone or bool(before & {"any", "every"}) or ("no" in before and described)


def _asked_not_to(ground: Ground, at: int) -> bool:
    """ "Urged them not to strike": an act that nobody does."""
    near = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]}
    return ground.parse.tokens[at].tag == "VB" and {"not", "to"} <= near


def _of_any_kind(ground: Ground, at: int, found: Match) -> bool:
    """ "Any suit brought by a neighbour"."""
    things = [i for i in found.used if i != at]
    return any(ground.parse.tokens[k].word.lower() == "any" for i in things for k in ground.parse.kids[i])


def _is_named(ground: Ground, index: int) -> bool:
    """Whether the token is a name, stands for one, or is a definite or counted noun ("the general", "two soldiers")."""
    if participant(ground, index).entity is not None or name_of(ground, index) is not None:
        return True
    token = ground.parse.tokens[index]
    if token.tag.startswith("PRP"):
        return token.word.lower() not in ("it", "you")
    near = (ground.parse.tokens[k] for k in ground.parse.kids[index])
    told = ("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my")
    return any(k.word.lower() in told or k.relation in ("nummod", "nmod:poss") for k in near)


def _has_name(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    return name is not None and name.type != "NORP" and ground.parse.tokens[index].tag != "NNPS"


def _are_any(ground: Ground, found: Match) -> bool:
    """ "A state sues another state": one of many on each side."""
    everybody = (*found.actors, *found.recipients)
    return bool(everybody) and all(
        any(ground.parse.tokens[k].word.lower() in _ONE for k in ground.parse.kids[i]) for i in everybody
    )


def _told_of_a_kind(ground: Ground, at: int, found: Match) -> bool:
    """ "People convicted of theft", "your uncle gets killed": a kind of people."""
    token = ground.parse.tokens[at]
    everybody = {lemma_of(ground.parse.tokens[i]) for i in (*found.actors, *found.recipients)}
    return token.relation == "acl" and bool(everybody) and everybody <= {"one", "people", "person", "somebody", "those"}


def _in_a_poll(ground: Ground, at: int) -> bool:
    """ "Millennials agree in a poll", "most voters back the dam"."""
    sentence = ground.parse.sentences[ground.parse.sentence_of[at]]
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover_senses", "polls") for i in range(*sentence.tokens))
