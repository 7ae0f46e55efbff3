"""Buckets: reports that share a candidate key. Which pairs a bucket brings together depends on its members alone.

In a small bucket every two are a pair. In an overfull one, which a flood or a common word makes, every two of its core are
(the members of lowest rank), and every other member with the first of the core. A rank is a hash of the report's id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.stories.columns import Column
from consilience.stories.cores import Cores
from consilience.stories.runs import Keys, Numbers, Runs, distinct, spread
from consilience.stories.shifts import Entries, Pairs, pairs, shifted

KeysOf = Callable[[Numbers], tuple[Numbers, Keys]]
"""The keys of reports: the position of each key's report, and the keys, rising within a report and without doubles."""
_HALF = np.uint64(32)
_FEW_LEFT, _MUCH = 500, 10  # who left keeps entries up to so many, or one in so many of all reports
_AT_ONCE, _MANY = 1 << 12, 1 << 19  # keys looked up at once, and pairs held before doubles are taken out: memory
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
        self._cores = Cores()
        self._left = 0  # reports that are no members any more and still have entries

    def switch(self, on: Numbers, off: Numbers) -> Brought:
        """Make reports members or take them out; `on` are no members yet, `off` are."""
        changed = np.concatenate((on, off))
        self._reach(int(changed.max(initial=-1)) + 1)
        owners, keys = self._keys_of(changed)
        entered = np.repeat([True, False], [len(on), len(off)])[owners] & ~self._present.values[changed[owners]]
        self._left += len(off) - int(self._present.values[on].sum())
        self._runs.insert(keys[entered], changed[owners[entered]])
        self._present.values[on] = True
        gained, rest = self._beyond_cores(keys, changed[owners], owners >= len(on))
        was = self._live.values.copy()
        self._live.values[on], self._live.values[off] = True, False
        doubtful: list[Pairs] = []
        rising = distinct(rest)
        for begin in range(0, len(rising), _AT_ONCE):
            brought = self._changed(rising[begin : begin + _AT_ONCE], was)
            gained.append(brought.gained)
            doubtful.append(brought.doubtful)
            if sum(map(len, gained)) > _MANY:
                gained = [_unique(gained)]
        return Brought(_unique(gained), _unique(doubtful))

    def paired(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """For parallel numbers of members whether some bucket brings them together."""
        found = np.zeros(len(left), np.bool_)
        for begin in range(0, len(left), _AT_ONCE):
            some = slice(begin, begin + _AT_ONCE)
            found[some] = self._brought(left[some], right[some])
        return found

    def _brought(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        numbers = np.unique(np.concatenate((left, right)))
        owners, keys = self._keys_of(numbers)
        held = owners.astype(np.uint64) << _HALF | keys
        begins = np.searchsorted(owners, np.arange(len(numbers) + 1))
        mine, theirs = np.searchsorted(numbers, left), np.searchsorted(numbers, right)
        pair, places = spread(begins[mine], begins[mine + 1])
        wanted = theirs[pair].astype(np.uint64) << _HALF | keys[places]
        shared = held[np.minimum(np.searchsorted(held, wanted), len(held) - 1)] == wanted
        pair, keys = pair[shared], keys[places[shared]]
        joined = self._joins(self._cores.find(keys), left[pair], right[pair])
        return np.bincount(pair[joined], minlength=len(left)) > 0

    def settle(self) -> None:
        """Forget the entries of those that left as soon as they are many."""
        if self._left > _FEW_LEFT and _MUCH * self._left > len(self._live):
            self._runs.keep(self._live.values)
            self._present.values[:] = self._live.values
            self._left = 0

    def renumber(self, new: Numbers) -> None:
        """Give the reports new numbers, in the same order, and forget the entries of those that are no members."""
        size = min(len(new), len(self._live))
        members = np.where(self._live.values[:size], new[:size], -1)
        self._runs.renumber(members)
        self._cores.renumber(new)
        self._live.keep(np.flatnonzero(new[:size] >= 0))
        self._present.keep(np.arange(len(self._live)))
        self._present.values[:] = self._live.values
        self._left = 0

    def _reach(self, size: int) -> None:
        for column in (self._live, self._present):
            column.extend(np.zeros(max(0, size - len(column)), np.bool_))

    def _joins(self, places: Numbers, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """Whether buckets bring two members together, by the places of their cores; -1 is for a small bucket."""
        joined = places < 0
        full = np.flatnonzero(~joined)
        left, right, ranks = left[full], right[full], self._ranks()
        first, last = self._cores.bounds(places[full])
        inside = [(ranks[n] < ranks[last]) | ((ranks[n] == ranks[last]) & (n <= last)) for n in (left, right)]
        joined[full] = (first == left) | (first == right) | (inside[0] & inside[1])
        return joined

    def _beyond_cores(self, keys: Keys, numbers: Numbers, leaving: NDArray[np.bool_]) -> tuple[list[Pairs], Keys]:
        """Pairs of new members with the first of a core that they do not reach, and the keys left to look at.

        This is what keeps a flood cheap: where none of those that come or leave is in the core, and the bucket stays
        overfull, none of the other members has to be looked up. Who leaves is nobody's pair any more.
        """
        if not len(self._cores):
            return [], keys
        places = self._cores.find(keys)
        full = np.flatnonzero(places >= 0)
        touched, at = np.unique(places[full], return_inverse=True)
        numbers, leaving = numbers[full], leaving[full]
        first, last = self._cores.bounds(places[full])
        ranks = self._ranks()
        inside = np.bincount(at[ranks[numbers] <= ranks[last]], minlength=len(touched)) > 0
        change = np.bincount(at, minlength=len(touched)) - 2 * np.bincount(at[leaving], minlength=len(touched))
        settled = ~inside & (self._cores.sizes(touched) + change > self._core)
        self._cores.grow(touched[settled], change[settled])
        looked = np.ones(len(keys), np.bool_)
        looked[full] = ~settled[at]
        met = settled[at] & ~leaving
        return [pairs(first[met], numbers[met])], keys[looked]

    def _changed(self, keys: Keys, was: NDArray[np.bool_]) -> Brought:
        live = self._live.values
        owners, numbers = self._runs.find(keys)
        kept = live[numbers] | was[numbers]
        owners, numbers = owners[kept], numbers[kept]
        large = np.bincount(owners, minlength=len(keys)) > self._core
        small = ~large[owners]
        gained = _small(owners[small], numbers[small], live, was)
        overfull = np.flatnonzero(large)
        if not len(overfull):
            return Brought(gained, NO_PAIRS)
        owners, numbers = np.searchsorted(overfull, owners[~small]), numbers[~small]
        ranks = self._ranks()[numbers]
        entries = Entries(owners, numbers, was[numbers], live[numbers])
        looked = self._at_cores(keys[overfull], entries, ranks)
        beyond = np.bincount(owners[~looked], minlength=len(overfull))
        order = np.lexsort((ranks[looked], owners[looked]))
        found = shifted(entries.some(np.flatnonzero(looked)[order]), beyond, self._core)
        self._cores.set(keys[overfull], found.first, found.last, found.sizes)
        return Brought(distinct(np.concatenate((gained, found.gained))), found.doubtful)

    def _at_cores(self, keys: Keys, entries: Entries, ranks: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Those entries of buckets that have to be looked at: all, but where a core only takes in new members behind its
        first, what it had, and who came or left.
        """
        if not len(self._cores):
            return np.ones(len(ranks), np.bool_)
        places = self._cores.find(keys)
        first, last = self._cores.bounds(places)
        edge = self._ranks()[np.maximum(last, 0)][entries.buckets]
        inside = (ranks < edge) | ((ranks == edge) & (entries.numbers <= last[entries.buckets]))
        came, went = entries.live & ~entries.was, entries.was & ~entries.live
        moved = (went & inside) | (came & (ranks <= self._ranks()[np.maximum(first, 0)][entries.buckets]))
        whole = (places < 0) | (np.bincount(entries.buckets[moved], minlength=len(keys)) > 0)
        whole |= np.bincount(entries.buckets[entries.live], minlength=len(keys)) <= self._core
        looked: NDArray[np.bool_] = whole[entries.buckets] | inside | came | went
        return looked


def apart(listed: Pairs) -> tuple[Numbers, Numbers]:
    """The lower and the higher numbers of pairs."""
    return (listed & np.uint64(0xFFFFFFFF)).astype(np.int64), (listed >> _HALF).astype(np.int64)


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
    return distinct(pairs(left, right))


def _unique(listed: list[Pairs]) -> Pairs:
    return distinct(np.concatenate(listed)) if listed else NO_PAIRS
