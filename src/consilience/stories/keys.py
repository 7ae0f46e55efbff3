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
from consilience.stories.runs import Keys
from consilience.stories.shelf import SAMPLE, SHORT, Hashes, Numbers, Shelf

_ANY, _DATED = 8, 12  # rarest words of a report with a day: for the room of all reports, and for each of its windows
_UNDATED = 24  # and of a report without one
_WEEK = 7
_MOST_WINDOWS = 6  # a day known only to lie within more is as good as none
_COPY_EVERY = 2 * SAMPLE  # one shingle in so many of a long text is a key
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)


def copy_keys(shelf: Shelf, numbers: Numbers) -> tuple[Numbers, Keys]:
    """The shingles by which copies of each report are looked for: the position of its report, and the key."""
    owners, hashes = shelf.all_sketches(numbers)
    short = shelf.fact("length")[numbers] <= SHORT
    kept = (hashes % np.uint32(_COPY_EVERY) == 0) | short[owners]
    return owners[kept], hashes[kept].astype(np.uint64)


def story_keys(shelf: Shelf, numbers: Numbers) -> tuple[Numbers, Keys]:
    """The rare words by which reports of the same happening are looked for: the position of its report, and the key."""
    first, last = shelf.fact("first")[numbers], shelf.fact("last")[numbers]
    listed = [
        _of_one(shelf.words(number)[0], int(begin), int(end))
        for number, begin, end in zip(numbers.tolist(), first, last, strict=True)
    ]
    owners = np.repeat(np.arange(len(numbers)), [len(keys) for keys in listed])
    return owners, np.concatenate(listed) if listed else np.zeros(0, np.uint64)


def _of_one(words: Hashes, first: int, last: int) -> Keys:
    rare = _rarest(words)
    windows = range(first // _WEEK - 1, last // _WEEK + 1)
    if len(windows) > _MOST_WINDOWS:
        return np.unique(_mixed(rare[:_UNDATED], 0))
    rooms = [_mixed(rare[:_ANY], 0), *(_mixed(rare[:_DATED], window) for window in windows)]
    return np.unique(np.concatenate(rooms))


def _rarest(words: Hashes) -> NDArray[np.uint64]:
    """The rare words by falling weight, of equals by their hash: those that two reports share stand alike in both."""
    chosen = words[(words & np.uint32(255)) >= RARE // 5]
    hashes = (chosen >> np.uint32(8)).astype(np.uint64)
    # The heading of a report raises weights: what is rarest in the table counts alike wherever it stands.
    weights = np.minimum(chosen & np.uint32(255), np.uint32(140)).astype(np.int64)
    scattered = hashes * _SPREAD >> np.uint64(40)
    return hashes[np.lexsort((scattered, -weights))]


def _mixed(hashes: NDArray[np.uint64], room: int) -> Keys:
    """Words in a room as 32-bit keys."""
    wide = (hashes + np.uint64(room) * np.uint64(1 << 24)) * _MIX
    return wide >> np.uint64(32)
