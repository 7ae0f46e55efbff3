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
    """Additions by form in lower case (tags), by the ending of other forms (tags), by relation and head's tag (tags), and by
    form (both name heads)."""

    tags: Additions
    endings: Additions
    relations: Additions
    names: Additions
    within: Additions

    def of_words(self, scores: NDArray[np.float32], words: Sequence[str]) -> NDArray[np.float32]:
        """The scores of tags (words, labels) with what each word's form says, or its ending where the form is rare."""
        forms = [word.lower() for word in words]
        rare = ("" if form in self.tags.rows else ending(word) for form, word in zip(forms, words, strict=True))
        return self.endings.to(self.tags.to(scores, forms), rare)


def ending(word: str) -> str:
    """What a word shows that was hardly ever counted: the kind of its first two characters, and its last three."""
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else "." for c in word[:2])
    return f"{kinds} {word[-3:].lower()}"


def read_hints(folder: Path, tags: Sequence[str], names: Sequence[str]) -> Hints:
    """The additions of `hints.json` and `endings.json` in the folder, with labels as numbers."""
    stored = json.loads((folder / "hints.json").read_text("utf-8"))
    return Hints(
        additions(stored["tags"], tags),
        additions(json.loads((folder / "endings.json").read_text("utf-8")), tags),
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
