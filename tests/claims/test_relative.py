"""Likeness of clauses beside all others of their story."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from consilience.claims.clauses import Clause
from consilience.claims.relative import Likeness

_vectors = st.lists(st.binary(min_size=384, max_size=384), min_size=2, max_size=6)


def _clauses(vectors: list[bytes]) -> list[Clause]:
    return [cast(Clause, SimpleNamespace(proposition=SimpleNamespace(vector=v))) for v in vectors]


@given(_vectors)
def test_it_is_the_same_from_both_sides_and_lies_within_bounds(vectors: list[bytes]) -> None:
    likeness = Likeness(_clauses(vectors))
    for a in range(len(vectors)):
        for b in range(len(vectors)):
            assert likeness.of(a, b) == likeness.of(b, a)
            assert -1001 <= likeness.of(a, b) <= 1001


def test_a_clause_without_a_vector_is_like_none() -> None:
    likeness = Likeness(_clauses([b"", bytes(range(128)) * 3, bytes(range(1, 129)) * 3]))
    assert likeness.of(0, 1) == 0


def test_what_all_share_does_not_make_two_alike() -> None:
    common = [60] * 300
    rows = [bytes(common + [90 if n == i else 0 for n in range(84)]) for i in range(6)]
    likeness = Likeness(_clauses([*rows, rows[0]]))
    assert likeness.of(0, 6) > 900
    assert likeness.of(0, 1) < 700
