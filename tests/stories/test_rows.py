import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.stories import holes
from consilience.stories.rows import MOST_WORDS, Aspects, Hashes, Rows

WORDS = st.dictionaries(st.integers(1, 30), st.tuples(st.integers(1, 3), st.integers(1, 63)), max_size=MOST_WORDS)
STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 7), st.integers(0, 7)), max_size=20)
Row = tuple[Hashes, Aspects]


def row(held: dict[int, tuple[int, int]]) -> Row:
    rising = sorted(held.items())
    words = [hashed << 8 | weight for hashed, (weight, _) in rising]
    return np.array(words, np.uint32), np.array([are for _, (_, are) in rising], np.uint8)


def listed(rows: Rows, count: int) -> list[tuple[list[int], list[int]]]:
    return [tuple(part.tolist() for part in rows.words(number)) for number in range(count)]


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=8, max_size=8), STEPS, st.lists(st.booleans(), min_size=8, max_size=8))
def test_folded_rows_are_read_like_any_other(
    held: list[dict[int, tuple[int, int]]], steps: list[tuple[bool, int, int]], kept: list[bool]
) -> None:
    rows, plain = Rows(), [row(words) for words in held]
    rows.extend(plain)
    wanted = [(words.tolist(), aspects.tolist()) for words, aspects in plain]
    for fold, number, base in steps:
        rows.fold(np.array([number]), base) if fold else rows.unfold(np.array([number]))
        assert listed(rows, 8) == wanted
    together = rows.of(np.arange(8))
    assert [[word for word in words if word] for words in together.tolist()] == [words for words, _ in wanted]
    rows.renumber(np.where(kept, np.cumsum(kept) - 1, -1))
    rows.extend(plain[:3])
    left = [words for words, stays in zip(wanted, kept, strict=True) if stays]
    assert listed(rows, len(left) + 3) == left + wanted[:3]


def test_sums_of_weights_come_back_with_the_row() -> None:
    rows = Rows()
    rows.extend([row({n: (n, 1) for n in range(1, 40)}), row({n: (n, 3) for n in range(5, 44)})])
    before = rows.norms(np.arange(2)).tolist()
    rows.fold(np.array([1]), 0)
    rows.unfold(np.array([1]))
    assert rows.norms(np.arange(2)).tolist() == before


def test_the_row_of_a_folded_report_is_given_to_the_next_one() -> None:
    rows, same = Rows(), row(dict.fromkeys(range(1, 100), (1, 1)))
    rows.extend([same])
    for number in range(1, 200):
        rows.extend([same])
        rows.fold(np.array([number]), 0)
    assert (len(rows._words), listed(rows, 200)) == (2, [tuple(part.tolist() for part in same)] * 200)


def test_a_report_that_is_little_like_the_other_keeps_its_row() -> None:
    rows = Rows()
    rows.extend([row(dict.fromkeys(range(1, 100), (1, 1))), row(dict.fromkeys(range(80, 179), (1, 1)))])
    rows.fold(np.array([1]), 0)
    assert (rows._place.values >= 0).all()


def test_two_words_of_one_hash_keep_their_order() -> None:
    words, aspects = row(dict.fromkeys(range(1, 40), (1, 1)))
    heavy_first = np.insert(words, 7, words[7] | np.uint32(200))
    alike = (heavy_first, np.insert(aspects, 7, 15))
    rows = Rows()
    rows.extend([(words, aspects), alike])
    rows.fold(np.array([1]), 0)
    assert listed(rows, 2)[1] == tuple(part.tolist() for part in alike)


def test_memory_is_given_back_where_the_library_can(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(holes, "_trim", lambda: asked.append)
    holes.give_back()
    monkeypatch.setattr(holes, "_trim", lambda: None)
    holes.give_back()
    assert asked == [0]
