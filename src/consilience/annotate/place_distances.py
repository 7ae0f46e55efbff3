"""Distances that a text gives between two towns: they choose between namesakes, and what contradicts them loses its point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import asin, cos, radians, sin, sqrt

from consilience.annotate.gazetteer import Town, towns_named
from consilience.annotate.numerals import NUMBER, number
from consilience.model.annotations import NOT_AS_TOLD, PlaceMention

_EARTH = 6371.0
_MILE = 1.609344
_LOOSE = 0.35  # share by which a distance in news may be off: roads wind, numbers are rounded
_LARGE = 100_000  # inhabitants of a town that is meant by its name where no town of the name lies as the text says
_CLOSE = 15.0  # km that towns' own extent may add
_TOLD = re.compile(
    r"\W{1,3}(?:(?:which|that) (?:is|lies) |lies |is |about |some |around |roughly |just |nearly |over |(?:more|less) than )*"
    rf"(?P<count>{NUMBER}|an?)[ -]?(?P<unit>kilomet(?:er|re)s?|km|miles?) (?:\([^)]*\) )?"
    r"(?:(?:to the )?(?:due )?(?:north|south|east|west)[\w-]* |away |inland |outside |(?:up|down) the coast )?(?:of|from) "
    r"(?:the (?:\w+ )?(?:city|town|capital|village|port)(?: of|,)? )?$",
    re.IGNORECASE,
)


def distance(a: Town | PlaceMention, b: Town | PlaceMention) -> float:
    """Kilometres between two points of the earth, along its surface."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        raise ValueError("a place without a point has no distance")
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    half = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def checked(text: str, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places; two towns between which the text gives a distance are those that it fits, or have no point."""
    found = list(places)
    for first, second, kilometres, words in _distances(text, places):
        found[first], found[second] = _fitted(found[first], found[second], kilometres, words)
    return tuple(found)


def _distances(text: str, places: Sequence[PlaceMention]) -> Iterator[tuple[int, int, float, str]]:
    """Neighbouring towns with the distance that stands between them."""
    for at in range(len(places) - 1):
        a, b = places[at], places[at + 1]
        between = text[a.span.end : b.span.start] if b.span.start - a.span.end < 120 else ""
        told = _TOLD.fullmatch(between)
        value = number(told["count"]) if told else None
        if told and a.kind == b.kind == "town":
            length = (1.0 if told["count"].lower() in ("a", "an") else value or 0.0) * (
                1.0 if told["unit"].lower().startswith("k") else _MILE
            )
            if length > 0:
                yield at, at + 1, length, f"{told['count']} {told['unit']}"


def _fits(a: Town | PlaceMention, b: Town | PlaceMention, kilometres: float) -> bool:
    """Whether two points lie as far apart as the text says, given or taken what roads and round numbers add."""
    return abs(distance(a, b) - kilometres) <= _LOOSE * kilometres + _CLOSE


def _fitted(a: PlaceMention, b: PlaceMention, kilometres: float, words: str) -> tuple[PlaceMention, PlaceMention]:
    known = a.latitude is not None and b.latitude is not None
    if known and _fits(a, b, kilometres):
        return a, b
    towns = [[t for t in towns_named(p.name) if p.latitude is None or _at(p, t)] for p in (a, b)]
    pairs = _pairs(towns[0], towns[1], kilometres) or _pairs(towns_named(a.name), towns_named(b.name), kilometres)
    if len(pairs) == 1:
        (left, right), because = pairs[0], f"the only towns of these names that lie {words} apart, as the text says"
        return _placed(a, left, because), _placed(b, right, because)
    apart = round(distance(a, b)) if known else _largest_apart(towns[0], towns[1])
    if apart is None:
        return a, b
    because = f"the {'' if known else 'largest '}towns of these names lie {apart} km apart, {NOT_AS_TOLD}"
    return _placed(a, None, because), _placed(b, None, because)


def _largest_apart(left: Sequence[Town], right: Sequence[Town]) -> int | None:
    """Kilometres between the largest towns of two names, where both are large enough to be meant by them alone."""
    if not left or not right:
        return None
    a, b = (max(towns, key=lambda town: town.inhabitants) for towns in (left, right))
    return round(distance(a, b)) if min(a.inhabitants, b.inhabitants) >= _LARGE else None


def _pairs(left: Sequence[Town], right: Sequence[Town], kilometres: float) -> list[tuple[Town, Town]]:
    return [(a, b) for a, b in product(left, right) if _fits(a, b, kilometres)]


def _at(place: PlaceMention, town: Town) -> bool:
    return (place.latitude, place.longitude) == (town.latitude, town.longitude)


def _placed(place: PlaceMention, town: Town | None, because: str) -> PlaceMention:
    if town is None:
        return replace(place, latitude=None, longitude=None, radius=None, because=because)
    return replace(
        place, country=town.country, latitude=town.latitude, longitude=town.longitude,
        radius=radius_of(town), because=because,
    )  # fmt: skip


def radius_of(town: Town) -> float:
    """Kilometres around the point of a town within which most of it lies, by its inhabitants (5,000 to the square km)."""
    return round(max(1.0, sqrt(town.inhabitants / 5000 / 3.14159)), 1)
