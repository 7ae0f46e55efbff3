"""Walks through a text window by window; every window begins at a sentence and overlaps the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consilience.neural.features import Words
from consilience.neural.network import WindowAnswer


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Sizes in word pieces."""

    size: int = 180
    before: int = 40


@dataclass(frozen=True, slots=True)
class Window:
    """An answer for the words from `first` up to `last`, and which of its sentences are to be taken from it."""

    first: int
    last: int
    answer: WindowAnswer
    sentences: tuple[tuple[int, int], ...]


def walk(words: Words, read: Callable[[int, int], WindowAnswer], settings: WindowSettings) -> Iterator[Window]:
    """Windows over all words; their sentences cover the words once, in order, in linear time."""
    count = len(words.plain)
    begun, first, slow = 0, 0, False
    starts: list[int] = []
    while begun < count:
        last = _fitting(words, first, settings.size)
        if last <= begun:
            first, last = begun, _fitting(words, begun, settings.size)
        answer = read(first, last)
        sentences = _sentences(words, answer, first, begun, last)
        whole = last == count or words.starts[last]
        if not whole and len(sentences) == 1 and first < begun:
            first = begun
            continue
        kept = sentences if whole or len(sentences) == 1 else sentences[:-1]
        short = kept[-1][1] - begun < settings.size // 8
        if short and slow:  # one word, then a stretch that never ends: again and again in a text of marks alone
            kept = sentences
        slow = short
        yield Window(first, last, answer, tuple(kept))
        starts += (a for a, _ in kept)
        begun = kept[-1][1]
        first = _step_back(words, starts, begun, settings.before)


def _fitting(words: Words, first: int, size: int) -> int:
    """The end of the longest stretch from `first` whose pieces fit; at least one word."""
    last, used = first, 0
    while last < len(words.pieces) and (last == first or used + len(words.pieces[last]) <= size):
        used += len(words.pieces[last])
        last += 1
    return last


def _sentences(words: Words, answer: WindowAnswer, first: int, begun: int, last: int) -> list[tuple[int, int]]:
    """The sentences from `begun` up to `last`; a paragraph always begins one."""
    opens = answer.sentence[:, 1] > answer.sentence[:, 0]
    starts = [begun, *(i for i in range(begun + 1, last) if words.starts[i] or opens[i - first])]
    return list(zip(starts, [*starts[1:], last], strict=True))


def _step_back(words: Words, starts: list[int], begun: int, before: int) -> int:
    """The sentence start from which at least `before` pieces lead up to `begun`, as far as there are so many."""
    used, at = 0, begun
    for start in reversed(starts):
        used += sum(len(p) for p in words.pieces[start:at])
        at = start
        if used >= before:
            break
    return at
