"""Runs the networks: one window of words a run, a batch of one, no padding, so that neighbours change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consilience.errors import EngineError
from consilience.neural.features import Words
from consilience.neural.machine import multiplies_exactly
from consilience.neural.runtime import onnxruntime
from consilience.neural.weights import Weights

Floats = NDArray[np.float32]
_GRID = np.float32(1024)  # answers are rounded to 1/1024, so that the last bit of a float decides nothing


@dataclass(frozen=True, slots=True)
class WindowAnswer:
    """Scores for the n words of a window; `arc` and `link` are (n, n + 1) with a column 0 for root or none.

    `dependent` (n, 128) and `head` (n + 1, 128) go into the relation classifier; row 0 of `head` is the root.
    """

    attribution: Floats
    link: Floats
    xpos: Floats
    morph: Floats
    lemma: Floats
    sentence: Floats
    name: Floats
    arc: Floats
    dependent: Floats
    head: Floats


class Embeddings:
    """The table of piece embeddings, shared by both networks; rows are read from the file as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._rows = np.load(folder / "pieces.npy", mmap_mode="r")
        self._scales = np.load(folder / "scales.npy")

    def of(self, pieces: list[int]) -> Floats:
        """(t, 384) for t piece numbers."""
        rows: Floats = self._rows[pieces].astype(np.float32) * self._scales[pieces]
        return rows


def open_session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A session on the CPU; raises EngineError where the graph cannot be loaded."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length: an arena would keep the largest sum of all sizes seen.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    if not multiplies_exactly():
        options.add_session_config_entry("session.x64quantprecision", "1")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library raises a class of its own for each status
        raise EngineError(f"{path}: the engine cannot be loaded: {str(error).splitlines()[0]}") from error


class Reader:
    """The engine's network, ready to read windows."""

    def __init__(self, weights: Weights, embeddings: Embeddings, ends: tuple[int, int], threads: int = 1) -> None:
        self._session = open_session(weights.folder / "engine.onnx", threads)
        self._embeddings = embeddings
        self._ends = ends

    def read(self, words: Words, first: int, last: int) -> WindowAnswer:
        """What the network says of the words from `first` up to `last`; nothing outside them is seen."""
        columns = _columns(words, first, last, self._ends)
        inputs = {
            "embedded": self._embeddings.of(columns.pieces),
            "shapes": np.array(columns.casings, np.int64),
            "quotes": np.array(columns.quotes, np.int64),
            "paragraphs": np.array(columns.starts, np.int64),
            "first": np.array(columns.first, np.int64),
        }
        return WindowAnswer(*(_rounded(scores) for scores in self._session.run(None, inputs)))


class RelationNamer:
    """Scores the relations between words and the heads that the tree gave them."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self._session = open_session(weights.folder / "relations.onnx", threads)

    def scores(self, dependent: Floats, head: Floats) -> Floats:
        """(n, labels) from the rows of words (n, 128) and of their heads (n, 128)."""
        (scores,) = self._session.run(None, {"dependent": dependent, "head": head})
        return _rounded(scores)


def _rounded(scores: Floats) -> Floats:
    rounded: Floats = np.rint(scores * _GRID) / _GRID
    return rounded


@dataclass(frozen=True, slots=True)
class _Columns:
    pieces: list[int]
    casings: list[int]
    quotes: list[int]
    starts: list[int]
    first: list[int]


def _columns(words: Words, first: int, last: int, ends: tuple[int, int]) -> _Columns:
    """One entry a piece, with the marks of begin and end around them."""
    columns = _Columns([ends[0]], [0], [0], [0], [0])
    for index in range(first, last):
        pieces = words.pieces[index]
        columns.first.append(len(columns.pieces))
        columns.pieces.extend(pieces)
        columns.casings.extend([words.casings[index]] * len(pieces))
        columns.quotes.extend([words.quotes[index]] * len(pieces))
        columns.starts.extend([int(words.starts[index]), *[0] * (len(pieces) - 1)])
    columns.pieces.append(ends[1])
    for column in (columns.casings, columns.quotes, columns.starts):
        column.append(0)
    return columns
