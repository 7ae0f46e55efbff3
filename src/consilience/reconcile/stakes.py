"""What an origin is to the happening: rule by rule, and unknown where no rule speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from consilience.lexicons import word_set
from consilience.model.account import Stake
from consilience.model.event import Proposition
from consilience.model.statement import Statement
from consilience.model.story import Actor
from consilience.reconcile.independence import Bonds, described_words
from consilience.reconcile.lead import lead
from consilience.reconcile.library import (
    Library,
    actors_among,
    only_body,
    people_of,
    recipients_of,
    speaking_actors,
    statement_of,
    text_of,
)
from consilience.reconcile.papers import is_paper
from consilience.reconcile.voices import Voice, speakers_of
from consilience.wording import fold, words

_OFFICIAL = re.compile(r"\.(?:gov|mil)(?:\.[a-z]{2})?$")
_LOOSE = ("company", "organisation", "unknown")
_ACTS_IN = 2  # tellings in which an accuser acts before it counts as one that takes part
_LEAD = 4  # sentences in which a report brings its main actors on


@dataclass(frozen=True, slots=True)
class Stakes:
    """Who takes part in the story's main happening, who accuses whom, and what reports say of people beside their names.

    A stake is what somebody is to the story's happening, the same for every claim: who only tells of a deed of his own
    ("I hid under the desk") is no party for that; a state that announces talks of its own is one. Who accuses a party is an
    opponent and no party, unless it is accused itself, two tellings say that it acted upon one, or it is the one person whom
    every telling of several brings on at its head: then the story is about that person.
    """

    parties: frozenset[str]
    accusers: Mapping[str, str]
    described: Mapping[str, frozenset[str]]
    bonds: Bonds
    onlookers: frozenset[str] = frozenset()
    police: bool = False
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def stakes_of(library: Library, bonds: Bonds) -> Stakes:
    """What is needed to tell the stake of any origin of the story."""
    parties = _parties(library, bonds)
    accused = _accused(library, bonds, parties)
    accusers = {voice: min(against.values()) for voice, against in accused.items()}
    answered = {voice for against in accused.values() for voice in against}
    leading = _leading(library, bonds)
    outsiders = frozenset(accusers) - answered - _involved(library, bonds, frozenset(accusers), parties) - leading
    involved = frozenset(accusers) - outsiders
    parties = (parties - outsiders) | involved | _announcing(library, bonds) | _planners(library, bonds)
    return Stakes(
        parties, accusers, described_words(library), bonds, _onlookers(library), _police_used_force(library),
        library.described,
    )  # fmt: skip


def _leading(library: Library, bonds: Bonds) -> frozenset[str]:
    """The common voices of persons whom every telling, of two at least, has at its head."""
    found: dict[str, set[str]] = {}
    for voice, telling in _lead_people(library, bonds):
        found.setdefault(voice, set()).add(telling)
    everywhere = {library.telling(report) for report in library.reports}
    persons = {bonds.common.get(a.id, a.id) for a in library.frame.actors if a.type == "person"}
    return frozenset(
        v for v, tellings in found.items() if v in persons and len(everywhere) > 1 and tellings >= everywhere
    )


def _involved(library: Library, bonds: Bonds, accusers: Set[str], parties: Set[str]) -> frozenset[str]:
    """Accusers who themselves act upon a party in what two tellings say happened, in the outlets' own words."""
    tellings: dict[str, set[str]] = {}
    for proposition in library.propositions.values():
        if proposition.statement is None and proposition.status in ("happened", "ongoing") and _deed(proposition):
            if not {bonds.common.get(a, a) for a in recipients_of(library, proposition)} & parties:
                continue
            for person in proposition.who:
                actor = library.actor_of.get(person.entity or "") or only_body(library, person.name)
                voice = bonds.common.get(actor or "", actor or "")
                if voice in accusers:
                    tellings.setdefault(voice, set()).add(library.telling(proposition.report))
    return frozenset(voice for voice, found in tellings.items() if len(found) >= _ACTS_IN)


def _parties(library: Library, bonds: Bonds) -> frozenset[str]:
    """The common voices of those who take part in what a quarter of the tellings say at their head, two at least."""
    votes: Counter[str] = Counter()
    tellings = set()
    for voice, telling in sorted(_lead_people(library, bonds)):
        votes[voice] += 1
        tellings.add(telling)
    return frozenset(voice for voice, count in votes.items() if count >= _enough(len(tellings)))


