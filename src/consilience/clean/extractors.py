"""Two readers of whole pages that vote on its blocks: trafilatura, and our own by length, links and plain words."""

from __future__ import annotations

import re

from consilience.clean.layer import Block, Layer

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# Beyond these trafilatura's parser takes long or gives up; our own readers decide alone.
_LARGEST_PAGE = 5_000_000
_DEEPEST_PAGE = 500
_MOST_ATTRIBUTES = 1_000
_MOST_CELLS = 10_000
_MOST_TAGS = 100_000
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_LONG, _SHORT = 200, 70
_MANY_LINKS = 200
_REACH = 15


def trafilatura_vote(page_text: str, layer: Layer) -> tuple[int, ...] | None:
    """Per mille of each block that stands in what trafilatura takes for the main text; None where it gives nothing."""
    if len(page_text) > _LARGEST_PAGE or _is_hostile(page_text, layer):
        return None
    lines = _main_text(page_text).splitlines()
    found = [tuple(_words(line)) for line in lines]
    if not any(found):
        return None
    whole = frozenset(found)
    every = [word for line in found for word in line]
    shingles = frozenset(zip(*(every[i:] for i in range(_SHINGLE)), strict=False))
    return tuple(_share(_words(layer.text[b.span.start : b.span.end]), whole, shingles) for b in layer.blocks)


def _is_hostile(page_text: str, layer: Layer) -> bool:
    """Whether the markup nests or repeats so that trafilatura would take long, at worst the square of its size."""
    if layer.depth > _DEEPEST_PAGE or layer.widest > _MOST_ATTRIBUTES:
        return True
    return page_text.count("<") > _MOST_TAGS or len(_CELL.findall(page_text)) > _MOST_CELLS


def _main_text(page_text: str) -> str:
    from trafilatura import extract

    try:
        found = extract(page_text, fast=True, favor_recall=True, include_comments=False, output_format="txt")
    except Exception:  # another library's reading of broken markup may fail in any way; the page has other voters
        return ""
    return found if isinstance(found, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _share(words: list[str], lines: frozenset[tuple[str, ...]], shingles: frozenset[tuple[str, ...]]) -> int:
    if len(words) < _SHINGLE or tuple(words) in lines:
        return 1000 if words and tuple(words) in lines else 0
    own = list(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
    return 1000 * sum(shingle in shingles for shingle in own) // len(own)


def plain_vote(layer: Layer) -> tuple[bool, ...]:
    """Whether each block reads as running text: long enough, few links, stops and commas, or between blocks that are (after
    jusText, Pomikálek 2011)."""
    own = [_kind(layer.text[block.span.start : block.span.end], block) for block in layer.blocks]
    near = [_near(own, i) if kind == "short" else kind for i, kind in enumerate(own)]
    return tuple(_settled(near, i) for i in range(len(near)))


def _kind(text: str, block: Block) -> str:
    size = block.span.end - block.span.start
    if 1000 * block.linked > _MANY_LINKS * size:
        return "bad"
    if size < _SHORT:
        return "bad" if block.linked else "short"
    ends = text.rstrip(" \"'”’»)").endswith((".", "!", "?", "…", ":", "。"))
    if ends or sum(text.count(mark) for mark in ", . ".split()) > 2:
        return "good" if size > _LONG else "near good"
    return "bad"


def _near(kinds: list[str], at: int) -> str:
    before, after = _around(kinds, at)
    if before == after:
        return before
    return "near good" if "near good" in {before, after} and "good" in {before, after} else "bad"


def _settled(kinds: list[str], at: int) -> bool:
    if kinds[at] != "near good":
        return kinds[at] == "good"
    return _around(kinds, at) != ("bad", "bad")


def _around(kinds: list[str], at: int) -> tuple[str, str]:
    """The nearest decided kinds before and after a block, within reach; "bad" where there is none."""
    before, after = kinds[max(0, at - _REACH) : at], kinds[at + 1 : at + 1 + _REACH]
    return _first(before[::-1]), _first(after)


def _first(kinds: list[str]) -> str:
    return next((kind for kind in kinds if kind in {"good", "bad"}), "bad")
