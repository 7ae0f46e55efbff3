"""Weekdays against dates inside one report."""

from __future__ import annotations

import pytest

from consilience.reconcile.frame import frame
from consilience.reconcile.library import library_of
from consilience.reconcile.oddities import oddities
from tests.reconcile.build import Clause, Draft, made, story


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("The bridge fell on Monday, 14 May 2024", ["that day was a Tuesday"]),
        ("The bridge fell on Monday, May 14, 2024", ["that day was a Tuesday"]),
        ("The bridge fell on Tuesday, 14 May 2024", []),
        ("The bridge fell on Monday, 31 April 2024", []),
        ("The bridge fell on Monday", []),
    ],
)
def test_a_weekday_that_its_date_does_not_have_is_odd(words: str, because: list[str]) -> None:
    reports = [made(Draft("a.txt", f"{words}.", (Clause("The bridge fell", "fall"),), ()))]
    library = library_of(frame(story(reports), reports), reports)
    found = list(oddities(library))
    assert [d.because for d in found] == because
    assert all(d.kind == "odd" and all(side.passages for side in d.sides) for d in found)
