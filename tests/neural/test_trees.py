from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.neural.trees import _best_rooted, _priced, best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root and a way to it from every word."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@given(st.integers(1, 4), st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_no_other_tree_scores_better(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    rows = np.arange(size)
    best = max(scores[rows, heads].sum() for heads in product(range(size + 1), repeat=size) if is_tree(heads))
    found = best_tree(scores)
    assert is_tree(tuple(int(h) for h in found))
    assert abs(scores[rows, found].sum() - best) < 1e-9


def test_a_long_ring_of_words_becomes_a_tree() -> None:
    size = 240
    scores = np.zeros((size, size + 1))
    scores[np.arange(size), (np.arange(size) + 1) % size + 1] = 5.0
    assert is_tree(tuple(int(h) for h in best_tree(scores)))


@given(st.integers(1, 30), st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_equal_scores_end_in_one_tree(size: int, seed: int) -> None:
    """Many words as likely to be the root, many arcs as likely as others."""
    scores = np.random.default_rng(seed).integers(0, 2, size=(size, size + 1)).astype(float)
    found = best_tree(scores)
    assert is_tree(tuple(int(h) for h in found))
    assert (best_tree(scores) == found).all()


def test_trying_roots_and_pricing_them_agree() -> None:
    for seed in range(40):
        scores = np.random.default_rng(seed).normal(size=(12, 13))
        scores[np.arange(12), np.arange(1, 13)] = -1e9
        scores[:, 0] += 2
        tried = _best_rooted(scores)
        assert tried is None or (tried == _priced(scores)).all()
