"""Average linkage in whole numbers, and where the tree it makes is cut into stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings

Scores = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups that are joined, as numbers (members first, then merges in order), and the sum of their likenesses."""

    left: int
    right: int
    between: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group on the way up the tree: its members, the sum of the likenesses inside, and whether it is one story so far."""

    members: tuple[int, ...]
    inside: int
    whole: bool


def average_linkage(scores: Scores) -> list[Merge]:
    """Merges of the most alike groups by mean likeness, nearest neighbours first; of equals the first number wins.

    `scores` is symmetric. Follows chains of nearest neighbours, so the work grows with the square of the members.
    """
    size = len(scores)
    sums = scores.astype(np.float64)  # sums of per-mille scores stay whole and exact
    counts = np.ones(size)
    alive = np.ones(size, bool)
    number = list(range(size))
    merges: list[Merge] = []
    chain: list[int] = []
    while len(merges) < size - 1:
        if not chain:
            chain.append(int(np.argmax(alive)))
        here = chain[-1]
        nearest = _nearest(sums, counts, alive, here, chain[-2] if len(chain) > 1 else None)
        if len(chain) < 2 or nearest != chain[-2]:
            chain.append(nearest)
            continue
        del chain[-2:]
        keep, gone = min(here, nearest), max(here, nearest)
        merges.append(Merge(number[keep], number[gone], int(sums[here, nearest])))
        sums[keep] += sums[gone]
        sums[:, keep] = sums[keep]
        counts[keep] += counts[gone]
        alive[gone] = False
        number[keep] = size + len(merges) - 1
    return merges


def _nearest(
    sums: NDArray[np.float64], counts: NDArray[np.float64], alive: NDArray[np.bool_], here: int, last: int | None
) -> int:
    """The group most like `here`; of equals the last one of the chain, so that it ends, else the first number."""
    means = np.where(alive, sums[here] / (counts * counts[here]), -1.0)
    means[here] = -1.0
    best = int(np.argmax(means))
    return last if last is not None and means[last] == means[best] else best


def cut(size: int, merges: Sequence[Merge], settings: StorySettings) -> list[tuple[int, ...]]:
    """The largest groups that are one story, by their first member.

    Two groups stay apart when they are hardly alike, and also when they are alike but each is much closer inside:
    two happenings of one kind look like that.
    """
    groups = [Group((member,), 0, True) for member in range(size)]
    stories: dict[int, tuple[int, ...]] = {member: (member,) for member in range(size)}
    for merge in merges:
        left, right = groups[merge.left], groups[merge.right]
        joined = tuple(sorted(left.members + right.members))
        whole = left.whole and right.whole and _one_story(left, right, merge.between, settings)
        groups.append(Group(joined, left.inside + right.inside + merge.between, whole))
        if whole:
            stories.update(dict.fromkeys(joined, joined))
    return sorted(set(stories.values()))


def _one_story(left: Group, right: Group, between: int, settings: StorySettings) -> bool:
    """Whether mean likeness between reaches the threshold, and `cohesion` times the geometric mean of that inside.

    A small group knows little of its own closeness: `settled` pairs at the threshold are counted in with it.
    """
    pairs = len(left.members) * len(right.members)
    if between < settings.same_story * pairs:
        return False
    (inside_a, pairs_a), (inside_b, pairs_b) = (_inside(group, settings) for group in (left, right))
    needed = settings.cohesion**2 * inside_a * inside_b * pairs**2
    return 1_000_000 * between**2 * pairs_a * pairs_b >= needed


def _inside(group: Group, settings: StorySettings) -> tuple[int, int]:
    extra = settings.settled
    return group.inside + extra * settings.same_story, comb(len(group.members), 2) + extra
