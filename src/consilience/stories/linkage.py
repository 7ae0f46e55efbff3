"""Average linkage in whole numbers, and where the tree it makes is cut into stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings

Scores = NDArray[np.int64]
Figures = NDArray[np.float64]
_NEVER = -1.0


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


_NO_STORY = Group((), 0, False)


def average_linkage(scores: Scores) -> list[Merge]:
    """Merges of the most alike groups by mean likeness, nearest neighbours first; of equals the first number wins.

    `scores` is symmetric. Follows chains of nearest neighbours, so the work grows with the square of the members. Where the
    last group of a chain is among the nearest, it is taken, so that the chain ends.
    """
    size = len(scores)
    sums = scores.astype(np.float64)  # sums of per-mille scores stay whole and exact
    means = sums.copy()
    np.fill_diagonal(means, _NEVER)
    counts = np.ones(size)
    number = list(range(size))
    alive = [True] * size
    merges: list[Merge] = []
    chain: list[int] = []
    while len(merges) < size - 1:
        if not chain:
            chain.append(alive.index(True))
        here, last = chain[-1], chain[-2] if len(chain) > 1 else -1
        row = means[here]
        nearest = int(row.argmax())
        if last < 0 or row[last] != row[nearest]:
            chain.append(nearest)
            continue
        del chain[-2:]
        keep, gone = min(here, last), max(here, last)
        merges.append(Merge(number[keep], number[gone], int(sums[here, last])))
        number[keep], alive[gone] = size + len(merges) - 1, False
        _join(sums, means, counts, keep, gone)
    return merges


def _join(sums: Figures, means: Figures, counts: Figures, keep: int, gone: int) -> None:
    """Put one group into another: their sums, and the means, `_NEVER` with itself and with what is gone."""
    sums[keep] += sums[gone]
    sums[:, keep] = sums[keep]
    counts[keep] += counts[gone]
    means[gone] = means[:, gone] = _NEVER
    joined = sums[keep] / (counts * counts[keep])
    joined[means[keep] == _NEVER] = _NEVER
    means[keep] = means[:, keep] = joined


def cut(size: int, merges: Sequence[Merge], settings: StorySettings) -> list[tuple[int, ...]]:
    """The largest groups that are one story, by their first member.

    Two groups stay apart when they are hardly alike, and also when they are alike but each is much closer inside:
    two happenings of one kind look like that.
    """
    groups = [Group((member,), 0, True) for member in range(size)]
    stories = set(range(size))
    for merge in merges:
        left, right = groups[merge.left], groups[merge.right]
        if not (left.whole and right.whole and _one_story(left, right, merge.between, settings)):
            groups.append(_NO_STORY)
            continue
        stories -= {merge.left, merge.right}
        stories.add(len(groups))
        groups.append(Group(left.members + right.members, left.inside + right.inside + merge.between, True))
    return sorted(tuple(sorted(groups[story].members)) for story in stories)


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
