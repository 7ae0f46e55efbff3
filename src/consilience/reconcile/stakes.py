"""What an origin is to the happening: rule by rule, and unknown where no rule speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.account import Stake
from consilience.model.event import Proposition
from consilience.model.story import Actor
from consilience.reconcile.independence import Bonds, described_words
from consilience.reconcile.lead import lead
from consilience.reconcile.library import Library, only_body, people_of, recipients_of, statement_of, text_of
from consilience.reconcile.voices import Voice, is_paper, speakers_of
from consilience.wording import fold, words

_LOOSE = ("company", "organisation", "unknown")
_ACTS_IN = 2  # tellings in which an accuser acts before it counts as one that takes part
_LEAD = 4  # sentences in which a report brings its main actors on


@dataclass(frozen=True, slots=True)
class Stakes:
    """Who takes part in the story's main happening, who accuses whom, and what reports say of people beside their names.

    Who accuses a party is an opponent and no party, unless it is accused itself, two tellings say that it acted upon one,
    or it is the one person whom every telling of several brings on at its head: then the story is about that person.
    """

    parties: frozenset[str]
    accusers: Mapping[str, str]
    described: Mapping[str, frozenset[str]]
    bonds: Bonds
    onlookers: frozenset[str] = frozenset()


def stakes_of(library: Library, bonds: Bonds) -> Stakes:
    """What is needed to tell the stake of any origin of the story."""
    parties = _parties(library, bonds)
    accused = _accused(library, bonds, parties)
    accusers = {voice: min(against.values()) for voice, against in accused.items()}
    answered = {voice for against in accused.values() for voice in against}
    leading = _leading(library, bonds)
    outsiders = frozenset(accusers) - answered - _involved(library, bonds, frozenset(accusers), parties) - leading
    involved = frozenset(accusers) - outsiders
    return Stakes((parties - outsiders) | involved, accusers, described_words(library), bonds, _onlookers(library))


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
    least = max(2, (len(tellings) + 3) // 4) if len(tellings) > 1 else 1
    return frozenset(voice for voice, count in votes.items() if count >= least)


def _lead_people(library: Library, bonds: Bonds) -> set[tuple[str, str]]:
    found = set()
    for told in library.reports.values():
        people = {actor for proposition in lead(told, _LEAD) for actor in people_of(library, proposition)}
        for actor in people:
            if _acts(library.actors[actor]):
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
    """For the common voice of whoever accuses a party: the common voices it accuses, with their names."""
    found: dict[str, dict[str, str]] = {}
    for proposition in library.propositions.values():
        statement = statement_of(library, proposition)
        if statement is None or statement.act != "accused":
            continue
        accused = {bonds.common.get(a, a): library.actors[a].name for a in people_of(library, proposition)}
        for voice in speakers_of(library, proposition.report, statement):
            own = bonds.common.get(voice.actor or "", voice.actor or "")
            against = {key: name for key, name in accused.items() if key in parties and key != own}
            if own and against:
                found.setdefault(own, {}).update(against)
    return found


def stake_of(voice: Voice, claim: Sequence[Proposition], library: Library, stakes: Stakes) -> tuple[Stake, str]:
    """The stake of a voice in a claim, and why."""
    if voice.kind == "anonymous":
        return "anonymous", "the report does not name the source"
    if voice.kind in ("unresolved", "unidentified"):
        return "unknown", voice.because
    states = (key for key in voice.keys if key.startswith("state "))
    common = next((stakes.bonds.common[key] for key in voice.keys if key in stakes.bonds.common), next(states, None))
    if voice.actor is None and common in stakes.parties:
        return "party", "speaks for a state that takes part in the story's main happening"
    if voice.actor is not None:
        return _actor_stake(voice.actor, claim, library, stakes, voice)
    return _telling(voice)


def _telling(voice: Voice) -> tuple[Stake, str]:
    """The stake of those who only tell of it: outlets and the media that are cited; nothing is known of others."""
    if voice.kind == "own" and voice.type != "state_media":
        return "bystander", "an outlet that tells of it"
    if voice.type in ("agency", "medium", "outlet") or (voice.type in _LOOSE and is_paper(voice.name)):
        return "bystander", "a medium that tells of it"
    return "unknown", "nothing in the reports says what they are to it"


def _actor_stake(
    actor: str, claim: Sequence[Proposition], library: Library, stakes: Stakes, voice: Voice
) -> tuple[Stake, str]:
    bonds = stakes.bonds
    own = bonds.common.get(actor, actor)
    here = {bonds.common.get(a, a) for p in claim for a in people_of(library, p) if a != actor or _deed(p)}
    if own in stakes.accusers and own not in stakes.parties:
        return "opponent", f"accuses {stakes.accusers[own]}"
    if _looks_on(actor, stakes) and own not in stakes.parties:
        return "bystander", "is named as somebody who saw, treats or studies it"
    if own in here:
        return "party", "takes part in what the claim tells" + _through(actor, bonds)
    if _announces(own, here, claim, library):
        return "party", "speaks for a state that is to take part in what the claim tells" + _through(actor, bonds)
    if _promised(actor, claim, library):
        return "party", "announces what the claim tells of"
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


def _announces(own: str, here: Set[str], claim: Sequence[Proposition], library: Library) -> bool:
    """Whether a state's voice tells of talks to come, in which no two other states are named."""
    others = {key for key in here if key.startswith("state ")} - {own}
    if not own.startswith("state ") or len(others) > 1 or not all(p.status in ("planned", "possible") for p in claim):
        return False
    return all(_words_of(library, p) & word_set("stakes", "joint") for p in claim)


def _promised(actor: str, claim: Sequence[Proposition], library: Library) -> bool:
    """Whether an actor itself announces a plan."""
    for proposition in claim:
        statement = statement_of(library, proposition)
        if statement is None or statement.cue is None or proposition.status not in ("planned", "possible"):
            continue
        text = text_of(library.reports[proposition.report].report, statement.part)
        announced = any(w.startswith("announc") for w in words(text[slice(*statement.cue)]))
        if announced and any(v.actor == actor for v in speakers_of(library, proposition.report, statement)):
            return True
    return False


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
