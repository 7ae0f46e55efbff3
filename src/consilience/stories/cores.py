"""The cores of overfull buckets: of each its first and its last member by rank, which tell who is inside, and its size."""

from __future__ import annotations

import numpy as np

from consilience.stories.runs import Keys, Numbers


class Cores:
    """Rising keys with two report numbers each and the number of members of the bucket, twenty bytes a core."""

    def __init__(self) -> None:
        self._keys: Keys = np.zeros(0, np.uint64)
        self._first, self._last, self._sizes = (np.zeros(0, np.int32) for _ in range(3))

    def find(self, keys: Keys) -> Numbers:
        """The place of each key's core, -1 where it has none."""
        if not len(self._keys):
            return np.full(len(keys), -1, np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[places] == keys, places, -1)

    def bounds(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The first and the last members of the cores at many places."""
        return self._first[places].astype(np.int64), self._last[places].astype(np.int64)

    def sizes(self, places: Numbers) -> Numbers:
        """How many members the buckets have whose cores stand at some places."""
        return self._sizes[places].astype(np.int64)

    def grow(self, places: Numbers, by: Numbers) -> None:
        """Let buckets have more members or fewer, none of them in their cores; no place may be named twice."""
        self._sizes[places] += by.astype(np.int32)

    def set(self, keys: Keys, first: Numbers, last: Numbers, sizes: Numbers) -> None:
        """Give rising keys new cores by their first and last members; -1 takes the core of a key away."""
        found, made = self.find(keys), first >= 0
        there = found >= 0
        places, new, kept = found[there & made], made & ~there, np.ones(len(self._keys), np.bool_)
        kept[found[there & ~made]] = False
        moved = bool(new.any()) or not kept.all()  # most cores stand already: nothing has to be moved for them
        where = np.searchsorted(self._keys[kept], keys[new]) if moved else places
        for name, values in (("_first", first), ("_last", last), ("_sizes", sizes)):
            held = getattr(self, name)
            held[places] = values[there & made]
            if moved:
                setattr(self, name, np.insert(held[kept], where, values[new]))
        if moved:
            self._keys = np.insert(self._keys[kept], where, keys[new])

    def renumber(self, new: Numbers) -> None:
        """Give the members new numbers."""
        self._first, self._last = new[self._first].astype(np.int32), new[self._last].astype(np.int32)

    def __len__(self) -> int:
        return len(self._keys)
