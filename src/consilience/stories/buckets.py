"""Buckets: reports that share a candidate key. Which pairs a bucket brings together depends on its members alone.

In a small bucket every two are a pair. In an overfull one, which a flood or a common word makes, every two of its core are
(the members of lowest rank), and every other member with the first of the core. A rank is a hash of the report's id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.stories.runs import Keys, Runs
from consilience.stories.shelf import Column, Numbers

Pairs = NDArray[np.uint64]
"""Pairs of report numbers, the lower one in the upper half."""
KeysOf = Callable[[Numbers], tuple[Numbers, Keys]]
"""The keys of reports: the position of each key's report, and the keys, rising within a report and without doubles."""
_HALF = np.uint64(32)
NO_PAIRS: Pairs = np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a change of the members did: pairs that are new, and pairs that one bucket no longer brings together."""

    gained: Pairs
    doubtful: Pairs


class Buckets:
    """The members of every key, and the cores of the overfull ones."""

    def __init__(self, keys_of: KeysOf, ranks: Callable[[], NDArray[np.uint64]], core: int) -> None:
        self._keys_of = keys_of
        self._ranks = ranks
        self._core = core
        self._runs = Runs()
        self._live, self._present = Column(np.bool_), Column(np.bool_)
        self._cores: dict[int, Numbers] = {}
        self._asked: dict[int, frozenset[int]] = {}  # keys looked up since the last change

    def switch(self, on: Numbers, off: Numbers) -> Brought:
        """Make reports members or take them out; `on` are no members yet, `off` are."""
        self._asked.clear()
        changed = np.concatenate((on, off))
        self._reach(int(changed.max(initial=-1)) + 1)
        owners, keys = self._keys_of(changed)
        entered = np.repeat([True, False], [len(on), len(off)])[owners] & ~self._present.values[changed[owners]]
        self._runs.insert(keys[entered], changed[owners[entered]])
        self._present.values[on] = True
        gained, rest = self._beyond_cores(keys, changed[owners], bool(len(off)))
        was = self._live.values.copy()
        self._live.values[on], self._live.values[off] = True, False
        brought = self._changed(_distinct(rest), was)
        return Brought(_unique([*gained, brought.gained]), brought.doubtful)

    def paired(self, left: int, right: int) -> bool:
        """Whether some bucket brings two members together."""
        shared = self._keys(left) & self._keys(right)
        return any(self._joins(self._cores.get(key), left, right) for key in sorted(shared))

    def _keys(self, number: int) -> frozenset[int]:
        held = self._asked.get(number)
        if held is None:
            held = self._asked[number] = frozenset(self._keys_of(np.array([number], np.int64))[1].tolist())
        return held

    def compact(self) -> None:
        """Forget the entries of reports that are no members."""
        self._runs.keep(self._live.values)
        self._present.values[:] = self._live.values

    def _reach(self, size: int) -> None:
        for column in (self._live, self._present):
            column.extend(np.zeros(max(0, size - len(column)), np.bool_))

    def _joins(self, core: Numbers | None, left: int, right: int) -> bool:
        if core is None:
            return True
        inside = (left in core, right in core)
        return all(inside) or (any(inside) and int(core[0]) in (left, right))

    def _beyond_cores(self, keys: Keys, numbers: Numbers, leaving: bool) -> tuple[list[Pairs], Keys]:
        """Pairs of new members with the first of a core that they do not reach, and the keys left to look at.

        This is what keeps a flood cheap: none of the other members has to be looked up.
        """
        if leaving or not self._cores:
            return [], keys
        full = np.array([key in self._cores for key in keys.tolist()], np.bool_)
        entering: dict[int, list[int]] = {}
        for key, number in zip(keys[full].tolist(), numbers[full].tolist(), strict=True):
            entering.setdefault(key, []).append(number)
        ranks = self._ranks()
        gained, reached = [], []
        for key, listed in entering.items():
            core, new = self._cores[key], np.array(listed, np.int64)
            if ranks[new].min() > ranks[core[-1]]:
                gained.append(pairs(np.full(len(new), core[0]), new))
            else:
                reached.append(key)
        return gained, np.concatenate((keys[~full], np.array(reached, np.uint64)))

    def _changed(self, keys: Keys, was: NDArray[np.bool_]) -> Brought:
        live = self._live.values
        owners, numbers = self._runs.find(keys)
        kept = live[numbers] | was[numbers]
        owners, numbers = owners[kept], numbers[kept]
        large = np.bincount(owners, minlength=len(keys)) > self._core
        small = ~large[owners]
        gained, doubtful = [_small(owners[small], numbers[small], live, was)], []
        for place in np.flatnonzero(large).tolist():
            begin, end = np.searchsorted(owners, [place, place + 1])
            members = numbers[begin:end]
            new, lost = self._overfull(int(keys[place]), members, live[members], was[members])
            gained.append(new)
            doubtful.append(lost)
        return Brought(_unique(gained), _unique(doubtful))

    def _overfull(
        self, key: int, members: Numbers, live: NDArray[np.bool_], was: NDArray[np.bool_]
    ) -> tuple[Pairs, Pairs]:
        """The pairs that one bucket gained and lost; it has more entries than a core."""
        old, new = self._cores.get(key), self._pick(members[live])
        if new is None:
            self._cores.pop(key, None)
        else:
            self._cores[key] = new
        before, after = self._bring(members[was], old), self._bring(members[live], new)
        return np.setdiff1d(after, before, assume_unique=True), np.setdiff1d(before, after, assume_unique=True)

    def _pick(self, members: Numbers) -> Numbers | None:
        """The core of an overfull bucket by rank, else None."""
        if len(members) <= self._core:
            return None
        ranks = self._ranks()[members]
        chosen: Numbers = members[np.argsort(ranks, kind="stable")[: self._core]]
        return chosen

    def _bring(self, members: Numbers, core: Numbers | None) -> Pairs:
        if core is None:
            return _each(members, members)
        others = np.setdiff1d(members, core, assume_unique=True)
        return np.concatenate((_each(core, core), pairs(np.full(len(others), core[0]), others)))


def pairs(left: Numbers, right: Numbers) -> Pairs:
    """Two parallel arrays of numbers as pairs."""
    low, high = np.minimum(left, right).astype(np.uint64), np.maximum(left, right).astype(np.uint64)
    found: Pairs = low << _HALF | high
    return found


def apart(listed: Pairs) -> tuple[Numbers, Numbers]:
    """The lower and the higher numbers of pairs."""
    return (listed >> _HALF).astype(np.int64), (listed & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _each(left: Numbers, right: Numbers) -> Pairs:
    first, second = np.repeat(left, len(right)), np.tile(right, len(left))
    kept = first < second
    return pairs(first[kept], second[kept])


def _small(owners: Numbers, numbers: Numbers, live: NDArray[np.bool_], was: NDArray[np.bool_]) -> Pairs:
    """Every two members of a bucket of which one is new."""
    kept = live[numbers]
    owners, numbers = owners[kept], numbers[kept]
    sizes = np.bincount(owners) if len(owners) else np.zeros(0, np.int64)
    begins = np.cumsum(sizes) - sizes
    fresh = np.flatnonzero(~was[numbers])
    each = sizes[owners[fresh]]
    left = np.repeat(numbers[fresh], each)
    starts = np.repeat(begins[owners[fresh]] - np.cumsum(each) + each, each)
    right = numbers[np.arange(int(each.sum())) + starts]
    return _distinct(pairs(left[left != right], right[left != right]))


def _unique(listed: list[Pairs]) -> Pairs:
    return _distinct(np.concatenate(listed)) if listed else NO_PAIRS


def _distinct(listed: Pairs) -> Pairs:
    """Sorted, each once; sorting is several times as fast as hashing here."""
    ordered = np.sort(listed)
    kept = np.ones(len(ordered), np.bool_)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]
