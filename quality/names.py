"""Finds names in given tokens: python quality/names.py IN OUT

IN holds tokens one a line (tab-separated: the second column of five-column IOB2, else the first); blank lines end sentences
and `# newdoc` lines begin documents. OUT holds the same lines with the program's BIO tag after each token.

The tokens of a stretch are put together with single spaces and read as any text; a name is projected onto every token it
touches. Each guideline gets its own convention: five-column IOB2 marks whole names; files with fewer columns mark names
within names, and the innermost name at a token is what counts.
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
            tokens.append(cells[1] if len(cells) > 4 else cells[0])
    if tokens:
        yield tokens


def marks_innermost(lines: Iterable[str]) -> bool:
    """Whether the file is of the kind whose last column holds the innermost name."""
    return all(line.count("\t") < 4 for line in lines if line.strip() and not line.startswith("# "))


def innermost(names: Iterable[Name]) -> Iterator[Name]:
    """The names within names first, then those that hold them, so that a token is tagged by the innermost."""
    for name in names:
        yield from name.nested
        yield name


def tagged(engine: Engine, tokens: Sequence[str], nested: bool) -> list[str]:
    """A BIO tag for each token, of the innermost name where `nested`, else of the whole one."""
    spans: list[Span] = []
    for token in tokens:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(token)))
    text = " ".join(tokens)
    names = engine.read(text, [Span(0, len(text))]).names
    return projected(innermost(names) if nested else names, spans)


def projected(names: Iterable[Name], spans: Sequence[Span]) -> list[str]:
    """The tags of tokens at `spans` under the names found in the text."""
    tags = ["O"] * len(spans)
    for name in names:
        first = bisect_right(spans, name.span.start, key=lambda s: s.end)
        last = bisect_left(spans, name.span.end, key=lambda s: s.start)
        for index in range(first, last):
            if tags[index] == "O":
                goes_on = index > first and tags[index - 1][2:] == name.type
                tags[index] = ("I-" if goes_on else "B-") + name.type
    return tags


def main(source: Path, out: Path) -> None:
    """Tags every sentence of `source` and writes token and tag to `out`."""
    engine = load_engine()
    lines = source.read_text("utf-8").split("\n")
    nested = marks_innermost(lines)
    with out.open("w", encoding="utf-8") as written:
        for tokens in sentences(lines):
            tags = tagged(engine, tokens, nested)
            written.writelines(f"{token}\t{tag}\n" for token, tag in zip(tokens, tags, strict=True))
            written.write("\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
