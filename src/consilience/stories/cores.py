"""The cores of overfull buckets: of each its first and its last member by rank, which tell who is inside."""

from __future__ import annotations

from collections.abc import Sequence

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

    def set(self, keys: Keys, cores: Sequence[Numbers | None]) -> None:
        """Give rising keys new cores, members by rank; None takes the core of a key away."""
        if not len(keys):
            return
        found, kept = self.find(keys), np.ones(len(self._keys), np.bool_)
        made: list[tuple[int, Numbers]] = []
        for number, (place, core) in enumerate(zip(found.tolist(), cores, strict=True)):
            if core is None:
                kept[place : place + 1] = place < 0
            elif place < 0:
                made.append((number, core))
            else:
                self._first[place], self._last[place] = core[0], core[-1]
        if not made and kept.all():
            return  # most cores stand already: nothing has to be moved for them
        new = keys[[number for number, _ in made]]
        first, last = np.array([(core[0], core[-1]) for _, core in made], np.int32).reshape(-1, 2).T
        where = np.searchsorted(self._keys[kept], new)
        self._first = np.insert(self._first[kept], where, first)
        self._last = np.insert(self._last[kept], where, last)
        self._keys = np.insert(self._keys[kept], where, new)

    def renumber(self, new: Numbers) -> None:
        """Give the members new numbers."""
        self._first, self._last = new[self._first].astype(np.int32), new[self._last].astype(np.int32)

    def __len__(self) -> int:
        return len(self._keys)
