"""Random small worlds: the stories of a set of reports must not depend on how the set came together.

    python -m benchmarks.random_worlds FIRST LAST [PROCESSES]

For each seed a small world of reports is made, with limits so tight that buckets, pieces and families overflow. Its stories
as one batch are compared with those after: one report at a time in a random order, batches in a random order, other reports
coming and leaving, a random partition into indexes that are merged, and expiry by day. With PROCESSES, the parts of the
partition are made in so many processes. Prints the worlds that differ, their number, and a digest over all answers, which
must be the same for any number of processes and any PYTHONHASHSEED.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import lru_cache, partial
from hashlib import sha256
from itertools import pairwise

from benchmarks.newsroom import START, Newsroom, Plan
from consilience.settings import StorySettings
from consilience.stories.index import Happening, StoryIndex
from consilience.stories.shelf import Packed
from consilience.stories.texts import CopyText

Happenings = tuple[Happening, ...]
Built = tuple[Packed, ...]


class Remembering(Newsroom):
    """A newsroom that makes each report once."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._records: dict[int, Packed] = {}
        self._texts: dict[str, CopyText] = {}

    def packed(self, number: int) -> Packed:
        """The feature record of a report."""
        if number not in self._records:
            self._records[number] = super().packed(number)
        return self._records[number]

    def text(self, report: str) -> CopyText:
        """The text of a report, by its id."""
        if report not in self._texts:
            self._texts[report] = super().text(report)
        return self._texts[report]


@lru_cache(maxsize=2)
def world(seed: int) -> tuple[Newsroom, StorySettings]:
    """A small world and the limits it is grouped with."""
    chance = random.Random(seed)
    plan = Plan(
        seed=seed,
        reports=chance.randint(2, 36),
        days=chance.choice((1, 5, 20, 40)),
        topics=chance.choice((1, 3)),
        alike=chance.choice((0.1, 0.8)),
        odd=chance.choice((0.05, 0.4)),
        length=chance.choice((30, 80, 200)),
        story_size=chance.choice((1.3, 1.7, 2.5)),
    )
    settings = StorySettings(
        connected=chance.choice((60, 100, 200)),
        largest_component=chance.choice((2, 3, 6, 1000)),
        largest_copies=chance.choice((2, 4, 100)),
        largest_bucket=chance.choice((2, 3, 5, 64)),
    )
    return Remembering(plan), settings


def batch(seed: int) -> Happenings:
    """All reports at once."""
    room, settings = world(seed)
    index = StoryIndex(settings, room.text)
    index.add(everything(room))
    return index.happenings()


def everything(room: Newsroom) -> list[Packed]:
    """All reports of a world."""
    return [room.packed(number) for number in range(room.plan.reports)]


def one_by_one(seed: int) -> Happenings:
    """One report at a time in a random order; each answer is checked against what it said before."""
    room, settings = world(seed)
    index = StoryIndex(settings, room.text)
    known: dict[str, Happening] = {}
    for report in _shuffled(room, seed):
        for happening in index.add([report]):
            known.update(dict.fromkeys(happening.reports(), happening))
    return tuple(sorted(set(known.values())))


def in_batches(seed: int) -> Happenings:
    """Batches of random sizes."""
    room, settings = world(seed)
    index = StoryIndex(settings, room.text)
    for part in _parts(_shuffled(room, seed), seed):
        index.add(part)
    return index.happenings()


def with_visitors(seed: int) -> Happenings:
    """Reports come, others leave again, and some come twice."""
    room, settings = world(seed)
    other = Newsroom(Plan(seed + 1_000_000, room.plan.reports, topics=1, length=room.plan.length))
    guests = everything(other) if seed % 2 else [room.packed(n) for n in range(0, room.plan.reports, 2)]
    index = StoryIndex(
        settings, lambda report: (room if report.startswith(room.identity(0)[:-8]) else other).text(report)
    )
    index.add(guests)
    for part in _parts(_shuffled(room, seed), seed):
        index.add(part)
        leaving = [guest.report for guest in guests[: len(part)]]
        index.remove(leaving)
        guests = guests[len(part) :]
    index.remove(guest.report for guest in guests)
    index.add(everything(room))
    return index.happenings()


def merged(seed: int, pool: ProcessPoolExecutor | None = None, parts: int = 3) -> Happenings:
    """A partition into parts, each with an index of its own, which are merged."""
    room, settings = world(seed)
    place = random.Random(seed + 3)
    where = [place.randrange(parts) for _ in range(room.plan.reports)]
    split = [[n for n, part in enumerate(where) if part == chosen] for chosen in range(parts)]
    work: Callable[[list[int]], Built] = partial(part_of, seed)
    built = list(pool.map(work, split)) if pool else list(map(work, split))
    place.shuffle(built)
    index = StoryIndex(settings, room.text)
    for part in built:
        index.add(part)
    return index.happenings()


def part_of(seed: int, numbers: list[int]) -> Built:
    """The index of some reports of a world, as another index takes it over."""
    room, settings = world(seed)
    index = StoryIndex(settings, room.text)
    index.add(room.packed(number) for number in numbers)
    return index.reports()


def expired(seed: int) -> tuple[Happenings, Happenings]:
    """The stories after expiry, and those of the reports that are left alone."""
    room, settings = world(seed)
    before = date.fromordinal(START + room.plan.days // 2)
    index, left = StoryIndex(settings, room.text), StoryIndex(settings, room.text)
    parts = list(_parts(_shuffled(room, seed), seed))
    for number, part in enumerate(parts):
        index.add(part)
        if number == len(parts) // 2:
            index.expire(before)
    index.expire(before)
    left.add(report for report in everything(room) if report.last >= before.toordinal())
    return index.happenings(), left.happenings()


def differences(seed: int, pool: ProcessPoolExecutor | None = None, parts: int = 3) -> tuple[list[str], Happenings]:
    """The ways in which the stories of a world come out otherwise than as one batch, and those of the batch."""
    whole = batch(seed)
    ways = {
        "one by one": one_by_one(seed),
        "in batches": in_batches(seed),
        "with visitors": with_visitors(seed),
        "merged": merged(seed, pool, parts),
    }
    one, other = expired(seed)
    return [name for name, found in ways.items() if found != whole] + (["expired"] if one != other else []), whole


def _shuffled(room: Newsroom, seed: int) -> list[Packed]:
    reports = everything(room)
    random.Random(seed + 1).shuffle(reports)
    return reports


def _parts(reports: list[Packed], seed: int) -> Iterator[list[Packed]]:
    chance = random.Random(seed + 2)
    cuts = sorted({0, len(reports), *(chance.randrange(len(reports) + 1) for _ in range(4))})
    for begin, end in pairwise(cuts):
        yield reports[begin:end]


def main(first: int, last: int, processes: int) -> None:
    """Compare the worlds from `first` up to `last`."""
    digest, wrong, stories = sha256(), 0, 0
    with ProcessPoolExecutor(processes) as pool:
        for seed in range(first, last):
            found, whole = differences(seed, pool if processes > 1 else None, max(2, processes))
            wrong += bool(found)
            stories += len(whole)
            digest.update(repr(whole).encode())
            if found:
                print(f"world {seed} differs: {', '.join(found)}", flush=True)
            if seed % 500 == 499:
                print(f"{seed + 1 - first} worlds, {wrong} differ, digest {digest.hexdigest()[:16]}", flush=True)
    print(f"{last - first} worlds, {stories} stories, {wrong} differ, digest {digest.hexdigest()[:16]}")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else 1)
