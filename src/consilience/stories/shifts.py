"""What a change of members does in overfull buckets, many at once: pairs that came and that may have gone, and the cores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.stories.runs import Numbers, distinct, spread

Pairs = NDArray[np.uint64]
"""Pairs of report numbers, the higher one in the upper half: sorted, those of one newcomer stand together."""
Flags = NDArray[np.bool_]
_HALF = np.uint64(32)
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Shift:
    """Pairs that are new and pairs that may be none any more; for each bucket the ends of its core, and how many are in it.

    `NOBODY` is first and last where a bucket has no core any more.
    """

    gained: Pairs
    doubtful: Pairs
    first: Numbers
    last: Numbers
    sizes: Numbers


@dataclass(frozen=True, slots=True)
class Entries:
    """Who is in which bucket, by bucket (0 and up) and rank, and who was there before the change and is there now."""

    buckets: Numbers
    numbers: Numbers
    was: Flags
    live: Flags

    def some(self, places: Numbers) -> Entries:
        """The entries at some places, in their order."""
        return Entries(self.buckets[places], self.numbers[places], self.was[places], self.live[places])


def shifted(entries: Entries, beyond: Numbers, size: int) -> Shift:
    """What a change does in buckets that were or are overfull, with cores of `size`.

    `beyond` says how many members of each bucket are left out of the entries; where there are any, the first of its core
    stays, its core loses only who is pushed out, and it stays overfull.

    No pair is left out; some that were there before are given as gained, and some that still are as doubtful.
    """
    before, after = (_Side.of(entries, inside, beyond, size) for inside in (entries.was, entries.live))
    gained = _across(entries, after.core & ~before.core, after.core)
    doubtful = _across(entries, before.core & ~after.core, before.core)
    full, was_full = after.sizes > size, before.sizes > size
    # Who is first now was so before, or was paired with all of a bucket that had no core.
    paired = np.where(was_full, after.first == before.first, entries.was[np.maximum(after.first, 0)])
    met = entries.live & ~(entries.was & paired[entries.buckets])
    gained += _with_first(entries, after.first, met & full[entries.buckets])
    left = was_full & (~full | (after.first != before.first))
    doubtful += _with_first(entries, before.first, entries.was & left[entries.buckets])
    first = np.where(full, entries.numbers[np.maximum(after.first, 0)], NOBODY)
    last = np.where(full, entries.numbers[np.maximum(after.last, 0)], NOBODY)
    return Shift(distinct(np.concatenate(gained)), distinct(np.concatenate(doubtful)), first, last, after.sizes)


@dataclass(frozen=True, slots=True)
class _Side:
    """Buckets before or after the change: how many are in each, who is in its core, and places of its first and last."""

    sizes: Numbers
    core: Flags
    first: Numbers
    last: Numbers

    @classmethod
    def of(cls, entries: Entries, inside: Flags, beyond: Numbers, size: int) -> _Side:
        sizes = np.bincount(entries.buckets[inside], minlength=len(beyond))
        places = np.flatnonzero(inside)
        begins = np.cumsum(sizes) - sizes
        core = np.zeros(len(inside), np.bool_)
        core[places[np.arange(len(places)) - begins[entries.buckets[places]] < size]] = True
        held = np.append(places, NOBODY)  # where the last buckets are empty
        first = np.where(sizes > 0, held[np.minimum(begins, len(places))], NOBODY)
        last = np.where(sizes > 0, held[begins + np.minimum(sizes, size) - 1], NOBODY)
        return cls(sizes + beyond, core, first, last)


def pairs(left: Numbers, right: Numbers) -> Pairs:
    """Two parallel arrays of numbers as pairs; nobody is a pair with itself."""
    apart = left != right
    left, right = left[apart], right[apart]
    low, high = np.minimum(left, right).astype(np.uint64), np.maximum(left, right).astype(np.uint64)
    found: Pairs = high << _HALF | low
    return found


def _across(entries: Entries, left: Flags, right: Flags) -> list[Pairs]:
    """Each of the one with each of the others of its bucket."""
    mine, theirs = np.flatnonzero(left), np.flatnonzero(right)
    held = entries.buckets[theirs]
    wanted = entries.buckets[mine]
    owners, places = spread(np.searchsorted(held, wanted), np.searchsorted(held, wanted, side="right"))
    return [pairs(entries.numbers[mine[owners]], entries.numbers[theirs[places]])]


def _with_first(entries: Entries, first: Numbers, others: Flags) -> list[Pairs]:
    """The first of each bucket with some of its others."""
    places = np.flatnonzero(others)
    return [pairs(entries.numbers[first[entries.buckets[places]]], entries.numbers[places])]
