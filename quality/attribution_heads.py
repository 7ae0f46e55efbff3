"""Attributions as the engine alone gives them, before any rule: python quality/attribution_heads.py FOLDER OUT.jsonl

FOLDER holds .txt files, a paragraph a line. OUT takes JSON Lines as the scorer `attribution` reads them: doc_id, source, cue,
content. The runner `attribution` gives what the whole program makes of the same texts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from consilience.clean.lines import lines_of
from consilience.engines import Engine, load_engine
from consilience.model.annotations import Analysis
from consilience.model.spans import Span, TokenRange


def attributions(name: str, text: str, engine: Engine) -> Iterator[str]:
    """A JSON line for each attribution of the text."""
    read = engine.read(text, tuple(line.span for line in lines_of(text)))
    for found in read.attributions:
        spans = (_span(read, found.source), _span(read, found.cue))
        content = [_span(read, stretch) for stretch in found.content]
        yield json.dumps({"doc_id": name, "source": spans[0], "cue": spans[1], "content": content})


def _span(read: Analysis, stretch: TokenRange | None) -> Span | None:
    return None if stretch is None else Span(read.tokens[stretch.first].start, read.tokens[stretch.last - 1].end)


def main(folder: Path, out: Path) -> None:
    """Reads every text of the folder, in order of their names."""
    engine = load_engine()
    with out.open("w", encoding="utf-8") as written:
        for path in sorted(folder.glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            written.writelines(line + "\n" for line in attributions(path.stem, text, engine))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
