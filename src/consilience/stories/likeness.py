"""How alike reports are: integer scores, per mille, from the features of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD
from consilience.stories.shelf import Hashes, Numbers, Shelf

_PARTED = (PLACE | LEAD, PERSON)  # where two reports open, and whom they name: sharing none speaks against one happening


class Likeness:
    """Compares the reports of a shelf; it holds scratch space for the words of one report, and no state."""

    def __init__(self, shelf: Shelf, settings: StorySettings) -> None:
        self._shelf = shelf
        self._settings = settings
        self._weights = np.zeros(1 << 24, np.uint8)
        self._aspects = np.zeros(1 << 24, np.uint8)
        self._shares = _shares(settings)

    def __call__(self, one: int, others: Numbers) -> Numbers:
        """The likeness of report `one` with each of `others`, per mille; lowered where days, places or persons differ."""
        words, aspects = self._shelf.words(one)
        columns = words >> np.uint32(8)
        self._weights[columns], self._aspects[columns] = words & np.uint32(255), aspects
        scores = self._scores(words, aspects, others)
        self._weights[columns] = self._aspects[columns] = 0
        result: Numbers = scores * self._day_factors(one, others) // 1000
        return result

    def matrix(self, members: Numbers) -> Numbers:
        """The likeness of each member with each other, in the order given; the diagonal is 0."""
        scores = np.zeros((len(members), len(members)), np.int64)
        for row in range(len(members) - 1):
            scores[row, row + 1 :] = self(int(members[row]), members[row + 1 :])
        both: Numbers = scores + scores.T
        return both

    def _scores(self, mine: Hashes, aspects: NDArray[np.uint8], others: Numbers) -> Numbers:
        owners, words, theirs = self._shelf.all_words(others)
        columns = words >> np.uint32(8)
        weights = (words & np.uint32(255)).astype(np.float64)
        products = weights * self._weights[columns]
        both = theirs & self._aspects[columns]
        own = (mine & np.uint32(255)).astype(np.float64)
        scores = np.zeros(len(others), np.int64)
        for aspect, share in self._shares:
            if share:
                # Sums of whole numbers far below 2**53 are exact in float64, in any order.
                dots = np.bincount(owners, np.where(both & aspect, products, 0), len(others))
                sizes = np.bincount(owners, np.where(theirs & aspect, weights * weights, 0), len(others))
                size = float(np.where(aspects & aspect, own * own, 0).sum())
                norms = np.sqrt(sizes * size)
                cosines = np.floor(np.divide(1000 * dots, norms, out=np.zeros_like(dots), where=norms > 0))
                scores += share * cosines.astype(np.int64)
        scores //= 1000
        for aspect, left in zip(_PARTED, (self._settings.other_place, self._settings.other_person), strict=True):
            scores = np.where(_parted(aspect, owners, aspects, theirs, both, len(others)), scores * left // 1000, scores)
        return scores

    def _day_factors(self, one: int, others: Numbers) -> Numbers:
        """1000 for reports that appeared within a few days or without a day, falling to 0 for distant ones."""
        first, last = self._shelf.fact("first"), self._shelf.fact("last")
        gaps = np.maximum(first[one] - last[others], first[others] - last[one]).astype(np.int64)
        far, near = self._settings.far_days, self._settings.near_days
        factors: Numbers = np.clip(1000 * (far - gaps) // max(1, far - near), 0, 1000)
        return factors


def _shares(settings: StorySettings) -> tuple[tuple[int, int], ...]:
    """What each aspect makes of the likeness, per mille; all words make the rest."""
    parts = (
        (NAME, settings.names_share),
        (LEAD, settings.lead_share),
        (PERSON, settings.persons_share),
        (PLACE, settings.places_share),
        (FIGURE, settings.figures_share),
    )
    return (WORD, 1000 - sum(share for _, share in parts)), *parts


def _parted(
    aspect: int, owners: Numbers, mine: NDArray[np.uint8], theirs: NDArray[np.uint8], both: NDArray[np.uint8], size: int
) -> NDArray[np.bool_]:
    """Where both reports have words of an aspect and share none of them."""
    if not (mine & aspect == aspect).any():
        return np.zeros(size, np.bool_)
    have = np.bincount(owners, theirs & aspect == aspect, size) > 0
    shared = np.bincount(owners, both & aspect == aspect, size) > 0
    found: NDArray[np.bool_] = have & ~shared
    return found
