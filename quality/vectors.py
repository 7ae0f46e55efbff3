"""Scores sentence vectors: python quality/vectors.py STORIES.jsonl [REFERENCE.npz]

STORIES holds reports, JSON Lines with title and text. Among all reports that have a title, each title asks for its own text:
the measure is the mean reciprocal rank of that text when all texts are ranked by the product of the vectors, and the share of
titles whose own text comes first. A text of the same rank counts before the own one.

REFERENCE holds `titles` and `texts`, vectors of the same reports by another encoder, as `training/sentence_reference.py`
writes them for the original one; the same figures are then given for it, and the ratio.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consilience.engines import Engine, load_engine

Floats = NDArray[np.float64]


def titled(path: Path) -> tuple[list[str], list[str]]:
    """Titles and texts of the reports that have a title."""
    rows = (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())
    kept = [(row["title"], row["text"]) for row in rows if (row.get("title") or "").strip()]
    return [title for title, _ in kept], [text for _, text in kept]


def vectors(engine: Engine, texts: Sequence[str]) -> Floats:
    """(n, 384) from the engine's bytes."""
    return np.array([np.frombuffer(v, np.int8) for v in engine.vectors(texts)], np.float64)


def ranks(titles: Floats, texts: Floats) -> list[int]:
    """The rank of each title's own text, from 1; (n, d) and (n, d), row by row the same report."""
    likeness = titles @ texts.T
    own = np.diag(likeness)[:, None]
    listed: list[int] = (likeness >= own).sum(1).tolist()
    return listed


def mean_reciprocal(found: Sequence[int]) -> float:
    """The mean of one over the rank."""
    return sum(1 / rank for rank in found) / len(found) if found else 0.0


def told(name: str, found: Sequence[int]) -> str:
    """One line of the answer."""
    first = sum(rank == 1 for rank in found) / max(1, len(found))
    return (
        f"{name}: mean reciprocal rank {mean_reciprocal(found):.4f}, own text first {first:.4f} ({len(found)} titles)"
    )


def main(stories: Path, reference: Path | None = None) -> None:
    """Prints the figures of the engine, and of the reference if one is given."""
    engine = load_engine()
    titles, texts = titled(stories)
    own = ranks(vectors(engine, titles), vectors(engine, texts))
    print(told("engine", own))
    if reference is not None:
        with np.load(reference) as stored:
            other = ranks(stored["titles"].astype(np.float64), stored["texts"].astype(np.float64))
        print(told("reference", other))
        print(f"engine against reference: {mean_reciprocal(own) / mean_reciprocal(other):.4f}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
