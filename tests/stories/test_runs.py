import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.stories import runs as module
from consilience.stories.runs import MOST_NUMBERS, Runs

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


def test_old_entries_are_found_in_their_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys at both ends of shards, and numbers of three bytes, dealt to the shards in several goes and some kept back."""
    monkeypatch.setattr(module, "_FRESH", 40)
    keys = [0, 1, (1 << 24) - 1, 1 << 24, (200 << 24) + 5, (1 << 32) - 1]
    numbers = [0, 255, 256, 65535, 65536, MOST_NUMBERS - 1]
    entries = [(key, number) for number in numbers for key in keys]
    runs = filled(entries[:20], 20)
    for part in (entries[20:24], entries[24:]):
        runs.insert(np.array([k for k, _ in part], np.uint64), np.array([n for _, n in part], np.int64))
    runs.insert(np.arange(100, 150, dtype=np.uint64), np.full(50, 3))
    assert len(runs) == len(entries) + 50
    assert under(runs, keys) == sorted(entries)
    new = np.arange(MOST_NUMBERS)
    new[255] = -1
    runs.renumber(new)
    assert under(runs, keys) == sorted(entry for entry in entries if entry[1] != 255)


def test_there_is_a_most_to_what_can_be_numbered() -> None:
    with pytest.raises(OverflowError, match="at most"):
        Runs().insert(np.array([1], np.uint64), np.array([MOST_NUMBERS]))
