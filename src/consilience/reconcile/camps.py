"""Camps: a person and the office, the campaign, the spokesman or the lawyer that speaks for that person are one source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consilience.lexicons import word_set
from consilience.model.story import Actor
from consilience.reconcile.entities import name_key
from consilience.reconcile.library import Library
from consilience.wording import words

_NEAR = 3
_SPELLED = 5  # letters from which a name may be spelled in two ways
_STEM = 5  # letters of a word in a name that stay in all its forms
_PAIR = 2
_Place = tuple[int, int, str]
_AGENT = (
    r"(?:attorney|counsel|lawyer|press secretary|representative|spokes(?:man|person|woman)|strategist|advis[eo]r|aide)"
)
_BEFORE = re.compile(rf"(?:'s|')? (?:[\w-]+ ){{0,2}}{_AGENT},?")
_BEHIND = re.compile(
    rf",? (?:an?|the|who is an?) (?:[\w-]+ ){{0,2}}{_AGENT} (?:for|of|to)(?: (?:the|mr\.|mrs\.|ms\.|[\w-]+))?"
)
_OWNED = re.compile(r" ?'s (?:(?!about |and |at |by |for |from |in |of |on |to |with )[a-z-]+ ){0,3}")
_GAP = 90  # characters between two names that stand beside each other
_STOP = frozenset(".;:!?\n")
_OWNERS = frozenset(("company", "organisation"))
_BODIES = frozenset(("company", "organisation", "party"))


def camps(library: Library, described: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Who speaks for a person: the key of the voice, the person's id, and why."""
    persons = _persons(library.frame.actors)
    for actor in library.frame.actors:
        told = [actor.name, *(described.get(actor.id, ()) if actor.type == "person" else ())]
        found = {p.id: p for one in told if (p := _principal(one, persons)) is not None and p.id != actor.id}
        if len(found) == 1:
            principal = next(iter(found.values()))
            yield actor.id, principal.id, f"speaks for {principal.name}"
    yield from _heads(library, persons)
    yield from _owned(library)
    yield from _same_person(library.frame.actors)
    yield from _same_body(library.frame.actors)
    for statement in library.statements.values():
        name = statement.speaker.name if statement.speaker is not None else None
        principal_ = _principal(name, persons) if name else None
        if name and principal_ is not None and name_key(name) not in library.called:
            yield f"name {name_key(name)}", principal_.id, f"speaks for {principal_.name}"


def _heads(library: Library, persons: Mapping[str, Actor]) -> Iterator[tuple[str, str, str]]:
    """Persons whom a report calls by a body and an office in it, one after the other ("Lessing Mill CEO Orla Vane")."""
    bodies = {name_key(n): a for a in library.frame.actors if a.type in _BODIES for n in (a.name, *a.aliases)}
    for told in library.reports.values():
        listed = words(told.report.text)
        for at, word in enumerate(listed):
            if word not in word_set("stakes", "heads") or "former" in listed[max(0, at - _NEAR) : at]:
                continue
            person = next((persons[w] for w in listed[at + 1 : at + 1 + _NEAR] if w in persons), None)
            body = next((bodies[k] for n in (3, 2, 1) if (k := " ".join(listed[max(0, at - n) : at])) in bodies), None)
            if person is not None and body is not None and _named_next(listed[at + 1 :][:_NEAR], person):
                yield person.id, body.id, f"speaks for {body.name}"


def _owned(library: Library) -> Iterator[tuple[str, str, str]]:
    """Persons told of as a body's own, by their full names: "Lessing Mill's Orla Vane", "the mill's engineer Orla Vane"."""
    found: dict[str, set[str]] = {}
    for text, left, right in _neighbours(library):
        body, person = library.actors[left[2]], library.actors[right[2]]
        full = body.type in _OWNERS and person.type == "person" and len(words(text[right[0] : right[1]])) > 1
        between = " ".join(text[left[1] : right[0]].split()).replace("’", "'")
        if full and _OWNED.fullmatch(f"{between} "):
            found.setdefault(person.id, set()).add(body.id)
    for person_id, bodies in sorted(found.items()):
        if len(bodies) == 1:
            body = library.actors[next(iter(bodies))]
            yield person_id, body.id, f"speaks for {body.name}"


