"""Which origins are one: a speaker and the body spoken for, the bodies and media of one state, one text in many outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from consilience.lexicons import word_set
from consilience.model.story import Actor
from consilience.reconcile.camps import acting_for, beside_each_other, camps
from consilience.reconcile.entities import name_key
from consilience.reconcile.lands import (
    land_in,
    land_of,
    lands_at_home,
    lands_beside,
    lands_of,
    lands_spoken_for,
    with_pairs,
)
from consilience.reconcile.library import Library, speaking_actors
from consilience.reconcile.pointed import body_before
from consilience.reconcile.state_media import state_medium
from consilience.wording import fold, words

_PAPERS = frozenset(("", "news", "post", "press", "times"))
_POINTERS = frozenset(("a", "at", "for", "her", "his", "its", "of", "our", "the", "their"))
_PREPOSITIONS = frozenset(("at", "for", "of"))
_STATE = frozenset(("government", "state_media"))
_SPEAKING_BODIES = frozenset(
    ("government", "party", "company", "organisation", "group", "agency", "medium", "facility")
)


@dataclass(frozen=True, slots=True)
class Bonds:
    """For actors that speak with another's voice: the key of the common voice, and why, in words.

    `through` names the holders of offices who are seen to speak for a state that is told of as speaker itself;
    `stateless` are those who speak for a state of which the reports do not say which it is; `near` are pairs of actors
    that some report puts beside each other with a word for speaking for, heading or acting for the other; `principals`
    are those whom an actor is said to act for; `bodies` are the names of the bodies that have a common voice.
    """

    common: Mapping[str, str]
    because: Mapping[str, str]
    stateless: frozenset[str]
    through: Mapping[str, str]
    near: frozenset[tuple[str, str]]
    principals: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)


def bonds_of(library: Library) -> Bonds:
    """The bonds between a story's actors."""
    described = library.described
    speaking = speaking_actors(library)
    bodies = _Bodies([a for a in library.frame.actors if a.type in _SPEAKING_BODIES or _speaks(a, speaking)])
    employers = _employers(library)
    lands = lands_of(library.frame.actors)
    holders = {a.id for a in library.frame.actors if a.type == "person" and _of_state(a, described.get(a.id, ()), None)}
    spoken_for = lands_spoken_for(library, lands, holders)
    beside = {**lands_at_home(library, lands, holders), **spoken_for, **lands_beside(library, lands)}
    links = _Links()
    because: dict[str, str] = {}
    officials = set()
    for actor in library.frame.actors:
        said = described.get(actor.id, ())
        body = (bodies.spoken_for(actor, said) or employers.get(actor.id)) if actor.type == "person" else None
        if body is not None and links.join(actor.id, body.id):
            because[actor.id] = f"speaks for {body.name}"
        told_state = library.state_media.get(fold(actor.name))
        if told_state or _of_state(actor, said, body) or lands.get(fold(actor.name)):
            officials.add(actor.id)
            named = {w for one in (*said, actor.name, *actor.aliases) for w in words(one)}
            medium = state_medium(actor.name, *actor.aliases)
            state = (medium.state if medium else actor.country) or lands.get(fold(actor.name))
            state = state or land_in(lands, sorted(named)) or beside.get(actor.id) or land_of(lands, told_state or "")
            if state is not None and links.join(actor.id, f"state {state}"):
                because.setdefault(actor.id, f"belongs to the state {state}")
    for left, right in library.frame.joined:
        if links.join(left, right):
            because[right] = "counted as one origin by hand"
    spoken = {}
    for voice, person, why in camps(library, described):
        if voice.startswith("name "):
            spoken[voice] = person
        elif links.join(voice, person):
            because.setdefault(voice, why)
    common = {actor.id: links.root(actor.id) for actor in library.frame.actors}
    common |= {voice: common[person] for voice, person in spoken.items()}
    common |= _bodies_without_actor(library, lands)
    stateless = frozenset(a for a in officials if not common[a].startswith("state "))
    return Bonds(
        {a: root for a, root in common.items() if root != a},
        because,
        stateless,
        _through(library, spoken_for),
        beside_each_other(library),
        acting_for(library),
        _names_of_bodies(library, common),
    )


