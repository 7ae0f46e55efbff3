"""Places that a report cannot mean so: a distance that the gazetteer does not bear out, one name spelled in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consilience.lexicons import word_set
from consilience.model.annotations import NOT_AS_TOLD, PartAnnotations, PlaceMention
from consilience.model.spans import Span
from consilience.wording import fold, words

_NEAR = 120  # characters between two places within which a distance ties them
_LEAST = 7  # letters from which one letter makes no other name
_SHORTEST = 5  # letters of a last name from which one letter is a slip
_KINDS = ("town", "region", "unknown", "facility", "water")


@dataclass(frozen=True, slots=True)
class OddPlace:
    """Two stretches that do not go together, and why."""

    left: Span
    right: Span
    because: str


def odd_distances(places: Sequence[PlaceMention]) -> Iterator[OddPlace]:
    """Neighbouring towns whose distance in the text is not that of the only towns of these names."""
    for a, b in pairwise(places):
        told = a.because == b.because and a.because.endswith(NOT_AS_TOLD)
        if told and 0 <= b.span.start - a.span.end < _NEAR:
            yield OddPlace(a.span, Span(a.span.end, b.span.end), a.because)


def odd_spellings(places: Sequence[PlaceMention]) -> Iterator[OddPlace]:
    """Two names of one report that differ by one letter, where no table knows one of the two."""
    first: dict[str, PlaceMention] = {}
    for place in places:
        name = fold(place.name)
        if name.isalpha() and len(name) >= _LEAST and place.kind in _KINDS:
            first.setdefault(name, place)
    names = sorted(first, key=lambda name: first[name].span)
    for at, left in enumerate(names):
        for right in names[at + 1 :]:
            if _one_letter(left, right) and any(first[n].kind == "unknown" for n in (left, right)):
                yield OddPlace(first[left].span, first[right].span, "two spellings of one place in one report")


def odd_names(text: str, part: PartAnnotations) -> Iterator[OddPlace]:
    """Two spellings of one person's name in one report: the same first names, and a last name that differs by one letter."""
    first: dict[tuple[str, ...], Span] = {}
    for name in part.names:
        listed = words(text[name.span.start : name.span.end])
        titled = text[name.span.start : name.span.end].split()[0] in word_set("titles", "before_names")
        plain = len(listed) > 1 and not titled and all(word.isalpha() for word in listed)
        if name.type == "PERSON" and plain:
            first.setdefault(listed, name.span)
    ordered = sorted(first, key=lambda listed: first[listed])
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            long = min(len(left[-1]), len(right[-1])) >= _SHORTEST
            if long and left[:-1] == right[:-1] and _slip(left[-1], right[-1]):
                yield OddPlace(first[left], first[right], "two spellings of one name in one report")


def _slip(left: str, right: str) -> bool:
    """Whether two last names differ by one letter; with another ending they may be of two people (Vane, Vanek)."""
    return _one_letter(left, right) or (left[:-2] == right[:-2] and sorted(left[-2:]) == sorted(right[-2:]))


def _one_letter(left: str, right: str) -> bool:
    """Whether one letter inside is added, changed or swapped; endings make other words (Selva, Selvan)."""
    if left[0] != right[0] or left[-1] != right[-1] or abs(len(left) - len(right)) > 1:
        return False
    if len(left) == len(right):
        places = [n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
        swapped = len(places) == 2 and places[1] == places[0] + 1
        return len(places) == 1 or (
            swapped and left[places[0]] == right[places[1]] and left[places[1]] == right[places[0]]
        )
    short, long = sorted((left, right), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
