"""The labels of each head."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME_TYPES = ("PERSON", "LOC", "ORG", "NORP", "DATE", "MONEY", "FAC", "PRODUCT", "MISC")
_LEAST_MORPH, _LEAST_LEMMA = 2, 3  # a rarer label cannot be learned


@dataclass(frozen=True, slots=True)
class LabelTable:
    """The labels of the heads in the order of their numbers."""

    xpos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    relation: tuple[str, ...]
    name: tuple[str, ...]
    sentence: tuple[str, ...] = ("0", "1")

    def numbers(self, head: str) -> Mapping[str, int]:
        """The number of each label of the head with that field name."""
        labels: tuple[str, ...] = getattr(self, head)
        return {label: number for number, label in enumerate(labels)}


_KEYS = {"xpos": "x", "morph": "m", "lemma": "l", "relation": "d", "name": "n", "sentence": "s"}


def read_labels(path: Path) -> LabelTable:
    """The table stored in a labels.json."""
    stored = json.loads(path.read_text("utf-8"))
    return LabelTable(**{field: tuple(stored[key]) for field, key in _KEYS.items()})


def write_labels(table: LabelTable, pairs: Iterable[tuple[int, int]], path: Path) -> None:
    """Stores the table as the engine loads it; `pairs` are the numbers of a tag and of features that one word may have."""
    morphs: list[list[int]] = [[] for _ in table.xpos]
    for tag, morph in sorted(set(pairs)):
        morphs[tag].append(morph)
    stored = {key: getattr(table, field) for field, key in _KEYS.items()}
    path.write_text(json.dumps(stored | {"p": morphs}), "utf-8")


@dataclass(frozen=True, slots=True)
class WordLabels:
    """What a treebank says of one word, in its own labels."""

    xpos: str
    morph: str
    lemma: str
    relation: str


def make_labels(words: Iterable[WordLabels]) -> LabelTable:
    """All labels frequent enough to be learned, sorted."""
    counts: dict[str, Counter[str]] = {head: Counter() for head in ("xpos", "morph", "lemma", "relation")}
    for word in words:
        for head, counter in counts.items():
            counter[getattr(word, head)] += 1
    names = ("O", *(f"{place}-{kind}" for kind in NAME_TYPES for place in "BI"))
    return LabelTable(
        xpos=tuple(sorted(counts["xpos"])),
        morph=tuple(sorted(k for k, n in counts["morph"].items() if n >= _LEAST_MORPH)),
        lemma=tuple(sorted(k for k, n in counts["lemma"].items() if n >= _LEAST_LEMMA)),
        relation=tuple(sorted(counts["relation"])),
        name=names,
    )
