"""Which origins are one: a speaker and the body spoken for, the bodies and media of one state, one text in many outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.story import Actor
from consilience.reconcile.entities import name_key
from consilience.reconcile.library import Library
from consilience.wording import fold, words

_PAPERS = frozenset(("", "news", "post", "press", "times"))
_LAND = 5  # letters from which the beginning of a word is taken for a land's name
_STATE = frozenset(("government", "state_media"))
_SPEAKING_BODIES = frozenset(
    ("government", "party", "company", "organisation", "group", "agency", "medium", "facility")
)


@dataclass(frozen=True, slots=True)
class Bonds:
    """For actors that speak with another's voice: the key of the common voice, and why, in words.

    `stateless` are those who speak for a state of which the reports do not say which it is.
    """

    common: Mapping[str, str]
    because: Mapping[str, str]
    stateless: frozenset[str]


def bonds_of(library: Library) -> Bonds:
    """The bonds between a story's actors."""
    described = _described(library)
    bodies = _Bodies(library.frame.actors)
    lands = _lands(library.frame.actors)
    links = _Links()
    because: dict[str, str] = {}
    officials = set()
    for actor in library.frame.actors:
        said = described.get(actor.id, ())
        body = bodies.spoken_for(actor, said) if actor.type == "person" else None
        if body is not None and links.join(actor.id, body.id):
            because[actor.id] = f"speaks for {body.name}"
        if _of_state(actor, said):
            officials.add(actor.id)
            state = actor.country or _land_named(lands, (*said, actor.name, *actor.aliases))
            if state is not None and links.join(actor.id, f"state {state}"):
                because.setdefault(actor.id, f"belongs to the state {state}")
    common = {actor.id: links.root(actor.id) for actor in library.frame.actors}
    stateless = frozenset(a for a in officials if not common[a].startswith("state "))
    return Bonds({a: root for a, root in common.items() if root != a}, because, stateless)


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


def _lands(actors: Sequence[Actor]) -> dict[str, str]:
    """Places by their names, for lands that no table knows."""
    return {fold(a.name): a.country or a.name for a in actors if a.type == "place" and len(a.name) >= _LAND}


def _land_named(lands: Mapping[str, str], said: Sequence[str]) -> str | None:
    """The one land whose name begins a word of what is said (Freedonia's, Freedonian)."""
    listed = {w for one in said for w in words(one)}
    found = {state for land, state in lands.items() if any(w.startswith(land) for w in listed)}
    return next(iter(found)) if len(found) == 1 else None


def _described(library: Library) -> dict[str, tuple[str, ...]]:
    """What the reports say beside each actor's name."""
    found: dict[str, dict[str, None]] = {}
    for told in library.reports.values():
        for entity in told.annotations.entities:
            actor = library.actor_of.get(entity.id)
            if actor is not None:
                found.setdefault(actor, {}).update(dict.fromkeys(entity.described))
    return {actor: tuple(sorted(said)) for actor, said in found.items()}


def described_words(library: Library) -> Mapping[str, frozenset[str]]:
    """The folded words that the reports put beside each actor's name."""
    return {actor: frozenset(w for s in said for w in words(s)) for actor, said in _described(library).items()}


def _of_state(actor: Actor, described: Sequence[str]) -> bool:
    """Whether an actor with a country speaks for its state: a body, a state medium, the country itself, an office."""
    if actor.type in _STATE:
        return True
    if actor.type in ("place", "people"):
        return actor.country is not None
    if actor.type != "person":
        return False
    offices, outside = word_set("stakes", "offices"), word_set("stakes", "outside")
    return any(offices & set(words(said)) and not outside & set(words(said)) for said in described)


class _Bodies:
    """The bodies of a story, found by what is said beside a person's name."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._bodies = [a for a in actors if a.type in _SPEAKING_BODIES]
        self._only = {a.id: (name_key(a.name).split() or [""])[-1] for a in self._bodies}
        self._kinds = Counter(kind for kind in self._only.values() if kind not in _PAPERS)
        self._keys = {a.id: {name_key(n) for n in (a.name, *a.aliases) if len(name_key(n)) > 2} for a in self._bodies}

    def spoken_for(self, person: Actor, described: Sequence[str]) -> Actor | None:
        """The one body that the words beside a person's name give with a word for heading or speaking for it."""
        heads = word_set("stakes", "heads")
        found: dict[str, Actor] = {}
        for said in described:
            listed = words(said)
            if heads & set(listed) and "former" not in listed:
                found |= {body.id: body for body in self._named(listed)}
        longest = sorted(found.values(), key=lambda a: (-len(a.name), a.id))
        return longest[0] if longest and len(longest) <= 2 else None

    def _named(self, said: Sequence[str]) -> list[Actor]:
        """The bodies that the words name in full, by "minister" for a ministry, or by their kind where it is the only one."""
        plain = f" {' '.join(said)} ".replace("'s ", " ")
        texts = (plain, plain.replace(" minister ", " ministry "))
        return [
            body
            for body in self._bodies
            if any(f" {key} " in text for text in texts for key in self._keys[body.id])
            or (self._only[body.id] in said and self._kinds[self._only[body.id]] == 1)
        ]
