"""Words as they are compared: folded, split, in shingles; the one place that says when two spellings are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "\u00a0": " "})


def plain_marks(text: str) -> str:
    """The text with typographic quotation marks and dashes as typewriter ones; one character for one."""
    return text.translate(_MARKS)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, accents off, plain marks: two spellings that fold alike are compared as one."""
    decomposed = unicodedata.normalize("NFKD", plain_marks(text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text in order; marks and punctuation are left out."""
    return tuple(_WORD.findall(fold(text)))


def shingles(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """All runs of `size` folded words; a shorter text is one run."""
    listed = words(text)
    if len(listed) <= size:
        return frozenset((listed,)) if listed else frozenset()
    return frozenset(listed[i : i + size] for i in range(len(listed) - size + 1))


def cosine(left: bytes, right: bytes) -> int:
    """Likeness of two int8 unit vectors, per mille (-1000 to 1000); computed in integers, so it is the same everywhere."""
    a, b = vector(left), vector(right)
    size = int((a * a).sum()) * int((b * b).sum())
    return 0 if size == 0 else round(1000 * int((a * b).sum()) / size**0.5)


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
