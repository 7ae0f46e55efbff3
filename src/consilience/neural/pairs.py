"""The encoder for pairs: what one masked participant does to another, one text a run."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from consilience.errors import EngineError
from consilience.neural.network import Embeddings, open_session
from consilience.neural.pieces import WordPieces
from consilience.neural.weights import open_weights

SOURCE, TARGET = 0, 1  # in place of words: one participant or the other
_LONGEST = 108
_GRID = 1024.0  # answers are rounded, so that the last bit of a float decides nothing


class PairEncoder:
    """Scores of the roots of PLOVER, in the order of the pair head's labels."""

    def __init__(self, weights: Path | None = None, threads: int = 1) -> None:
        """Opens the graph in the package and the word pieces; raises EngineError where a file is not right."""
        opened = open_weights(weights)
        self._cutter = WordPieces(opened.vocabulary)
        self._embeddings = Embeddings(opened.folder)
        with as_file(files("consilience").joinpath("data", "heads")) as folder:
            self._session = open_session(folder / "pairs_encoder.onnx", threads)
            try:
                self._masks = np.load(folder / "pairs_masks.npy").astype(np.float32)
            except (OSError, ValueError) as error:
                raise EngineError(f"data/heads/pairs_masks.npy is missing or damaged ({error})") from error

    def scores(self, text: Sequence[str | int]) -> tuple[float, ...]:
        """The scores of a text given as stretches of words, with SOURCE and TARGET where the participants stand."""
        numbers: list[int] = []
        marks: list[int | None] = []
        for stretch in text:
            pieces = (self._cutter.unknown,) if isinstance(stretch, int) else self._cutter.cut_all(stretch)
            numbers += pieces
            marks += [stretch if isinstance(stretch, int) else None] * len(pieces)
        numbers = [self._cutter.first, *numbers[:_LONGEST], self._cutter.last]
        marks = [None, *marks[:_LONGEST], None]
        embedded = self._embeddings.of(np.array(numbers, np.int64))
        for at, mark in enumerate(marks):
            if mark is not None:
                embedded[at] = self._masks[mark]
        inputs = {"embedded": embedded}
        for name, kind in (("source", SOURCE), ("target", TARGET)):
            inputs[name] = np.array([float(mark == kind) for mark in marks], np.float32)
        (found,) = self._session.run(None, inputs)
        return tuple(float(value) for value in np.rint(found * _GRID) / _GRID)
