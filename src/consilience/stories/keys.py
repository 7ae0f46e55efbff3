"""Candidate keys: what two reports must share to be compared at all. Each is a pure function of one report.

- For copies: shingles, a sample of them.
- For stories: the rarest words and names. All reports share one room for the very rarest of them; reports with a day share
  one more for each window of two weeks they appeared in, and windows overlap by a week. So reports that appeared within a
  week of each other always meet by more words, and reports without a day meet all others. Pairs whose days are further
  apart than `compared_days` are dropped before they are compared, so that the work does not grow with the years stored.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consilience.stories.frequencies import RARE
from consilience.stories.rows import Hashes
from consilience.stories.runs import Keys, Numbers, distinct
from consilience.stories.shelf import SAMPLE, SHORT, Shelf

_ANY, _DATED = 8, 12  # rarest words of a report with a day: for the room of all reports, and for each of its windows
_UNDATED = 24  # and of a report without one
_WEEK = 7
_MOST_WINDOWS = 6  # a day known only to lie within more is as good as none
_COPY_EVERY = 2 * SAMPLE  # one shingle in so many of a long text is a key
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_HALF, _KEY, _HASH = np.uint64(32), np.uint64((1 << 32) - 1), np.uint64((1 << 24) - 1)
_NO_WORD = np.uint64((1 << 64) - 1)
_AT_ONCE = 1000  # reports whose rarest words are looked for at once: memory


def copy_keys(shelf: Shelf, numbers: Numbers) -> tuple[Numbers, Keys]:
    """The shingles by which copies of each report are looked for: the position of its report, and the key."""
    owners, hashes = shelf.all_sketches(numbers)
    short = shelf.fact("length")[numbers] <= SHORT
    kept = (hashes % np.uint32(_COPY_EVERY) == 0) | short[owners]
    return owners[kept], hashes[kept].astype(np.uint64)


def story_keys(shelf: Shelf, numbers: Numbers) -> tuple[Numbers, Keys]:
    """The rare words by which reports of the same happening are looked for: the position of its report, and the key."""
    parts = [
        _keys_of(shelf, numbers[begin : begin + _AT_ONCE]) + (np.uint64(begin) << _HALF)
        for begin in range(0, len(numbers), _AT_ONCE)
    ]
    listed = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    return (listed >> _HALF).astype(np.int64), listed & _KEY


def _keys_of(shelf: Shelf, numbers: Numbers) -> Keys:
    """The keys of some reports, each with the position of its report in the upper half, rising."""
    rare, known = _rarest(shelf.rows.of(numbers))
    first, last = (shelf.fact(name)[numbers] // _WEEK for name in ("first", "last"))
    dated = last - first + 2 <= _MOST_WINDOWS
    places = np.arange(rare.shape[1])
    rooms = [(np.zeros(len(numbers), np.int64), known & (places < np.where(dated, _ANY, _UNDATED)[:, None]))]
    for step in range(_MOST_WINDOWS):
        window = first - 1 + step
        rooms.append((window, known & (places < _DATED) & (dated & (window <= last))[:, None]))
    listed = [
        (owners.astype(np.uint64) << _HALF) | _mixed(rare[owners, at], window[owners])
        for window, kept in rooms
        for owners, at in [np.nonzero(kept)]
    ]
    return distinct(np.concatenate(listed))


def _rarest(rows: Hashes) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """The rare words of each row by falling weight, of equals by their hash, as many as are looked up; which there are.

    So those that two reports share stand alike in both.
    """
    weights, hashes = rows & np.uint32(255), (rows >> np.uint32(8)).astype(np.uint64)
    # The heading of a report raises weights: what is rarest in the table counts alike wherever it stands.
    falling = (np.uint32(255) - np.minimum(weights, np.uint32(140))).astype(np.uint64)
    scattered = hashes * _SPREAD >> np.uint64(40)
    order = falling << np.uint64(48) | scattered << np.uint64(24) | hashes
    order[weights < RARE // 5] = _NO_WORD
    if order.shape[1] > _UNDATED:
        order = np.partition(order, _UNDATED, axis=1)[:, :_UNDATED]
    order.sort(axis=1)
    return order & _HASH, order != _NO_WORD


def _mixed(hashes: NDArray[np.uint64], rooms: Numbers) -> Keys:
    """Words, each in a room, as 32-bit keys."""
    wide = (hashes + rooms.astype(np.uint64) * np.uint64(1 << 24)) * _MIX
    return wide >> np.uint64(32)
