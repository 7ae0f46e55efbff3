"""Words without their endings: enough to see that "inspections" and "inspected" share a root, no more."""

from __future__ import annotations

from functools import lru_cache

from consilience.lexicons import word_set
from consilience.wording import words

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ors", "or", "ers", "er", "ed", "es", "'s", "s", "e",
)  # fmt: skip
_SHORTEST = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending; at least three letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words in order, function words left out."""
    light = word_set("function_words", "english")
    return tuple(stem(word) for word in words(text) if word not in light)