def _names_of_bodies(library: Library, common: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The names of the bodies that speak with each common voice."""
    found: dict[str, set[str]] = {}
    for actor in library.frame.actors:
        if actor.type in ("company", "organisation", "party"):
            found.setdefault(common[actor.id], set()).add(actor.name)
    return {root: frozenset(names) for root, names in found.items()}


def _employers(library: Library) -> dict[str, Actor]:
    """The body whose man or woman somebody is called without its name: "its usual spokesman", "company spokeswoman"."""
    heads, firms = word_set("stakes", "heads"), word_set("stakes", "firms") | {"its"}
    found: dict[str, Actor] = {}
    for told in library.reports.values():
        for entity in told.annotations.entities:
            person = library.actor_of.get(entity.id)
            said = [words(d) for d in entity.described]
            serves = any(a in firms and heads & set(d[n + 1 : n + 4]) for d in said for n, a in enumerate(d))
            first = min((m.span.start for m in entity.mentions if m.part == "text"), default=None)
            if person is not None and serves and first is not None:
                body = body_before(library, told.report.id, "text", first)
                if body is not None:
                    found.setdefault(person, library.actors[body])
    return found


def _through(library: Library, spoken_for: Mapping[str, str]) -> dict[str, str]:
    """The names of those who speak for a land, by the key of its state."""
    found: dict[str, set[str]] = {}
    for actor, land in spoken_for.items():
        found.setdefault(f"state {land}", set()).add(library.actors[actor].name)
    return {state: " and ".join(sorted(names)) for state, names in found.items()}


def _bodies_without_actor(library: Library, lands: Mapping[str, str]) -> dict[str, str]:
    """Bodies of a state that are no actor of the story ("Freedonian authorities"), by the key of their name."""
    found = {}
    for statement in library.statements.values():
        name = statement.speaker.name if statement.speaker is not None else None
        listed = words(name or "")
        speaks = statement.speaker is not None and statement.speaker.type == "state_media"
        if name and listed and (speaks or listed[-1] in word_set("stakes", "state")):
            medium = state_medium(name)
            state = medium.state if medium else land_in(lands, with_pairs(listed))
            if state is not None:
                found[f"name {name_key(name)}"] = f"state {state}"
    return found


class _Links:
    """Who speaks with one voice: groups that grow by links, each named by its state where it has one."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, key: str) -> str:
        """The key of the common voice."""
        while (above := self._above.get(key, key)) != key:
            key = above
        return key

    def join(self, left: str, right: str) -> bool:
        """Make two voices one; two states never become one."""
        a, b = sorted((self.root(left), self.root(right)), key=lambda k: (not k.startswith("state "), k))
        if a == b:
            return True
        if a.startswith("state ") and b.startswith("state "):
            return False
        self._above[b] = a
        return True


def described_words(library: Library) -> Mapping[str, frozenset[str]]:
    """The folded words that the reports put beside each actor's name."""
    return {actor: frozenset(w for s in said for w in words(s)) for actor, said in library.described.items()}


def _of_state(actor: Actor, described: Sequence[str], body: Actor | None) -> bool:
    """Whether an actor with a country speaks for its state: a body, a state medium, the country itself, an office."""
    if actor.type in _STATE or (actor.type in ("agency", "medium", "organisation") and state_medium(actor.name)):
        return True
    if actor.type in ("place", "people"):
        return actor.country is not None
    if actor.type != "person":
        return False
    if body is not None and body.type != "government" and not any("ministry" in words(said) for said in described):
        return False
    offices, outside = word_set("stakes", "offices"), word_set("stakes", "outside")
    return any(offices & set(words(said)) and not outside & set(words(said)) for said in described)


def _speaks(actor: Actor, speaking: Set[str]) -> bool:
    """Whether a place that is no state speaks in a report, as a town or a province does."""
    return actor.type == "place" and actor.country is None and actor.id in speaking


class _Bodies:
    """The bodies of a story, found by what is said beside a person's name."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._bodies = actors
        self._only = {a.id: (name_key(a.name).split() or [""])[-1] for a in self._bodies}
        self._kinds = Counter(kind for kind in self._only.values() if kind not in _PAPERS)
        self._keys = {a.id: {name_key(n) for n in (a.name, *a.aliases) if len(name_key(n)) > 2} for a in self._bodies}

    def spoken_for(self, person: Actor, described: Sequence[str]) -> Actor | None:
        """The one body that the words beside a person's name give with a word for heading or speaking for it."""
        heads = word_set("stakes", "heads")
        votes: Counter[str] = Counter()
        for said in described:
            listed = words(said)
            if heads & set(listed) and "former" not in listed:
                votes.update({body.id for body in self._named(listed)})
        named = {a.id: a for a in self._bodies if a.id in votes}
        kept = [a for a in named.values() if not any(self._within(a, b) for b in named.values() if b is not a)]
        ranked = sorted(kept, key=lambda a: (-votes[a.id], -len(a.name), a.id))
        if len(ranked) > 1 and votes[ranked[0].id] == votes[ranked[1].id] and len(ranked) > 2:
            return None
        return ranked[0] if ranked else None

    def _within(self, short: Actor, long: Actor) -> bool:
        """Whether one body's name is only the end or beginning of another's."""
        return any(f" {a} " in f" {b} " and a != b for a in self._keys[short.id] for b in self._keys[long.id])

    def _named(self, said: Sequence[str]) -> list[Actor]:
        """The bodies that the words name in full, by "minister" for a ministry, or by their kind where it is the only one."""
        plain = f" {' '.join(said)} ".replace("'s ", " ")
        texts = (plain, plain.replace(" minister ", " ministry "))
        whole = [b for b in self._bodies if any(f" {key} " in text for text in texts for key in self._keys[b.id])]
        kinds = {b.id: self._only[b.id] for b in self._bodies}
        return whole or [b for b in self._bodies if self._kinds[kinds[b.id]] == 1 and _bare(kinds[b.id], said)]


def _bare(kind: str, said: Sequence[str]) -> bool:
    """Whether a kind of body is named without more of its name ("the ministry", but not "the foreign ministry")."""
    places = [n for n, word in enumerate(said) if word.removesuffix("'s") == kind]
    places = [n for n in places if not "".join(said[n + 1 : n + 2]).startswith("minister")]  # "foreign minister"
    last = len(said) - 1  # "director for Wool Policy Centre" begins another name
    return any(n == 0 or said[n - 1] in (_POINTERS if n == last else _POINTERS - _PREPOSITIONS) for n in places)
