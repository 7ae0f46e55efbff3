"""How alike reports are: integer scores, per mille, from the features of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.features import Features, Weighted

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Weighted words of many reports: those of report i lie at starts[i] to starts[i + 1]; `lengths` are sums of squares."""

    starts: Numbers
    columns: Numbers
    weights: Numbers
    lengths: Numbers
    width: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of many reports: words, names and places as vectors, and days as ordinals (open where unknown)."""

    words: Vectors
    names: Vectors
    places: Vectors
    first: Numbers
    last: Numbers
    settings: StorySettings


_FAR = 10**7  # days; wider than the calendar


def compared(reports: Sequence[Features], settings: StorySettings) -> Compared:
    """The features of many reports as arrays."""
    return Compared(
        _vectors([r.words for r in reports]),
        _vectors([r.names for r in reports]),
        _vectors([[Weighted(place, 1) for place in sorted(r.places)] for r in reports]),
        np.array([r.day.earliest.toordinal() if r.day else -_FAR for r in reports], np.int64),
        np.array([r.day.latest.toordinal() if r.day else _FAR for r in reports], np.int64),
        settings,
    )


def _vectors(listed: Sequence[Sequence[Weighted]]) -> Vectors:
    column: dict[str, int] = {}
    for vector in listed:
        for item in vector:
            column.setdefault(item.word, len(column))
    return Vectors(
        np.cumsum([0, *(len(vector) for vector in listed)], dtype=np.int64),
        np.array([column[item.word] for vector in listed for item in vector], np.int64),
        np.array([item.weight for vector in listed for item in vector], np.int64),
        np.array([sum(item.weight**2 for item in vector) for vector in listed], np.int64),
        len(column),
    )


def likeness(all_reports: Compared, one: int, others: Numbers) -> Numbers:
    """The likeness of report `one` with each of `others`, per mille: words and names, lowered where days or places differ."""
    settings = all_reports.settings
    words = _cosines(all_reports.words, one, others)
    names = _cosines(all_reports.names, one, others)
    scores = ((1000 - settings.names_share) * words + settings.names_share * names) // 1000
    lowered: Numbers = scores * _day_factors(all_reports, one, others) // 1000
    result: Numbers = lowered * _place_factors(all_reports, one, others) // 1000
    return result


def matrix(all_reports: Compared, members: Sequence[int]) -> Numbers:
    """The likeness of each member with each other, in the order given; the diagonal is 0."""
    numbers = np.array(members, np.int64)
    scores = np.zeros((len(members), len(members)), np.int64)
    for row in range(len(members) - 1):
        scores[row, row + 1 :] = likeness(all_reports, members[row], numbers[row + 1 :])
    both: Numbers = scores + scores.T
    return both


def _dots(vectors: Vectors, one: int, others: Numbers) -> Numbers:
    """Products of one vector with others, in whole numbers."""
    mine = slice(vectors.starts[one], vectors.starts[one + 1])
    spread = np.zeros(vectors.width, np.int64)
    spread[vectors.columns[mine]] = vectors.weights[mine]
    begins, ends = vectors.starts[others], vectors.starts[others + 1]
    sizes = ends - begins
    owners = np.repeat(np.arange(len(others)), sizes)
    places = np.arange(int(sizes.sum())) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
    products = spread[vectors.columns[places]] * vectors.weights[places]
    # Whole numbers far below 2**53: the sum in float64 is exact in any order.
    sums: Numbers = np.bincount(owners, weights=products, minlength=len(others)).astype(np.int64)
    return sums


def _cosines(vectors: Vectors, one: int, others: Numbers) -> Numbers:
    norms = np.sqrt(vectors.lengths[one].astype(np.float64) * vectors.lengths[others].astype(np.float64))
    dots = 1000.0 * _dots(vectors, one, others)
    cosines: Numbers = np.floor(np.divide(dots, norms, out=np.zeros_like(dots), where=norms > 0)).astype(np.int64)
    return cosines


def _day_factors(all_reports: Compared, one: int, others: Numbers) -> Numbers:
    """1000 for reports that appeared within a few days of each other or without a day, falling to 0 for distant ones."""
    settings = all_reports.settings
    first, last = all_reports.first, all_reports.last
    gaps = np.maximum(first[one] - last[others], first[others] - last[one])
    span = max(1, settings.far_days - settings.near_days)
    factors: Numbers = np.clip(1000 * (settings.far_days - gaps) // span, 0, 1000)
    return factors


def _place_factors(all_reports: Compared, one: int, others: Numbers) -> Numbers:
    """Lower where two reports open with places and share none of them."""
    places = all_reports.places
    differ = (places.lengths[one] > 0) & (places.lengths[others] > 0) & (_dots(places, one, others) == 0)
    factors: Numbers = np.where(differ, all_reports.settings.other_place, 1000)
    return factors
