"""Places that a text names: country, region, town, water or facility; a point only where the gazetteer decides.

A facility or region never becomes a point by a town of the same name, and of two towns of one name neither is taken unless
the countries in the text, a country beside the name, or their sizes decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from consilience.annotate.gazetteer import Town, towns_named
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name, PlaceKind, PlaceMention, Token
from consilience.model.spans import Part, Span
from consilience.wording import plain_marks

_LARGE = 100_000
_METROPOLIS = 1_000_000
_FAR_LARGER = 5
_DIRECTIONS = re.compile(
    r"(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central|greater|downtown|upper|lower|inner|outer) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a whole part of a report says about where it plays."""

    text: str
    countries: frozenset[str]
    facilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says about a name."""

    kind: PlaceKind
    country: str | None
    town: Town | None
    because: str


Rule = Callable[[Ground, str, Span], Found | None]


def places(part: Part, text: str, tokens: Sequence[Token], names: Sequence[Name]) -> tuple[PlaceMention, ...]:
    """Every name of a place or facility with its kind, its country, and its point where one is sure."""
    ground = Ground(text, _countries(text, names), _facilities(text, names))
    listed = [name for name in names if name.type in ("LOC", "FAC")]
    return tuple(_mention(part, ground, name) for name in listed)


def _mention(part: Part, ground: Ground, name: Name) -> PlaceMention:
    bare = _bare(ground.text, name)
    first = facility if name.type == "FAC" else None
    found = (first(ground, bare, name.span) if first else None) or _first(ground, bare, name.span)
    if name.type == "FAC" and found.kind in ("town", "unknown"):
        found = Found("facility", None, None, "named as a facility, which has no point here")
    north, east = (found.town.latitude, found.town.longitude) if found.town is not None else (None, None)
    return PlaceMention(part, name.span, bare, found.kind, found.country, north, east, found.because)


def _first(ground: Ground, words: str, span: Span) -> Found:
    for rule in RULES:
        found = rule(ground, words, span)
        if found is not None:
            return found
    return Found("unknown", None, None, "no table of the program knows this name")


def country(ground: Ground, words: str, span: Span) -> Found | None:
    """A country, by the table of nations."""
    codes = table("nations", "names").get(words) or table("nations", "names").get(_DIRECTIONS.sub("", words, count=1))
    if codes is None:
        return None
    if words in table("places", "us_states") and _among_states(ground, span):
        return None
    listed = codes.split()
    if len(listed) > 1:
        return Found("country", None, None, f"may mean any of {', '.join(listed)}")
    return Found("country", listed[0], None, "the table of nations")


def state(ground: Ground, words: str, span: Span) -> Found | None:
    """A state of the United States; one that is also a town is a state only after a comma or where the words say so."""
    if words not in table("places", "us_states"):
        return None
    said = re.match(
        r" (?:state|governor|legislature|lawmakers|primary)\b", ground.text[span.end : span.end + 14], re.IGNORECASE
    )
    if towns_named(words) and towns_named(words)[0].inhabitants > _LARGE and not (said or _after_comma(ground, span)):
        return None
    return Found("region", "USA", None, "a state of the United States")


def facility(ground: Ground, words: str, span: Span) -> Found | None:
    """A facility: the name says so, or is the short form of one that does; a town of the same name is not meant."""
    last = words.lower().split(" ")[-1]
    if (
        len(words.split(" ")) > 1
        and last in word_set("places", "facility_words")
        and words not in table("nations", "names")
    ):
        if _is_town(words):
            return None
        return Found("facility", None, None, f"a {last}; a town of the same name would not be it")
    if any(name.startswith(words + " ") for name in ground.facilities):
        return Found("facility", None, None, "short for a facility that the text names in full")
    follows = re.match(r" ([a-z]+)", ground.text[span.end : span.end + 20])
    if follows and follows[1] in word_set("places", "facility_words") - {
        "center",
        "centre",
        "house",
        "square",
        "park",
        "market",
        "hall",
    }:
        return Found("facility", None, None, f"the text says {follows[1]}")
    return None


def water(ground: Ground, words: str, span: Span) -> Found | None:
    """A sea, river or strait."""
    parts = words.lower().split(" ")
    if words in word_set("places", "waters"):
        return Found("water", None, None, "the list of waters")
    if len(parts) > 1 and (
        parts[-1] in word_set("places", "water_words") or parts[0] in ("sea", "gulf", "strait", "lake", "bay")
    ):
        return None if _is_town(words) else Found("water", None, None, "the name says water")
    return None


def region(ground: Ground, words: str, span: Span) -> Found | None:
    """A region: in the list of large ones, or called a region, province, oblast by the name or the word beside it."""
    bare = _DIRECTIONS.sub("", words, count=1)
    if words in word_set("places", "regions") or bare in word_set("places", "regions"):
        return Found("region", None, None, "the list of regions")
    parts = words.lower().split(" ")
    if len(parts) > 1 and parts[-1] in word_set("places", "region_words"):
        return Found("region", _only(ground), None, f"a {parts[-1]}; a town of the same name would not be it")
    follows = re.match(r" ([a-z]+)", ground.text[span.end : span.end + 20])
    leads = re.search(r"\b([a-z]+) of (?:the )?$", ground.text[max(0, span.start - 30) : span.start])
    for match in (follows, leads):
        if match and match[1] in word_set("places", "region_words") - {"area", "coast"}:
            return Found("region", _only(ground), None, f"the text says {match[1]}")
    return None


def town(ground: Ground, words: str, span: Span) -> Found | None:
    """A town of the gazetteer; with a point only where one town of the name is meant beyond doubt."""
    bare = words if towns_named(words) else _DIRECTIONS.sub("", words, count=1)
    named = towns_named(bare)
    if not named:
        return None
    beside = _beside(ground, span)
    if beside is not None:
        near = [t for t in named if beside in (t.country, t.state)]
        if not near:
            return Found(
                "town", beside if len(beside) == 3 else "USA", None, f"no town of the name is known in {beside}"
            )
        return _chosen(near, f"{beside} stands beside the name")
    inside = [t for t in named if t.country in ground.countries]
    seat = table("nations", "seats").get(bare)
    if seat is not None and (seat in ground.countries or not inside) and any(t.country == seat for t in named):
        return _chosen([t for t in named if t.country == seat][:1], "the seat of a government")
    if inside and (inside[0].inhabitants >= _LARGE or not inside[0].respelled):
        return _chosen(inside, f"the text names {inside[0].country}")
    return _unguided([t for t in named if not t.respelled])


def _unguided(named: Sequence[Town]) -> Found:
    """No country in the text helps: only a large town that is alone, or far larger than its namesakes, is taken."""
    largest = named[0].inhabitants if named else 0
    if len(named) == 1 and largest >= _LARGE:
        return _chosen(named, "the only large town of the name")
    if largest >= _METROPOLIS and len(named) > 1 and largest > _FAR_LARGER * named[1].inhabitants:
        return _chosen(named[:1], "far larger than its namesakes")
    return Found("town", None, None, "towns bear this name, but nothing in the text says which is meant")


def _chosen(named: Sequence[Town], because: str) -> Found:
    if len(named) > 1 and named[0].inhabitants < _FAR_LARGER * named[1].inhabitants:
        countries = {t.country for t in named}
        return Found(
            "town", named[0].country if len(countries) == 1 else None, None, f"{len(named)} towns bear this name"
        )
    return Found("town", named[0].country, named[0], because)


#: The rules in order; the first answer holds.
RULES: tuple[Rule, ...] = (country, water, state, facility, region, town)


def _countries(text: str, names: Sequence[Name]) -> frozenset[str]:
    """The countries that a text names, by name or by the word for their people; one with two readings counts for none."""
    found = set()
    for name in names:
        words = _bare(text, name)
        codes = table("nations", "names").get(words) or table("nations", "demonyms").get(words) or ""
        if len(codes) == 3:
            found.add(codes)
    return frozenset(found)


def _facilities(text: str, names: Sequence[Name]) -> tuple[str, ...]:
    words = [_bare(text, n) for n in names if n.type in ("LOC", "FAC", "ORG")]
    return tuple(
        w
        for w in words
        if " " in w and w.lower().split(" ")[-1] in word_set("places", "facility_words") and not _is_town(w)
    )


def _bare(text: str, name: Name) -> str:
    """The name's words with plain marks, without article and genitive."""
    words = plain_marks(re.sub(r"\s+", " ", text[slice(*name.span)]))
    return re.sub(r"^[Tt]he |'s?$", "", words)


