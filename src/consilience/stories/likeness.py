"""How alike reports are: integer scores, per mille, from the features of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD
from consilience.stories.recall import UNKNOWN, Matrices
from consilience.stories.rows import VIEWS
from consilience.stories.runs import Numbers, spread
from consilience.stories.shelf import Shelf

_FEW = 30_000
"""Squared weight, of one to two rare words, that is added on both sides of a view, so that a single name says little."""
_MOSTLY = 2
_AT_ONCE = 4096  # reports compared with one at a time
_MOST_OPEN = 2  # where so much of a matrix, or more, is not known, all of it is found at once: one in so many
_KEPT = 16_000_000  # scores, two bytes each; those of the largest piece fit many times
Figures = NDArray[np.float64]


class Likeness:
    """Compares the reports of a shelf; it holds a mark for every start of a word's hash, and what it last compared."""

    def __init__(self, shelf: Shelf, settings: StorySettings) -> None:
        self._shelf = shelf
        self._settings = settings
        self._marked = np.zeros(1 << 16, np.bool_)
        views = np.array(_views(settings), np.int64)
        self._masks, self._shares = views[:, 0].astype(np.uint8), views[:, 1]
        self._lowering = [(view, left) for view, left in enumerate(views[:, 2].tolist()) if left != 1000]
        self._kept = Matrices(np.int16, _KEPT)

    def __call__(self, one: int, others: Numbers) -> Numbers:
        """The likeness of report `one` with each of `others`, per mille; lowered where days, places or persons differ."""
        if len(others) > _AT_ONCE:
            parts = np.array_split(others, len(others) // _AT_ONCE + 1)
            return np.concatenate([self(one, part) for part in parts])
        owners, products, aspects = self._met(one, others)
        return self._likeness(np.array([one]), others, self._dots(owners, products, aspects, len(others)))

    def matrix(self, members: Numbers) -> Numbers:
        """The likeness of each member with each other, in the order given; the diagonal is 0.

        The last matrices are kept: a piece that grows by a report is compared with that report alone.
        """
        scores = self._kept.take(members)
        np.fill_diagonal(scores, 0)
        unknown = scores == UNKNOWN
        if _MOST_OPEN * int(unknown.sum()) > unknown.size:
            left, right = np.nonzero(np.triu(unknown, 1))
            scores[left, right] = scores[right, left] = self._all_pairs(members)[left, right]
            unknown[:] = False
        for row in np.argsort(-unknown.sum(axis=1), kind="stable").tolist():
            others = np.flatnonzero(unknown[row])
            if len(others):
                scores[row, others] = scores[others, row] = self(int(members[row]), members[others])
                unknown[row] = unknown[:, row] = False
        self._kept.put(members, scores)
        return scores.astype(np.int64)

    def forget(self) -> None:
        """Forget what was compared, for the numbers of the reports change."""
        self._kept.clear()

    def _all_pairs(self, members: Numbers) -> Numbers:
        """The likeness of every two members, above the diagonal; what they share is found word by word, for all at once."""
        rows = self._shelf.rows.of(members)
        owners, places = np.nonzero(rows)
        words = rows[owners, places]
        order = np.argsort(words >> np.uint32(8), kind="stable")
        owners, places, words = owners[order], places[order], words[order]
        aspects = self._shelf.rows.aspects_at(members[owners], places)
        weights, hashes = (words & np.uint32(255)).astype(np.float64), words >> np.uint32(8)
        one, other = spread(np.arange(1, len(words) + 1), np.searchsorted(hashes, hashes, side="right"))
        size = len(members)
        cells = owners[one] * size + owners[other]
        found = self._dots(cells, weights[one] * weights[other], aspects[one] & aspects[other], size * size)
        left, right = np.nonzero(np.tri(size, k=-1, dtype=np.bool_).T)
        scores = np.zeros((size, size), np.int64)
        at = left * size + right
        scores[left, right] = self._likeness(members[left], members[right], (found[0][:, at], found[1][at]))
        return scores

    def _dots(
        self, cells: Numbers, products: Figures, aspects: NDArray[np.uint8], size: int
    ) -> tuple[Figures, Figures]:
        """For each view, a row, and each pair, a cell, the sum of the products of the words they share; and of all words.

        Sums of whole numbers far below 2**53 are exact in float64, in any order.
        """
        views = [np.flatnonzero(aspects & mask == mask) for mask in self._masks]
        dots = np.stack([np.bincount(cells[seen], products[seen], size) for seen in views])
        return dots.astype(np.float64, copy=False), np.bincount(cells, products, size).astype(np.float64, copy=False)

    def _likeness(self, ones: Numbers, others: Numbers, dots: tuple[Figures, Figures]) -> Numbers:
        """The likeness of reports, one or as many as the others, by what their words sum up to."""
        views, met = dots
        own, theirs = (self._shelf.rows.norms(numbers).T.astype(np.float64) for numbers in (ones, others))
        cosines = np.floor(1000 * views / np.sqrt((theirs + float(_FEW)) * (own + float(_FEW))))
        scores = self._shares @ cosines.astype(np.int64)
        left = np.full(len(others), 1000, np.int64)
        for view, kept in self._lowering:
            apart = (theirs[view] > 0) & (views[view] == 0) & (own[view] > 0)
            left[apart] = left[apart] * kept // 1000
        # A place alone makes no happening: where it is most of what two reports share, half of their likeness is left.
        left[_MOSTLY * views[VIEWS.index(PLACE)] > met] //= 2
        result: Numbers = (scores * left // 1_000_000) * self._day_factors(ones, others) // 1000
        return result

    def _met(self, one: int, others: Numbers) -> tuple[Numbers, NDArray[np.float64], NDArray[np.uint8]]:
        """The words that others share with a report: whose each is, by position, the product of its weights, and what
        it is in both.
        """
        mine, aspects = self._shelf.rows.words(one)
        if not len(mine):
            return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.uint8)
        hashes, rows = mine >> np.uint32(8), self._shelf.rows.of(others)
        starts = mine >> np.uint32(16)
        # Few words begin like one of the report's: the table of all beginnings is small enough to stay at hand.
        self._marked[starts] = True
        near = np.flatnonzero(self._marked[rows >> np.uint32(16)])
        self._marked[starts] = False
        words = rows.reshape(-1)[near]
        found = np.minimum(np.searchsorted(hashes, words >> np.uint32(8)), len(hashes) - 1)
        same = hashes[found] == words >> np.uint32(8)
        near, words, found = near[same], words[same], found[same]
        owners, places = np.divmod(near, rows.shape[1])
        both = self._shelf.rows.aspects_at(others[owners], places) & aspects[found]
        return owners, (words & np.uint32(255)).astype(np.float64) * (mine[found] & np.uint32(255)), both

    def _day_factors(self, ones: Numbers, others: Numbers) -> Numbers:
        """1000 for reports that appeared within a few days or without a day, falling to 0 for distant ones."""
        first, last = self._shelf.fact("first"), self._shelf.fact("last")
        gaps = np.maximum(first[ones] - last[others], first[others] - last[ones]).astype(np.int64)
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
