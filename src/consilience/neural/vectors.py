"""Sentence vectors: the original all-MiniLM-L6-v2, one sentence a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from consilience.neural.network import Embeddings, open_session
from consilience.neural.pieces import WordPieces

LONGEST = 128  # pieces of a sentence; the network was trained on so many
_LONGEST_TEXT = 4000  # characters; no 128 pieces of English are longer
SIZE = 384


class Vectors:
    """Makes unit vectors whose product says how near two sentences are in meaning."""

    def __init__(self, folder: Path, cutter: WordPieces, embeddings: Embeddings, threads: int = 1) -> None:
        self._session = open_session(folder / "vectors.onnx", threads)
        self._cutter = cutter
        self._embeddings = embeddings

    def of(self, text: str) -> bytes:
        """The vector of one text as int8, scaled by 127; of an empty text all zero."""
        inner = self._cutter.cut_all(text[:_LONGEST_TEXT])[: LONGEST - 2]
        if not inner:
            return bytes(SIZE)
        pieces = np.array([self._cutter.first, *inner, self._cutter.last])
        (vector,) = self._session.run(None, {"embedded": self._embeddings.of(pieces)})
        return bytes(np.rint(vector * 127).astype(np.int8).tobytes())
