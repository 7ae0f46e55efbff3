"""Which report numbers stand under which key, as a compact multimap: six bytes an entry in sorted runs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_Run = tuple[NDArray[np.uint32], NDArray[np.uint16]]
"""The low bits of the key and the high bits of the number, rising; the low bits of the number."""

_NUMBER = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_TIER = 4  # a run is merged into the one before it when that is at most so many times as long
_FRESH = 1 << 17  # entries that are kept as they came, eight bytes each, before they are dealt to the shards
_SHARDS, _SHARD_BITS = 256, np.uint64(24)  # by the high bits of the key
_LOW_KEY, _BYTE, _LOW = np.uint64((1 << 24) - 1), np.uint64(8), np.uint64(16)
_LOW_NUMBER, _LOW_ENTRY = np.uint64((1 << 16) - 1), np.uint64((1 << 56) - 1)
MOST_NUMBERS = 1 << 24


class Runs:
    """A multimap from keys (below 2**32) to report numbers (below `MOST_NUMBERS`) that grows by merging sorted runs.

    What is new stands in runs of its own; what is older in shards, each of which takes little memory to merge. The runs of
    a shard get longer by a fixed ratio, so that each entry is moved a few times however many there are.
    """

    def __init__(self) -> None:
        self._fresh: list[Keys] = []
        self._shards: list[list[_Run]] = [[] for _ in range(_SHARDS)]

    def insert(self, keys: Keys, numbers: Numbers) -> None:
        """Add entries; `keys` and `numbers` are parallel, and no entry may stand here already.

        Raises OverflowError for a number beyond `MOST_NUMBERS`.
        """
        if not len(keys):
            return
        if int(numbers.max()) >= MOST_NUMBERS:
            raise OverflowError(f"an index numbers at most {MOST_NUMBERS} reports")
        added = np.sort((keys << _HALF) | numbers.astype(np.uint64))
        while self._fresh and len(self._fresh[-1]) <= _TIER * len(added):
            added = np.sort(np.concatenate((self._fresh.pop(), added)), kind="stable")
        if len(added) <= _FRESH:
            self._fresh.append(added)
        else:
            self._deal(added)

    def find(self, keys: Keys) -> tuple[Numbers, Numbers]:
        """The entries under rising `keys`: for each the position of its key in `keys`, and its number; sorted by both."""
        found = [_slices(run, keys) for run in self._fresh]
        ends = np.searchsorted(keys, np.arange(_SHARDS + 1, dtype=np.uint64) << _SHARD_BITS).tolist()
        for shard, begin, end in zip(self._shards, ends, ends[1:], strict=False):
            if begin < end:
                low = ((keys[begin:end] & _LOW_KEY) << _BYTE).astype(np.uint32)
                found += [_old_slices(run, low, begin) for run in shard]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        owners = np.concatenate([owner for owner, _ in found])
        numbers = np.concatenate([number for _, number in found])
        order = np.argsort(owners << 24 | numbers, kind="stable")
        return owners[order], numbers[order]

    def keep(self, present: NDArray[np.bool_]) -> None:
        """Drop the entries of numbers that are not present."""
        self.renumber(np.where(present, np.arange(len(present)), -1))

    def renumber(self, new: Numbers) -> None:
        """Drop the entries of numbers whose new number is -1 and give the others theirs, which keep their order."""
        self._fresh = [_renumbered(run, new) for run in self._fresh]
        for place, shard in enumerate(self._shards):
            self._shards[place] = [_narrow(_renumbered(_wide(run), new)) for run in shard]

    def __len__(self) -> int:
        return sum(map(len, self._fresh)) + sum(len(low) for shard in self._shards for _, low in shard)

    def _deal(self, added: Keys) -> None:
        """Put sorted entries into the shards of their keys."""
        edges = np.arange(1, _SHARDS, dtype=np.uint64) << (_SHARD_BITS + _HALF)
        for shard, part in zip(self._shards, np.split(added, np.searchsorted(added, edges)), strict=True):
            merged = part
            while shard and len(shard[-1][1]) <= _TIER * len(merged):
                # The high bits of all keys of a shard are the same, so that they may be left out while it is merged.
                merged = np.sort(np.concatenate((_wide(shard.pop()), merged & _LOW_ENTRY)), kind="stable")
            if len(merged):
                shard.append(_narrow(merged))


def _wide(run: _Run) -> Keys:
    """Key in the upper half, without its high bits, and number in the lower."""
    high = run[0].astype(np.uint64)
    return (high >> _BYTE) << _HALF | (high & np.uint64(255)) << _LOW | run[1]


def _narrow(wide: Keys) -> _Run:
    number = wide & _NUMBER
    high = (wide >> _HALF & _LOW_KEY) << _BYTE | number >> _LOW
    return high.astype(np.uint32), (number & _LOW_NUMBER).astype(np.uint16)


def _renumbered(run: Keys, new: Numbers) -> Keys:
    numbers = new[(run & _NUMBER).astype(np.int64)]
    kept = numbers >= 0
    result: Keys = run[kept] & ~_NUMBER | numbers[kept].astype(np.uint64)
    return result


def _slices(run: Keys, keys: Keys) -> tuple[Numbers, Numbers]:
    begins = np.searchsorted(run, keys << _HALF)
    owners, places = spread(begins, np.searchsorted(run, (keys << _HALF) | _NUMBER, side="right"))
    return owners, (run[places] & _NUMBER).astype(np.int64)


def _old_slices(run: _Run, low: NDArray[np.uint32], first: int) -> tuple[Numbers, Numbers]:
    high, numbers = run
    begins = np.searchsorted(high, low)
    owners, places = spread(begins, np.searchsorted(high, low | np.uint32(255), side="right"))
    return owners + first, (high[places] & np.uint32(255)).astype(np.int64) << 16 | numbers[places]


def spread(begins: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """All places of many ranges, each with the number of its range."""
    sizes = ends - begins
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return owners, np.arange(len(owners)) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)


def distinct(listed: Keys) -> Keys:
    """Sorted, each once; sorting is several times as fast as hashing here."""
    ordered = np.sort(listed)
    kept = np.ones(len(ordered), np.bool_)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]
