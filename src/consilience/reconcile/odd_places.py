"""Places that a report cannot mean so: a distance that the gazetteer does not bear out, one name spelled in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consilience.model.annotations import NOT_AS_TOLD, PlaceMention
from consilience.model.spans import Span
from consilience.wording import fold

_NEAR = 120  # characters between two places within which a distance ties them
_LEAST = 7  # letters from which one letter makes no other name
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
