"""The line classifier: how much a line, seen beside its neighbours, reads like a report's text.

Boosted trees over integer features, trained by `training/furniture_lines.py`; evaluated here in integers, so that the same
page gives the same scores everywhere.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consilience.clean.lines import Line, ends_as_sentence, function_share, is_capitals, sentence_stops

_PAGE_WORD = re.compile(
    r"read more|share|comment|subscribe|sign up|log ?in|newsletter|cookie|copyright|©|all rights|related|advert|follow us|"
    r"click|menu|search|photo|image|e-?mail|facebook|twitter|views|print|trending|most (?:read|popular)|back to top|loading|"
    r"video|updated|published|privacy|contact|about us|terms|download|\bapp\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 3
_WIDE = 8
_NO_LINE = (-1, -1, -1, -1)


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees as flat columns: at node `i` go left if the feature is at most `limit[i]`; a leaf has left -1.

    `value` holds leaf values in millionths of log odds, `steps` the log odds at which the score rises by one per mille.
    """

    roots: tuple[int, ...]
    feature: tuple[int, ...]
    limit: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[int, ...]
    base: int
    steps: tuple[int, ...]


@cache
def shipped_trees() -> Trees:
    """The trees in the package's data folder."""
    raw = json.loads(files("consilience").joinpath("data", "furniture_lines.json").read_text("utf-8"))
    columns = {name: tuple(raw[name]) for name in ("roots", "feature", "limit", "left", "right", "value", "steps")}
    return Trees(base=raw["base"], **columns)


def line_scores(lines: Sequence[Line], wanted: Iterable[int], trees: Trees) -> dict[int, int]:
    """For each wanted place in `lines`, per mille: how likely that line is the report's text."""
    own = [own_features(line) for line in lines]
    printed = Counter(line.plain for line in lines)
    return {place: _score(features_at(own, place, printed[lines[place].plain]), trees) for place in wanted}


def own_features(line: Line) -> tuple[int, ...]:
    """What the classifier sees of one line by itself, as integers; the first four also describe it to its neighbours."""
    count, text = len(line.words), line.text
    size = max(1, len(text))
    return (
        min(count, 60),
        function_share(line),
        min(sentence_stops(line), 5),
        1000 * sum(word[:1].isupper() for word in line.words) // max(1, count),
        min(len(text), 300),
        int(ends_as_sentence(line)),
        1000 * sum(c.isdigit() for c in text[:400]) // min(size, 400),
        min(text.count(","), 5),
        int(bool(_PAGE_WORD.search(line.plain))),
        int(is_capitals(line)),
        int(any(mark in text for mark in "|»›·")),
        int("http" in text or "@" in text),
        int(bool(_YEAR.search(text[:400]))),
        int(text[:1] in "\"'“‘"),
        10 * size // max(1, count),
    )


def features_at(own: Sequence[tuple[int, ...]], place: int, printed: int) -> tuple[int, ...]:
    """All features of the line at `place`: its own, its neighbours', and how much running text is around it."""
    around: list[int] = []
    for offset in (*range(-_REACH, 0), *range(1, _REACH + 1)):
        other = place + offset
        around += own[other][:4] if 0 <= other < len(own) else _NO_LINE
    near, wide = (_running(own, place, reach) for reach in (_REACH, _WIDE))
    return (*own[place], *around, near, wide, min(printed, 3))


def _running(own: Sequence[tuple[int, ...]], place: int, reach: int) -> int:
    return sum(f[0] * f[1] // 10 for f in own[max(0, place - reach) : place + reach + 1])


def _score(features: tuple[int, ...], trees: Trees) -> int:
    odds = trees.base + sum(_leaf(root, features, trees) for root in trees.roots)
    return bisect_right(trees.steps, odds)


def _leaf(node: int, features: tuple[int, ...], trees: Trees) -> int:
    while trees.left[node] >= 0:
        node = trees.left[node] if features[trees.feature[node]] <= trees.limit[node] else trees.right[node]
    return trees.value[node]
