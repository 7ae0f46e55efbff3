"""The tellings of a piece: which of its reports are one text, from what is known of most pairs and from few texts.

The answer is that of `copies.families` on the texts of all members. What two texts share is recalled while their piece
grows, and what takes long, whether one is rewritten from the other, is asked only where the answer would join two tellings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.copies import HELD, LONGEST_LIST, TOLD, families, is_sampled, without_round_ups
from consilience.stories.overlaps import (
    COPY,
    FAIR_PART,
    NO_COPY,
    UNDECIDED,
    Overlap,
    Wordings,
    by_share,
    is_copy,
    piece_by_share,
)
from consilience.stories.recall import UNKNOWN, Matrices
from consilience.stories.runs import Numbers, distinct
from consilience.stories.shelf import Shelf
from consilience.stories.texts import CopyText

_PAIRS = 2_000_000  # recalled, four bytes each
_VERDICT = 2  # bits of what is recalled of a pair that hold the verdict on it; the rest is how many shingles they share
_NONE, _COPY = 1, 2  # 0 where it is open
Flags = NDArray[np.bool_]


class _Texts(Sequence[CopyText]):
    """The texts of the members of a piece, each asked for once and only when it is needed."""

    def __init__(self, reports: Sequence[str], text_of: Callable[[str], CopyText]) -> None:
        self._reports, self._text_of = reports, text_of
        self._held: dict[int, CopyText] = {}

    def __getitem__(self, place: int) -> CopyText:  # type: ignore[override]
        if place not in self._held:
            self._held[place] = self._text_of(self._reports[place])
        return self._held[place]

    def __len__(self) -> int:
        return len(self._reports)


class Tellings:
    """Parts pieces into tellings; holds what comparing their texts gave."""

    def __init__(self, shelf: Shelf, text_of: Callable[[str], CopyText], settings: StorySettings) -> None:
        self._shelf = shelf
        self._text_of = text_of
        self._settings = settings
        self._shared = Matrices(np.int32, _PAIRS)

    def of(self, members: Sequence[int]) -> list[tuple[int, ...]]:
        """The tellings of reports, which are in the order of their ids."""
        numbers = np.array(members, np.int64)
        texts = _Texts([self._shelf.ids[number] for number in members], self._text_of)
        known = self._shared.take(numbers)
        self._compare(numbers, texts, known)
        lengths = self._shelf.fact("length")[numbers].astype(np.int64)
        firsts, stands_for = _firsts(known >> _VERDICT, lengths)
        if len(firsts) > LONGEST_LIST:
            self._shared.put(numbers, known)
            return [tuple(members[place] for place in family) for family in families(texts, self._settings)]
        piece = _Piece(texts, firsts, lengths[firsts], known[np.ix_(firsts, firsts)], self._settings)
        labels = piece.parted()[np.searchsorted(firsts, stands_for)]
        known[np.ix_(firsts, firsts)] = piece.known
        self._shared.put(numbers, known)
        told: dict[int, list[int]] = {}
        for member, label in zip(members, labels.tolist(), strict=True):
            told.setdefault(label, []).append(member)
        return [tuple(telling) for telling in told.values()]

    def forget(self) -> None:
        """Forget what was compared, for the numbers of the reports change."""
        self._shared.clear()

    def _compare(self, numbers: Numbers, texts: Sequence[CopyText], known: NDArray[np.int32]) -> None:
        """Fill in how many shingles every two texts share, 0 where no sampled one is shared."""
        np.fill_diagonal(known, 0)
        self._take_over(numbers, texts, known)
        rows = _covering(known == UNKNOWN)
        if not rows:
            return
        listed = [text.shingles for text in texts]
        sizes = [len(text) for text in listed]
        everything, owners = np.concatenate(listed), np.repeat(np.arange(len(listed)), sizes)
        asked = distinct(np.concatenate([listed[row] for row in rows]))
        places = np.minimum(np.searchsorted(asked, everything), max(0, len(asked) - 1))
        hit = np.flatnonzero(asked[places] == everything) if len(asked) else places[:0]
        holds = np.zeros((len(listed), len(asked)), np.float32)
        holds[owners[hit], places[hit]] = 1
        shared = holds[rows] @ holds.T
        # Shingles that are not sampled bring only those texts together that have no others.
        without = np.bincount(owners[is_sampled(everything)], minlength=len(listed)) == 0
        holds *= without[:, None] | is_sampled(asked)
        made = np.where(holds[rows] @ holds.T > 0, shared, 0).astype(np.int32) << _VERDICT
        for row, counts in zip(rows, made, strict=True):
            open_ = known[row] == UNKNOWN
            known[row, open_] = known[open_, row] = counts[open_]

    def _take_over(self, numbers: Numbers, texts: Sequence[CopyText], known: NDArray[np.int32]) -> None:
        """Give texts of which nothing is known what is known of the same text."""
        lengths = self._shelf.fact("length")[numbers]
        fresh = (known == UNKNOWN).sum(axis=1) == len(numbers) - 1
        for row in np.flatnonzero(fresh & (lengths > 0)).tolist():
            for other in np.flatnonzero(~fresh & (lengths == lengths[row])).tolist():
                if self._same(int(numbers[row]), int(numbers[other])) and np.array_equal(
                    texts[row].shingles, texts[other].shingles
                ):
                    counts = np.where(known[other] == UNKNOWN, UNKNOWN, known[other] >> _VERDICT << _VERDICT)
                    counts[other] = int(lengths[row]) << _VERDICT
                    counts[row] = 0
                    known[row] = known[:, row] = counts
                    break

    def _same(self, one: int, other: int) -> bool:
        return np.array_equal(self._shelf.sketch(one), self._shelf.sketch(other))


class _Piece:
    """Different texts, rising by id, and how many shingles every two share, with what is known of the pair."""

    def __init__(
        self,
        texts: Sequence[CopyText],
        places: Numbers,
        lengths: Numbers,
        known: NDArray[np.int32],
        settings: StorySettings,
    ) -> None:
        self.known = known
        self._texts, self._places, self._lengths, self._settings = texts, places.tolist(), lengths, settings
        self._wordings = Wordings(texts)
        shared = (known >> _VERDICT).astype(np.int64)
        shorter, longer = np.minimum.outer(lengths, lengths), np.maximum.outer(lengths, lengths)
        self._contained, self._part = 1000 * shared // np.maximum(1, shorter), 1000 * shared // np.maximum(1, longer)
        verdicts = by_share(self._contained, self._part, shorter, settings)
        recalled = np.select([known & 3 == _COPY, known & 3 == _NONE], [COPY, NO_COPY], UNDECIDED)
        verdicts = np.where(verdicts == UNDECIDED, recalled, verdicts)
        met = np.triu(shared > 0, 1)
        self._copy, self._open = met & (verdicts == COPY), met & (verdicts == UNDECIDED)
        small = (self._part < FAIR_PART) & ((self._contained >= HELD) | (self._part >= TOLD))
        self._small, self._bits = small, met & piece_by_share(self._contained, self._part, shorter)

    def parted(self) -> Numbers:
        """A label for each text, the same for those of one telling."""
        firm = self._part >= FAIR_PART
        labels = _hanging_together(self._copy & firm)
        left, right = np.nonzero(self._open & firm)
        order = np.lexsort((right, left, -self._contained[left, right]))
        for a, b in zip(left[order].tolist(), right[order].tolist(), strict=True):
            if labels[a] != labels[b] and self._is_copy(a, b):
                labels[labels == labels[b]] = labels[a]
        kept = [found.pair() for found in self._pieces(labels)]
        where = {place: at for at, place in enumerate(self._places)}
        told = labels.copy()
        for a, b in kept:
            told[told == told[where[b]]] = told[where[a]]
        return told

    def _pieces(self, labels: Numbers) -> list[Overlap]:
        """The links of texts that make a small part of longer ones, where they could join two tellings."""
        left, right = np.nonzero((self._copy | self._open) & self._small | self._bits)
        page = np.where(self._lengths[left] >= self._lengths[right], left, right)
        joining = np.unique(page[labels[left] != labels[right]])
        found = [
            self._overlap(a, b)
            for a, b, longer in zip(left.tolist(), right.tolist(), page.tolist(), strict=True)
            if longer in joining and (self._bits[a, b] or self._is_copy(a, b))
        ]
        return without_round_ups(self._texts, found, dict(zip(self._places, labels.tolist(), strict=True)))

    def _is_copy(self, a: int, b: int) -> bool:
        """Whether two texts are one, by what is known or by their words."""
        if self._open[a, b]:
            self._open[a, b] = False
            self._copy[a, b] = is_copy(self._overlap(a, b), self._texts, self._settings, self._wordings)
            verdict = _COPY if self._copy[a, b] else _NONE
            self.known[a, b] = self.known[b, a] = self.known[a, b] >> _VERDICT << _VERDICT | verdict
        return bool(self._copy[a, b])

    def _overlap(self, a: int, b: int) -> Overlap:
        longer, shorter = (a, b) if self._lengths[a] >= self._lengths[b] else (b, a)
        contained, part = int(self._contained[a, b]), int(self._part[a, b])
        return Overlap(self._places[shorter], self._places[longer], contained, part)


def _firsts(shared: NDArray[np.int32], lengths: Numbers) -> tuple[Numbers, Numbers]:
    """The first of each text, and which one each stands for that text, itself or an earlier one; empty texts alone."""
    same = (shared == lengths) & (shared == lengths[:, None]) & (lengths > 0)
    np.fill_diagonal(same, True)
    stands_for = same.argmax(axis=1)
    return np.flatnonzero(stands_for == np.arange(len(lengths))), stands_for


def _covering(unknown: Flags) -> list[int]:
    """Rows that have all unknown pairs in them."""
    left = unknown.copy()
    rows = np.flatnonzero(left.sum(axis=1) >= len(left) - 1).tolist() if len(left) > 1 else []
    left[rows] = left[:, rows] = False
    while left.any():
        row = int(left.sum(axis=1).argmax())
        rows.append(row)
        left[row] = left[:, row] = False
    return rows


def _hanging_together(linked: Flags) -> Numbers:
    """For each text the first of those that it hangs together with."""
    size = len(linked)
    links = linked | linked.T | np.eye(size, dtype=np.bool_)
    labels = np.arange(size)
    while True:
        least: Numbers = np.where(links, labels, size).min(axis=1)
        if np.array_equal(least, labels):
            return labels
        labels = least
