"""Differences of the same two camps are told once."""

from __future__ import annotations

from consilience.model.account import Side
from consilience.model.spans import Passage, Span
from consilience.reconcile.gathered import Opposed, gathered


def _side(name: str, count: int = 1) -> Side:
    return Side(name, tuple(Passage(f"r{name}", "text", Span(i, i + 1)) for i in range(count)), (f"o{name}",))


def _against(left: str, right: str) -> Opposed:
    return Opposed("denial", "conflict", (left, right), (_side(left), _side(right, 2)), "one says so, one says no")


def test_two_against_one_are_one_difference() -> None:
    (found,) = gathered([_against("a", "x"), _against("b", "x")])
    assert found.claims == ("a", "b", "x")
    assert sorted(o for side in found.sides for o in side.origins) == ["oa", "ob", "ox"]


def test_three_that_all_differ_stay_three() -> None:
    assert len(gathered([_against("a", "b"), _against("b", "c"), _against("c", "a")])) == 3


def test_unrelated_pairs_stay_apart() -> None:
    assert len(gathered([_against("a", "x"), _against("b", "y")])) == 2


def test_the_order_of_pairs_changes_nothing() -> None:
    pairs = [_against("a", "x"), _against("b", "x"), _against("b", "y")]
    assert gathered(pairs) == gathered(pairs[::-1])
