"""What a word says by itself is added to the scores, and to nothing else."""

import numpy as np
import pytest
from training.word_hints import additions as counted

from consilience.neural.hints import Hints, additions, ending

TAGS = ("NN", "VB", "JJ")


def test_known_words_get_their_steps_and_others_nothing() -> None:
    table = additions({"ferry": {"NN": 1024, "VB": 256}}, TAGS)
    scores = np.zeros((2, 3), np.float32)
    assert table.to(scores, ["ferry", "quayside"]).tolist() == [[1.0, 0.25, 0.0], [0.0, 0.0, 0.0]]
    assert not scores.any()


def test_no_words_at_all() -> None:
    assert additions({}, TAGS).to(np.zeros((0, 3), np.float32), []).shape == (0, 3)
    assert additions({}, TAGS).to(np.ones((1, 3), np.float32), ["ferry"]).tolist() == [[1.0, 1.0, 1.0]]


def test_the_oftener_a_label_is_seen_the_more_it_gets() -> None:
    seen = [("dock", "NN")] * 6 + [("dock", "VB")] * 2 + [("sail", "VB")] * 6 + [("rare", "JJ")]
    steps = counted(seen, 0.4, 5)
    assert list(steps) == ["dock", "sail"]
    assert steps["dock"]["NN"] > steps["dock"]["VB"] > 0
    assert steps["sail"]["VB"] == round(1024 * 0.4 * np.log1p(6 / (2 * 8 / 15)))


@pytest.mark.parametrize(
    ("word", "key"),
    [("Quayside", "Xx ide"), ("unmoored", "xx red"), ("UFO", "XX ufo"), ("3rd", "dx 3rd"), ("a", "x a")],
)
def test_what_a_rare_word_shows(word: str, key: str) -> None:
    assert ending(word) == key


def test_a_words_ending_counts_only_where_the_word_was_not_counted() -> None:
    nothing = additions({}, TAGS)
    hints = Hints(
        additions({"ferry": {"NN": 1024}}, TAGS), additions({"xx rry": {"VB": 512}}, TAGS), nothing, nothing, nothing
    )
    assert hints.of_words(np.zeros((2, 3), np.float32), ["ferry", "sherry"]).tolist() == [[1, 0, 0], [0, 0.5, 0]]
