from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.model.spans import Span
from consilience.neural.features import Words
from consilience.neural.network import WindowAnswer
from consilience.neural.windows import WindowSettings, walk

SETTINGS = WindowSettings(size=20, before=6)
EMPTY = np.zeros((0, 0), np.float32)


def words(lengths: list[int], starts: set[int]) -> Words:
    """Words of so many pieces; `starts` begin paragraphs."""
    count = len(lengths)
    return Words(
        spans=tuple(Span(i, i + 1) for i in range(count)),
        plain=("w",) * count,
        pieces=tuple((1,) * n for n in lengths),
        casings=(5,) * count,
        quotes=(0,) * count,
        starts=tuple(i == 0 or i in starts for i in range(count)),
        paragraph=(0,) * count,
    )


def answer(first: int, last: int, opens: set[int]) -> WindowAnswer:
    """An answer that begins a sentence at each word of `opens`."""
    sentence = np.array([[0, 1] if i in opens else [1, 0] for i in range(first, last)], np.float32)
    return WindowAnswer(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, sentence, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY)


indices = st.sets(st.integers(0, 120), max_size=30)


@given(st.lists(st.integers(1, 8), max_size=120), indices, indices)
@settings(deadline=None)
def test_sentences_cover_all_words_once_and_windows_stay_small(
    lengths: list[int], starts: set[int], opens: set[int]
) -> None:
    given_words = words(lengths, starts)
    reads: list[tuple[int, int]] = []

    def read(first: int, last: int) -> WindowAnswer:
        reads.append((first, last))
        return answer(first, last, opens)

    found = list(walk(given_words, read, SETTINGS))
    sentences = [s for window in found for s in window.sentences]
    assert [i for a, b in sentences for i in range(a, b)] == list(range(len(lengths)))
    assert all(w.first <= a < b <= w.last for w in found for a, b in w.sentences)
    assert all(sum(lengths[w.first : w.last]) <= SETTINGS.size or w.last - w.first == 1 for w in found)
    begun = {a for a, _ in sentences}
    assert {i for i in starts if i < len(lengths)} <= begun
    assert len(reads) <= 2 * len(sentences)


def test_a_window_sees_what_stands_before_its_sentences() -> None:
    given_words = words([1] * 60, set())
    opens = set(range(0, 60, 5))
    found = list(walk(given_words, lambda a, b: answer(a, b, opens), SETTINGS))
    assert all(later.first <= later.sentences[0][0] - SETTINGS.before for later in found[1:])
