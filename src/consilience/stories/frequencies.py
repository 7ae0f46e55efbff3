"""How rare a word is, from a frozen table; the header of `data/word_frequencies.toml` says what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from consilience import lexicons

RAREST = 700
"""The weight of a word that the table does not know."""
RARE = 450
"""The weight from which a word counts as rare: it stands in one news text of ninety or fewer."""


@cache
def weights() -> Mapping[str, int]:
    """The weight of every word that is no rarest word: 100 times the natural logarithm of its rarity."""
    bands = lexicons.table("word_frequencies", "words")
    return MappingProxyType({word: int(weight) for weight, listed in bands.items() for word in listed.split()})
