import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.stories.lists import Lists

STEPS = st.lists(
    st.tuples(st.integers(0, 5), st.one_of(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=7))), max_size=50
)


@settings(max_examples=80, deadline=None)
@given(STEPS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_lists_hold_what_was_put_in_them(steps: list[tuple[int, int | list[int]]], kept: list[bool]) -> None:
    lists, held = Lists(), {number: list[int]() for number in range(6)}
    for number, put in steps:
        if isinstance(put, int):
            lists.append(number, put)
            held[number].append(put)
        else:
            lists.set(number, put)
            held[number] = put
    assert {number: list(lists[number]) for number in held} == held
    assert [lists.size(number) for number in held] == [len(values) for values in held.values()]
    lists.renumber(np.where(kept, np.cumsum(kept) - 1, -1), lambda values: [value + 1 for value in values])
    left = [[value + 1 for value in held[number]] for number in range(6) if kept[number]]
    assert [list(lists[number]) for number in range(len(left))] == left


def test_room_that_got_free_is_used_again() -> None:
    lists = Lists()
    for number in range(300):
        lists.set(number, range(7))
        lists.set(number, ())
    lists.set(0, range(7))
    assert len(lists._held) < 20


def test_values_may_outgrow_four_bytes() -> None:
    lists = Lists()
    lists.set(1, [7, 8])
    lists.append(1, 1 << 40)
    assert list(lists[1]) == [7, 8, 1 << 40]
    lists.set(2, [1 << 41])
    assert (list(lists[1]), list(lists[2])) == ([7, 8, 1 << 40], [1 << 41])
