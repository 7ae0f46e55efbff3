"""Learned heads: their files load, score in whole per mille, and do not depend on the order of the features."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.errors import ConsilienceError
from consilience.events.head import Head, best, load_head, scores

NAMES = ("edges", "happening", "pairs", "roles")


@pytest.mark.parametrize("name", NAMES)
def test_a_head_is_whole(name: str) -> None:
    head = load_head(name)
    assert head.weights.shape == (len(head.rows), len(head.labels))
    assert sum(scores(head, {}).values()) == pytest.approx(1000, abs=len(head.labels))


def test_a_missing_head_is_named() -> None:
    with pytest.raises(ConsilienceError, match=r"heads/nothing\.npz"):
        load_head("nothing")


@given(st.permutations(sorted(load_head("edges").rows)[:12]))
def test_the_order_of_features_changes_nothing(names: list[str]) -> None:
    head: Head = load_head("edges")
    weights = {name: 1.0 + len(name) % 3 for name in sorted(names)}
    assert scores(head, {name: weights[name] for name in names}) == scores(head, weights)


def test_of_equals_the_first_is_best() -> None:
    assert best({"a": 1, "b": 2, "c": 2}) == "b"
