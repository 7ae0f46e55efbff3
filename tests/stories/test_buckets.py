from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.stories.buckets import Buckets, apart
from consilience.stories.runs import Keys, Numbers
from consilience.stories.shifts import Pairs

CORE = 3
RANKS = np.array([(number * 7 + 3) % 23 for number in range(20)], np.uint64)  # no two alike


def buckets(keys: Sequence[set[int]]) -> Buckets:
    def keys_of(numbers: Numbers) -> tuple[Numbers, Keys]:
        listed = [sorted(keys[number]) for number in numbers.tolist()]
        owners = np.repeat(np.arange(len(listed)), [len(found) for found in listed])
        return owners, np.array([key for found in listed for key in found], np.uint64)

    return Buckets(keys_of, lambda: RANKS, CORE)


def by_hand(keys: Sequence[set[int]], members: set[int]) -> set[tuple[int, int]]:
    """The pairs of all buckets from the definition."""
    found: set[tuple[int, int]] = set()
    for key in range(6):
        inside = sorted((n for n in members if key in keys[n]), key=lambda n: int(RANKS[n]))
        core, others = inside[:CORE], inside[CORE:]
        found |= {(min(pair), max(pair)) for pair in combinations(core, 2)}
        found |= {(min(core[0], n), max(core[0], n)) for n in others}
    return found


def listed(found: Pairs) -> set[tuple[int, int]]:
    left, right = apart(found)
    return set(zip(left.tolist(), right.tolist(), strict=True))


def array(numbers: set[int]) -> Numbers:
    return np.array(sorted(numbers), np.int64)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 5), max_size=3), min_size=20, max_size=20),
    st.lists(st.tuples(st.sets(st.integers(0, 19), max_size=9), st.sets(st.integers(0, 19), max_size=4)), max_size=8),
)
def test_pairs_follow_from_the_members(keys: list[set[int]], steps: list[tuple[set[int], set[int]]]) -> None:
    """Whatever came and went: gained and doubtful pairs lead from the old pairs to the new ones."""
    held, members, pairs = buckets(keys), set[int](), set[tuple[int, int]]()
    for coming, leaving in steps:
        on, off = coming - members, (leaving & members) - coming
        brought = held.switch(array(on), array(off))
        members = (members - off) | on
        pairs = {pair for pair in pairs if not off & set(pair)}
        pairs -= {
            pair for pair in listed(brought.doubtful) if not held.paired(*(np.array([n], np.int64) for n in pair))[0]
        }
        pairs |= listed(brought.gained)
        assert pairs == by_hand(keys, members)
