"""Persons of a story by their names: full names that are one, and whom a surname alone means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consilience.lexicons import table
from consilience.reconcile.bearers import Bearer, Group

UNTIED = "a short name that nothing ties to one full name"
_PREFIX = 3  # letters from which the beginning of a given name is that name ("Ben", "Benjamin")
_KNOWN = 2  # tellings that name somebody in full before a surname of several is theirs
_People = defaultdict[str, list[Bearer]]


def persons_of(bearers: Sequence[Bearer]) -> list[Group]:
    """Full names by given name and surname; a short name goes to the one full name of the story that has it, to the one that
    all but one of the tellings with such a name know, or stands alone."""
    full: _People = defaultdict(list)
    short: _People = defaultdict(list)
    for bearer in bearers:
        listed = bearer.key.split()
        (full[_person_key(listed)] if len(listed) > 1 else short[bearer.key]).append(bearer)
    reasons = dict.fromkeys(full, "the same name in all reports")
    for longer, name in _begun(full):
        full[name] += full.pop(longer)
        reasons[name] = f"“{full[name][-1].entity.name}” is another form of the name"
    bearers_of = _bearers_of(full)
    for word, group in sorted(short.items()):
        owners = _owners_of(word, bearers_of, full)
        for bearer in group:
            owner = _meant(bearer, owners, full)
            full[owner or f"short {word}"].append(bearer)
            if owner is None or len(owners) == 1:
                told = f"“{group[0].entity.name}” can only be this person in the story" if owner else UNTIED
                reasons[owner or f"short {word}"] = told
    return [(full[key], reasons[key]) for key in sorted(full)]


def _begun(full: Mapping[str, Sequence[Bearer]]) -> list[tuple[str, str]]:
    """Names that begin or end another name of the story, which no telling has beside it: the shorter given name, the name
    behind a title, and a name cut short ("Ben Vane", "Benjamin Vane"; "Skipper Orla Vane"; "Tan Hye", "Tan Hye-rin"), each
    with the one it is led to."""
    found = []
    for name in sorted(full):
        given, _, surname = name.rpartition(" ")
        others = [other for other in sorted(full) if other != name and other.endswith(f" {surname}")]
        long = [o for o in others if _PREFIX <= len(given) < len(o.split()[0]) and o.startswith(given)]
        behind = [o for o in others if any(b.key.endswith(f" {o}") for b in full[name])]
        cut = [o for o in sorted(full) if o.startswith(f"{name} ")]
        led = behind or cut or long
        if len(led) == 1 and not _tellings(full[name]) & _tellings(full[led[0]]):
            found.append((name, led[0]))
    ends = {name for name, _ in found}
    return [(name, led) for name, led in found if led not in ends]


def _bearers_of(full: Mapping[str, Sequence[Bearer]]) -> Mapping[str, set[str]]:
    """The full names by each given name and surname."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, group in full.items():
        for word in {w for b in group for w in (b.key.split()[0], b.key.split()[-1])}:
            found[word].add(key)
    return found


def _meant(bearer: Bearer, owners: Sequence[str], full: Mapping[str, Sequence[Bearer]]) -> str | None:
    """Whom a short name means: the only one, or the one whom most tellings know by it, unless its own knows another."""
    if len(owners) <= 1:
        return owners[0] if owners else None
    here = [owner for owner in owners if bearer.telling in _tellings(full[owner])]
    ranked = sorted(owners, key=lambda owner: (-len(_tellings(full[owner])), owner))
    known = len(_tellings(full[ranked[0]]))
    others = {telling for owner in ranked[1:] for telling in _tellings(full[owner])}
    if here and here != ranked[:1]:
        return None
    return ranked[0] if known > _KNOWN and known > _KNOWN * len(others) else None


def _tellings(bearers: Sequence[Bearer]) -> set[str]:
    return {bearer.telling for bearer in bearers if " " in bearer.key}


def _owners_of(word: str, bearers_of: Mapping[str, set[str]], full: Mapping[str, Sequence[Bearer]]) -> list[str]:
    """The full names a short name may stand for; a surname counts before a given name."""
    owners = sorted(bearers_of.get(word, ()))
    surnames = [key for key in owners if any(b.key.split()[-1] == word for b in full[key])]
    return surnames or owners


def _person_key(listed: Sequence[str]) -> str:
    """Given name in its one transliteration and surname; middle names between the two do not part people."""
    given = table("actor_names", "given").get(listed[0], listed[0])
    if len(listed) == 3 and 2 <= len(listed[1]) <= 4 and len(listed[2]) <= 4 and len(listed[0]) <= 5:
        return " ".join(listed)  # a name with its family name first is compared whole
    return f"{given} {listed[-1]}"
