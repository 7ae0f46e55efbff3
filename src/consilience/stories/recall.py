"""What comparing the members of a piece gave, kept while it may be asked again: a piece mostly grows by a report or two."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from consilience.stories.runs import Numbers

UNKNOWN = -1
_HALF = np.tri(256, k=-1, dtype=np.bool_)


class Matrices:
    """Symmetric matrices over report numbers, as many as fit a number of pairs; the oldest are forgotten.

    One half of each is kept, without the diagonal, which is `UNKNOWN` when it is taken.
    """

    def __init__(self, kind: type[np.signedinteger[Any]], most: int) -> None:
        self._kind, self._most = kind, most
        self._held: dict[int, tuple[Numbers, NDArray[Any]]] = {}
        self._of: dict[int, int] = {}  # the matrix each number is in
        self._next = self._size = 0

    def take(self, members: Numbers) -> NDArray[Any]:
        """What is known of each two members, `UNKNOWN` elsewhere; the matrices it came from are no longer kept."""
        found = np.full((len(members), len(members)), UNKNOWN, self._kind)
        for place in sorted({self._of[number] for number in members.tolist() if number in self._of}):
            known, pairs = self._drop(place)
            held = np.full((len(known), len(known)), UNKNOWN, self._kind)
            held[_half(len(known))] = pairs
            held = np.maximum(held, held.T)
            _, here, there = np.intersect1d(members, known, assume_unique=True, return_indices=True)
            found[np.ix_(here, here)] = held[np.ix_(there, there)]
        return found

    def put(self, members: Numbers, matrix: NDArray[Any]) -> None:
        """Keep what is known of each two members; none of them may be in a matrix that is kept."""
        self._held[self._next] = (members.astype(np.int32), matrix[_half(len(members))].astype(self._kind))
        self._of.update(dict.fromkeys(members.tolist(), self._next))
        self._next += 1
        self._size += len(self._held[self._next - 1][1])
        while self._size > self._most:
            self._drop(next(iter(self._held)))

    def clear(self) -> None:
        """Keep nothing."""
        self._held.clear()
        self._of.clear()
        self._size = 0

    def _drop(self, place: int) -> tuple[Numbers, NDArray[Any]]:
        members, pairs = self._held.pop(place)
        self._size -= len(pairs)
        for number in members.tolist():
            del self._of[number]
        return members, pairs


def _half(size: int) -> NDArray[np.bool_]:
    """The places of one half of a matrix."""
    return _HALF[:size, :size] if size <= len(_HALF) else np.tri(size, k=-1, dtype=np.bool_)
