"""Many reports as grouping compares them, side by side in flat arrays: about a kilobyte each, and nothing but numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD, Features, Weighted
from consilience.stories.names import Names
from consilience.stories.texts import Shingles

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint32]

VIEWS = (WORD, NAME, LEAD, PERSON, PLACE, FIGURE, PLACE | LEAD)
"""The parts of a report's words that are compared, each by what its words must be."""
MOST_WORDS = 128
"""Words of one report that are compared, the rarest first."""
_MOST_SKETCH = 256
SAMPLE, SAMPLE_SHORT, SHORT = 8, 2, 64
"""One shingle in so many is kept; one in two of a text that has few."""
_FOURS, _TWOS = MOST_WORDS // 2, MOST_WORDS // 4  # bytes that hold four and two bits of the aspects of all words
_PACKED = _FOURS + _TWOS
_AT_ONCE = 1000
"""Reports whose words are put on a shelf at once, so that little is held twice."""
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
    aspects: NDArray[np.uint8]
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


class Column:
    """An array that grows at its end, in place; with a width, an array of rows."""

    def __init__(self, kind: type[np.generic], *width: int) -> None:
        self._held: NDArray[Any] = np.zeros((64, *width), kind)
        self._size = 0

    def extend(self, values: NDArray[Any]) -> None:
        """Put `values` behind what is there. No array given out before may be used afterwards."""
        size = self._size + len(values)
        if size > len(self._held):
            room = max(size, len(self._held) + len(self._held) // 64 + 64)
            self._held.resize((room, *self._held.shape[1:]), refcheck=False)
        self._held[self._size : size] = values
        self._size = size

    def keep(self, kept: NDArray[Any]) -> None:
        """Leave only the places that are listed, or true."""
        self._held = self.values[kept]
        self._size = len(self._held)

    @property
    def values(self) -> NDArray[Any]:
        """What is there; good until the next `extend`."""
        return self._held[: self._size]

    def __len__(self) -> int:
        return self._size


class Shelf:
    """Packed reports by number, in the order in which they came; nothing that is answered depends on that order."""

    def __init__(self) -> None:
        self.ids = Names()
        self._live = Column(np.bool_)
        self._words, self._aspects = Column(np.uint32, MOST_WORDS), Column(np.uint8, _PACKED)
        self._norms = Column(np.int32, len(VIEWS))
        self._sketch, self._sketch_ends = Column(np.uint32), Column(np.int64)
        self._facts = {name: Column(kind) for name, kind in _FACTS.items()}
        self._sketch_ends.extend(np.zeros(1, np.int64))

    def add(self, reports: list[Packed]) -> Numbers:
        """Put reports on the shelf; the numbers they got. Their ids are new."""
        start = len(self.ids)
        self.ids.add([report.report for report in reports])
        self._live.extend(np.ones(len(reports), np.bool_))
        for begin in range(0, len(reports), _AT_ONCE):
            self._put_words(reports[begin : begin + _AT_ONCE])
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
        for column in (self._words, self._aspects, self._norms, *self._facts.values(), self._live):
            column.keep(left)
        return new

    def packed(self, number: int) -> Packed:
        """A report as it was put here."""
        words, aspects = self.words(number)
        rank, length, first, last = (int(self.fact(name)[number]) for name in ("rank", "length", "first", "last"))
        sketch = self.sketch(number).copy()
        return Packed(self.ids[number], rank, words.copy(), aspects.copy(), sketch, length, first, last)

    def _put_words(self, reports: list[Packed]) -> None:
        """Keep the words of reports, and the sum of squared weights of each view."""
        words = np.zeros((len(reports), MOST_WORDS), np.uint32)
        aspects = np.zeros((len(reports), MOST_WORDS), np.uint8)
        for place, report in enumerate(reports):
            words[place, : len(report.words)], aspects[place, : len(report.words)] = report.words, report.aspects
        squares = (words & np.uint32(255)).astype(np.float64) ** 2
        norms = [np.where(aspects & view == view, squares, 0).sum(axis=1) for view in VIEWS]
        self._words.extend(words)
        self._aspects.extend(_narrow(aspects))
        self._norms.extend(np.stack(norms, axis=1).astype(np.int32))

    def norms(self, numbers: Numbers) -> NDArray[np.int32]:
        """The sums of squared weights of reports: a row for each, a column for each of `VIEWS`."""
        found: NDArray[np.int32] = self._norms.values[numbers]
        return found

    def fact(self, name: str) -> NDArray[Any]:
        """One of `rank`, `length`, `first` and `last` for all reports."""
        return self._facts[name].values

    def words(self, number: int) -> tuple[Hashes, NDArray[np.uint8]]:
        """The packed words of one report and their aspects."""
        aspects = _wide(self._aspects.values[number])
        size = int(np.count_nonzero(aspects))  # every word is something in its report
        return self._words.values[number, :size], aspects[:size]

    def sketch(self, number: int) -> Hashes:
        """The sketch of one report."""
        ends = self._sketch_ends.values
        found: Hashes = self._sketch.values[ends[number] : ends[number + 1]]
        return found

    def word_rows(self, numbers: Numbers) -> Hashes:
        """The packed words of many reports, a row of `MOST_WORDS` for each; what is left of a row is 0."""
        found: Hashes = self._words.values[numbers]
        return found

    def aspects_at(self, numbers: Numbers, places: Numbers) -> NDArray[np.uint8]:
        """What words are: each by the number of its report and its place in the row."""
        held = self._aspects.values
        low = held[numbers, places % _FOURS] >> (4 * (places // _FOURS)).astype(np.uint8) & 15
        high = held[numbers, _FOURS + places % _TWOS] >> (2 * (places // _TWOS)).astype(np.uint8) & 3
        return (low | high << 4).astype(np.uint8)

    def all_sketches(self, numbers: Numbers) -> tuple[Numbers, Hashes]:
        """The sketches of many reports: the position of each one's report in `numbers`, and the hashes."""
        owners, places = _places(self._sketch_ends.values, numbers)
        return owners, self._sketch.values[places]


_FACTS: dict[str, type[np.generic]] = {"rank": np.uint64, "length": np.int32, "first": np.int32, "last": np.int32}


def _narrow(aspects: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rows of aspects, six bits each, in three quarters of the room: the lower four bits in pairs, the others in fours."""
    low = aspects[:, :_FOURS] & 15 | aspects[:, _FOURS:] << 4
    high = [aspects[:, at * _TWOS : (at + 1) * _TWOS] >> 4 << 2 * at for at in range(4)]
    found: NDArray[np.uint8] = np.concatenate((low, high[0] | high[1] | high[2] | high[3]), axis=1)
    return found


def _wide(packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The aspects of one report."""
    low, high = packed[:_FOURS], packed[_FOURS:]
    upper = np.concatenate([(high >> 2 * at & 3) << 4 for at in range(4)])
    found: NDArray[np.uint8] = np.concatenate((low & 15, low >> 4)) | upper
    return found


def _append(column: Column, ends: Column, added: list[Hashes]) -> None:
    if added:
        last = int(ends.values[-1])
        ends.extend(last + np.cumsum([len(a) for a in added], dtype=np.int64))
        column.extend(np.concatenate(added))


def _places(ends: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers]:
    begins = ends[numbers]
    sizes = ends[numbers + 1] - begins
    owners = np.repeat(np.arange(len(numbers)), sizes)
    return owners, np.arange(int(sizes.sum())) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
