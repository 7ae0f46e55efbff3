"""Small learned heads: whole numbers in, whole numbers out, so that a decision is the same on every machine."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.lexicons import numbers

Whole = NDArray[np.int64]
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


def head(name: str) -> Linear:
    """The head called `name` of the package's table; its last row is the bias."""
    *rows, bias = numbers(_FILE, name)
    return Linear(tuple(rows), bias)


def threshold(name: str) -> int:
    """The score from which the head called `name` says yes."""
    ((value,),) = numbers(_FILE, f"{name}_from")
    return value


def share(logit: int) -> int:
    """The probability that a per mille logit stands for, per mille."""
    return round(1000 / (1 + math.exp(-max(-30_000, min(30_000, logit)) / 1000)))


def vector(raw: bytes) -> Whole:
    """An int8 vector as whole numbers that can be multiplied without overflow."""
    return np.frombuffer(raw, np.int8).astype(np.int64)


def cosines(left: Whole, right: Whole) -> Whole:
    """Likeness per mille of each row of `left` (n, d) with each row of `right` (m, d): (n, m)."""
    sizes = np.sqrt((left * left).sum(1).astype(np.float64))[:, None] * np.sqrt(
        (right * right).sum(1).astype(np.float64)
    )
    found: Whole = np.rint(1000 * (left @ right.T) / np.maximum(sizes, 1e-9)).astype(np.int64)
    return found


def per_mille(part: int, whole: int) -> int:
    """`part` of `whole` in thousandths, rounded down; nothing of nothing is nothing."""
    return 1000 * part // whole if whole else 0