def _enough(tellings: int) -> int:
    """A quarter of the tellings, two at least; one where there is but one."""
    return max(2, (tellings + 3) // 4) if tellings > 1 else 1


def _police_used_force(library: Library) -> bool:
    """Whether at the head of a quarter of the tellings, two at least, police shoot, beat, clear or raid."""
    ranks, force, tellings = word_set("witnessing", "ranks"), word_set("stakes", "force"), set()
    for told in library.reports.values():
        for proposition in lead(told, _LEAD):
            doers = {w for person in proposition.who for w in words(person.name)}
            if fold(proposition.act) in force and proposition.status == "happened" and ranks & doers:
                tellings.add(library.telling(told.report.id))
    return len(tellings) >= _enough(len({library.telling(report) for report in library.reports}))


def _lead_people(library: Library, bonds: Bonds) -> set[tuple[str, str]]:
    found = set()
    speaking = speaking_actors(library)
    for told in library.reports.values():
        people = {actor for proposition in lead(told, _LEAD) for actor in people_of(library, proposition)}
        for actor in people:
            if _acts(library.actors[actor]) or actor in speaking:
                found.add((bonds.common.get(actor, actor), library.telling(told.report.id)))
    return found


def _deed(proposition: Proposition) -> bool:
    """Whether an act is done rather than seen, thought or said: who tells what she saw is no party for that."""
    act = fold(proposition.act)
    said = word_set("cues", "perception") | word_set("cues", "belief") | word_set("cues", "statement_asserted")
    accused = word_set("cues", "statement_accused") - word_set("stakes", "words_or_deeds")
    return act not in said | accused | word_set("acts", "light") | {"count"}


def _acts(actor: Actor) -> bool:
    """Whether an actor can take a side: people and bodies, and places only where they stand for a state."""
    if actor.type == "place":
        return actor.country is not None
    return actor.type not in ("facility", "event", "product", "document")


def _accused(library: Library, bonds: Bonds, parties: Set[str]) -> dict[str, dict[str, str]]:
    """For the common voice of whoever accuses a party or wants it to resign: those common voices, with words for it.

    Who is accused is the doer of the deed; where it has none, whoever is named in it.
    """
    found: dict[str, dict[str, str]] = {}
    for proposition in library.propositions.values():
        statement = statement_of(library, proposition)
        told = _against(library, proposition, statement) if statement is not None else ""
        if statement is None or not told:
            continue
        doers = actors_among(library, proposition.who or proposition.whom)
        accused = {bonds.common.get(a, a): told.format(library.actors[a].name) for a in doers}
        for voice in speakers_of(library, proposition.report, statement):
            own = bonds.common.get(voice.actor or "", voice.actor or "")
            against = {key: said for key, said in accused.items() if key in parties and key != own}
            if own and against:
                found.setdefault(own, {}).update(against)
    return found


def _against(library: Library, proposition: Proposition, statement: Statement) -> str:
    """What a statement says against the doer of a proposition, with a place for the name; empty if it does not."""
    if statement.act == "accused":
        return "accuses {}"
    leave = statement.act == "asked" and _words_of(library, proposition) & word_set("stakes", "leave")
    return "wants {} to resign" if leave else ""


def stake_of(voice: Voice, library: Library, stakes: Stakes) -> tuple[Stake, str]:
    """The stake of a voice in the story, and why."""
    if stakes.police and _of_police(voice, stakes):
        return "party", "speaks for the police, who used force in the story's main happening"
    if voice.kind == "anonymous":
        return "anonymous", "the report does not name the source"
    if voice.kind in ("unresolved", "unidentified"):
        return "unknown", voice.because
    states = (key for key in voice.keys if key.startswith("state "))
    common = next((stakes.bonds.common[key] for key in voice.keys if key in stakes.bonds.common), next(states, None))
    if voice.actor is None and common in stakes.parties:
        return "party", "speaks for a state that takes part in the story's main happening"
    if voice.actor is None and voice.kind == "named" and voice.keys[0] in stakes.parties:
        return "party", "announces what is to be done"
    if voice.actor is not None:
        return _actor_stake(voice.actor, library, stakes, voice)
    return _telling(voice)


def _of_police(voice: Voice, stakes: Stakes) -> bool:
    """Whether somebody named is called police, or is told to head or speak for them, now and not before."""
    ranks, outside = word_set("witnessing", "ranks"), {"retired", *word_set("stakes", "outside")}
    if voice.kind != "named" or voice.type in ("document", "medium", "outlet", "agency"):
        return False
    told = [words(said) for said in stakes.told.get(voice.actor or "", ())] if voice.type == "person" else []
    chief = word_set("stakes", "heads")
    heads = any(ranks & set(t) and (chief & set(t) or (ranks & set(t[-1:]) and "of" not in t)) for t in told)
    return bool(ranks & set(words(voice.name)[-1:]) or heads) and not any(outside & set(t) for t in told)


def _telling(voice: Voice) -> tuple[Stake, str]:
    """The stake of those who only tell of it: outlets and the media that are cited; nothing is known of others."""
    if voice.kind == "own" and _OFFICIAL.search(voice.name):
        return "unknown", "a body of a state that tells of it itself"
    if voice.kind == "own" and voice.type != "state_media":
        return "bystander", "an outlet that tells of it"
    if voice.type in ("agency", "medium", "outlet") or (voice.type in _LOOSE and is_paper(voice.name)):
        return "bystander", "a medium that tells of it"
    return "unknown", "nothing in the reports says what they are to it"


def _actor_stake(actor: str, library: Library, stakes: Stakes, voice: Voice) -> tuple[Stake, str]:
    bonds = stakes.bonds
    own = bonds.common.get(actor, actor)
    if own in stakes.accusers and own not in stakes.parties:
        return "opponent", stakes.accusers[own]
    if _looks_on(actor, stakes) and own not in stakes.parties:
        return "bystander", "is named as somebody who saw, treats or studies it"
    if own in stakes.parties:
        return "party", "takes part in the story's main happening" + _through(actor, bonds)
    principals = {bonds.common.get(p, p): p for p in bonds.principals.get(actor, ())}
    served = sorted(library.actors[p].name for key, p in principals.items() if key in stakes.parties)
    if served:
        return "ally of a party", f"acts or speaks for {served[0]}"
    if actor in stakes.onlookers:
        return "bystander", "tells what they saw or heard"
    return _telling(voice)


def _looks_on(actor: str, stakes: Stakes) -> bool:
    """Whether the reports call somebody by a word for those who saw, treat or study what happened, and for nobody's."""
    return bool(word_set("stakes", "bystanders") & stakes.described.get(actor, frozenset())) and not (
        stakes.bonds.principals.get(actor)
    )


def _onlookers(library: Library) -> frozenset[str]:
    """Persons without an office who say that they saw or heard something themselves."""
    seen = word_set("stakes", "senses")
    found = set()
    for proposition in library.propositions.values():
        statement = statement_of(library, proposition)
        if statement is None or fold(proposition.act) not in seen or proposition.status != "happened":
            continue
        speakers = {v.actor for v in speakers_of(library, proposition.report, statement) if v.type == "person"}
        found |= {a for a in people_of(library, proposition) if a in speakers}
    return frozenset(found)


def _announcing(library: Library, bonds: Bonds) -> frozenset[str]:
    """The states that tell of talks to come in which they and one other state at most take part, or of a visit of theirs."""
    found: set[str] = set()
    visiting = _visiting(library, bonds)
    for proposition in library.propositions.values():
        statement = statement_of(library, proposition)
        joint, visit = _joint(library, proposition), "visit" in _words_of(library, proposition)
        if statement is not None and proposition.status in ("planned", "possible") and (joint or visit):
            voices = speakers_of(library, proposition.report, statement)
            own = {key for v in voices if (key := bonds.common.get(v.actor or "", "")).startswith("state ")}
            states = {bonds.common.get(a, a) for a in people_of(library, proposition)}
            found |= own & visiting if visit else set()
            if joint:
                found |= {s for s in own if len({n for n in states - {s} if n.startswith("state ")}) < _ACTS_IN}
    return frozenset(found)


def _visiting(library: Library, bonds: Bonds) -> frozenset[str]:
    """The states whose people are told to come or to have come somewhere, and those whom they come to."""
    told = (p for p in library.propositions.values() if fold(p.act) in word_set("stakes", "visits"))
    keys = {bonds.common.get(actor, actor) for p in told for actor in people_of(library, p)}
    return frozenset(key for key in keys if key.startswith("state "))


def _planners(library: Library, bonds: Bonds) -> frozenset[str]:
    """The common voices of those who announce, at the head of a report, what is to be done: they have planned it."""
    found = set()
    for told in library.reports.values():
        for proposition in lead(told, _LEAD):
            statement = statement_of(library, proposition)
            if statement is None or statement.cue is None or proposition.status != "planned":
                continue
            cue = text_of(told.report, statement.part)[statement.cue.start : statement.cue.end]
            if any(word.startswith("announc") for word in words(cue)):
                voices = speakers_of(library, told.report.id, statement)
                found |= {bonds.common.get(v.keys[0], v.keys[0]) for v in voices if v.kind == "named"}
    return frozenset(found)


def _joint(library: Library, proposition: Proposition) -> bool:
    """Whether what is to be done is something that states do together, and no mere topic of it."""
    joint = _words_of(library, proposition) & word_set("stakes", "joint")
    return any(word.startswith(fold(proposition.act)) for word in joint)


def _words_of(library: Library, proposition: Proposition) -> frozenset[str]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return frozenset(w for span in proposition.spans for w in words(text[span.start : span.end]))


def _through(actor: str, bonds: Bonds) -> str:
    reason = bonds.because.get(actor)
    return f" ({reason})" if reason else ""


def official(name: str) -> bool:
    """Whether unnamed people are called by a word for those who serve a state or a body."""
    said = {w.rstrip("s") for w in words(name)}
    return bool(said & (word_set("stakes", "officials") | {"spokesman", "spokesperson", "spokeswoman"}))
