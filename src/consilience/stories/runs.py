"""Which report numbers stand under which key, as a compact multimap: eight bytes an entry in sorted runs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]

_NUMBER = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_TIER = 4  # a run is merged into the one before it when that is at most so many times as long
_LONGEST = 1 << 22  # entries; longer runs are left as they are, so that merging takes little memory


class Runs:
    """A multimap from keys (below 2**32) to report numbers (the same) that grows by merging sorted runs.

    The runs get longer by a fixed ratio, so that each entry is moved a few times however many there are.
    """

    def __init__(self) -> None:
        self._runs: list[Keys] = []

    def insert(self, keys: Keys, numbers: Numbers) -> None:
        """Add entries; `keys` and `numbers` are parallel, and no entry may stand here already."""
        if not len(keys):
            return
        added = np.sort((keys << _HALF) | numbers.astype(np.uint64))
        while self._runs and len(self._runs[-1]) <= min(_TIER * len(added), _LONGEST):
            added = np.sort(np.concatenate((self._runs.pop(), added)), kind="stable")
        self._runs.append(added)

    def find(self, keys: Keys) -> tuple[Numbers, Numbers]:
        """The entries under rising `keys`: for each the position of its key in `keys`, and its number; sorted by both."""
        found = [_slices(run, keys) for run in self._runs]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        owners = np.concatenate([owner for owner, _ in found])
        numbers = np.concatenate([number for _, number in found])
        order = np.lexsort((numbers, owners))
        return owners[order], numbers[order]

    def keep(self, present: NDArray[np.bool_]) -> None:
        """Drop the entries of numbers that are not present."""
        self._runs = [run[present[(run & _NUMBER).astype(np.int64)]] for run in self._runs]

    def renumber(self, new: Numbers) -> None:
        """Drop the entries of numbers whose new number is -1 and give the others theirs, which keep their order."""
        self.keep(new >= 0)
        self._runs = [run & ~_NUMBER | new[(run & _NUMBER).astype(np.int64)].astype(np.uint64) for run in self._runs]

    def __len__(self) -> int:
        return sum(map(len, self._runs))


def _slices(run: Keys, keys: Keys) -> tuple[Numbers, Numbers]:
    begins = np.searchsorted(run, keys << _HALF)
    ends = np.searchsorted(run, (keys << _HALF) | _NUMBER, side="right")
    sizes = ends - begins
    owners = np.repeat(np.arange(len(keys)), sizes)
    places = np.arange(int(sizes.sum())) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
    return owners, (run[places] & _NUMBER).astype(np.int64)
