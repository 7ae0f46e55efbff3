from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.neural.pieces import PIECES_A_WORD, WordPieces, basic_words, casing
from consilience.neural.weights import open_weights


@cache
def cutter() -> WordPieces:
    return WordPieces(open_weights(None).vocabulary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Señor Ondà", ["senor", "onda"]),
        ("e-mail", ["e", "-", "mail"]),
        ("港口 open", ["港", "口", "open"]),
        ("a\u200bb\x00", ["ab"]),
        ("$5m", ["$", "5m"]),
    ],
)
def test_marks_and_chinese_stand_apart_accents_fall(text: str, expected: list[str]) -> None:
    assert basic_words(text) == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [("I", 1), ("NATO", 2), ("Selm", 3), ("McOnda", 4), ("port", 5), ("iPort", 6), ("B52", 7),
     ("U.S.", 8), ("o'er", 9), ("—", 0)],
)  # fmt: skip
def test_casing_tells_shapes_apart(word: str, shape: int) -> None:
    assert casing(word) == shape


@given(st.text(min_size=1, max_size=200))
@settings(deadline=None)
def test_a_word_has_between_one_and_eight_pieces(word: str) -> None:
    assert 1 <= len(cutter().cut(word)) <= PIECES_A_WORD


def test_a_very_long_word_is_cut_in_no_time() -> None:
    assert cutter().cut("x" * 1_000_000) == (cutter().unknown,)


def test_pieces_equal_those_of_the_reference_library() -> None:
    """A thousand words put together at random from the vocabulary, with accents, capitals and marks."""
    reference = pytest.importorskip("tokenizers")
    vocabulary = open_weights(None).vocabulary
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    model = reference.models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100)
    tokenizer = reference.Tokenizer(model)
    tokenizer.normalizer = reference.normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = reference.pre_tokenizers.BertPreTokenizer()
    chance = random.Random(5)
    for _ in range(1000):
        parts = [vocabulary[chance.randrange(1000, 30000)].removeprefix("##") for _ in range(chance.randint(1, 3))]
        word = chance.choice(["", "-", "'", "é", "/", "Ü", "10"]).join(parts).title()
        assert cutter().cut_all(word) == tuple(tokenizer.encode(word, add_special_tokens=False).ids), word
