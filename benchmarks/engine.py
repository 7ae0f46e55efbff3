"""The language engine alone: tokens per core-second, load time, memory, size of its files.

    .venv/bin/python -m benchmarks.engine [FOLDER]

FOLDER holds texts (.txt), a paragraph a line; else the example reports are read. Everything the engine says comes from one
pass: sentences, tags, lemmas, trees, names and attributions. Time is processor time of one thread, each text the fastest of
five readings, so that other work on the machine counts as little as it can.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from benchmarks.worlds import example_texts
from consilience.clean.lines import lines_of
from consilience.engines import Engine, load_engine
from consilience.model.spans import Span

_READINGS = 5


def fastest(engine: Engine, text: str) -> tuple[int, float]:
    """Tokens of a text, and the least processor seconds in which it was read."""
    seconds, tokens = float("inf"), 0
    for _ in range(_READINGS):
        start = time.process_time()
        tokens = len(engine.read(text, [line.span for line in lines_of(text)]).tokens)
        seconds = min(seconds, time.process_time() - start)
    return tokens, seconds


def resident() -> float:
    """Peak resident megabytes of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: Path | None = None) -> None:
    """Prints the figures."""
    texts = example_texts() if folder is None else [p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))]
    start = time.perf_counter()
    engine = load_engine()
    engine.read("It rained.", [Span(0, 10)])
    loaded = time.perf_counter() - start
    engine.vectors(["It rained."])
    files = Path(str(sys.modules["consilience"].__file__)).parent / "data" / "weights"
    size = sum(path.stat().st_size for path in files.iterdir()) / 1e6
    counts, seconds = zip(*(fastest(engine, text) for text in texts), strict=True)
    print(f"tokens per core-second: {sum(counts) / sum(seconds):.0f} ({len(texts)} texts, {sum(counts)} tokens)")
    print(f"load: {loaded:.2f} s; resident memory: {resident():.0f} MB; weights: {size:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
