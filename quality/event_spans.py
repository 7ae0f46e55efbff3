"""Marks who does something and to whom: python quality/event_spans.py IN OUT [--score]

IN holds tokens one a line with a tag after the last space (left unread), blank lines between sentences; OUT holds the tokens
with the program's tags: B-S, I-S (source), B-T, I-T (target), B-R, I-R (one of several who act on each other), O.

With --score the tags of IN are compared with OUT. A span is `exact` if label and both ends agree, and `overlap` if
a span of the same label shares a token with it, each gold span once. Printed is F1 of both over all spans.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.events.spans_found import role_spans
from consilience.model.spans import Span
from quality.readings import reading

Marked = tuple[str, int, int]


def tagged(tokens: Sequence[str], engine: Engine) -> list[str]:
    """A tag for each token of a sentence."""
    spans: list[Span] = []
    for token in tokens:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(token)))
    tags = ["O"] * len(tokens)
    for found in role_spans(*reading(" ".join(tokens), engine)):
        first = bisect_right(spans, found.span.start, key=lambda s: s.end)
        last = bisect_left(spans, found.span.end, key=lambda s: s.start)
        tags[first:last] = [("B-" if at == first else "I-") + found.role for at in range(first, last)]
    return tags


def marked(tags: Sequence[str]) -> list[Marked]:
    """The spans of a sentence: label, first token, and the one after its last."""
    found: list[Marked] = []
    for at, tag in enumerate(tags):
        if tag.startswith("I-") and found and found[-1][0] == tag[2:] and found[-1][2] == at:
            found[-1] = (tag[2:], found[-1][1], at + 1)
        elif tag != "O":
            found.append((tag[2:], at, at + 1))
    return found


def agreement(gold: Iterable[Sequence[str]], found: Iterable[Sequence[str]]) -> tuple[float, float]:
    """F1 of exact and of overlapping spans."""
    exact = touched = both = 0
    for gold_tags, found_tags in zip(gold, found, strict=True):
        left, right = marked(gold_tags), marked(found_tags)
        both += len(left) + len(right)
        exact += len(set(left) & set(right))
        free = list(left)
        for label, first, last in right:
            hit = next((g for g in free if g[0] == label and g[1] < last and first < g[2]), None)
            if hit is not None:
                free.remove(hit)
                touched += 1
    return 2 * exact / max(1, both), 2 * touched / max(1, both)


def sentences(path: Path) -> list[list[list[str]]]:
    """The sentences of a file as rows of token and tag."""
    blocks = path.read_text("utf-8").split("\n\n")
    return [[line.rsplit(" ", 1) for line in block.strip("\n").split("\n")] for block in blocks if block.strip()]


def main(source: Path, out: Path, *, score: bool) -> None:
    """Tags every sentence of `source` and writes token and tag to `out`."""
    engine, gold = load_engine(), sentences(source)
    found = [tagged([row[0] for row in sentence], engine) for sentence in gold]
    with out.open("w", encoding="utf-8") as written:
        for sentence, tags in zip(gold, found, strict=True):
            written.writelines(f"{row[0]} {tag}\n" for row, tag in zip(sentence, tags, strict=True))
            written.write("\n")
    if score:
        exact, touched = agreement([[row[-1].strip() for row in sentence] for sentence in gold], found)
        print(f"sentences {len(gold)}  F1 exact {exact:.3f} overlap {touched:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), score="--score" in sys.argv[3:])
