"""Folding, words, shingles and likeness."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.wording import cosine, fold, plain_marks, shingles, words


@pytest.mark.parametrize(
    ("left", "right"),
    [("Åsel Quay", "asel quay"), ("“Quay”", '"quay"'), ("the union’s", "The union's"), ("STRASSE", "straße")],
)
def test_spellings_that_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_words_leave_out_marks_but_keep_inner_apostrophes() -> None:
    assert words("“We won’t go,” she said – twice.") == ("we", "won't", "go", "she", "said", "twice")


@given(st.text(max_size=60))
def test_plain_marks_keep_offsets(text: str) -> None:
    assert len(plain_marks(text)) == len(text)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("one two", 1), ("a b c d e", 1), ("a b c d e f", 2)])
def test_shingles_are_runs_of_words(text: str, count: int) -> None:
    assert len(shingles(text, 5)) == count


def test_cosine_is_an_integer_per_mille() -> None:
    a = np.array([127, 0], np.int8).tobytes()
    b = np.array([0, 127], np.int8).tobytes()
    assert (cosine(a, a), cosine(a, b), cosine(a, np.array([-127, 0], np.int8).tobytes())) == (1000, 0, -1000)
    assert cosine(a, b"\x00\x00") == 0
