"""Which report numbers stand under which key, as a compact multimap: little more than five bytes an entry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_NUMBER = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_TIER = 4  # a run is merged into the one before it when that is at most so many times as long
_FRESH = 1 << 17  # entries that are kept as they came, eight bytes each, before they are dealt to the shards
_SHARDS, _SHARD_BITS = 256, np.uint64(24)  # by the high bits of the key
_KEY_BITS, _HELD_BITS = 24, 16  # of a key, the bits that a shard leaves open, and those of them that an entry holds
_LOW_KEY, _LOW_ENTRY = np.uint64((1 << 24) - 1), np.uint64((1 << 56) - 1)
_SLOT = 16  # entries of a run that stand in one slot, more or less
MOST_NUMBERS = 1 << 24


@dataclass(frozen=True, slots=True)
class _Run:
    """Sorted entries of one shard: the low bits of each key, and the number, as its low bits and its high ones.

    `starts` says where the slots begin, as many as the first `slot_bits` bits of a key can tell apart.
    """

    keys: NDArray[np.uint16]
    low: NDArray[np.uint16]
    high: NDArray[np.uint8]
    starts: NDArray[np.uint32]
    slot_bits: int

    def __len__(self) -> int:
        return len(self.keys)


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
                low = (keys[begin:end] & _LOW_KEY).astype(np.int64)
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
        return sum(map(len, self._fresh)) + sum(len(run) for shard in self._shards for run in shard)

    def _deal(self, added: Keys) -> None:
        """Put sorted entries into the shards of their keys."""
        edges = np.arange(1, _SHARDS, dtype=np.uint64) << (_SHARD_BITS + _HALF)
        for shard, part in zip(self._shards, np.split(added, np.searchsorted(added, edges)), strict=True):
            merged = part
            while shard and len(shard[-1]) <= _TIER * len(merged):
                # The high bits of all keys of a shard are the same, so that they may be left out while it is merged.
                merged = np.sort(np.concatenate((_wide(shard.pop()), merged & _LOW_ENTRY)), kind="stable")
            if len(merged):
                shard.append(_narrow(merged))


def _wide(run: _Run) -> Keys:
    """Key in the upper half, without its high bits, and number in the lower."""
    slots = np.arange(len(run.starts) - 1, dtype=np.uint64) >> np.uint64(run.slot_bits - _KEY_BITS + _HELD_BITS)
    keys = np.repeat(slots, np.diff(run.starts)) << np.uint64(_HELD_BITS) | run.keys
    return keys << _HALF | run.high.astype(np.uint64) << np.uint64(16) | run.low


def _narrow(entries: Keys) -> _Run:
    wide = entries & _LOW_ENTRY
    bits = min(_KEY_BITS, max(_KEY_BITS - _HELD_BITS, (len(wide) // _SLOT).bit_length()))
    edges = np.arange((1 << bits) + 1, dtype=np.uint64) << (_HALF + np.uint64(_KEY_BITS - bits))
    starts = np.searchsorted(wide, edges).astype(np.uint32)
    number = (wide & _NUMBER).astype(np.uint32)
    high = (number >> np.uint32(16)).astype(np.uint8)
    return _Run((wide >> _HALF).astype(np.uint16), number.astype(np.uint16), high, starts, bits)


def _renumbered(run: Keys, new: Numbers) -> Keys:
    numbers = new[(run & _NUMBER).astype(np.int64)]
    kept = numbers >= 0
    result: Keys = run[kept] & ~_NUMBER | numbers[kept].astype(np.uint64)
    return result


def _slices(run: Keys, keys: Keys) -> tuple[Numbers, Numbers]:
    begins = np.searchsorted(run, keys << _HALF)
    owners, places = spread(begins, np.searchsorted(run, (keys << _HALF) | _NUMBER, side="right"))
    return owners, (run[places] & _NUMBER).astype(np.int64)


def _old_slices(run: _Run, keys: Numbers, first: int) -> tuple[Numbers, Numbers]:
    slots = keys >> _KEY_BITS - run.slot_bits
    owners, places = spread(run.starts[slots].astype(np.int64), run.starts[slots + 1].astype(np.int64))
    same = np.flatnonzero(run.keys[places] == keys.astype(np.uint16)[owners])
    places = places[same]
    return owners[same] + first, run.high[places].astype(np.int64) << 16 | run.low[places]


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
