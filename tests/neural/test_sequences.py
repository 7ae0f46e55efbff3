from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.neural.sequences import best_lawful_tags, best_tags, span_rules, spans_of


@given(st.integers(0, 5), st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_no_other_sequence_scores_better(size: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores, start, pairs = (chance.normal(size=s).astype(np.float32) for s in ((size, 3), (3,), (3, 3)))

    def value(tags: tuple[int, ...]) -> float:
        own = sum(float(scores[i, t]) for i, t in enumerate(tags))
        return own + (float(start[tags[0]]) if tags else 0) + sum(float(pairs[a, b]) for a, b in pairwise(tags))

    best = max(value(tags) for tags in product(range(3), repeat=size))
    assert abs(value(tuple(best_tags(scores, start, pairs))) - best) < 1e-4


def test_an_inner_tag_never_follows_another_type() -> None:
    labels = ("O", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
    start, pairs = span_rules(labels)
    scores = np.array([[0, 0, 3, 0, 0], [0, 0, 0, 0, 3], [0, 0, 3, 0, 0]], np.float32)
    tags = [labels[t] for t in best_tags(scores, start, pairs)]
    for before, tag in pairwise(["O", *tags]):
        assert tag[0] != "I" or before[1:] == tag[1:]


@given(st.integers(0, 6), st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_the_short_way_is_as_good_as_the_long_one(size: int, seed: int) -> None:
    labels = ("O", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
    scores = np.random.default_rng(seed).normal(size=(size, len(labels))).astype(np.float32)
    assert best_lawful_tags(scores, *span_rules(labels)) == best_tags(scores, *span_rules(labels))


def test_equal_scores_stay_equal_however_long_the_text() -> None:
    """A float of 32 bits would lose what parts the first words once the sum is large."""
    scores = np.zeros((40_000, 2), np.float32)
    scores[:, 0] = 9
    scores[0] = (9, 9 + 1 / 1024)
    plain = np.zeros((2, 2), np.float32)
    assert best_tags(scores, np.zeros(2, np.float32), plain)[:2] == [1, 0]


def test_spans_are_read_off_the_tags() -> None:
    tags = ["B-ORG", "I-ORG", "B-ORG", "O", "B-LOC"]
    assert spans_of(tags) == [(0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "LOC")]
