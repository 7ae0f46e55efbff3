"""Runs the networks: one window of words a run, a batch of one, no padding, so that neighbours change nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consilience.errors import EngineError
from consilience.neural.features import Words
from consilience.neural.machine import multiplies_exactly
from consilience.neural.runtime import onnxruntime
from consilience.neural.weights import Weights

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
_GRID = np.float32(1024)  # answers are rounded to 1/1024, so that the last bit of a float decides nothing


@dataclass(frozen=True, slots=True)
class WindowAnswer:
    """Scores for the n words of a window; `arc` and `link` are (n, n + 1) with a column 0 for root or none.

    `dependent` (n, 128) and `head` (n + 1, 128) go into the relation classifier; row 0 of `head` is the root. `name` scores
    whole names, `within` the innermost name at each word.
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
    within: Floats


class Embeddings:
    """The table of piece embeddings, shared by both networks; rows are read from the file as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._rows = np.load(folder / "pieces.npy", mmap_mode="r")
        self._scales = np.load(folder / "scales.npy")

    def of(self, pieces: Integers) -> Floats:
        """(t, 384) for t piece numbers."""
        rows: Floats = self._rows[pieces].astype(np.float32) * self._scales[pieces]
        return rows


def open_session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A session on the CPU; raises EngineError where the graph cannot be loaded."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    options.add_session_config_entry("session.use_env_allocators", "1")
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
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._embeddings = embeddings
        self._ends = ends

    def over(self, words: Words) -> Callable[[int, int], WindowAnswer]:
        """A function that says what the network makes of the words from one up to another; nothing outside is seen."""
        return partial(self._read, _columns(words))

    def _read(self, columns: _Columns, first: int, last: int) -> WindowAnswer:
        begin, end = int(columns.first[first]), int(columns.first[last])
        pieces = np.concatenate([self._ends[:1], columns.pieces[begin:end], self._ends[1:]])
        inputs = {
            "embedded": self._embeddings.of(pieces),
            "shapes": np.pad(columns.casings[begin:end], 1),
            "quotes": np.pad(columns.quotes[begin:end], 1),
            "paragraphs": np.pad(columns.starts[begin:end], 1),
            "first": np.concatenate([np.zeros(1, np.int64), columns.first[first:last] - (begin - 1)]),
        }
        found = dict(zip(self._outputs, map(_rounded, self._session.run(None, inputs)), strict=True))
        found.setdefault("within", found["name"])  # older weights have one name head
        return WindowAnswer(**found)


class RelationNamer:
    """Scores the relations between words and the heads that the tree gave them."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self._session = open_session(weights.folder / "relations.onnx", threads)

    def scores(self, dependent: Floats, head: Floats) -> Floats:
        """(n, labels) from the rows of words (n, 128) and of their heads (n, 128)."""
        (scores,) = self._session.run(None, {"dependent": dependent, "head": head})
        return _rounded(scores)


def _rounded(scores: Floats) -> Floats:
    scores *= _GRID
    np.rint(scores, out=scores)
    scores /= _GRID
    return scores


@dataclass(frozen=True, slots=True)
class _Columns:
    """A text's pieces with their features; `first` says at which piece each word begins, and where the last ends."""

    pieces: Integers
    casings: Integers
    quotes: Integers
    starts: Integers
    first: Integers


def _columns(words: Words) -> _Columns:
    sizes = np.array([len(pieces) for pieces in words.pieces], np.int64)
    first = np.concatenate([np.zeros(1, np.int64), sizes.cumsum()])
    starts = np.zeros(first[-1], np.int64)
    starts[first[:-1]] = words.starts
    return _Columns(
        np.fromiter(chain.from_iterable(words.pieces), np.int64, int(first[-1])),
        np.repeat(np.array(words.casings, np.int64), sizes),
        np.repeat(np.array(words.quotes, np.int64), sizes),
        starts,
        first,
    )
