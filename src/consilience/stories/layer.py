"""A layer of the index: reports brought together by keys, linked where they are alike, and held in pieces.

There are two: copies, by shingles, and stories, by rare words. Each answers a change of its members with the pieces that
are new, and its state follows from its members alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.stories.buckets import Buckets, KeysOf, apart
from consilience.stories.pieces import Limits, Piece, Pieces
from consilience.stories.runs import Numbers
from consilience.stories.shelf import Shelf
from consilience.stories.shifts import Pairs

_HALF, _NOBODY = np.uint64(32), 1 << 32
_AT_ONCE = 1 << 15  # doubtful pairs looked at together: memory
Score = Callable[[int, Numbers], Numbers]
"""Likeness of one report with others, per mille, the same from both sides."""
Meet = Callable[[Numbers, Numbers], NDArray[np.bool_]]
"""Whether reports may be linked with others at all, known before they are compared; for parallel numbers."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a layer compares: keys, who may meet, score, the limits of its pieces, and the size of a bucket's core."""

    keys_of: KeysOf
    meet: Meet
    score: Score
    limits: Limits
    core: int


class Layer:
    """Reports of one shelf, their links and pieces."""

    def __init__(self, shelf: Shelf, rules: Rules) -> None:
        self._rules = rules
        self._buckets = Buckets(rules.keys_of, lambda: shelf.fact("rank"), rules.core)
        self._pieces = Pieces(rules.limits)

    def switch(self, on: Numbers, off: Numbers) -> list[Piece]:
        """Put reports in and take reports out; the pieces that are new, those of all `on` among them."""
        brought = self._buckets.switch(on, off)
        gone = off.tolist()
        touched = on.tolist()
        for number in gone:
            touched += self._pieces.links.leave(number)
        loosened = len(touched) > len(on)
        for begin in range(0, len(brought.doubtful), _AT_ONCE):
            cut = self._pieces.links.cut(*self._parted(brought.doubtful[begin : begin + _AT_ONCE]))
            touched += cut
            loosened = loosened or bool(cut)
        self._buckets.settle()
        touched += self._link(brought.gained)
        return self._pieces.refresh(touched, gone, loosened)

    def renumber(self, new: Numbers) -> None:
        """Give the reports new numbers, in the same order; those whose new number is -1 are no members, and are freed."""
        self._buckets.renumber(new)
        self._pieces.renumber(new)

    def piece(self, number: int) -> Piece:
        """The piece a member is in."""
        return self._pieces.piece(number)

    def _parted(self, doubtful: Pairs) -> tuple[list[int], list[int]]:
        """Those pairs that are linked and that no bucket brings together any more: the lower and the higher numbers."""
        left, right = self._meeting(doubtful)
        linked = self._pieces.links.linked(left, right)
        left, right = left[linked], right[linked]
        parted = ~self._buckets.paired(left, right)
        return left[parted].tolist(), right[parted].tolist()

    def _meeting(self, listed: Pairs) -> tuple[Numbers, Numbers]:
        """The lower and the higher numbers of those pairs that may be linked."""
        left, right = apart(listed)
        kept = self._rules.meet(left, right)
        return left[kept], right[kept]

    def _link(self, gained: Pairs) -> list[int]:
        """Link the pairs that are alike; the numbers whose links changed. The higher number of a pair came last."""
        least = self._rules.limits.levels[0]
        touched = []
        begins = np.flatnonzero(np.diff(gained >> _HALF, prepend=np.uint64(_NOBODY))).tolist()
        for begin, end in zip(begins, [*begins, len(gained)][1:], strict=True):
            listed, newest = self._meeting(gained[begin:end])
            if len(listed):
                one = int(newest[0])
                scores = self._rules.score(one, listed)
                kept = scores >= least
                touched += self._pieces.links.add(one, listed[kept].tolist(), scores[kept].tolist())
        return touched
