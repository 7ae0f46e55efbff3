"""Tells sentences without a political act from the others: python quality/no_event.py IN OUT [--score]

IN holds tab-separated lines, a sentence and its class, of which only the sentence is judged; OUT takes a line a sentence:
0 where it tells no political act, 1 where it does. With --score the classes of IN (0: no event) are compared with OUT and
precision, recall and F1 of "no event" are printed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.events.happening import no_event_scores
from quality.readings import reading

THRESHOLD = 350  # per mille; chosen with the head, over its folds


def is_no_event(text: str, engine: Engine) -> bool:
    """Whether no sentence of the text tells a political act."""
    found = no_event_scores(*reading(text, engine), engine)
    return min((score for _, score in found), default=1000) >= THRESHOLD


def figures(gold: Sequence[bool], found: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is marked true."""
    both = sum(a and b for a, b in zip(gold, found, strict=True))
    precision, recall = both / max(1, sum(found)), both / max(1, sum(gold))
    return precision, recall, 2 * both / max(1, sum(found) + sum(gold))


def main(source: Path, out: Path, *, score: bool) -> None:
    """Judges every line of `source` and writes 0 or 1 to `out`."""
    engine = load_engine()
    rows = [line.rsplit("\t", 1) for line in source.read_text("utf-8").split("\n") if line.strip()]
    found = [is_no_event(row[0], engine) for row in rows]
    out.write_text("".join(f"{int(not none)}\n" for none in found), "utf-8")
    if score:
        precision, recall, f1 = figures([row[1].strip() == "0" for row in rows], found)
        print(f"sentences {len(rows)}  no event: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), score="--score" in sys.argv[3:])
