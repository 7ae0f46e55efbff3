"""One uncommon number of one thing: one claim in words that are alike, not where two acts only name the same things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consilience.claims.clauses import clauses_of
from consilience.claims.evidence import weigh
from consilience.claims.pairs import Pair
from consilience.claims.same_figure import SAME_FIGURE
from consilience.reconcile.frame import frame
from tests.reconcile.build import Clause, Draft, made, story


def _shut(number: str, unit: str, low: float) -> Clause:
    return Clause(f"guards shut {number} near the old mill", "shut", ("guards",), counts=((number, unit, low, low),))


def _vote(number: str, unit: str, low: float) -> Clause:
    words = f"dockers of all ages may vote at {number}"
    return Clause(words, "vote", ("dockers",), counts=((number, unit, low, low),))


def _found(left: Clause, right: Clause, contained: int) -> bool:
    told = [made(Draft(f"{n}.txt", f"{clause.words}.", (clause,))) for n, clause in enumerate((left, right))]
    one, other = clauses_of(frame(story(told), told), told)
    evidence = replace(weigh(one, other), clashes=(), contained=contained)
    return any(rule(Pair(one, other, evidence, 430, 600)) for rule in SAME_FIGURE)


@pytest.mark.parametrize(
    ("number", "unit", "contained", "same"),
    [("340 booths", "booth", 700, True), ("340 booths", "booth", 300, False), ("340 dollars", "USD", 300, True)],
)
def test_a_count_of_things_in_two_acts_needs_more_of_the_words(
    number: str, unit: str, contained: int, same: bool
) -> None:
    assert _found(_shut(number, unit, 340), _vote(number, unit, 340), contained) is same
