from __future__ import annotations

from functools import cache

import pytest

from consilience.model.spans import Span
from consilience.neural.features import quotation_states, words_of
from consilience.neural.pieces import WordPieces
from consilience.neural.weights import open_weights


@cache
def cutter() -> WordPieces:
    return WordPieces(open_weights(None).vocabulary)


@pytest.mark.parametrize(
    ("paragraph", "states"),
    [
        ('a "b" c', "0021300"),
        ("a “b” c", "0021300"),
        ('a "bc', "00244"),
        ("a” b", "0000"),
        ("“a “b”", "211113"),
        ("«a»", "213"),
        ('"a" "b"', "2130213"),
        ("", ""),
    ],
)
def test_each_character_knows_whether_it_is_quoted(paragraph: str, states: str) -> None:
    assert "".join(map(str, quotation_states(paragraph))) == states


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = '"One goes on.\nTwo does not.'
    words = words_of(text, [Span(0, 13), Span(14, len(text))], cutter())
    assert words.quotes == (2, 4, 4, 4, 4, 0, 0, 0, 0)
    assert [i for i, starts in enumerate(words.starts) if starts] == [0, 5]
    assert words.paragraph == (0, 0, 0, 0, 0, 1, 1, 1, 1)


def test_the_network_reads_typewriter_marks() -> None:
    text = "It’s “fine” – yes"
    assert words_of(text, [Span(0, len(text))], cutter()).plain == ("It", "'s", '"', "fine", '"', "-", "yes")
