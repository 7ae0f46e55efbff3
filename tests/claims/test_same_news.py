"""What two reports tell at their head: one act of the same is the news of both, another one is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consilience.claims.clauses import clauses_of
from consilience.claims.evidence import weigh
from consilience.claims.pairs import Pair
from consilience.claims.same_news import SAME_NEWS
from consilience.reconcile.frame import frame
from tests.reconcile.build import Clause, Draft, made, story

_NAMES = (("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Tarn", "place"))
_CHARGED = Clause("A docker faces charges over a fire in Tarn", "charge", (), ("A docker",))
_CHARGES = Clause("charges filed over fatal harbour fire in Tarn", "charge", (), ("charges",))
_MAYOR = Clause("charges filed against mayor Orla Vane over fire in Tarn", "charge", (), ("charges",))
_PILOT = Clause("charges filed against Brandt Ossel over fire in Tarn", "charge", (), ("charges",))
_CLIMBER = Clause("A climber dies after a fall near Tarn", "die", ("A climber",))
_WEAVER = Clause("climber from Tarn dies after fall", "die", ("climber",))
_HELP = Clause("Orla Vane helps Tarn in harbour fire", "help", ("Orla Vane",))


def _found(left: Clause, right: Clause, before: str = "", near: int = 450) -> bool:
    """Whether two clauses tell one act at the head of their reports; `before` is what stands before the right one."""
    texts = (f"{left.words}. Orla Vane, Brandt Ossel, Tarn.", f"{before}{right.words}. Orla Vane, Brandt Ossel, Tarn.")
    told = [made(Draft(f"{n}.txt", t, (c,), _NAMES)) for n, (t, c) in enumerate(zip(texts, (left, right), strict=True))]  # type: ignore[arg-type]  # names are typed
    one, other = clauses_of(frame(story(told), told), told)
    evidence = replace(weigh(one, other), clashes=())
    return any(rule(Pair(one, other, evidence, 430, near)) for rule in SAME_NEWS)


def test_one_act_at_the_head_of_two_reports_is_the_news_of_both() -> None:
    assert _found(_CHARGED, _CHARGES)


def test_further_down_it_needs_more() -> None:
    assert not _found(_CHARGED, _CHARGES, "It rained in Tarn. The ferry left. ")


def test_far_from_each_other_it_needs_more_words() -> None:
    assert not _found(_CHARGED, replace(_CHARGES, words="charges filed over harbour fraud"), near=100)


@pytest.mark.parametrize(("left", "right"), [(_MAYOR, _PILOT), (_CLIMBER, _WEAVER), (_HELP, _HELP)])
def test_others_and_light_acts_are_not_joined_by_it(left: Clause, right: Clause) -> None:
    assert not _found(left, right)
