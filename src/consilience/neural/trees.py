"""The best tree over a sentence's words: Chu-Liu/Edmonds with a single root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Heads = NDArray[np.int64]
_NEVER = -1e9
_ROOT_PRICE = 1e5  # dearer than any sum of scores, so that the best tree has as few roots as can be: one
_MOST_ROOTS = 8  # words tried as the root one by one; where more are as likely, a price on roots decides


def best_tree(scores: Floats) -> Heads:
    """Heads of n words from scores (n, n + 1), column 0 the root; heads count words from 1, 0 is the root."""
    size = len(scores)
    words = np.arange(size)
    scores = scores.copy()
    scores[words, words + 1] = _NEVER
    greedy: Heads = scores.argmax(1)
    if (greedy == 0).sum() == 1 and _cycle(np.concatenate([[0], greedy])) is None:
        return greedy
    found = _best_rooted(scores)
    return _priced(scores) if found is None else found


def _best_rooted(scores: Floats) -> Heads | None:
    """The best of the trees with each word as the root, the likeliest first; None if the first few do not settle it."""
    inner = scores[:, 1:].max(1)
    bounds = scores[:, 0] - inner + inner.sum()
    best, total = None, -np.inf
    ranked = np.argsort(-bounds, kind="stable")
    for root in ranked[:_MOST_ROOTS]:
        if bounds[root] <= total:
            return best
        heads = _rooted(scores, int(root))
        reached = scores[np.arange(len(scores)), heads].sum()
        if reached > total:
            best, total = heads, reached
    return best if len(ranked) <= _MOST_ROOTS or bounds[ranked[_MOST_ROOTS]] <= total else None


def _rooted(scores: Floats, root: int) -> Heads:
    """The best tree whose root is the word at `root`."""
    square = np.full((len(scores) + 1, len(scores) + 1), _NEVER)
    square[1:, 1:] = scores[:, 1:]
    square[root + 1] = _NEVER
    square[root + 1, 0] = 0
    heads: Heads = _arborescence(square)[1:]
    return heads


def _priced(scores: Floats) -> Heads:
    """The best tree by adding the same price to every root."""
    square = np.full((len(scores) + 1, len(scores) + 1), _NEVER)
    square[1:] = scores
    square[1:, 0] -= _ROOT_PRICE
    heads: Heads = _arborescence(square)[1:]
    return heads


def _cycle(heads: Heads) -> list[int] | None:
    """The nodes of one cycle, or None; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _arborescence(scores: Floats) -> Heads:
    """Heads of all nodes from scores (dependent, head); node 0 has none."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    smaller, enters, leaves = _contracted(scores, heads, cycle, rest)
    inner = _arborescence(smaller)
    resolved = heads.copy()
    for position, node in enumerate(rest[1:], 1):
        head = int(inner[position])
        resolved[node] = cycle[leaves[position]] if head == len(rest) else rest[head]
    entry = int(inner[len(rest)])
    resolved[cycle[enters[entry]]] = rest[entry]
    return resolved


def _contracted(scores: Floats, heads: Heads, cycle: list[int], rest: list[int]) -> tuple[Floats, Heads, Heads]:
    """The scores with the cycle made one last node, and by which of its nodes each other node enters and leaves it."""
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, rest)] - kept[:, None]
    out_of = scores[np.ix_(rest, cycle)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = into.max(0) + kept.sum()
    smaller[:-1, -1] = out_of.max(1)
    smaller[0] = _NEVER
    return smaller, into.argmax(0), out_of.argmax(1)
