"""The losses, checked against counting every possibility."""

# ruff: noqa: E402 (without torch the whole module is skipped before it imports what needs it)

import math
from itertools import pairwise, product
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: the extra `training` is needed")

from training.losses import NEVER, allowed_loss, mean_loss, sequence_loss
from training.records import UNKNOWN


def test_unknown_targets_count_nothing() -> None:
    scores = torch.tensor([[2.0, 0.0], [0.0, 5.0]])
    assert mean_loss(scores, torch.tensor([0, UNKNOWN])).item() == pytest.approx(math.log(1 + math.exp(-2)))
    assert mean_loss(scores, torch.tensor([UNKNOWN, UNKNOWN])).item() == 0


def test_labels_allowed_together_share_their_probability() -> None:
    scores = torch.log(torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.1, 0.8]]))
    assert allowed_loss(scores, torch.tensor([0b011, 0]), torch.ones(2)).item() == pytest.approx(
        -math.log(0.5), abs=1e-5
    )
    twice = allowed_loss(scores, torch.tensor([0b011, 0]), torch.tensor([2.0, 1.0]))
    assert twice.item() == pytest.approx(-2 * math.log(0.5), abs=1e-5)
    assert allowed_loss(scores, torch.tensor([0b111, 0b100]), torch.ones(2)).item() == pytest.approx(
        -math.log(0.8) / 2, abs=1e-5
    )


def legal(tags: tuple[int, ...]) -> bool:
    before = (0, *tags[:-1])
    return all(tag % 2 or not tag or last in (tag, tag - 1) for last, tag in zip(before, tags, strict=True))


def test_the_sequence_loss_is_the_share_of_the_right_sequence_among_all_legal_ones() -> None:
    torch.manual_seed(1)
    pairs = torch.randn(5, 5)
    right = (1, 2, 0)
    scores = [torch.randn(3, 5), torch.randn(1, 5)]

    def total(score: Any, tags: tuple[int, ...]) -> float:
        moves = sum(pairs[a, b].item() for a, b in pairwise(tags))
        return float(moves + sum(score[i, t].item() for i, t in enumerate(tags)))

    expected = 0.0
    for score, tags in zip(scores, (right, (3,)), strict=True):
        every = [total(score, t) for t in product(range(5), repeat=len(tags)) if legal(t)]
        expected += math.log(sum(map(math.exp, every))) - total(score, tags)
    found = sequence_loss(scores, [torch.tensor(right), torch.tensor((3,))], pairs)
    assert found.item() == pytest.approx(expected, abs=1e-3)


def test_what_is_forbidden_is_far_below_any_score() -> None:
    assert NEVER <= -1000
