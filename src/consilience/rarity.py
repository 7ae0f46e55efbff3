"""How rare a word is in news, from a frozen table; the header of `data/word_frequencies.toml` says what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from consilience import lexicons

RAREST = 700
"""The weight of a word that the table does not know."""


@cache
def weights() -> Mapping[str, int]:
    """The weight of every word that is no rarest word: 100 times the natural logarithm of its rarity."""
    bands = lexicons.table("word_frequencies", "words")
    return MappingProxyType({word: int(weight) for weight, listed in bands.items() for word in listed.split()})


def rarity(word: str) -> int:
    """The weight of a folded word, 0 (in every text) to RAREST."""
    return weights().get(word, RAREST)
