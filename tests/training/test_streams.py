"""Windows over documents."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.records import Document
from training.streams import Stream, StreamSettings, windows

from consilience.model.spans import Span
from consilience.neural.features import words_of
from consilience.neural.pieces import WordPieces

CUTTER = WordPieces(["[UNK]", "[CLS]", "[SEP]", "word"])


def document(count: int, breaks: tuple[int, ...]) -> Document:
    text = " ".join(["word"] * count)
    return Document(words_of(text, [Span(0, len(text))], CUTTER), breaks, sentences=True)


@given(st.integers(1, 60), st.sets(st.integers(1, 59)), st.integers(0, 99), st.floats(0, 1))
def test_windows_hold_every_word_and_begin_at_breaks_where_they_can(
    count: int, inner: set[int], seed: int, cut: float
) -> None:
    given_breaks = (0, *sorted(b for b in inner if b < count))
    found = list(windows(document(count, given_breaks), random.Random(seed), StreamSettings((5, 12), cut)))
    held = {i for window in found for i in range(window.first, window.last)}
    assert held == set(range(count))
    assert all(w.last - w.first <= 12 for w in found)
    assert all(w.first in given_breaks or w.first == before.last for before, w in pairwise(found))


@pytest.mark.parametrize("stop", [0, 3, 8, 20])
def test_a_stream_goes_on_where_it_stood(stop: int) -> None:
    documents = [document(40, (0, 7, 9, 30)), document(5, (0,))]
    one = Stream("trees", documents, StreamSettings((8,)), seed=3)
    for _ in range(stop):
        one.next()
    other = Stream("trees", documents, StreamSettings((8,)), seed=3)
    other.put_back(one.epoch, one.place)
    assert [one.next() for _ in range(9)] == [other.next() for _ in range(9)]
