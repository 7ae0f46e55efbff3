"""Packs windows into the tensors of one step, with noise in casing and pieces, and their targets."""

# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import torch
from torch import Tensor

from training.records import UNKNOWN
from training.streams import Window

BEGIN, END, HIDDEN = 101, 102, 103  # pieces of the vocabulary: [CLS], [SEP], [MASK]
_FIRST_ORDINARY_PIECE = 999
_LETTER_CASINGS = range(1, 7)
_CASINGS = {"title": 3, "upper": 2, "lower": 5}


@dataclass(frozen=True, slots=True)
class Noise:
    """How often a window loses its casing, and a piece is hidden."""

    casing: float = 0.08
    hidden: float = 0.03


@dataclass(frozen=True, slots=True)
class Packed:
    """Windows one after another; `roots` and `words` are the places of first marks and of words among the pieces."""

    windows: tuple[Window, ...]
    pieces: Tensor
    features: tuple[Tensor, Tensor, Tensor]
    lengths: tuple[int, ...]
    roots: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]


def packed(windows: Sequence[Window], noise: Noise, draw: random.Random) -> Packed:
    """The inputs of a step."""
    columns: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
    lengths: list[int] = []
    places: list[tuple[int, ...]] = []
    for window in windows:
        begun = len(columns[0])
        places.append(_append(window, columns, noise, draw))
        lengths.append(len(columns[0]) - begun)
    pieces, *features = (torch.tensor(column, dtype=torch.long) for column in columns)
    roots = [end - length for end, length in zip(accumulate(lengths), lengths, strict=True)]
    return Packed(
        tuple(windows), pieces, (features[0], features[1], features[2]), tuple(lengths), tuple(roots), tuple(places)
    )


def _append(
    window: Window, columns: tuple[list[int], list[int], list[int], list[int]], noise: Noise, draw: random.Random
) -> tuple[int, ...]:
    words = window.document.words
    casing = draw.choice(sorted(_CASINGS)) if draw.random() < noise.casing else None
    places: list[int] = []
    _extend(columns, (BEGIN, 0, 0, 0))
    for index in range(window.first, window.last):
        places.append(len(columns[0]))
        shape = words.casings[index]
        if casing is not None and shape in _LETTER_CASINGS:
            shape = _CASINGS[casing]
        for number, piece in enumerate(words.pieces[index]):
            hidden = piece > _FIRST_ORDINARY_PIECE and draw.random() < noise.hidden
            starts = number == 0 and words.starts[index]
            _extend(columns, (HIDDEN if hidden else piece, shape, words.quotes[index], int(starts)))
    _extend(columns, (END, 0, 0, 0))
    return tuple(places)


def _extend(columns: tuple[list[int], ...], row: tuple[int, ...]) -> None:
    for column, value in zip(columns, row, strict=True):
        column.append(value)


def sentence_targets(window: Window) -> list[int]:
    """1 where a sentence begins; nothing is learned of a paragraph's first word, which always begins one."""
    document = window.document
    if not document.sentences:
        return [UNKNOWN] * (window.last - window.first)
    begins = set(document.breaks)
    starts = document.words.starts
    return [UNKNOWN if starts[i] else int(i in begins) for i in range(window.first, window.last)]


def head_targets(window: Window) -> list[int]:
    """The column of each word's head in the window, 0 for the root; unknown in the sentence that the window cuts."""
    tree = window.document.tree
    if tree is None:
        return [UNKNOWN] * (window.last - window.first)
    found = []
    for index in range(window.first, window.last):
        head = tree.head[index]
        if head < 0:
            found.append(0)
        else:
            found.append(head - window.first + 1 if window.first <= head < window.last else UNKNOWN)
    return found


def link_targets(window: Window) -> Tensor:
    """(n, n + 1) true where a word may point: a cue's at its sources, a content's at its cues, column 0 at nothing."""
    told = window.document.told
    size = window.last - window.first
    right = torch.zeros(size, size + 1, dtype=torch.bool)
    for telling in told.tellings if told else ():
        for rows, columns, tags in ((telling.cue, telling.source, (3, 4)), (telling.content, telling.cue, (5, 6))):
            inside = [c - window.first + 1 for c in columns if window.first <= c < window.last]
            aims = inside if columns else [0]
            for row in rows:
                if window.first <= row < window.last and told is not None and told.tags[row] in tags:
                    right[row - window.first, aims] = True
    return right


def tag_targets(window: Window) -> list[int]:
    """The attribution tags; a span that the window cuts begins anew at its first word."""
    told = window.document.told
    if told is None:
        return []
    tags = list(told.tags[window.first : window.last])
    if tags[0] and tags[0] % 2 == 0:
        tags[0] -= 1
    return tags
