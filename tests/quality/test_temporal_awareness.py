"""The scorer of timelines: gold as prediction scores 1, and what is wrong costs what the rule says."""

from __future__ import annotations

from quality.temporal_awareness import Row, Score, f1, rows, scored

GOLD = rows(
    "Orano\n0\tXXXX-XX-XX\t7-9-use\n1\t2024-05-02\t7-2-sank\t8-1-sinking\n1\t2024-05-02\t7-3-drowned\n2\t2024-XX-XX\t7-4-raised\n"
)


def test_rows() -> None:
    assert GOLD[1] == Row(1, "2024-05-02", ("7-2-sank", "8-1-sinking"))
    assert len(GOLD) == 4


def test_gold_as_prediction_scores_one() -> None:
    assert scored(GOLD, GOLD) == Score(4, 4, 4, 4)
    assert f1([scored(GOLD, GOLD)]) == (1.0, 1.0, 1.0)


def test_another_mention_of_the_same_event_is_the_event() -> None:
    told = [Row(3, "2024-05-02", ("8-1-sinking",)), Row(3, "2024-05-02", ("7-3-drowned",))]
    assert scored(told, GOLD) == Score(2, 2, 4, 2)


def test_a_wrong_day_and_a_wrong_order_are_wrong() -> None:
    told = [Row(1, "2023-01-01", ("7-4-raised",)), Row(2, "2024-05-02", ("7-2-sank",))]
    assert scored(told, GOLD) == Score(3, 1, 4, 1)


def test_what_has_no_place_counts_for_nothing() -> None:
    assert scored([Row(0, "XXXX-XX-XX", ("7-9-use",))], GOLD) == Score(0, 0, 4, 0)
