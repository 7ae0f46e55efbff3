"""Actors: one entity over the reports of a story, each merge with its reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from consilience.lexicons import table, word_set
from consilience.model.annotations import Entity, EntityType
from consilience.model.ids import content_id
from consilience.model.story import Actor, AnnotatedReport
from consilience.organisations import whole_key
from consilience.reconcile.bearers import APART, Bearer, Group, set_right
from consilience.reconcile.cut_names import whole_name
from consilience.reconcile.persons import UNTIED, persons_of
from consilience.settings import ActorSettings
from consilience.wording import fold

_BODIES = frozenset(
    ("government", "party", "company", "agency", "state_media", "medium", "organisation", "outlet", "group", "unknown")
)
_Value = TypeVar("_Value", bound=str)
_MANY = 3  # tellings that share a full name from which no other telling's own form is the name
_NAMED_WHOLE = ("company", "facility", "government", "group", "organisation", "party")
_OWNED = re.compile(r"\s?['’]\s?s\b")  # "office 's" of texts whose words stand apart
_GROUND = frozenset(("place", "facility", "people", "unknown"))


def name_key(name: str) -> str:
    """The form under which two spellings of a name are compared: folded, hyphens as spaces, titles and genitives off."""
    plain = _OWNED.sub("'s", fold(name)).replace("-", " ").replace(".", "").removeprefix("the ")
    listed = [word.removesuffix("'s").removesuffix("'") for word in plain.split()]
    titles = word_set("actor_names", "honorifics")
    while len(listed) > 1 and listed[0] in titles:
        listed = listed[1:]
    key = " ".join(listed)
    return whole_key(table("actor_names", "actors").get(key, key))


def actors_of(
    reports: Sequence[AnnotatedReport], tellings: Mapping[str, str], by_hand: ActorSettings | None = None
) -> tuple[Actor, ...]:
    """The actors of a story, those that most tellings name first; `tellings` gives each report's copy family.

    What the user said `by_hand` goes before all rules.
    """
    bodies = {e.name for told in reports for e in told.annotations.entities if " " in e.name and e.type in _NAMED_WHOLE}
    bearers = [
        Bearer(entity, tellings.get(told.report.id, told.report.id), _key(entity, whole_name(told, entity, bodies)))
        for told in sorted(reports, key=lambda r: (r.report.source, r.report.id))
        for entity in told.annotations.entities
    ]
    groups = set_right(_joined(bearers), by_hand or ActorSettings(), name_key)
    actors = [(len({b.telling for b in group}), _actor(group, because)) for group, because in groups]
    return tuple(actor for _, actor in sorted(actors, key=lambda pair: (-pair[0], pair[1].name, pair[1].id)))


def _key(entity: Entity, whole: str | None) -> str:
    """A country's code for a country under any of its names; else the key of the name, of the whole one where it is cut."""
    if whole is not None:
        return name_key(whole)
    plain = entity.name.replace("’", "'").removeprefix("the ").removeprefix("The ")
    codes = table("nations", "names").get(plain) or table("nations", "demonyms").get(plain) or ""
    nation = entity.type in _GROUND and len(codes.split()) == 1 and plain not in word_set("nations", "former")
    return f"nation {codes}" if nation else name_key(entity.name)


def _joined(bearers: Sequence[Bearer]) -> list[Group]:
    """Bearers grouped: persons by their names, all others by key and acronym."""
    persons = [b for b in bearers if _is_person(b)]
    others = [b for b in bearers if not _is_person(b)]
    return _settled(persons_of(persons), _things(others))


def _is_person(bearer: Bearer) -> bool:
    """Whether an entity is a person, or has a person's title whatever its report takes it for ("Mr. Vane")."""
    first, _, rest = fold(bearer.entity.name).replace(".", "").partition(" ")
    titled = bool(rest) and first in ("dr", "miss", "mr", "mrs", "ms")
    return bearer.entity.type == "person" or (titled and bearer.entity.type in ("organisation", "unknown", "people"))


