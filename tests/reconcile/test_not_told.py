"""What reports themselves say is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile import told
from tests.reconcile.build import Draft
from tests.reconcile.worlds import account_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The price of the mill has not been disclosed.", "not disclosed"),
        ("Neither owner has disclosed the price.", "not disclosed"),
        ("The guard declined to comment.", "declined"),
        ("Who opened the gate is unclear.", "unclear"),
        ("Her words could not be independently verified.", "unclear"),
        ("The talks go on at a later date.", "planned without a day"),
    ],
)
def test_gaps_that_are_told(text: str, kind: str) -> None:
    (gap,) = account_of([Draft("1.txt", text)]).not_told
    assert (gap.kind, gap.text) == (kind, text)


@pytest.mark.parametrize(
    "text",
    ["The owner has disclosed the price.", "The sky was clear.", "She answered every question.", "It is known to all."],
)
def test_what_is_told_is_no_gap(text: str) -> None:
    assert account_of([Draft("1.txt", text)]).not_told == ()


def test_a_gap_told_twice_in_the_same_words_stands_once() -> None:
    text = "The price of the mill has not been disclosed."
    assert len(account_of([Draft("1.txt", text), Draft("2.txt", text)]).not_told) == 1


READ = [
    (
        "Ada Brook has run the mill for ten years. She declined to say who had paid for the wall.",
        ["She [Ada Brook] declined to say who had paid for the wall."],
    ),
    (
        "Two bombs lay in the yard, the mayor said. Ada Brook would not say whether she had seen any of them.",
        ["Ada Brook would not say whether she had seen any of them."],
    ),
    (
        "The mayor, Ode Harl, declined to comment. Her office did not respond to questions.",
        [
            "The mayor, Ode Harl, declined to comment.",
            "Her [the mayor, Ode Harl's] office did not respond to questions.",
        ],
    ),
    ("Ada Brook clarified that her words were not about the “beauty” of the wall.", []),
]


@pytest.mark.parametrize(("text", "shown"), READ)
def test_a_gap_says_whose_it_is_and_stands_once(tmp_path: Path, text: str, shown: list[str]) -> None:
    assert [gap.legible or gap.text for gap in told.account_of(tmp_path, text).not_told] == shown
