"""The cores of overfull buckets: of each its first and its last member by rank, which tell who is inside."""

from __future__ import annotations

import numpy as np

from consilience.stories.runs import Keys, Numbers


class Cores:
    """Rising keys with two report numbers each, sixteen bytes a core."""

    def __init__(self) -> None:
        self._keys: Keys = np.zeros(0, np.uint64)
        self._first, self._last = np.zeros(0, np.int32), np.zeros(0, np.int32)

    def find(self, keys: Keys) -> Numbers:
        """The place of each key's core, -1 where it has none."""
        if not len(self._keys):
            return np.full(len(keys), -1, np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[places] == keys, places, -1)

    def bounds(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The first and the last members of the cores at many places."""
        return self._first[places].astype(np.int64), self._last[places].astype(np.int64)

    def set(self, keys: Keys, first: Numbers, last: Numbers) -> None:
        """Give rising keys new cores by their first and last members; -1 takes the core of a key away."""
        found, made = self.find(keys), first >= 0
        there = found >= 0
        places = found[there & made]
        self._first[places], self._last[places] = first[there & made], last[there & made]
        new, kept = made & ~there, np.ones(len(self._keys), np.bool_)
        kept[found[there & ~made]] = False
        if not new.any() and kept.all():
            return  # most cores stand already: nothing has to be moved for them
        where = np.searchsorted(self._keys[kept], keys[new])
        self._first = np.insert(self._first[kept], where, first[new])
        self._last = np.insert(self._last[kept], where, last[new])
        self._keys = np.insert(self._keys[kept], where, keys[new])

    def renumber(self, new: Numbers) -> None:
        """Give the members new numbers."""
        self._first, self._last = new[self._first].astype(np.int32), new[self._last].astype(np.int32)

    def __len__(self) -> int:
        return len(self._keys)
