"""Who is on either side of a coded act where the tree alone does not say: speakers, inviters, doubtful pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from consilience.events.arguments import SUBJECTS, arguments
from consilience.events.ground import (
    Ground,
    entity_of,
    is_somebody,
    lemma_of,
    name_of,
    participant,
    reference_of,
)
from consilience.events.matching import Match
from consilience.events.surnames import shares_surname
from consilience.model.annotations import Entity
from consilience.model.event import Participant
from consilience.model.statement import Speaker, Statement
from consilience.parses import kid, words_of
from consilience.trees import tokens_within

_FIRST = ("i", "me", "us", "we")
_SINGULAR = ("he", "her", "him", "his", "she")
_TITLES = ("Miss", "Mr.", "Mrs.", "Ms.")
_ACCEPTING = "accept an invitation or proposal"
_BACK = 2  # sentences before an acceptance in which the invitation is looked for


def with_sides(ground: Ground, verb: int, found: Match) -> Match | None:
    """The match with whom it names only elsewhere; None where a pronoun on either side may stand for somebody else."""
    whose = tuple(r for r in found.recipients if ground.parse.tokens[r].tag == "PRP$")
    unsure = tuple(r for r in whose if _unsure(ground, r, found))
    found = replace(found, recipients=tuple(r for r in found.recipients if r not in unsure)) if unsure else found
    if any(_nobody(ground, i) for i in (*found.actors, *found.recipients) if i not in whose):
        return None
    acting = {side(ground, i).name for i in found.actors}
    if any(_is_one_of(side(ground, i).name, acting) for i in found.recipients):
        return None
    if found.recipients:
        return found
    if found.rule.name == _ACCEPTING:
        return replace(found, recipients=_inviter(ground, verb, found))
    return replace(found, recipients=_asked(ground, verb, found)) if found.rule.type == "REQUEST" else found


def _is_one_of(name: str, acting: Set[str]) -> bool:
    """Whether the name is one of those who act, or the surname of one with a title ("Mr. Marr" and "Carl Marr")."""
    last = name.split()[-1]
    titled = (a for a in (name, *acting) if a.split()[0] in _TITLES or len(a.split()) == 1)
    return name in acting or (any(t.split()[-1] == last for t in titled) and any(a.split()[-1] == last for a in acting))


def _unsure(ground: Ground, owner: int, found: Match) -> bool:
    """Whether "his" or "their" thing may be the actor's own or somebody else's."""
    acting = [side(ground, a) for a in found.actors]
    if side(ground, owner).name.split()[-1] in {a.name.split()[-1] for a in acting}:
        return True
    reference = reference_of(ground, owner)
    if reference is None or reference.entity is None or ground.parse.tokens[owner].word.lower() == "their":
        return _nobody(ground, owner)
    return _has_rival(ground, owner, reference.entity, {a.entity for a in acting if a.entity is not None})


def side(ground: Ground, index: int) -> Participant:
    """Who stands at the token; "I" and "we" in a quotation are its speaker."""
    speaker = _speaker(ground, index)
    known = participant(ground, index)
    if speaker is None or speaker.name is None:
        return _taken_up(ground, index, known)
    entity = _entity(ground, speaker)
    if entity is not None and shares_surname(ground.entities, entity, _named_by(ground, index), ground.parse.text):
        return replace(known, name=_named_by(ground, index), entity=None, country=known.country)
    name = entity.name if entity is not None else speaker.name
    return replace(known, name=name, entity=entity.id if entity is not None else None, country=_country(entity, known))


def _named_by(ground: Ground, index: int) -> str:
    """The words by which the speaker of the words is named there, without a title."""
    source = ground.statements[ground.owner[index]].source
    words = ground.parse.text[source.start : source.end].split() if source is not None else [""]
    return words[-1] if len(words) == 1 or words[0] in ("Mr.", "Mrs.", "Ms.") else " ".join(words)


def _taken_up(ground: Ground, index: int, known: Participant) -> Participant:
    """A pronoun without an entity goes by the words that it takes up."""
    reference = reference_of(ground, index)
    if known.entity is not None or reference is None or reference.antecedent is None:
        return known
    return replace(known, name=words_of(ground.parse, reference.antecedent))


def _entity(ground: Ground, speaker: Speaker) -> Entity | None:
    return ground.entities.get(speaker.id) if speaker.id is not None else None


def _country(entity: Entity | None, known: Participant) -> str | None:
    return entity.country if entity is not None else known.country


def _is_first(ground: Ground, index: int) -> bool:
    token = ground.parse.tokens[index]
    return token.tag == "PRP" and token.word.lower() in _FIRST


def _speaker(ground: Ground, index: int) -> Speaker | None:
    """Who says "I" or "we" there, or of itself that it will act ("warned it would"); None where nobody says the words."""
    if ground.owner[index] < 0:
        return None
    statement = ground.statements[ground.owner[index]]
    if _is_first(ground, index):
        return statement.speaker if statement.manner != "indirect" else None
    reported = statement.manner == "indirect" and ground.parse.tokens[index].relation == "nsubj"
    if statement.cue is not None and ground.parse.text.startswith(("according", "According"), statement.cue.start):
        return None  # "they fired, according to the witnesses": not of themselves
    return statement.speaker if reported and _is_open(ground, index) and _may_be(ground, index, statement) else None


def _may_be(ground: Ground, index: int, statement: Statement) -> bool:
    """Whether who speaks can be the pronoun: no paper is "he", nobody is "it" and no single person "they"."""
    entity = _entity(ground, statement.speaker) if statement.speaker is not None else None
    return entity is None or (entity.type == "person") == (ground.parse.tokens[index].word.lower() in _SINGULAR)


def _is_open(ground: Ground, index: int) -> bool:
    """Whether the token is a pronoun of the third person for which nothing stands."""
    reference = reference_of(ground, index)
    unknown = reference is None or (reference.entity is None and reference.antecedent is None)
    return unknown and ground.parse.tokens[index].tag == "PRP" and not _is_first(ground, index)


def speaks_for_itself(ground: Ground, actors: tuple[int, ...]) -> bool:
    """Whether all who act say so themselves, in the first person."""
    return bool(actors) and all(_is_first(ground, i) and _speaker(ground, i) is not None for i in actors)


def said_in_power(ground: Ground, act: int) -> bool:
    """Whether somebody who could do it says so: police, a court, a government, an army."""
    number = ground.owner[act]
    source = ground.statements[number].source if number >= 0 else None
    if source is None:
        return False
    told = (participant(ground, i) for i in range(*tokens_within(ground.parse.tokens, source)))
    return any({"COP", "GOV", "JUD", "MIL"} & set(person.sectors) for person in told)


def _nobody(ground: Ground, index: int) -> bool:
    """Whether a reader could not tell who is meant: "we" of nobody, or a pronoun for which two people stand ready."""
    if _is_first(ground, index):
        speaker = _speaker(ground, index)
        return (speaker is None or speaker.name is None) and entity_of(ground, index) is None
    reference, speaker = reference_of(ground, index), _speaker(ground, index)
    if _is_open(ground, index):
        return speaker is None or speaker.name is None
    if _takes_up_nobody(ground, index):
        return True
    if reference is None or reference.kind != "pronoun" or ground.parse.tokens[index].word.lower() not in _SINGULAR:
        return False
    number = ground.owner[index]
    if reference.entity is None or (number >= 0 and ground.statements[number].manner == "direct"):
        return False
    return _has_rival(ground, index, reference.entity)


def _takes_up_nobody(ground: Ground, index: int) -> bool:
    """Whether the words that "they" takes up are a question or no noun for people ("how many guests", "the shots")."""
    reference = reference_of(ground, index)
    if reference is None or reference.entity is not None or reference.antecedent is None or reference.kind != "pronoun":
        return False
    words = ground.parse.tokens[slice(*reference.antecedent)]
    return words[0].tag.startswith(("VB", "WRB")) or not any(
        is_somebody(ground, i) for i in range(*reference.antecedent)
    )


def _has_rival(ground: Ground, index: int, entity: str, known: Set[str] = frozenset()) -> bool:
    """Whether somebody else, but for those `known` not to be meant, was the subject last, there or in the sentence before."""
    number = ground.parse.sentence_of[index]
    first = ground.parse.sentences[number].tokens.first
    told = any(_stands_for(ground, i) == entity for i in range(first, index))
    here = [s for s in _subjects(ground, first, index) if s not in known]
    subject = ground.parse.tokens[index].relation in (*SUBJECTS, "nsubj:pass", "nmod:poss")
    if told or here:
        return not told or (subject and bool(here) and here[-1] != entity)
    if number == 0 or any(_is_another(ground, i, entity) for i in range(first, index)):
        return True
    last = ground.parse.sentences[number - 1].tokens
    before = [s for s in _subjects(ground, *last) if s not in known]
    if subject and before:
        return (_main_subject(ground, number - 1, known) or before[-1]) != entity
    return all(_stands_for(ground, i) != entity for i in range(*last))


def _is_another(ground: Ground, index: int, entity: str) -> bool:
    """Whether the token is the name of another person, not of that one's party or plan."""
    name = name_of(ground, index)
    if ground.parse.tokens[index].relation in ("amod", "compound", "flat", "nmod:poss"):
        return False
    return name is not None and name.type == "PERSON" and name.entity not in (None, entity)


