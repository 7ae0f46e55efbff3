"""Endless, seeded streams of windows over the documents of a corpus; a stream can be put back where it stood."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.records import Document


@dataclass(frozen=True, slots=True)
class Window:
    """The words of a document from `first` up to `last`."""

    document: Document
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StreamSettings:
    """`sizes` in word pieces, one drawn for each window; `cut` is how often a window ends amid a stretch between breaks.

    At run time windows end wherever they are full.
    """

    sizes: tuple[int, ...] = (60, 100, 150, 150)
    cut: float = 0.5


def windows(document: Document, draw: random.Random, settings: StreamSettings) -> Iterator[Window]:
    """Windows that begin at breaks where they can, and together hold every word."""
    count = len(document.words.pieces)
    first = 0
    while first < count:
        full = _fitting(document, first, draw.choice(settings.sizes))
        whole = _last_break(document, first, full)
        if whole == first:
            full = _fitting(document, first, max(settings.sizes))
            whole = _last_break(document, first, full)
        if whole == first:
            yield Window(document, first, full)
            first = full
        else:
            yield Window(document, first, full if draw.random() < settings.cut else whole)
            first = whole


def _last_break(document: Document, first: int, last: int) -> int:
    """The last break after `first` up to `last`, or `first` where there is none."""
    if last == len(document.words.pieces):
        return last
    return max(first, document.breaks[bisect_right(document.breaks, last) - 1])


def _fitting(document: Document, first: int, size: int) -> int:
    pieces = document.words.pieces
    last, used = first, 0
    while last < len(pieces) and (last == first or used + len(pieces[last]) <= size):
        used += len(pieces[last])
        last += 1
    return last


class Stream:
    """Goes through a corpus again and again, in an order drawn anew for each epoch."""

    def __init__(self, name: str, documents: Sequence[Document], settings: StreamSettings, seed: int) -> None:
        self.name = name
        self._documents = documents
        self._settings = settings
        self._seed = seed
        self.epoch, self.place = 0, 0
        self._windows: list[Window] = []

    def next(self) -> Window:
        """The next window."""
        if self.place >= len(self._windows):
            self.epoch += 1
            self.place = 0
            self._windows = self._drawn()
        self.place += 1
        return self._windows[self.place - 1]

    def put_back(self, epoch: int, place: int) -> None:
        """Goes on as a stream would that had given `place` windows of that epoch."""
        self.epoch, self.place = epoch, place
        self._windows = self._drawn() if epoch else []

    @property
    def progress(self) -> float:
        """Epochs passed."""
        return max(0, self.epoch - 1) + self.place / max(1, len(self._windows))

    def _drawn(self) -> list[Window]:
        draw = random.Random(f"{self._seed} {self.name} {self.epoch}")
        found = [window for document in self._documents for window in windows(document, draw, self._settings)]
        draw.shuffle(found)
        return found
