"""Attributions in the engine's own words."""

from pathlib import Path

from training.polnear import read_polnear
from training.records import Document

from consilience.neural.telling import TAGS
from tests.training.invented import cutter, data_folder


def document(root: Path) -> Document:
    folder = data_folder(root) / "attribution/polnear"
    (only,) = read_polnear(folder / "gold_train.jsonl", folder / "train", cutter())
    return only


def test_every_word_has_a_tag(tmp_path: Path) -> None:
    found = document(tmp_path)
    assert found.told is not None
    named = [(w, TAGS[t]) for w, t in zip(found.words.plain, found.told.tags, strict=True)]
    assert named[:5] == [
        ("Ilo", "B-source"),
        ("Venn", "I-source"),
        ("said", "B-cue"),
        ("the", "B-content"),
        ("harbour", "I-content"),
    ]
    assert ("Norland", "O") in named


def test_tellings_hold_the_words_of_their_parts(tmp_path: Path) -> None:
    found = document(tmp_path)
    assert found.told is not None
    first = found.told.tellings[0]
    assert (first.source, first.cue, first.content) == ((0, 1), (2,), (3, 4, 5, 6))


def test_windows_may_begin_at_paragraphs_and_after_full_stops(tmp_path: Path) -> None:
    found = document(tmp_path)
    assert [found.words.plain[i] for i in found.breaks] == ["Ilo", "Norland", "It"]
