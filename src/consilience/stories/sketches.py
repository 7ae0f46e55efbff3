"""How much text two reports share, estimated from their sketches; which of them are copies is decided on the texts."""

from __future__ import annotations

import numpy as np

from consilience.stories.runs import Numbers
from consilience.stories.shelf import SAMPLE, SHORT, Shelf


class SketchOverlap:
    """Compares the sketches of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __call__(self, one: int, others: Numbers) -> Numbers:
        """The mean of what is shared of the shorter and of the longer text, per mille, for each of `others`."""
        mine = self._shelf.sketch(one)
        owners, hashes = self._shelf.all_sketches(others)
        length = self._shelf.fact("length")
        long = (length[others] > SHORT) | (length[one] > SHORT)
        counted = ~long[owners] | (hashes % np.uint32(SAMPLE) == 0)
        theirs = np.bincount(owners, counted, len(others)).astype(np.int64)
        places = np.minimum(np.searchsorted(mine, hashes), max(0, len(mine) - 1))
        shared = counted & (mine[places] == hashes if len(mine) else False)
        both = np.bincount(owners, shared, len(others)).astype(np.int64)
        own = np.where(long, int((mine % np.uint32(SAMPLE) == 0).sum()), len(mine))
        contained = 1000 * both // np.maximum(1, np.minimum(own, theirs))
        part = 1000 * both // np.maximum(1, np.maximum(own, theirs))
        scores: Numbers = (contained + part) // 2
        return scores