def _settled(persons: Sequence[Group], things: Sequence[Group]) -> list[Group]:
    """Persons and things; a single word that nothing ties to a person is the place or body that more tellings know by it."""
    kept: list[Group] = []
    found = list(things)
    for bearers, because in persons:
        key = bearers[0].key
        alike = [n for n, (others, _) in enumerate(found) if any(b.key == key for b in others)]
        known = len({b.telling for b in found[alike[0]][0]}) if len(alike) == 1 else 0
        if because == UNTIED and known > max(1, len({b.telling for b in bearers})):
            found[alike[0]] = ([*found[alike[0]][0], *bearers], "the same name, which most reports know for no person")
        else:
            kept.append((bearers, because))
    return kept + found


def _things(bearers: Sequence[Bearer]) -> list[Group]:
    """Everything else by its key; an acronym joins the one name that some report gives for it."""
    groups: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        groups[_kind(bearer.entity.type), bearer.key].append(bearer)
    full_of = _expansions(bearers)
    reasons = dict.fromkeys(groups, "the same name in all reports")
    for kind, key in sorted(groups):
        target = (kind, full_of.get(key, key))
        if target != (kind, key) and target in groups:
            reasons[target] = f"“{groups[kind, key][0].entity.name}” is given as its short form"
            groups[target] = groups[target] + groups.pop((kind, key))
    return [part for key in sorted(groups) for part in _by_country(groups[key], reasons[key])]


def _kind(kind: EntityType) -> str:
    return "body" if kind in _BODIES else "ground" if kind in _GROUND else kind


def _expansions(bearers: Iterable[Bearer]) -> dict[str, str]:
    """Short forms and the one full key that reports give them; short forms with several are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for bearer in bearers:
        for alias in bearer.entity.aliases:
            key = name_key(alias)
            if key != bearer.key and alias.replace(".", "").isupper() and 2 < len(key) < len(bearer.key):
                found[key].add(bearer.key)
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


def _by_country(group: list[Bearer], because: str) -> list[Group]:
    """A name that bodies of two countries bear stands for two; those without a country stay with a single one."""
    countries = sorted({b.entity.country for b in group if b.entity.country})
    if len(countries) < 2:
        return [(group, because)]
    parts = [([b for b in group if b.entity.country == c], because) for c in countries]
    rest = [b for b in group if not b.entity.country]
    return [*parts, (rest, "the same name, of which country is not said")] if rest else parts


def _actor(group: Sequence[Bearer], because: str) -> Actor:
    name = _called(group)
    kind: EntityType = _vote((b.entity.type, b.telling) for b in group if b.entity.type != "unknown") or "unknown"
    country = _vote((b.entity.country, b.telling) for b in group if b.entity.country)
    spellings = {s for b in group for s in (b.entity.name, *b.entity.aliases)}
    return Actor(
        id="a" + content_id("actor", name if because == APART else name_key(name), kind, country),
        name=name,
        type=kind,
        country=country,
        entities=tuple(sorted(b.entity.id for b in group)),
        aliases=tuple(sorted(spellings - {name})),
        because=because if len({b.telling for b in group}) > 1 else "named in one telling",
    )


def _called(group: Sequence[Bearer]) -> str:
    """The fullest name; of several spellings with as many words the one in most tellings, then the first by alphabet. A form
    that one telling alone has is none where several share another one."""
    tellings: defaultdict[str, set[str]] = defaultdict(set)
    for bearer in group:
        tellings[bearer.entity.name].add(bearer.telling)
    if any(" " in name_key(name) and len(known) >= _MANY for name, known in tellings.items()):
        tellings = defaultdict(set, {name: known for name, known in tellings.items() if len(known) > 1})
    most = max(min(len(name_key(name).split()), 3) for name in tellings)
    fullest = [name for name in tellings if min(len(name_key(name).split()), 3) == most]
    return min(fullest, key=lambda name: (name.isupper(), -len(tellings[name]), len(name), name))


def _vote(cast: Iterable[tuple[_Value | None, str]]) -> _Value | None:
    """What most tellings say; ties go to the first by alphabet."""
    tellings = Counter(value for value, _ in {(v, t) for v, t in cast if v is not None})
    return min(tellings, key=lambda value: (-tellings[value], value), default=None)
