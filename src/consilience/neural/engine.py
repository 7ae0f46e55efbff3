"""The engine in the package: reads texts with one network, makes sentence vectors with another."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from consilience.model.annotations import Analysis
from consilience.model.spans import Span
from consilience.neural.assembly import Decoder, assembled
from consilience.neural.features import words_of
from consilience.neural.machine import cpu_kind
from consilience.neural.network import Embeddings, Reader, RelationNamer
from consilience.neural.pieces import WordPieces
from consilience.neural.runtime import onnxruntime
from consilience.neural.vectors import Vectors
from consilience.neural.weights import open_weights
from consilience.neural.windows import WindowSettings, walk


class NeuralEngine:
    """Reads English news; a result depends on the text alone, not on neighbours or threads."""

    def __init__(self, weights: Path | None = None, threads: int = 1) -> None:
        """Opens the weights in the package, or in the folder given; raises EngineError where a file is not right."""
        self._weights = open_weights(weights)
        self._cutter = WordPieces(self._weights.vocabulary)
        self._embeddings = Embeddings(self._weights.folder)
        ends = (self._cutter.first, self._cutter.last)
        self._reader = Reader(self._weights, self._embeddings, ends, threads)
        self._decoder = Decoder(self._weights, RelationNamer(self._weights, threads))
        self._windows = WindowSettings()
        self._threads = threads

    @property
    def fingerprint(self) -> str:
        """Weights, library versions and kind of CPU in one line."""
        return (
            f"weights {self._weights.digest}, onnxruntime {onnxruntime.__version__}, numpy {np.__version__}, "
            f"{platform.machine().lower()} {cpu_kind()}"
        )

    def read(self, text: str, paragraphs: Sequence[Span]) -> Analysis:
        """Sentences, words, names and attributions of the paragraphs; offsets count in `text`."""
        words = words_of(text, paragraphs, self._cutter)
        windows = walk(words, self._reader.over(words), self._windows)
        return assembled(text, words, windows, self._decoder)

    def vectors(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """One int8 unit vector of 384 bytes for each text (scaled by 127)."""
        return tuple(self._vectors.of(text) for text in texts)

    @cached_property
    def _vectors(self) -> Vectors:
        return Vectors(self._weights.folder, self._cutter, self._embeddings, self._threads)
