"""PolNeAR: articles with their attributions, in the words of the engine's own tokeniser."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from consilience.model.spans import Span
from consilience.neural.features import Words, words_of
from consilience.neural.pieces import WordPieces
from consilience.neural.telling import TAGS
from training.records import Document, Telling, ToldTargets

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS = frozenset(".?!")
_MARKS = frozenset("\"')]")

Fragments = tuple[Span, ...]


def read_polnear(gold: Path, texts: Path, cutter: WordPieces) -> Iterator[Document]:
    """The articles of a gold file, in the order of their names."""
    stated: defaultdict[str, list[tuple[Fragments, ...]]] = defaultdict(list)
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            stated[record["doc_id"]].append(tuple(_fragments(record.get(k)) for k in ("source", "cue", "content")))
    for name in sorted(stated):
        with (texts / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
            yield article(stream.read(), stated[name], cutter)


def _fragments(stated: Any) -> Fragments:
    """A pair of offsets, a list of pairs, or nothing, as JSON states it."""
    if not stated:
        return ()
    pairs = stated if isinstance(stated[0], list) else [stated]
    return tuple(Span(int(a), int(b)) for a, b in pairs)


def article(text: str, attributions: Sequence[tuple[Fragments, ...]], cutter: WordPieces) -> Document:
    """A text with its attributions, each as fragments of source, cue and content."""
    words = words_of(text, [Span(*m.span()) for m in _LINE.finditer(text)], cutter)
    starts = [span.start for span in words.spans]
    found = [tuple(_touched(fragments, words, starts) for fragments in parts) for parts in attributions]
    tellings = tuple(Telling(*(tuple(i for run in part for i in run) for part in parts)) for parts in found)
    return Document(words, _breaks(words), told=ToldTargets(_tags(len(starts), found), tellings))


def _touched(fragments: Fragments, words: Words, starts: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The words that each fragment touches; fragments parted by nothing but white space count as one."""
    runs: list[tuple[int, ...]] = []
    for start, end in sorted(fragments):
        first = max(0, bisect_right(starts, start) - 1)
        run = []
        for index in range(first, len(starts)):
            if starts[index] >= end:
                break
            if words.spans[index].end > start:
                run.append(index)
        if run and runs and run[0] <= runs[-1][-1] + 1:
            runs[-1] = tuple(sorted({*runs[-1], *run}))
        elif run:
            runs.append(tuple(run))
    return tuple(runs)


def _tags(count: int, found: Sequence[tuple[tuple[tuple[int, ...], ...], ...]]) -> tuple[int, ...]:
    """One tag a word: the first content that holds it, over it a source, over both a cue."""
    tags = [0] * count
    for part, begin in ((2, TAGS.index("B-content")), (0, TAGS.index("B-source")), (1, TAGS.index("B-cue"))):
        for parts in found:
            for run in parts[part]:
                if part == 2 and any(tags[i] in (begin, begin + 1) for i in run):
                    continue
                for place, index in enumerate(run):
                    tags[index] = begin if place == 0 else begin + 1
    for index, tag in enumerate(tags):
        inside = tag > 0 and tag % 2 == 0
        if inside and (index == 0 or tags[index - 1] not in (tag, tag - 1)):
            tags[index] = tag - 1
    return tuple(tags)


def _breaks(words: Words) -> tuple[int, ...]:
    """Where a window may begin: at paragraphs and after what looks like the end of a sentence."""
    found = []
    for index, starts in enumerate(words.starts):
        before = index - 1
        while before > 0 and words.plain[before] in _MARKS and words.quotes[before] != 2:
            before -= 1
        if starts or (before >= 0 and words.plain[before] in _ENDS and words.plain[index] not in _MARKS):
            found.append(index)
    return tuple(found)
