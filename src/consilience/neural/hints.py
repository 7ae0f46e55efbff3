"""What the training corpora say of a word by itself, as small additions to the network's scores.

A network that reads whole sentences forgets single words; a count remembers them. For a label seen k times with a form,
where the label's share of all words is v, the addition is weight * log(1 + k / (2 v)): the log of the Bayes estimate of the
label given the form over the label's own share, with a prior worth two words (MacKay and Peto 1995, A hierarchical
Dirichlet language model). Additions are multiples of 1/1024, as all scores are, so that sums stay exact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

STEP = 1024


@dataclass(frozen=True, slots=True)
class Additions:
    """The row of each key in `values` (keys + 1, labels); row 0 adds nothing."""

    rows: Mapping[str, int]
    values: NDArray[np.float32]

    def to(self, scores: NDArray[np.float32], keys: Iterable[str]) -> NDArray[np.float32]:
        """The scores (words, labels) with what is known of each word's key."""
        return scores + self.values[[self.rows.get(key, 0) for key in keys]]


@dataclass(frozen=True, slots=True)
class Hints:
    """Additions by form in lower case (tags), by relation and head's tag (tags), and by form (both name heads)."""

    tags: Additions
    relations: Additions
    names: Additions
    within: Additions


def read_hints(path: Path, tags: Sequence[str], names: Sequence[str]) -> Hints:
    """The file's additions, with labels as numbers."""
    stored = json.loads(path.read_text("utf-8"))
    return Hints(
        additions(stored["tags"], tags),
        additions(stored["relations"], tags),
        additions(stored["names"], names),
        additions(stored["within"], names),
    )


def additions(table: Mapping[str, Mapping[str, int]], labels: Sequence[str]) -> Additions:
    """From steps by key and label."""
    place = {label: number for number, label in enumerate(labels)}
    values = np.zeros((len(table) + 1, len(labels)), np.float32)
    for row, added in enumerate(table.values(), 1):
        values[row, [place[label] for label in added]] = list(added.values())
    return Additions({key: row for row, key in enumerate(table, 1)}, values / np.float32(STEP))
