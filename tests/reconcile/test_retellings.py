"""Which tellings give the same facts in the same order."""

from __future__ import annotations

import pytest

from consilience.reconcile.retellings import same_facts

_TEN = tuple("abcdefghij")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (_TEN, _TEN, True),
        (_TEN, _TEN[:8], True),
        (_TEN, (*_TEN[:4], *_TEN[6:]), True),
        (_TEN, (*_TEN[:3], "x", *_TEN[3:]), True),
        (_TEN, ("b", "a", *_TEN[2:]), True),
        (_TEN, _TEN[::-1], False),
        (_TEN, _TEN[:5], False),
        (_TEN, tuple("abcdeuvwxyz"), False),
        (_TEN, _TEN[:6] + tuple("qrstuvwxyz"), False),
        ((), (), False),
    ],
)
def test_same_facts(left: tuple[str, ...], right: tuple[str, ...], same: bool) -> None:
    assert same_facts(left, right) is same
    assert same_facts(right, left) is same
