"""Attacks, clashes and battles that are fought in words: an attack on somebody is a reproach, the rest no act at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consilience.events.arguments import obliques
from consilience.events.ground import Ground, entity_of, lemma_of, name_of, participant
from consilience.events.matching import Match
from consilience.events.senses import is_political
from consilience.lexicons import word_set
from consilience.parses import kid

_FIGHTING = ("attack", "an attack", "attack nobody named", "fight", "fight a war", "launch an attack")
_IN_WORDS_TOO = frozenset(
    {"assault", "attack", "battle", "clash", "fight", "fighting", "offensive", "raid", "strike", "war"}
)
_REPROACHED = ("attack", "an attack", "launch an attack")
_REPROACHING = frozenset({"assault", "attack"})
_FIGHTERS = frozenset({"COP", "CRM", "MIL", "REB", "SPY", "UAF"})
_FIGURES = frozenset({"assault", "battle", "fight", "offensive", "raid", "strike", "war"})
_RIVALS = frozenset({"candidate", "critic", "opponent", "rival"})
_FEW = 3  # sentences from which a report tells what it is about
_NEAR = 15  # tokens within which a word of force tells that a fight is fought with it
_REASONS = ("as", "for", "over")


def as_told(ground: Ground, at: int, found: Match) -> Match | None:
    """The match itself; an attack in words on somebody as a reproach; None for any other fight in words."""
    if found.rule.name in _FIGHTING and _on_ideas(ground, found):
        return None
    if found.rule.name not in _FIGHTING or not _in_words(ground, at, found):
        return found
    told = _lemmas(ground, found.used)
    if found.rule.name not in _REPROACHED or not found.recipients or not found.actors or not told & _REPROACHING:
        return None
    rule = replace(found.rule, name="attack in words", type="ACCUSE", mode="disapprove")
    return replace(found, rule=rule)


def _on_ideas(ground: Ground, found: Match) -> bool:
    """ "An assault on our freedom": nobody is fought."""
    marks = ("on", "against")
    aims = [k for i in found.used for case, k in obliques(ground.parse, i) if case in marks]
    return bool(aims) and not found.recipients and _lemmas(ground, aims) <= word_set("plover_senses", "ideas")


def _in_words(ground: Ground, at: int, found: Match) -> bool:
    """Whether those who fight talk for a living, and no word of the sentence speaks of force."""
    armed = any(_FIGHTERS & set(participant(ground, i).sectors) for i in found.recipients)
    if not _lemmas(ground, found.used) & _IN_WORDS_TOO or (armed and found.rule.name == "launch an attack"):
        return False
    if _for_a_reason(ground, at) and all(_may_talk(ground, i) for i in found.actors):
        return True
    if found.recipients and _lemmas(ground, found.recipients) <= _RIVALS and is_political(ground):
        return not _with_force(ground, at, found.used, "force")
    sides = found.actors or found.recipients
    if not sides:
        return bool(_lemmas(ground, found.used) & _FIGURES) and not _with_force(ground, at, found.used, "force")
    if (
        found.rule.name == "fight"
        and any(_is_person(ground, i) for i in sides)
        and all(_may_talk(ground, i) for i in sides)
    ):
        return not _with_force(ground, at, found.used, "bodily")
    if not all(_talks(ground, i) for i in sides):
        return False
    if all(_is_person(ground, i) for i in found.recipients) and _in_a_speech(ground, at):
        return not _with_force(ground, at, found.used, "bodily")
    named = all(_is_person(ground, i) for i in sides)
    private = len(ground.parse.sentences) >= _FEW and not is_political(ground)
    if named and private and not any(_is_body(ground, i) for i in found.recipients):
        return False
    return not _with_force(ground, at, found.used, "bodily" if named else "force")


def _in_a_speech(ground: Ground, at: int) -> bool:
    """ "Attacked her during the debate", "a harsh attack on her"."""
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    nouns = [at, *(k for k in ground.parse.kids[at] if ground.parse.tokens[k].relation == "obj")]
    called = _lemmas(ground, (k for noun in nouns for k in ground.parse.kids[noun]))
    told = _lemmas(ground, range(first, last)) & word_set("plover_senses", "speeches")
    return bool(told or called & word_set("plover_senses", "scathing"))


def _is_body(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    if name is not None:
        return name.type in ("LOC", "ORG")
    return lemma_of(ground.parse.tokens[index]) in word_set("speakers", "bodies")


def _is_person(ground: Ground, index: int) -> bool:
    name, entity = name_of(ground, index), entity_of(ground, index)
    return (name is not None and name.type == "PERSON") or (entity is not None and entity.type == "person")


def _lemmas(ground: Ground, indexes: Iterable[int]) -> set[str]:
    return {lemma_of(ground.parse.tokens[i]) for i in indexes}


def _for_a_reason(ground: Ground, verb: int) -> bool:
    """ "Attacked her as soft", "attacked the mayor for having sold the harbour"."""
    if any(case == "as" for case, _ in obliques(ground.parse, verb)):
        return True
    clauses = [k for k in ground.parse.kids[verb] if ground.parse.tokens[k].relation == "advcl"]
    clauses = [k for k in clauses if kid(ground.parse, k, "nsubj", "nsubj:pass") is None]
    marks = (kid(ground.parse, k, "mark", "case") for k in clauses)
    return any(m is not None and ground.parse.tokens[m].word.lower() in _REASONS for m in marks)


def _with_force(ground: Ground, at: int, used: Iterable[int], words: str) -> bool:
    (first, last), told = ground.parse.sentences[ground.parse.sentence_of[at]].tokens, set(used)
    near = range(max(first, at - _NEAR), min(last, at + _NEAR))
    lemmas = (lemma_of(ground.parse.tokens[i]) for i in near if i not in told)
    return any(lemma in word_set("plover_senses", words) for lemma in lemmas)


def _may_talk(ground: Ground, index: int) -> bool:
    return not _FIGHTERS & set(participant(ground, index).sectors)


def _talks(ground: Ground, index: int) -> bool:
    """Whether the token stands for a person by name, a party, a paper, or somebody whose trade is to speak."""
    if not _may_talk(ground, index):
        return False
    entity = entity_of(ground, index)
    if _is_person(ground, index) or (entity is not None and entity.type == "party"):
        return True
    sectors = set(participant(ground, index).sectors)
    return bool({"LEG", "PTY", "JRN"} & sectors) or lemma_of(ground.parse.tokens[index]) in word_set(
        "plover_senses", "talkers"
    )
