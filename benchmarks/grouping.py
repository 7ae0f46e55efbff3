"""Grouping at scale, on made-up feature records (`benchmarks.newsroom`). Prints lines for docs/measurements.md.

    python -m benchmarks.grouping growth [REPORTS]   batches of 10,000 reports of a two-week stream into one index: seconds of
                                                     processor for each, and memory; every 100,000 a batch is also put
                                                     behind the one before it alone; then what one day's expiry takes
    python -m benchmarks.grouping steady [REPORTS]   the same for a stream of 1,000 reports a day, so that what is stored
                                                     grows but what appears within two weeks does not
    python -m benchmarks.grouping online [REPORTS]   the same stream, one report at a time, a few thousand of them
    python -m benchmarks.grouping flood [COPIES]     a stream with and without a flood of copies of one report
    python -m benchmarks.grouping roundup            ten stories with and without a round-up of all of them

What the made-up texts themselves cost is left out of the seconds.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.newsroom import START, Newsroom, Plan, Words, copy_text, flood, packed
from consilience.settings import StorySettings
from consilience.stories.index import StoryIndex
from consilience.stories.shelf import Packed
from consilience.stories.texts import CopyText

_BATCH = 10_000
_STREAM = 1_000_000
_COMPARED = 100_000  # so often a batch is also put behind the one before it alone
_DAILY = 1000  # reports a day of a steady stream


class Texts:
    """The texts of a stream and of a flood, and the seconds it took to make them up."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.seconds = 0.0
        self.made: dict[str, Words] = {}

    def __call__(self, report: str) -> CopyText:
        """The text of a report."""
        begin = time.process_time()
        words = self.made.get(report)
        found = self.room.text(report) if words is None else copy_text(report, words, f"site {report}")
        self.seconds += time.process_time() - begin
        return found


def added(index: StoryIndex, texts: Texts, reports: list[Packed]) -> float:
    """Seconds of processor that adding reports at once takes."""
    begin, made_up = time.process_time(), texts.seconds
    index.add(reports)
    return time.process_time() - begin - (texts.seconds - made_up)


def megabytes(field: str) -> int:
    """Memory of this process: `VmRSS` now, `VmHWM` at most."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{field}:")[1].split()[0]) // 1024


def growth(reports: int, days: int = 14) -> None:
    """Fill an index batch by batch with a stream of so many days."""
    room = Newsroom(Plan(1, reports + _BATCH, days))
    texts = Texts(room)
    index = StoryIndex(StorySettings(), texts)
    print(f"stream made: {megabytes('VmRSS')} MB", flush=True)
    for begin in range(0, reports + _BATCH, _BATCH):
        batch = [room.packed(number) for number in range(begin, begin + _BATCH)]
        beside = _behind_few(room, texts, batch, begin) if begin and begin % _COMPARED == 0 else None
        seconds = added(index, texts, batch)
        memory = f"{megabytes('VmRSS')} MB, at most {megabytes('VmHWM')} MB"
        ratio = (
            "" if beside is None else f" ({seconds / beside:.2f} times what they take behind the last {_BATCH} alone)"
        )
        print(f"{begin} stored: {seconds:.2f} s for {_BATCH} more{ratio}, {memory}", flush=True)
    begin_time = time.process_time()
    index.expire(date.fromordinal(START + 1))
    print(f"expiry of a day: {time.process_time() - begin_time:.1f} s, {len(index)} left, {megabytes('VmRSS')} MB")


def _behind_few(room: Newsroom, texts: Texts, batch: list[Packed], begin: int) -> float:
    """Seconds that a batch takes in an index that holds only the batch before it; measured beside the whole one, for machines
    are not always as fast.
    """
    few = StoryIndex(StorySettings(), texts)
    few.add(room.packed(number) for number in range(begin - _BATCH, begin))
    return added(few, texts, batch)


def online(reports: int) -> None:
    """Add one report at a time behind the first ten thousand."""
    room = Newsroom(Plan(1, _STREAM))
    texts = Texts(room)
    index = StoryIndex(StorySettings(), texts)
    index.add(room.packed(number) for number in range(_BATCH))
    listed = [room.packed(number) for number in range(_BATCH, _BATCH + reports)]
    seconds = sum(added(index, texts, [report]) for report in listed)
    print(f"{reports} reports one at a time: {1000 * seconds / reports:.2f} ms each")


def flooded(copies: int) -> None:
    """As many reports with and without a flood among them."""
    room = Newsroom(Plan(1, _STREAM))
    texts = Texts(room)
    plain, swamped = StoryIndex(StorySettings(), texts), StoryIndex(StorySettings(), texts)
    original = room.sequence_of_first(int(room.story[100]))
    extra = []
    for number in range(copies):
        report = f"x{number:07}"
        found, texts.made[report] = flood(report, original, number, START)
        extra.append(found)
    sums = [0.0, 0.0]
    for begin in range(0, 2 * copies, _BATCH // 10):
        reports = [room.packed(number) for number in range(begin, begin + _BATCH // 10)]
        sums[0] += added(plain, texts, reports)
        half = begin // 2
        sums[1] += added(swamped, texts, reports[::2] + extra[half : half + len(reports) // 2])
        if begin % _BATCH == 0:
            print(f"{begin + len(reports)}: {sums[0]:.1f} s without, {sums[1]:.1f} s with", flush=True)
    whole = max(swamped.happenings(), key=lambda happening: len(happening.reports()))
    report = f"largest family {max(map(len, whole.families))} in {len(whole.families)} families"
    print(f"flood of {copies} among {copies} others: {sums[1] / sums[0]:.2f} times; {report}")


def roundup() -> None:
    """Ten stories, alone and with a report that tells of all of them."""
    room = Newsroom(Plan(5, 3000, days=3))
    sizes: dict[int, list[int]] = {}
    for number, story in enumerate(room.story.tolist()):
        sizes.setdefault(story, []).append(number)
    chosen = [numbers for numbers in sizes.values() if 4 <= len(numbers) <= 12][:10]
    texts = Texts(room)
    index = StoryIndex(StorySettings(), texts)
    index.add(room.packed(number) for numbers in chosen for number in numbers)
    before = {happening.reports() for happening in index.happenings()}
    texts.made["round-up"] = np.concatenate([room.sequence(numbers[0])[:70] for numbers in chosen])
    index.add([packed("round-up", texts.made["round-up"], (START + 1, START + 1))])
    after = {tuple(r for r in h.reports() if r != "round-up") for h in index.happenings()} - {()}
    print(f"round-up of ten stories: {len(before - after)} of {len(before)} changed, {len(before) - len(after)} merged")


if __name__ == "__main__":
    given = sys.argv[1:] or sys.exit(__doc__)
    count = int(given[1]) if len(given) > 1 else 0
    {
        "growth": lambda: growth(count or _STREAM),
        "steady": lambda: growth(count or _STREAM, (count or _STREAM) // _DAILY),
        "online": lambda: online(count or 2000),
        "flood": lambda: flooded(count or 50_000),
        "roundup": roundup,
    }[given[0]]()
