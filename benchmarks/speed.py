"""Speed and memory, as a user meets them. Prints lines for docs/measurements.md.

    .venv/bin/python -m benchmarks.speed [PATH ...]

1. Cold start to finished account: `consilience read` on the given reports, else on `../shared/seeds`, else on the
   examples; wall time and peak memory, median of five runs.
2. Growth: 50, 100 and 200 reports of many stories and of one story, as time a report relative to the smallest run. A step
   that grows with the square of the reports would double this ratio with each doubling.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.worlds import EXAMPLES, write_reports

PROGRAM = Path(sys.executable).with_name("consilience")
SEEDS = EXAMPLES.parent.parent.parent / "shared" / "seeds"


def run_once(paths: list[str]) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one `consilience read` of `paths`."""
    with tempfile.TemporaryFile() as sink:
        start = time.perf_counter()
        process = subprocess.Popen([str(PROGRAM), "read", *paths], stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sink.seek(0)
            sys.exit(sink.read().decode("utf-8", "replace"))
    return seconds, usage.ru_maxrss / 1024


def cold(paths: list[str]) -> None:
    """Print the median of five cold runs."""
    runs = [run_once(paths) for _ in range(5)]
    seconds, megabytes = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"cold start to account, {len(paths)} inputs: {seconds:.2f} s, {megabytes:.0f} MB (median of 5)")


def growth(one_story: bool) -> None:
    """Print the time a report for growing numbers of reports, relative to the smallest."""
    first = 0.0
    for count in (50, 100, 200):
        with tempfile.TemporaryDirectory() as folder:
            write_reports(Path(folder), count, one_story)
            seconds, megabytes = run_once([folder])
        each = 1000 * seconds / count
        first = first or each
        kind = "one story" if one_story else "many stories"
        ratio = f"{each:.0f} ms a report, ratio {each / first:.2f}"
        print(f"{count} reports, {kind}: {seconds:.1f} s ({ratio}), {megabytes:.0f} MB")


if __name__ == "__main__":
    given = sys.argv[1:] or sorted(str(p) for p in SEEDS.glob("*.txt")) or [str(EXAMPLES)]
    cold(given)
    growth(one_story=False)
    growth(one_story=True)
