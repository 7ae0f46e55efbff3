"""How alike two clauses are for this story: beside all others, since all of a story is about the same matter.

A plain cosine calls any two clauses of one story alike. The mean of the story is taken out of each vector, and two
clauses are compared by how alike they are to the same others. All sums are of whole numbers, so that the order of adding
changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from consilience.claims.clauses import Clause

_SHARE = 7  # tenths of the story's mean that are taken out
_LANDMARKS = 1200  # clauses that all others are compared with
_WIDTH = 384


class Likeness:
    """The likeness of a story's clauses, per mille; a clause without a vector is like none."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        rows = np.array([_row(c.proposition.vector) for c in clauses], dtype=np.float64).reshape(-1, _WIDTH)
        mean = np.rint(rows.mean(axis=0)) if len(rows) else np.zeros(_WIDTH)
        self._rows = 10 * rows - _SHARE * mean
        self._rows[~rows.any(axis=1)] = 0
        self._sizes = (self._rows * self._rows).sum(axis=1)
        self._profiles = self._profiled()

    def _profiled(self) -> NDArray[np.float32]:
        """For each clause its likeness to evenly chosen ones as a row of whole numbers with its mean taken out."""
        step = max(1, -(-len(self._rows) // _LANDMARKS))
        marks = slice(0, None, step)
        products = self._rows @ self._rows[marks].T
        sizes = np.sqrt(np.maximum(1.0, self._sizes[:, None] * self._sizes[None, marks]))
        profile = np.rint(1000 * products / sizes)
        profile -= np.rint(profile.mean(axis=1, keepdims=True)) if profile.shape[1] else 0
        rows: NDArray[np.float32] = profile.astype(np.float32)
        return rows

    def of(self, left: int, right: int) -> int:
        """The likeness of two clauses by their positions: the mean of the plain one and that of their profiles."""
        product, sizes = float(self._rows[left] @ self._rows[right]), float(self._sizes[left] * self._sizes[right])
        a, b = self._profiles[left].astype(np.float64), self._profiles[right].astype(np.float64)
        spread = float(a @ a) * float(b @ b)
        if sizes <= 0 or spread <= 0:
            return 0
        return int(500 * product / sizes**0.5 + 500 * float(a @ b) / spread**0.5)


def _row(vector: bytes) -> NDArray[np.float64]:
    if len(vector) != _WIDTH:
        return np.zeros(_WIDTH)
    return np.frombuffer(vector, np.int8).astype(np.float64)
