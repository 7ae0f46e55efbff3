"""The figures that a page shows of its own errors: bundled, named, and said on what they were counted."""

from __future__ import annotations

from html import unescape
from typing import get_args

from consilience.model.account import DifferenceScope, Stake, Standing
from consilience.present.method import badge_errors, measured
from consilience.present.page import page
from tests.present.accounts import findings


def test_every_figure_names_its_measure_and_what_it_was_counted_on() -> None:
    assert measured()
    for row in measured():
        assert all((row.what, row.measure, row.figure, row.counted_on)), row


def test_every_badge_has_a_row_and_some_are_counted() -> None:
    badges = {*get_args(Standing), *get_args(Stake), *get_args(DifferenceScope)}
    assert {row.badge for row in badge_errors()} == badges
    counted = [row for row in badge_errors() if row.wrong]
    assert {row.badge for row in counted} >= set(get_args(Standing))
    assert all(row.counted_on for row in counted)


def test_the_page_shows_all_of_them() -> None:
    shown = unescape(page(findings()))
    for row in measured():
        assert row.what in shown
        assert row.figure in shown
    assert all(f"wrong: {row.wrong}" in shown for row in badge_errors() if row.wrong)
