"""Vectors of the original sentence encoder: python -m training.sentence_reference MODEL STORIES.jsonl OUT.npz [PIECES]

MODEL is the folder of all-MiniLM-L6-v2 with model.safetensors and vocab.txt. OUT takes `titles` and `texts` (n, 384) of the
reports that have a title, in their order, in float32; texts are cut at PIECES word pieces (128, as the engine cuts them;
the original's own default is 256). `quality/vectors.py` compares the engine's vectors with them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from quality.vectors import titled

from consilience.neural.pieces import WordPieces
from consilience.neural.vectors import LONGEST
from training.export import load_sentence_network
from training.network import SentenceNetwork


def vector(network: SentenceNetwork, cutter: WordPieces, text: str, longest: int) -> NDArray[np.float32]:
    """The unit vector of one text."""
    pieces = [cutter.first, *cutter.cut_all(text)[: longest - 2], cutter.last]
    with torch.no_grad():
        embedded = network.enc.embeddings.word_embeddings(torch.tensor(pieces))
        found: NDArray[np.float32] = network(embedded).numpy()
    return found


def main(model: Path, stories: Path, out: Path, longest: int = LONGEST) -> None:
    """Writes the vectors of all titles and texts."""
    torch.set_num_threads(1)
    network = load_sentence_network(model / "model.safetensors")
    cutter = WordPieces((model / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n"))
    titles, texts = (
        np.array([vector(network, cutter, text, longest) for text in column]) for column in titled(stories)
    )
    np.savez(out, titles=titles, texts=texts)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), *map(int, sys.argv[4:5]))
