"""Many reports as grouping compares them, side by side in flat arrays: about a kilobyte each, and nothing but numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consilience.stories.columns import Column
from consilience.stories.features import Features, Weighted
from consilience.stories.names import Names
from consilience.stories.rows import MOST_WORDS, Aspects, Hashes, Rows
from consilience.stories.runs import Numbers
from consilience.stories.texts import Shingles

_MOST_SKETCH = 256
SAMPLE, SAMPLE_SHORT, SHORT = 8, 2, 64
"""One shingle in so many is kept; one in two of a text that has few."""
_FAR = 10**6  # days; wider than the years of reports
UNKNOWN = (-_FAR, _FAR)
"""The days between which a report without a day appeared."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One report in numbers, a pure function of the report.

    `words` are 24-bit hashes with a weight in the low eight bits, rising; `aspects` says what each is (`features.ASPECTS`).
    `sketch` is a sample of the hashes of its shingles, `length` their number, `first` and `last` ordinals of days.
    """

    report: str
    rank: int
    words: Hashes
    aspects: Aspects
    sketch: Hashes
    length: int
    first: int
    last: int


def pack(found: Features, shingles: Shingles) -> Packed:
    """The numbers of one report."""
    chosen = sorted(found.words, key=lambda w: (-w.weight, word_hash(w.word), w.word))[:MOST_WORDS]
    held: dict[int, Weighted] = {}
    for word in chosen:
        held.setdefault(word_hash(word.word), word)
    hashes = sorted(held)
    words = [hashed << 8 | min(255, (held[hashed].weight + 2) // 5) for hashed in hashes]
    first, last = (found.day.earliest.toordinal(), found.day.latest.toordinal()) if found.day else UNKNOWN
    return Packed(
        report=found.report,
        rank=_digest(found.report, 7),
        words=np.array(words, np.uint32),
        aspects=np.array([held[hashed].aspects for hashed in hashes], np.uint8),
        sketch=_sketch(shingles),
        length=len(shingles),
        first=first,
        last=last,
    )


@lru_cache(maxsize=1 << 17)
def word_hash(word: str) -> int:
    """24 bits of a word."""
    return _digest(word, 3)


def _digest(text: str, size: int) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "backslashreplace"), digest_size=size).digest(), "big")


def _sketch(shingles: Shingles) -> Hashes:
    """The sampled shingles: what is sampled in a long text is sampled in every text."""
    hashes = np.unique((shingles >> np.uint64(32)).astype(np.uint32))
    every = SAMPLE if len(shingles) > SHORT else SAMPLE_SHORT
    sampled: Hashes = hashes[hashes % np.uint32(every) == 0]
    return sampled[:_MOST_SKETCH]


class Shelf:
    """Packed reports by number, in the order in which they came; nothing that is answered depends on that order."""

    def __init__(self) -> None:
        self.ids = Names()
        self._live = Column(np.bool_)
        self.rows = Rows()
        self._sketch, self._sketch_ends = Column(np.uint32), Column(np.uint32)
        self._facts = {name: Column(kind) for name, kind in _FACTS.items()}
        self._sketch_ends.extend(np.zeros(1, np.uint32))

    def add(self, reports: list[Packed]) -> Numbers:
        """Put reports on the shelf; the numbers they got. Their ids are new."""
        start = len(self.ids)
        self.ids.add([report.report for report in reports])
        self._live.extend(np.ones(len(reports), np.bool_))
        self.rows.extend([(report.words, report.aspects) for report in reports])
        _append(self._sketch, self._sketch_ends, [r.sketch for r in reports])
        for name, column in self._facts.items():
            column.extend(np.array([getattr(r, name) for r in reports], _FACTS[name]))
        return np.arange(start, start + len(reports))

    def drop(self, numbers: Numbers) -> None:
        """Take reports off the shelf; their numbers are not given again before the shelf is renumbered."""
        self._live.values[numbers] = False

    def numbers(self) -> Numbers:
        """The numbers of the reports that are on the shelf."""
        return np.flatnonzero(self._live.values)

    def find(self, ids: Sequence[str]) -> dict[str, int]:
        """The numbers of those of the ids that are on the shelf."""
        return self.ids.find(ids, self._live.values)

    def renumber(self) -> Numbers:
        """Free what dropped reports hold. The new number of each old one, -1 for those dropped; the order stays."""
        live = self._live.values
        new = np.where(live, np.cumsum(live) - 1, -1)
        left = np.flatnonzero(live)
        self.ids.renumber(new)
        sizes = np.diff(self._sketch_ends.values)
        self._sketch.keep(np.repeat(live, sizes))
        self._sketch_ends.keep(np.zeros(1, np.int64))
        self._sketch_ends.extend(np.cumsum(sizes[left]))
        self.rows.renumber(new)
        for column in (*self._facts.values(), self._live):
            column.keep(left)
        return new

    def packed(self, number: int) -> Packed:
        """A report as it was put here."""
        words, aspects = self.rows.words(number)
        rank, length, first, last = (int(self.fact(name)[number]) for name in ("rank", "length", "first", "last"))
        sketch = self.sketch(number).copy()
        return Packed(self.ids[number], rank, words.copy(), aspects.copy(), sketch, length, first, last)

    def fact(self, name: str) -> NDArray[Any]:
        """One of `rank`, `length`, `first` and `last` for all reports."""
        return self._facts[name].values

    def sketch(self, number: int) -> Hashes:
        """The sketch of one report."""
        ends = self._sketch_ends.values
        found: Hashes = self._sketch.values[ends[number] : ends[number + 1]]
        return found

    def all_sketches(self, numbers: Numbers) -> tuple[Numbers, Hashes]:
        """The sketches of many reports: the position of each one's report in `numbers`, and the hashes."""
        owners, places = _places(self._sketch_ends.values, numbers)
        return owners, self._sketch.values[places]


_FACTS: dict[str, type[np.generic]] = {"rank": np.uint64, "length": np.int32, "first": np.int32, "last": np.int32}


def _append(column: Column, ends: Column, added: list[Hashes]) -> None:
    if added:
        last = int(ends.values[-1])
        ends.extend(last + np.cumsum([len(a) for a in added], dtype=np.int64))
        column.extend(np.concatenate(added))


def _places(ends: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers]:
    begins = ends[numbers].astype(np.int64)
    sizes = ends[numbers + 1] - begins
    owners = np.repeat(np.arange(len(numbers)), sizes)
    return owners, np.arange(int(sizes.sum())) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
