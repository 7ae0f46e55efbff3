"""How alike reports are: integer scores, per mille, from the features of each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD
from consilience.stories.shelf import VIEWS, Numbers, Shelf

_FEW = 30_000
"""Squared weight, of one to two rare words, that is added on both sides of a view, so that a single name says little."""
_MOSTLY = 2
_KEPT = 16_000_000  # scores; a matrix of the largest piece fits many times


class _Kept:
    """The last matrices, by the first number of their members; the oldest are forgotten."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[Numbers, NDArray[np.int16]]] = {}
        self._size = 0

    def take(self, first: int) -> tuple[Numbers, NDArray[np.int16]]:
        """A matrix and its members, which is no longer kept; an empty one where none is."""
        found = self._held.pop(first, (np.zeros(0, np.int64), np.zeros((0, 0), np.int16)))
        self._size -= found[1].size
        return found

    def forget(self) -> None:
        """Keep nothing."""
        self._held.clear()
        self._size = 0

    def put(self, first: int, members: Numbers, scores: Numbers) -> None:
        """Keep a matrix; scores are per mille."""
        self._held[first] = (members.copy(), scores.astype(np.int16))
        self._size += scores.size
        while self._size > _KEPT:
            self.take(next(iter(self._held)))


class Likeness:
    """Compares the reports of a shelf; it holds scratch space for the words of one report, and what it last compared."""

    def __init__(self, shelf: Shelf, settings: StorySettings) -> None:
        self._shelf = shelf
        self._settings = settings
        self._weights = np.zeros(1 << 24, np.uint8)
        self._aspects = np.zeros(1 << 24, np.uint8)
        self._views = _views(settings)
        self._kept = _Kept()

    def __call__(self, one: int, others: Numbers) -> Numbers:
        """The likeness of report `one` with each of `others`, per mille; lowered where days, places or persons differ."""
        words, aspects = self._shelf.words(one)
        columns = words >> np.uint32(8)
        self._weights[columns], self._aspects[columns] = words & np.uint32(255), aspects
        scores = self._scores(one, others)
        self._weights[columns] = self._aspects[columns] = 0
        result: Numbers = scores * self._day_factors(one, others) // 1000
        return result

    def matrix(self, members: Numbers) -> Numbers:
        """The likeness of each member with each other, in the order given; the diagonal is 0.

        The last matrices are kept: a piece that grows by a report is compared with that report alone.
        """
        known, held = self._kept.take(int(members.min()))
        scores = np.zeros((len(members), len(members)), np.int64)
        _, here, there = np.intersect1d(members, known, assume_unique=True, return_indices=True)
        scores[np.ix_(here, here)] = held[np.ix_(there, there)]
        order = np.concatenate((here, np.setdiff1d(np.arange(len(members)), here, assume_unique=True)))
        for place in range(max(1, len(here)), len(members)):
            row, others = order[place], order[:place]
            scores[row, others] = scores[others, row] = self(int(members[row]), members[others])
        self._kept.put(int(members.min()), members, scores)
        return scores

    def forget(self) -> None:
        """Forget what was compared, for the numbers of the reports change."""
        self._kept.forget()

    def _scores(self, one: int, others: Numbers) -> Numbers:
        owners, words, aspects = self._shelf.all_words(others)
        columns = words >> np.uint32(8)
        met = np.flatnonzero(self._weights[columns])
        owners, words, columns = owners[met], words[met], columns[met]
        both = aspects[met] & self._aspects[columns]
        products = (words & np.uint32(255)).astype(np.float64) * self._weights[columns]
        scores = np.zeros(len(others), np.int64)
        places: NDArray[Any] = np.zeros(len(others))
        parted = np.full(len(others), 1000, np.int64)
        for view, (mask, share, left) in enumerate(self._views):
            norms = self._shelf.norms(view)
            own, theirs = int(norms[one]), norms[others].astype(np.float64)
            if own == 0:
                continue
            # Sums of whole numbers far below 2**53 are exact in float64, in any order.
            dots = np.bincount(owners, np.where(both & mask == mask, products, 0), len(others))
            cosines = np.floor(1000 * dots / np.sqrt((theirs + _FEW) * (own + _FEW)))
            scores += share * cosines.astype(np.int64)
            if mask == PLACE:
                places = dots
            parted[(theirs > 0) & (dots == 0)] *= left
            parted[(theirs > 0) & (dots == 0)] //= 1000
        # A place alone makes no happening: where it is most of what two reports share, half of their likeness is left.
        parted[_MOSTLY * places > np.bincount(owners, products, len(others))] //= 2
        result: Numbers = scores * parted // 1_000_000
        return result

    def _day_factors(self, one: int, others: Numbers) -> Numbers:
        """1000 for reports that appeared within a few days or without a day, falling to 0 for distant ones."""
        first, last = self._shelf.fact("first"), self._shelf.fact("last")
        gaps = np.maximum(first[one] - last[others], first[others] - last[one]).astype(np.int64)
        far, near = self._settings.far_days, self._settings.near_days
        factors: Numbers = np.clip(1000 * (far - gaps) // max(1, far - near), 0, 1000)
        return factors


def _views(settings: StorySettings) -> tuple[tuple[int, int, int], ...]:
    """For each view its mask, what it makes of the likeness, per mille, and what is left of it where nothing is shared.

    Where two reports open and whom they name: sharing none of these speaks against one happening.
    """
    parts = {
        NAME: settings.names_share,
        LEAD: settings.lead_share,
        PERSON: settings.persons_share,
        PLACE: settings.places_share,
        FIGURE: settings.figures_share,
    }
    shares = {WORD: 1000 - sum(parts.values()), **parts}
    left = {PERSON: settings.other_person, PLACE | LEAD: settings.other_place}
    return tuple((view, shares.get(view, 0), left.get(view, 1000)) for view in VIEWS)
