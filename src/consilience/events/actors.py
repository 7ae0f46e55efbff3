"""Who an actor is after PLOVER: country or kind of international body, sectors, and the office or calling in words.

Known bodies come from data/actors.toml with the days between which an entry holds; titles and nouns give the rest. What
neither says stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import cast, get_args

from consilience.errors import ConsilienceError
from consilience.lexicons import records, table
from consilience.model.event import International, Sector

_FORMER = frozenset({"ex", "former", "ousted", "retired"})
_OFFICES = ("GOV", "LEG", "JUD", "MIL", "COP")
_MINISTRIES = ("minister", "ministry", "department", "secretary", "secretariat", "chief")
_SPEAKERS = (
    "aide", "chief", "commander", "leader", "member", "officer", "official", "representative", "speaker", "spokesman",
    "spokesperson", "spokeswoman",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an actor, and what says so."""

    country: str | None = None
    international: International | None = None
    sectors: tuple[Sector, ...] = ()
    role: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class _Body:
    country: str | None
    international: International | None
    sectors: tuple[Sector, ...]
    since: date | None
    until: date | None


def body_named(names: Iterable[str], day: date | None) -> Standing | None:
    """The known body that has one of the names on the day; without a day only what holds always."""
    for name in names:
        for body in _bodies().get(_key(name), ()):
            if _holds(body, day):
                return Standing(body.country, body.international, body.sectors, None, f"{name} is a known body")
    return None


def described_as(phrases: Iterable[Sequence[str]]) -> Standing | None:
    """What noun phrases, given as lemmas and read from the head backwards, say of whoever they name; the first that tells."""
    for words in phrases:
        lemmas = tuple(word.lower() for word in words)
        found = _sectors(lemmas)
        kind = next((international_of(end) for end in _ends(lemmas) if international_of(end)), None)
        if found or kind:
            return Standing(None, kind, found, " ".join(words), f"told by “{' '.join(words)}”")
    return None


def _sectors(lemmas: Sequence[str]) -> tuple[Sector, ...]:
    """The sector of the longest listed end of the phrase, then those of the words before it that tell more."""
    end = next((end for end in _ends(lemmas) if end in _nouns()), None)
    if end is None:
        last = lemmas[-1] if lemmas else ""
        if last == "leader" and _of_a_nation(" ".join(lemmas[:-1])):
            return ("GOV",)
        return _sectors(lemmas[:-1]) if last in _SPEAKERS else ()
    before = lemmas[: len(lemmas) - len(end.split())]
    sector = _nouns()[end]
    if sector in _OFFICES and (_FORMER & set(before) or any(word.startswith("ex-") for word in lemmas)):
        return ("ELI",)
    departments = table("actors", "departments")
    office = any(word in _MINISTRIES for word in end.split())
    more = [departments[word] for word in before if office and word in departments]
    more += [_nouns()[word] for word in before if word in _nouns() and not more]
    return tuple(
        dict.fromkeys((*cast(list[Sector], more), sector) if not office else (sector, *cast(list[Sector], more)))
    )


def _of_a_nation(words: str) -> bool:
    return any(words == known or words.endswith(f" {known}") for known in _demonyms())


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(name.lower() for name in table("nations", "demonyms"))


def _ends(lemmas: Sequence[str]) -> list[str]:
    """The last three, two and one words of the phrase."""
    return [" ".join(lemmas[-size:]) for size in (3, 2, 1) if len(lemmas) >= size]


def international_of(words: str) -> International | None:
    """The kind of international body that the words name, or None."""
    found = table("actors", "international").get(words)
    return cast(International, found) if found in get_args(International) else None


def _holds(body: _Body, day: date | None) -> bool:
    if day is None:
        return body.since is None and body.until is None
    return (body.since is None or body.since <= day) and (body.until is None or day < body.until)


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().removeprefix("the ").split())


@cache
def _nouns() -> Mapping[str, Sector]:
    found: dict[str, Sector] = {}
    for row in records("actors", "sectors"):
        if row["sector"] not in get_args(Sector):
            raise ConsilienceError(f"data/actors.toml: {row['sector']}: no sector of PLOVER 2.0")
        nouns = row["nouns"]
        for noun in nouns if isinstance(nouns, list) else ():
            found[str(noun)] = cast(Sector, row["sector"])
    return MappingProxyType(found)


@cache
def _bodies() -> Mapping[str, tuple[_Body, ...]]:
    found: dict[str, list[_Body]] = {}
    for row in records("actors", "bodies"):
        found.setdefault(_key(str(row["name"])), []).append(_body(row))
    return MappingProxyType({name: tuple(bodies) for name, bodies in found.items()})


def _body(row: Mapping[str, object]) -> _Body:
    listed = row.get("sectors", [])
    sectors = tuple(str(s) for s in listed) if isinstance(listed, list) else ()
    kind = row.get("international")
    if not set(sectors) <= set(get_args(Sector)) or (kind is not None and kind not in get_args(International)):
        raise ConsilienceError(f"data/actors.toml: {row.get('name')}: no sector or kind of PLOVER 2.0")
    days = [date.fromisoformat(str(row[key])) if row.get(key) else None for key in ("since", "until")]
    return _Body(
        str(row["country"]) if row.get("country") else None,
        cast(International | None, kind),
        cast(tuple[Sector, ...], sectors),
        days[0],
        days[1],
    )
