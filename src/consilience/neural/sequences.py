"""The best sequence of tags under scores a word and scores a pair of neighbours (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NEVER = np.float32(-1e4)


def best_tags(scores: Floats, start: Floats, pairs: Floats) -> list[int]:
    """Tags of n words from scores (n, k), start scores (k,) and pair scores (k, k); ties go to the lower number."""
    if len(scores) == 0:
        return []
    reached = scores[0] + start
    back: list[NDArray[np.int64]] = []
    columns = np.arange(len(start))
    for row in scores[1:]:
        through = reached[:, None] + pairs
        best = through.argmax(0)
        back.append(best)
        reached = through[best, columns] + row
    tags = [int(reached.argmax())]
    for best in reversed(back):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]


def span_rules(labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Start and pair scores that forbid an I-tag which does not go on with a span of its own type."""
    start = np.array([NEVER if b[0] == "I" else 0 for b in labels], np.float32)
    pairs = np.array([[NEVER if b[0] == "I" and a[1:] != b[1:] else 0 for b in labels] for a in labels], np.float32)
    return start, pairs


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans of BIO tags as (first, last, type), half open."""
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag[0] == "B":
            found.append((index, index + 1, tag[2:]))
        elif tag[0] == "I":
            first, _, kind = found[-1]
            found[-1] = (first, index + 1, kind)
    return found
