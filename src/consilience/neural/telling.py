"""From the attribution scores of all windows to source, cue and content spans and the links between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.model.spans import TokenRange
from consilience.neural.features import CLOSING, INSIDE, OPENING, UNCLOSED
from consilience.neural.sequences import best_tags, span_rules, spans_of

Floats = NDArray[np.float32]
Shares = NDArray[np.int64]
WHOLE = 1 << 16  # the share that is the whole
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_BEGIN_BIAS = np.float32(0.25)  # a span cut in two is mended by the links, two spans run together are not
_EDGE = 1_000_000
_GRID = np.float32(1024)  # that of the network's scores, whose sums then stay exact


@dataclass(frozen=True, slots=True)
class LinkWindow:
    """Link probabilities (n, n + 1) of the words from `first` up to `last`, in shares; column 0 says: no link."""

    first: int
    last: int
    chances: Shares


@dataclass(frozen=True, slots=True)
class Pointing:
    """At what the words of a stretch point in one window: sums of their link probabilities up to each column."""

    first: int
    last: int
    rows: int
    sums: Shares

    def into(self, columns: TokenRange) -> int:
        """The sum of the probabilities that the words point into `columns`."""
        return int(self.sums[columns.last - self.first] - self.sums[columns.first - self.first])


class Links:
    """Which word points at which, over all windows of a text; probabilities are whole numbers, WHOLE is certain."""

    def __init__(self, windows: Sequence[LinkWindow]) -> None:
        self._windows = tuple(windows)
        self._firsts = [w.first for w in windows]
        self._longest = max((w.last - w.first for w in windows), default=0)

    def near(self, stretch: TokenRange) -> Iterator[LinkWindow]:
        """The windows that share a word with the stretch."""
        low = bisect_left(self._firsts, stretch.first - self._longest)
        high = bisect_right(self._firsts, stretch.last - 1)
        return (w for w in self._windows[low:high] if w.last > stretch.first)

    def pointing(self, rows: TokenRange) -> list[Pointing]:
        """At what the words of `rows` point, window by window."""
        return [
            Pointing(window.first, window.last, len(part), part.sum(0).cumsum())
            for window in self.near(rows)
            for part in [_rows(window, rows)]
        ]

    def none(self, rows: TokenRange) -> int:
        """The mean probability that the words of `rows` point at nothing."""
        parts = [_rows(window, rows)[:, 0] for window in self.near(rows)]
        return int(sum(part.sum() for part in parts)) // sum(map(len, parts)) if parts else 0

    def strongest(self, rows: TokenRange) -> tuple[int, int]:
        """The word that the words of `rows` point at most, with its probability; (0, -1) where there is none."""
        best = (0, -1)
        for window in self.near(rows):
            part = _rows(window, rows)
            mean = part[:, 1:].sum(0) // len(part)
            word = int(mean.argmax())
            if mean[word] > best[0]:
                best = (int(mean[word]), word + window.first)
        return best


def between(pointing: Sequence[Pointing], columns: TokenRange) -> int:
    """The mean probability that the words point into `columns`; -1 where no window holds both."""
    seen = [p for p in pointing if p.first <= columns.first and columns.last <= p.last]
    return sum(p.into(columns) for p in seen) // sum(p.rows for p in seen) if seen else -1


def _rows(window: LinkWindow, rows: TokenRange) -> Shares:
    return window.chances[max(rows.first, window.first) - window.first : min(rows.last, window.last) - window.first]


@dataclass(frozen=True, slots=True)
class Told:
    """The spans of a text by kind, in order."""

    sources: tuple[TokenRange, ...]
    cues: tuple[TokenRange, ...]
    contents: tuple[TokenRange, ...]


class ScoreSheet:
    """Collects scores of overlapping windows; each word keeps those of the window in whose middle it stands most."""

    def __init__(self, count: int) -> None:
        self.scores = np.zeros((count, len(TAGS)), np.float32)
        self._margins = np.full(count, -1)
        self._count = count
        self.links: list[LinkWindow] = []

    def add(self, first: int, last: int, scores: Floats, links: Floats) -> None:
        """Takes in the scores (n, 7) and link scores (n, n + 1) of the words from `first` up to `last`."""
        place = np.arange(last - first)
        left = place + (_EDGE if first == 0 else 0)
        right = place[::-1] + (_EDGE if last == self._count else 0)
        margins = np.minimum(left, right)
        better = margins > self._margins[first:last]
        self.scores[first:last][better] = scores[better]
        self._margins[first:last][better] = margins[better]
        self.links.append(LinkWindow(first, last, shares(links)))


def shares(scores: Floats) -> Shares:
    """Probabilities along the last axis as whole numbers: their sums and means are exact, whatever their order."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    chances: Shares = np.rint(raised * (WHOLE / raised.sum(-1, keepdims=True))).astype(np.int64)
    return chances


def told_spans(scores: Floats, transitions: Floats, quotes: Sequence[int]) -> Told:
    """Source, cue and content spans; contents that touch a closed quotation take its marks in."""
    start, rules = span_rules(TAGS)
    begins = np.array([_BEGIN_BIAS if t[0] == "B" else 0 for t in TAGS], np.float32)
    pairs: Floats = np.rint(transitions * _GRID) / _GRID + rules
    tags = best_tags(scores + begins, start, pairs)
    spans = spans_of([TAGS[t] for t in tags])

    def of_kind(kind: str) -> tuple[TokenRange, ...]:
        return tuple(TokenRange(a, b) for a, b, k in spans if k == kind)

    contents = tuple(with_marks(content, quotes) for content in of_kind("content"))
    return Told(of_kind("source"), of_kind("cue"), contents)


def with_marks(content: TokenRange, quotes: Sequence[int]) -> TokenRange:
    """The content with the opening mark right before it and the closing mark right after it."""
    first, last = content
    if first > 0 and quotes[first - 1] == OPENING and quotes[first] in (INSIDE, UNCLOSED):
        first -= 1
    if last < len(quotes) and quotes[last] == CLOSING and quotes[last - 1] == INSIDE:
        last += 1
    return TokenRange(first, last)
