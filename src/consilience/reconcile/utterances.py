"""Which quotations are wordings of one utterance: told by meaning as far as it stands out from the rest of the story.

Inside one story all quotations are about the same matter, so the plain likeness of two vectors says little. Three measures
are averaged: the plain likeness; that with seven tenths of the story's mean taken out; and whether the two are alike to the
same others of the story.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from consilience.wording import Whole, cosines, vector

_SAMPLE = 256  # quotations that stand for the rest of the story
_LEAST = 6  # quotations of a story below which nothing can stand out
_SHARED_OUT = 7  # tenths
Key = tuple[str, str]


class Meanings:
    """The vectors of a story's quotations, by report and statement."""

    def __init__(self, vectors: Mapping[Key, bytes]) -> None:
        self._rows = {key: at for at, key in enumerate(sorted(vectors))}
        listed = [vector(vectors[key]) for key in self._rows]
        self._vectors: Whole = np.stack(listed) if listed else np.zeros((0, 1), np.int64)
        step = max(1, len(listed) // _SAMPLE)
        sample = self._vectors[::step]
        count = max(1, len(sample))
        self._apart: Whole = 10 * count * self._vectors - _SHARED_OUT * sample.sum(0)
        alike = cosines(self._vectors, sample)
        self._profiles: Whole = count * alike - alike.sum(1)[:, None]

    def likeness(self, left: Key, right: Key) -> int | None:
        """Per mille; None where one has no vector or the story holds too few quotations."""
        a, b = self._rows.get(left), self._rows.get(right)
        if a is None or b is None or len(self._rows) < _LEAST:
            return None
        measures = (self._vectors, self._apart, self._profiles)
        return sum(int(cosines(m[a : a + 1], m[b : b + 1])[0, 0]) for m in measures) // 3
