from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consilience.settings import StorySettings
from consilience.stories.linkage import average_linkage, cut

LOOSE = StorySettings(same_story=300, cohesion=0, settled=0)


def scores(size: int, pairs: dict[tuple[int, int], int]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    made = np.zeros((size, size), np.int64)
    for (left, right), score in pairs.items():
        made[left, right] = made[right, left] = score
    return made


def groups(size: int, pairs: dict[tuple[int, int], int], settings: StorySettings) -> list[tuple[int, ...]]:
    return cut(size, average_linkage(scores(size, pairs)), settings)


def by_hand(size: int, pairs: dict[tuple[int, int], int], least: int) -> list[tuple[int, ...]]:
    """Average linkage as it is defined: join the most alike two groups while they are alike enough."""
    made: list[tuple[int, ...]] = [(number,) for number in range(size)]
    while len(made) > 1:
        mean, left, right = max(
            (sum(pairs[min(a, b), max(a, b)] for a in x for b in y) / (len(x) * len(y)), x, y)
            for x, y in combinations(made, 2)
        )
        if mean < least:
            break
        made = [m for m in made if m not in (left, right)] + [tuple(sorted(left + right))]
    return sorted(made)


def test_one_report_is_one_story() -> None:
    assert groups(1, {}, LOOSE) == [(0,)]


def test_groups_are_joined_from_the_threshold_on() -> None:
    assert groups(3, {(0, 1): 300, (1, 2): 299}, LOOSE) == [(0, 1), (2,)]


def test_two_close_groups_that_are_alike_stay_apart() -> None:
    """Two happenings of one kind are alike, but each is much closer inside."""
    inside = {pair: 600 for block in (range(5), range(5, 10)) for pair in combinations(block, 2)}
    between = {(left, right): 310 for left in range(5) for right in range(5, 10)}
    assert groups(10, inside | between, LOOSE) == [tuple(range(10))]
    strict = StorySettings(same_story=300, cohesion=700, settled=6)
    assert groups(10, inside | between, strict) == [tuple(range(5)), tuple(range(5, 10))]


def test_two_pairs_know_too_little_of_themselves_to_stay_apart() -> None:
    pairs = {(0, 1): 600, (2, 3): 600, (0, 2): 310, (0, 3): 310, (1, 2): 310, (1, 3): 310}
    assert groups(4, pairs, StorySettings(same_story=300, cohesion=700, settled=6)) == [(0, 1, 2, 3)]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], int]]:
    """Scores are powers of two, so that no two means are equal and the definition leaves no choice."""
    size = draw(st.integers(2, 6))
    pairs = list(combinations(range(size), 2))
    ranks = draw(st.permutations(range(len(pairs))))
    return size, {pair: 2**rank for pair, rank in zip(pairs, ranks, strict=True)}


@given(worlds(), st.integers(1, 2**15))
def test_chains_of_neighbours_give_average_linkage(world: tuple[int, dict[tuple[int, int], int]], least: int) -> None:
    size, pairs = world
    assert groups(size, pairs, StorySettings(same_story=least, cohesion=0, settled=0)) == by_hand(size, pairs, least)