def _main_subject(ground: Ground, number: int, known: Set[str]) -> str | None:
    """The person who is the subject of a sentence's main clause."""
    for index in range(*ground.parse.sentences[number].tokens):
        token = ground.parse.tokens[index]
        if token.relation in ("nsubj", "nsubj:pass") and token.head >= 0 and ground.parse.tokens[token.head].head < 0:
            return next((s for s in _subjects(ground, index, index + 1) if s not in known), None)
    return None


def _stands_for(ground: Ground, index: int) -> str | None:
    entity = entity_of(ground, index)
    return entity.id if entity is not None else None


def _subjects(ground: Ground, first: int, last: int) -> Iterator[str]:
    for index in range(first, last):
        entity, name = entity_of(ground, index), name_of(ground, index)
        subject = ground.parse.tokens[index].relation in (*SUBJECTS, "nsubj:pass")
        person = name.type == "PERSON" if name is not None else entity is not None and entity.type == "person"
        if subject and person:
            yield entity.id if entity is not None else ""


def _inviter(ground: Ground, verb: int, found: Match) -> tuple[int, ...]:
    """Whose invitation is accepted: the subject of the nearest "invite" before."""
    actors = {participant(ground, a).entity for a in found.actors}
    number = max(0, ground.parse.sentence_of[verb] - _BACK)
    for index in range(verb - 1, ground.parse.sentences[number].tokens.first - 1, -1):
        if ground.parse.tokens[index].pos == "VERB" and lemma_of(ground.parse.tokens[index]) == "invite":
            host = arguments(ground, index).subject
            known = host is not None and is_somebody(ground, host) and participant(ground, host).entity not in actors
            return (host,) if host is not None and known else ()
    return ()


def _asked(ground: Ground, verb: int, found: Match) -> tuple[int, ...]:
    """Who is to act: "demanded that Arven withdraw"."""
    clause = kid(ground.parse, verb, "ccomp")
    if clause is None or clause < verb or ground.parse.tokens[clause].tag not in ("VB", "VBP"):
        return ()
    subject = kid(ground.parse, clause, "nsubj")
    if subject is None or (ground.parse.tokens[clause].tag == "VBP" and ground.parse.tokens[subject].tag[-1] == "S"):
        return ()
    if subject is None or kid(ground.parse, clause, "aux", "aux:pass") is not None or not is_somebody(ground, subject):
        return ()
    same = participant(ground, subject).entity in {participant(ground, a).entity for a in found.actors} - {None}
    return () if same or _nobody(ground, subject) else (subject,)
