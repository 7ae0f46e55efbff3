"""Measures of one thing: which noun a number measures, and which values meet."""

from __future__ import annotations

import pytest

from consilience.reconcile.measures import _camps, _thing, _Told
from tests.builders import parsed


@pytest.mark.parametrize(
    ("parse", "number", "noun"),
    [
        ("the/the/DT/4/det 5/5/CD/3/nummod kg/kg/NN/4/compound bell/bell/NN/0/root", "kg", "bell"),
        ("The/the/DT/2/det bell/bell/NN/3/nsubj weighs/weigh/VBZ/0/root 5/5/CD/5/nummod kg/kg/NN/3/obj", "kg", "bell"),
        (
            "bell/bell/NN/0/root of/of/IN/3/case Ode/Ode/NNP/1/nmod which/which/WDT/5/nsubj weighs/weigh/VBZ/3/acl:relcl "
            "5/5/CD/7/nummod kg/kg/NN/5/obj",
            "kg",
            "bell",
        ),
        ("bell/bell/NN/0/root of/of/IN/4/case 5/5/CD/4/nummod kg/kg/NN/1/nmod", "kg", "bell"),
        ("found/find/VBD/0/root 5/5/CD/3/nummod kg/kg/NN/1/obj of/of/IN/5/case rope/rope/NN/3/nmod", "kg", None),
        ("bell/bell/NN/0/root 5/5/CD/3/nummod kg/kg/NN/6/obl:npmod from/from/IN/6/case the/the/DT/6/det sea/sea/NN/1/nmod",
         "kg", None),
    ],
)  # fmt: skip
def test_what_a_number_measures(parse: str, number: str, noun: str | None) -> None:
    tokens = parsed(parse).tokens
    at = next(i for i, token in enumerate(tokens) if token.word == number)
    thing = _thing(tokens, at)
    assert (tokens[thing].word if thing is not None else None) == noun


def _value(low: float, high: float) -> _Told:
    return _Told("r", str(low), low, high, ())


def test_values_that_meet_stand_together() -> None:
    about = _value(285.0, 315.0)
    assert [len(c) for c in _camps([_value(300.0, 300.0), about, _value(450.0, 450.0)])] == [2, 1]
    assert [len(c) for c in _camps([_value(310.0, 310.0), about])] == [2]