def _same_person(actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """Two persons of one surname, or nearly, that nobody else bears, one name a part of the other or begun alike."""
    bearers: dict[str, list[Actor]] = {}
    initials: dict[str, list[str]] = {}
    for actor in actors:
        listed = name_key(actor.name).split()
        if actor.type == "person" and len(listed) > 1:
            like = listed[-1] if listed[-1] in bearers else _alike(listed[-1], initials.get(listed[-1][:1], ()))
            if like not in bearers:
                initials.setdefault(like[:1], []).append(like)
            bearers.setdefault(like, []).append(actor)
    for found in bearers.values():
        if len(found) == _PAIR and _one_name(*(name_key(a.name).split() for a in found)):
            yield found[1].id, found[0].id, f"is another form of the name {found[0].name}"
        elif len(found) > _PAIR:
            yield from _with_initial(found)


def _with_initial(bearers: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """Persons of a surname that several bear who differ by an initial before the name alone ("T. Orla Vane", "Orla Vane")."""
    for short in bearers:
        name = name_key(short.name)
        long = [a for a in bearers if re.fullmatch(rf"\w {re.escape(name)}", name_key(a.name))]
        if len(long) == 1:
            yield long[0].id, short.id, f"is another form of the name {short.name}"


def _alike(surname: str, known: Sequence[str]) -> str:
    """The first of the surnames known so far that is another spelling of one, else itself."""
    return next((s for s in known if spelled_alike(s, surname)), surname)


def spelled_alike(left: str, right: str) -> bool:
    """Whether two surnames are one, or one letter is left out or another in one of them."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    cut = (long[:n] + long[n + 1 :] for n in range(len(long)))
    other = len(short) == len(long) and sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return len(short) >= _SPELLED and (short in cut or other)


def _same_body(actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    """Bodies whose names are made of the same words, in any order and form: "Ministry of Water", "Water Ministry"."""
    bodies = [(a, _stems(a.name)) for a in actors if a.type in ("government", "organisation")]
    for n, (left, mine) in enumerate(bodies):
        for right, theirs in bodies[n + 1 :]:
            alike = mine == theirs and len(mine) >= _PAIR
            alike = alike or (min(len(mine), len(theirs)) >= _NEAR and (mine <= theirs or theirs <= mine))
            if alike and (left.country == right.country or not (left.country and right.country)):
                yield right.id, left.id, f"is another form of the name {left.name}"


def _stems(name: str) -> frozenset[str]:
    """The beginnings of the words of a body's name that say what it is."""
    return frozenset(w[:_STEM] for w in words(name) if w not in word_set("function_words", "english"))


def _one_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of one surname may be forms of one: "Barry Rand" and "A. Barry Rand", "Tim" and "Timothy"."""
    return set(left) <= set(right) or set(right) <= set(left) or left[0][:_NEAR] == right[0][:_NEAR]


def _named_next(listed: Sequence[str], person: Actor) -> bool:
    """Whether the words begin with the person's name."""
    return bool(listed) and listed[0] in name_key(person.name).split()


def _persons(actors: Sequence[Actor]) -> dict[str, Actor]:
    """The persons of a story by surname, where only one is called by it and a first name."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.type == "person" and name_key(actor.name):
            found.setdefault(name_key(actor.name).split()[-1], []).append(actor)
    full = {s: [b for b in bearers if len(name_key(b.name).split()) > 1] or bearers for s, bearers in found.items()}
    longest = {s: max(bearers, key=lambda b: (len(name_key(b.name).split()), b.id)) for s, bearers in full.items()}
    return {s: longest[s] for s, bearers in full.items() if all(_within(b, longest[s]) for b in bearers)}


def _within(short: Actor, long: Actor) -> bool:
    """Whether all words of one name stand in the other."""
    return set(name_key(short.name).split()) <= set(name_key(long.name).split())


def _principal(said: str, persons: Mapping[str, Actor]) -> Actor | None:
    """The one person named in words for an office, a campaign or somebody who speaks for a person."""
    listed = [w.removesuffix("'s") for w in words(said)]
    if not word_set("stakes", "proxies") & set(listed):
        return None
    named = {persons[w].id: persons[w] for w in listed if w in persons and w not in word_set("stakes", "proxies")}
    return next(iter(named.values())) if len(named) == 1 else None


def beside_each_other(library: Library) -> frozenset[tuple[str, str]]:
    """Pairs of actors that a report puts beside each other with a word by which one speaks, heads or acts for the other."""
    return frozenset(
        (min(left[2], right[2]), max(left[2], right[2]))
        for text, left, right in _neighbours(library)
        if _linked(text, left, right, _links(library, left[2], right[2]))
    )


def acting_for(library: Library) -> Mapping[str, frozenset[str]]:
    """For each actor those whom a report names as its principals: "Vane's lawyer Ossel", "Ossel, a lawyer for Vane"."""
    found: dict[str, set[str]] = {}
    for text, left, right in _neighbours(library):
        between = " ".join(text[left[1] : right[0]].split()).replace("’", "'").casefold()
        if _BEFORE.fullmatch(between):
            found.setdefault(right[2], set()).add(left[2])
        elif _BEHIND.fullmatch(between):
            found.setdefault(left[2], set()).add(right[2])
    return {actor: frozenset(principals) for actor, principals in found.items()}


def _neighbours(library: Library) -> Iterator[tuple[str, _Place, _Place]]:
    """Actors named near each other, in the order of their names, with the text of the report."""
    for told in library.reports.values():
        places = sorted(
            (m.span.start, m.span.end, library.actor_of[entity.id])
            for entity in told.annotations.entities
            if entity.id in library.actor_of
            for m in entity.mentions
            if m.part == "text"
        )
        for n, left in enumerate(places):
            for right in places[n + 1 : n + 1 + _NEAR]:
                if left[2] != right[2]:
                    yield told.report.text, left, right


def _links(library: Library, left: str, right: str) -> frozenset[str]:
    """The words that tie two actors: between persons those of acting for somebody, with a body those of heading it, too."""
    acting = word_set("stakes", "proxies") | word_set("stakes", "acting_for")
    persons = all(library.actors[actor].type == "person" for actor in (left, right))
    return acting if persons else acting | word_set("stakes", "heads")


def _linked(text: str, left: _Place, right: _Place, links: frozenset[str]) -> bool:
    """Whether one of the words stands between two names, or right before the first."""
    between = text[left[1] : right[0]]
    if len(between) > _GAP or _STOP & set(between):
        return False
    before = words(text[max(0, left[0] - _GAP) : left[0]])[-1:] if {"of", "for"} & set(words(between)) else ()
    return bool(links & {w.removesuffix("'s") for w in (*words(between), *before)})
