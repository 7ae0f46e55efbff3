"""A small learned head: a linear model over named features and a sentence vector, kept as one numpy file in `data/`.

The features of a text are scaled to length 1; the vector is scaled by the file's `share`. Scores are whole per mille.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from consilience.errors import ConsilienceError

_GRID = 4096.0  # sums are rounded to this grid, so that the last bit of a float decides nothing
_KEYS = ("names", "labels", "weights", "scales", "dense", "dense_scales", "bias", "share")


@dataclass(frozen=True, slots=True)
class Head:
    """Labels in order, rows by feature name, (rows, labels) and (vector, labels) weights, and (labels) biases."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float64]
    dense: NDArray[np.float64]
    bias: NDArray[np.float64]
    share: float


@cache
def load_head(name: str) -> Head:
    """The head in `data/heads/NAME.npz`; raises ConsilienceError where the file is missing or damaged."""
    try:
        with as_file(files("consilience").joinpath("data", "heads", f"{name}.npz")) as path, np.load(path) as stored:
            raw = {key: stored[key] for key in _KEYS}
    except (OSError, ValueError, KeyError) as error:
        raise ConsilienceError(
            f"data/heads/{name}.npz is missing or damaged ({error}); install consilience again"
        ) from error
    names = bytes(raw["names"]).decode("utf-8").split("\n")
    return Head(
        labels=tuple(bytes(raw["labels"]).decode("utf-8").split("\n")),
        rows={feature: row for row, feature in enumerate(names)},
        weights=raw["weights"].astype(np.float64) * raw["scales"],
        dense=raw["dense"].astype(np.float64) * raw["dense_scales"],
        bias=raw["bias"].astype(np.float64),
        share=float(raw["share"]),
    )


def scores(head: Head, features: Mapping[str, float], vector: bytes = b"") -> dict[str, int]:
    """The probability of each label, per mille; `vector` is an int8 sentence vector scaled by 127."""
    known = sorted(head.rows[f] for f in features if f in head.rows)
    by_row = {head.rows[f]: weight for f, weight in features.items() if f in head.rows}
    sums = head.bias.copy()
    if known:
        values = np.array([by_row[row] for row in known])
        sums += (values / np.sqrt(np.sum(values * values))) @ head.weights[known]
    if len(head.dense) and vector:
        sums += (np.frombuffer(vector, np.int8).astype(np.float64) / 127 * head.share) @ head.dense
    grid = np.rint(sums * _GRID) / _GRID
    raised = np.exp(grid - grid.max())
    return {label: int(value) for label, value in zip(head.labels, np.rint(1000 * raised / raised.sum()), strict=True)}


def best(scored: Mapping[str, int]) -> str:
    """The label with the highest score; of equals the first in the head's order."""
    return max(scored, key=lambda label: scored[label])
