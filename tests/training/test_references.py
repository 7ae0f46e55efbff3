"""The weights of pronouns: what is learned from choices, and where the margin lies."""

from __future__ import annotations

import tomllib

from training.references import Choice, Learned, margin, verdict, written

NEAR, FAR = ("near", "person"), ("far", "person")
CHOICES = [Choice(n, "they", (NEAR, FAR), (True, False)) for n in range(20)]


def test_what_is_right_gets_the_higher_weight() -> None:
    """Near topics were right each time."""
    weights = Learned(CHOICES).table()
    assert weights["near"] > 0 > weights["far"]
    assert verdict(weights, CHOICES[0])[1]


def test_learning_twice_gives_the_same_weights() -> None:
    """Nothing is drawn by chance."""
    assert Learned(CHOICES).table() == Learned(CHOICES).table()


def test_a_pronoun_without_topics_has_no_answer() -> None:
    """Its lead is below nothing."""
    assert verdict({}, Choice(0, "they", (), ())) == (-1, False)


def test_the_margin_keeps_the_wanted_share() -> None:
    """The largest set of leads whose share of right answers is as wanted."""
    verdicts = [(90, True), (80, True), (70, False), (60, True), (10, False), (-5, False)]
    assert margin(verdicts, 0.75) == 60
    assert margin(verdicts, 1.0) == 80


def test_the_table_is_toml() -> None:
    """What is written reads back."""
    assert tomllib.loads(written({"they": {"none": 3, "d0:subject": -7}}))["they"] == {"none": "3", "d0:subject": "-7"}
