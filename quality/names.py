"""Finds names in given tokens: python quality/names.py IN OUT

IN holds tokens one a line (tab-separated: the second column of five-column IOB2, else the first); blank lines end sentences
and `# newdoc` lines begin documents. OUT holds the same lines with the program's BIO tag after each token.

The tokens of a stretch are put together with single spaces and read as any text; a name is projected onto every token it
touches.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.model.annotations import Name
from consilience.model.spans import Span


def sentences(lines: Iterable[str]) -> Iterator[list[str]]:
    """The tokens of each sentence."""
    tokens: list[str] = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if not line.strip() or line.startswith("# "):
            if tokens:
                yield tokens
            tokens = []
        else:
            tokens.append(cells[1] if len(cells) >= 4 else cells[0])
    if tokens:
        yield tokens


def tagged(engine: Engine, tokens: Sequence[str]) -> list[str]:
    """A BIO tag for each token."""
    spans: list[Span] = []
    for token in tokens:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(token)))
    text = " ".join(tokens)
    return projected(engine.read(text, [Span(0, len(text))]).names, spans)


def projected(names: Iterable[Name], spans: Sequence[Span]) -> list[str]:
    """The tags of tokens at `spans` under the names found in the text."""
    tags = ["O"] * len(spans)
    for name in names:
        first = bisect_right(spans, name.span.start, key=lambda s: s.end)
        last = bisect_left(spans, name.span.end, key=lambda s: s.start)
        for index in range(first, last):
            if tags[index] == "O":
                tags[index] = ("B-" if index == first else "I-") + name.type
    return tags


def main(source: Path, out: Path) -> None:
    """Tags every sentence of `source` and writes token and tag to `out`."""
    engine = load_engine()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        for tokens in sentences(lines):
            written.writelines(f"{token}\t{tag}\n" for token, tag in zip(tokens, tagged(engine, tokens), strict=True))
            written.write("\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
