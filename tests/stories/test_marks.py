import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consilience.stories.cores import Cores
from consilience.stories.marks import NONE, Groups
from consilience.stories.names import Names
from consilience.stories.pieces import Links

KEPT = st.lists(st.booleans(), min_size=8, max_size=8)


def renumbering(kept: list[bool]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int64)


@given(st.lists(st.sampled_from("abcdefghijkl"), min_size=8, max_size=8, unique=True), KEPT)
def test_ids_are_found_again_under_their_new_numbers(ids: list[str], kept: list[bool]) -> None:
    names = Names()
    for name in ids:
        names.add([name])
    assert names.find([*ids, "unknown"], np.ones(8, np.bool_)) == {name: n for n, name in enumerate(ids)}
    names.renumber(renumbering(kept))
    left = [name for name, stays in zip(ids, kept, strict=True) if stays]
    assert [names[n] for n in range(len(names))] == left
    assert names.find(ids, np.ones(len(left), np.bool_)) == {name: n for n, name in enumerate(left)}


def test_an_id_that_was_dropped_is_not_found_and_may_come_again() -> None:
    names = Names()
    names.add(["a", "b"])
    names.add(["a"])
    assert names.find(["a", "b"], np.array([False, False, True])) == {"a": 2}


def test_groups_keep_members_and_level() -> None:
    groups = Groups()
    groups.put(3, (1, 3, 6), 2)
    groups.put(4, (4, 5))
    new = renumbering([False, True, False, True, True, True, True, False])
    groups.renumber(new)
    assert [groups.key(n) for n in range(7)] == [1, 1, 2, 2, 1, NONE, NONE]
    assert (groups.members(1), groups.level(1)) == ((0, 1, 4), 2)
    assert groups.drop(2) == (2, 3)
    assert groups.key(3) == NONE


def test_links_follow_new_numbers() -> None:
    links = Links()
    links.add(1, [3, 6], [200, 300])
    links.renumber(renumbering([False, True, False, True, False, True, True, True]))
    assert (links.around(0, 0), links.around(0, 300), links.around(3, 0)) == ([1, 3], [3], [0])


def test_cores_are_set_taken_away_and_renumbered() -> None:
    cores = Cores()
    keys = np.array([2, 5, 9], np.uint64)
    cores.set(keys, np.array([4, -1, 3]), np.array([6, -1, 5]), np.array([9, 0, 8]))
    assert cores.find(keys).tolist() == [0, -1, 1]
    cores.set(keys[:2], np.array([-1, 7]), np.array([-1, 6]), np.array([0, 7]))
    cores.grow(np.array([1]), np.array([-3]))
    assert cores.sizes(np.arange(2)).tolist() == [7, 5]
    assert cores.find(keys).tolist() == [-1, 0, 1]
    cores.renumber(np.array([-1, 0, -1, 1, 2, 3, 4, 5], np.int64))
    first, last = cores.bounds(np.arange(2))
    assert (first.tolist(), last.tolist()) == ([5, 1], [4, 3])


def test_links_reach_beyond_four_million_reports() -> None:
    links = Links()
    assert links.add(0, [1, 5_000_000], [1000, 999]) == [0, 1, 5_000_000]
    assert (links.around(0, 999), links.around(0, 1000), links.around(5_000_000, 0)) == ([1, 5_000_000], [1], [0])
    assert links.cut([0], [5_000_000]) == [0, 5_000_000]
    assert links.around(0, 0) == [1]
