import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consilience.stories.recall import UNKNOWN, Matrices

SETS = st.lists(st.sets(st.integers(0, 14), min_size=1, max_size=6), max_size=8)


def known(left: int, right: int) -> int:
    return UNKNOWN if left == right else 100 * min(left, right) + max(left, right)


@given(SETS, st.sampled_from([0, 12, 1000]))
def test_what_is_recalled_is_what_was_kept(asked: list[set[int]], most: int) -> None:
    held = Matrices(np.int32, most)
    for members in asked:
        numbers = np.array(sorted(members, key=lambda n: n * 7 % 15))
        found = held.take(numbers)
        whole = np.array([[known(a, b) for b in numbers.tolist()] for a in numbers.tolist()])
        assert ((found == whole) | (found == UNKNOWN)).all()
        held.put(numbers, whole)
        again = held.take(numbers)
        assert np.array_equal(again, whole) or len(members) * (len(members) - 1) // 2 > most
        held.put(numbers, whole)


def test_pieces_that_grow_together_are_recalled_each_by_itself() -> None:
    held = Matrices(np.int16, 100)
    held.put(np.array([5, 1]), np.array([[0, 7], [7, 0]]))
    held.put(np.array([2, 3]), np.array([[0, 8], [8, 0]]))
    rows = [[-1, -1, -1, 7], [-1, -1, 8, -1], [-1, 8, -1, -1], [7, -1, -1, -1]]
    assert held.take(np.array([1, 2, 3, 5])).tolist() == rows
    held.put(np.array([1, 2]), np.array([[0, 9], [9, 0]]))
    held.clear()
    assert held.take(np.array([1, 2])).tolist() == [[-1, -1], [-1, -1]]


def test_the_oldest_is_forgotten() -> None:
    held = Matrices(np.int16, 2)
    for first in (0, 2, 4):
        held.put(np.array([first, first + 1]), np.array([[0, 5], [5, 0]]))
    assert [held.take(np.array([n, n + 1]))[0, 1] for n in (0, 2, 4)] == [-1, 5, 5]
