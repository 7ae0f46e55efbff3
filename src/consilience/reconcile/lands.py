"""Lands: which state the words beside an actor's name give, also for states that no table knows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from consilience.lexicons import word_set
from consilience.model.spans import Passage, overlap
from consilience.model.statement import Statement
from consilience.model.story import Actor
from consilience.reconcile.library import Library, text_of
from consilience.reconcile.state_media import state_medium
from consilience.wording import fold, words

_LAND = 5  # letters from which the beginning of a word is taken for a land's name
_ENDING = 3  # letters that make a land's name the name of its people, at most
_OF_PEOPLE = ("n", "i", "ese")
_BEFORE, _TITLE = 60, 5  # characters and words before a name in which its land may stand
_WE = frozenset(("our", "ours", "us", "we"))
_BREAK = re.compile(r"[.;:“”\"()\n]")


def lands_of(actors: Sequence[Actor]) -> dict[str, str]:
    """Lands by their folded names: places that a table gives a country, and names whose people are named too."""
    found = {fold(a.name): a.country for a in actors if a.type == "place" and a.country and len(a.name) >= _LAND}
    stems = _stems({w for a in actors for name in (a.name, *a.aliases) for w in words(name)})
    for actor in actors:
        name = fold(actor.name)
        simple = actor.type in ("place", "person", "unknown", "people") and name.isalpha() and name not in found
        if simple and len(name) >= _LAND and name[:-1] in stems:
            found[name] = actor.country or actor.name
    return found


def _stems(vocabulary: Set[str]) -> frozenset[str]:
    """What the names of lands begin with, all but their last letter, whose people these words may name."""
    people = (w for w in vocabulary if w.endswith(_OF_PEOPLE) and w.replace(" ", "").isalpha())
    return frozenset(w[: length - 1] for w in people for length in range(len(w) - _ENDING, len(w)))


def _people(land: str, word: str) -> bool:
    """Whether a word names the people of a land: Veskaria, Veskarian."""
    if len(land) < _LAND or not word.replace(" ", "").isalpha() or word in (land, f"{land}s"):
        return False
    return word.startswith(land[:-1]) and len(land) < len(word) <= len(land) + _ENDING and word.endswith(_OF_PEOPLE)


def land_in(lands: Mapping[str, str], said: Iterable[str]) -> str | None:
    """The one land that a word of what is said names as its owner or people (Freedonia's, Freedonian)."""
    found = {state for word in said for land, state in lands.items() if _owns(land, word)}
    return next(iter(found)) if len(found) == 1 else None


def land_of(lands: Mapping[str, str], said: str) -> str | None:
    """The one land that words end in as the owner ("… of the Republic of Freedonia")."""
    tail = fold(said).rpartition(" of ")[2].removeprefix("the ")
    return lands.get(tail)


def with_pairs(listed: Sequence[str]) -> tuple[str, ...]:
    """Words with each two neighbours as one, for lands of two words."""
    return (*listed, *(f"{a} {b}" for a, b in pairwise(listed)))


def land_told(library: Library, report: str, statement: Statement) -> str | None:
    """The only land that a report's text names before a statement and in its sentence, whatever words are its own."""
    place = statement.source.start if statement.source is not None else statement.content[0].start
    listed = with_pairs(words(library.reports[report].report.text[:place])) if statement.part == "text" else ()
    lands = lands_of(library.frame.actors)
    found = {state for word in listed for land, state in lands.items() if word == land or _owns(land, word)}
    return next(iter(found)) if len(found) == 1 else None


def _owns(land: str, word: str) -> bool:
    return word in (f"{land}'s", f"{land}s'") or _people(land, word)


def lands_beside(library: Library, lands: Mapping[str, str]) -> Mapping[str, str]:
    """For each actor the one land that stands before its name, with nothing between but words of office."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for told in library.reports.values():
        for entity in told.annotations.entities:
            actor = library.actor_of.get(entity.id)
            if actor is None:
                continue
            for mention in entity.mentions:
                land = land_in(lands, _before(library, mention))
                if land is not None:
                    votes[actor][land] += 1
    return {actor: next(iter(found)) for actor, found in votes.items() if len(found) == 1}


def lands_at_home(library: Library, lands: Mapping[str, str], of_state: Set[str]) -> Mapping[str, str]:
    """For holders of an office whom a state's own medium names without a land that state."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for told in library.reports.values():
        outlet = told.report.outlet.value if told.report.outlet is not None else ""
        medium = state_medium(outlet, told.report.agency.value if told.report.agency is not None else None)
        state = medium.state if medium is not None else land_of(lands, library.state_media.get(fold(outlet), ""))
        for entity in told.annotations.entities if state is not None else ():
            actor = library.actor_of.get(entity.id, "")
            if actor in of_state and state is not None:
                found[actor].add(state)
    return {actor: states.pop() for actor, states in found.items() if len(states) == 1}


def lands_spoken_for(library: Library, lands: Mapping[str, str], of_state: Set[str]) -> Mapping[str, str]:
    """For holders of an office without a land the one that speaks in the sentence before they say "we".

    "Freedonia has complained of it. “We were not told,” Foreign Minister Ode Harl said."
    """
    votes: defaultdict[str, set[str]] = defaultdict(set)
    for (report, _), statement in sorted(library.statements.items()):
        actor = library.actor_of.get(statement.speaker.id or "") if statement.speaker is not None else None
        if actor in of_state and actor is not None and statement.manner in ("direct", "mixed"):
            text = text_of(library.reports[report].report, statement.part)
            said = {w for span in statement.content for w in words(text[span.start : span.end])}
            if said & _WE:
                votes[actor].update(_speaking_before(library, lands, report, statement))
    return {actor: next(iter(found)) for actor, found in votes.items() if len(found) == 1}


def _speaking_before(library: Library, lands: Mapping[str, str], report: str, statement: Statement) -> Iterator[str]:
    """The land that is the speaker of the sentence right before a statement's own."""
    sentences = library.parts[report, statement.part].sentences
    here = next((n for n, s in enumerate(sentences) if s.span.end > statement.content[0].start), 0)
    for (other, _), before in library.statements.items():
        near = other == report and before.part == statement.part and here > 0 and before.speaker is not None
        if near and before.speaker is not None and overlap(sentences[here - 1].span, before.content[0]):
            land = lands.get(fold(before.speaker.name or ""))
            if land is not None:
                yield land


def _before(library: Library, mention: Passage) -> tuple[str, ...]:
    """The word of a land before a name and its titles."""
    text = text_of(library.reports[mention.report].report, mention.part)
    before = _BREAK.split(text[max(0, mention.span.start - _BEFORE) : mention.span.start])[-1]
    titles = word_set("stakes", "heads") | word_set("stakes", "offices") | word_set("stakes", "portfolios")
    for word in tuple(reversed(words(before)))[:_TITLE]:
        if word not in titles:
            return (word,)
    return ()
