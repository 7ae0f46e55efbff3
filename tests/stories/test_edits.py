"""What was changed between two stretches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.model.spans import Span
from consilience.stories.edits import edits


def changed(left: str, right: str) -> list[tuple[str, str]]:
    found = edits(left, Span(0, len(left)), right, Span(0, len(right)))
    return [(left[slice(*e.left)], right[slice(*e.right)]) for e in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The sawmill burned.", "The sawmill burned.", []),
        ("The sawmill burned", "THE sawmill — burned!", []),
        ("The old sawmill burned.", "The sawmill burned.", [("old", "")]),
        ("The sawmill burned.", "The big sawmill burned.", [("", "big")]),
        ("A fire broke out.", "A blaze broke out.", [("fire", "blaze")]),
        ("", "A fire.", [("", "A fire")]),
    ],
)
def test_edits_are_words_put_in_taken_out_or_replaced(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert changed(left, right) == expected


def test_edits_point_into_the_stretch_and_not_beside_it() -> None:
    text, other = "Before. The sawmill burned. After.", "The mill burned."
    (found,) = edits(text, Span(8, 27), other, Span(0, 16))
    assert (text[slice(*found.left)], other[slice(*found.right)]) == ("sawmill", "mill")


_LISTED = st.lists(st.sampled_from("ash birch cedar dogwood elm fir".split()), max_size=12).map(" ".join)


@given(_LISTED, _LISTED)
def test_putting_the_edits_in_makes_the_other_text(left: str, right: str) -> None:
    made, at = [], 0
    for edit in edits(left, Span(0, len(left)), right, Span(0, len(right))):
        made += left[at : edit.left.start].split() + right[slice(*edit.right)].split()
        at = edit.left.end
    assert made + left[at:].split() == right.split()
