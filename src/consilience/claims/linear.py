"""Small learned heads: whole numbers in, whole numbers out, so that a decision is the same on every machine."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from consilience.lexicons import numbers
from consilience.wording import Whole

_FILE = "claim_heads"
_PARTS = 1_000_000  # weights count in millionths of a thousandth of a logit


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear head: `weights` (kinds, features) and `bias` (kinds) in millionths of a per mille of a logit."""

    weights: tuple[tuple[int, ...], ...]
    bias: tuple[int, ...]

    def scores(self, features: Whole) -> Whole:
        """Per mille logits (n, kinds) for features (n, features)."""
        weights = np.array(self.weights, np.int64).T
        found: Whole = (features @ weights + np.array(self.bias, np.int64)) // _PARTS
        return found


def head(name: str, file: str = _FILE) -> Linear:
    """The head called `name` of a table of the package; its last row is the bias."""
    *rows, bias = numbers(file, name)
    return Linear(tuple(rows), bias)


def threshold(name: str, file: str = _FILE) -> int:
    """The score from which the head called `name` says yes."""
    ((value,),) = numbers(file, f"{name}_from")
    return value


def share(logit: int) -> int:
    """The probability that a per mille logit stands for, per mille."""
    return round(1000 / (1 + math.exp(-max(-30_000, min(30_000, logit)) / 1000)))


def per_mille(part: int, whole: int) -> int:
    """`part` of `whole` in thousandths, rounded down; nothing of nothing is nothing."""
    return 1000 * part // whole if whole else 0
