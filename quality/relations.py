"""Codes what a marked source does to a marked target: python quality/relations.py IN OUT

IN holds JSON Lines with `id` and `marked_sentence`, in which <s>…</s> and <t>…</t> stand around the two; OUT takes lines with
`id` and `root`, a type of PLOVER (YIELD stands for CONCEDE and RETREAT together).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from consilience.engines import load_engine, load_pair_scorer
from consilience.events.pairs import Marked, PairCode, PairReaders, code_pair
from consilience.model.spans import Span
from quality.readings import reading

_MARK = re.compile(r"<(/?)([st])>")


def unmarked(marked: str) -> tuple[str, Marked]:
    """The sentence without its marks, and where the two stand in it; a mark that is never closed is left out."""
    text, at = "", 0
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if not mark[1]:
            opened[mark[2]] = len(text)
        elif mark[2] in opened:
            found[mark[2]].append(Span(opened.pop(mark[2]), len(text)))
    return text + marked[at:], Marked(tuple(found["s"]), tuple(found["t"]))


def coded(marked: str, readers: PairReaders) -> PairCode:
    """The code of one marked sentence."""
    text, places = unmarked(marked)
    return code_pair(*reading(text, readers.engine), places, readers)


def main(source: Path, out: Path) -> None:
    """Codes every line of `source` and writes the roots to `out`."""
    readers = PairReaders(load_engine(), load_pair_scorer())
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        for row in map(json.loads, filter(str.strip, lines)):
            written.write(json.dumps({"id": row["id"], "root": coded(row["marked_sentence"], readers).root}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
