import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consilience.stories.runs import Runs

ENTRIES = st.lists(st.tuples(st.integers(0, 5) | st.just(2**32 - 1), st.integers(0, 40)), max_size=60, unique=True)


def filled(entries: list[tuple[int, int]], size: int) -> Runs:
    runs = Runs()
    for begin in range(0, len(entries), size):
        part = entries[begin : begin + size]
        runs.insert(np.array([k for k, _ in part], np.uint64), np.array([n for _, n in part], np.int64))
    return runs


def under(runs: Runs, keys: list[int]) -> list[tuple[int, int]]:
    owners, numbers = runs.find(np.array(keys, np.uint64))
    return [(keys[owner], number) for owner, number in zip(owners.tolist(), numbers.tolist(), strict=True)]


@given(ENTRIES, st.integers(1, 9))
def test_what_was_put_in_is_found_in_order(entries: list[tuple[int, int]], size: int) -> None:
    keys = [1, 3, 2**32 - 1]
    runs = filled(entries, size)
    assert under(runs, keys) == sorted(entry for entry in entries if entry[0] in keys)
    assert len(runs) == len(entries)


@given(ENTRIES, st.integers(1, 9), st.sets(st.integers(0, 40)))
def test_only_entries_of_present_numbers_are_kept(entries: list[tuple[int, int]], size: int, kept: set[int]) -> None:
    runs = filled(entries, size)
    runs.keep(np.array([number in kept for number in range(41)]))
    assert under(runs, [0, 1]) == sorted(entry for entry in entries if entry[0] < 2 and entry[1] in kept)