def _is_town(words: str) -> bool:
    return bool(towns_named(words))


def _only(ground: Ground) -> str | None:
    """The country of the text, if it names one alone."""
    return next(iter(ground.countries)) if len(ground.countries) == 1 else None


def _after_comma(ground: Ground, span: Span) -> bool:
    return re.search(r"[a-z], $", ground.text[max(0, span.start - 3) : span.start]) is not None


def _among_states(ground: Ground, span: Span) -> bool:
    """Georgia after the comma behind a town of that state, or in a text that names the United States and no neighbour."""
    before = re.search(r"([A-Z][\w-]+), $", ground.text[max(0, span.start - 30) : span.start])
    return before is not None and any(t.state == "GA" for t in towns_named(before[1]))


def _beside(ground: Ground, span: Span) -> str | None:
    """The country or state after the comma behind the name."""
    match = re.match(r", ((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3})", ground.text[span.end : span.end + 60])
    words = match[1].split(" ") if match else []
    for size in range(len(words), 0, -1):
        name = re.sub(r"['’]s$", "", " ".join(words[:size]))
        tables = (table("nations", "names"), table("places", "us_states"))
        code = next((t[n] for t in tables for n in (name, name.rstrip(".")) if n in t), None)
        if code is not None and " " not in code:
            return code
    return None
