"""The best sequence of tags under scores a word and scores a pair of neighbours (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Sums = NDArray[np.float64]  # holds sums of rounded scores of any text without loss, so that equal ones stay equal
NEVER = np.float32(-1e4)


def best_tags(scores: Floats, start: Floats, pairs: Floats) -> list[int]:
    """Tags of n words from scores (n, k), start scores (k,) and pair scores (k, k); ties go to the lower number."""
    if len(scores) == 0:
        return []
    rows = scores.astype(np.float64)
    between = np.ascontiguousarray(pairs.T, np.float64)
    reached: Sums = rows[0] + start
    back: list[NDArray[np.int64]] = []
    for row in rows[1:]:
        through = between + reached
        back.append(through.argmax(1))
        reached = through.max(1)
        reached += row
    tags = [int(reached.argmax())]
    for best in reversed(back):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]


def best_lawful_tags(scores: Floats, start: Floats, pairs: Floats) -> list[int]:
    """The same for pair scores that only forbid: where each word's best tag may follow the one before, that is the best."""
    greedy = scores.argmax(1)
    if len(greedy) and not start[greedy[0]] and not pairs[greedy[:-1], greedy[1:]].any():
        tags: list[int] = greedy.tolist()
        return tags
    return best_tags(scores, start, pairs)


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
