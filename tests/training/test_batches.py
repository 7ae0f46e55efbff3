"""Batches and their targets."""

import random
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="torch is not installed: the extra `training` is needed")

from training.batches import (
    BEGIN,
    END,
    HIDDEN,
    Noise,
    head_targets,
    link_targets,
    packed,
    sentence_targets,
    tag_targets,
)
from training.corpora import Corpora, read_corpora
from training.records import UNKNOWN
from training.streams import Window

from tests.training.invented import cutter, data_folder


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    folder: Path = data_folder(tmp_path_factory.mktemp("data"))
    return read_corpora(folder, None, cutter(), seed=1)[0]


def test_windows_stand_one_after_another_between_their_marks(corpora: Corpora) -> None:
    windows = [Window(corpora.trees[0], 0, 3), Window(corpora.told[0], 0, 4)]
    batch = packed(windows, Noise(0, 0), random.Random(1))
    assert sum(batch.lengths) == len(batch.pieces)
    assert [int(batch.pieces[root]) for root in batch.roots] == [BEGIN, BEGIN]
    assert int(batch.pieces[batch.lengths[0] - 1]) == int(batch.pieces[-1]) == END
    assert [int(batch.pieces[p]) for p in batch.words[0]] == [p[0] for p in corpora.trees[0].words.pieces[:3]]


def test_noise_hides_pieces_and_changes_casing_alone(corpora: Corpora) -> None:
    windows = [Window(corpora.trees[0], 0, 7)]
    batch = packed(windows, Noise(casing=1, hidden=1), random.Random(1))
    assert {int(p) for p in batch.pieces} >= {HIDDEN, BEGIN, END}
    assert len({int(batch.features[0][p]) for p in batch.words[0][:3]}) == 1


def test_a_paragraphs_first_word_teaches_no_sentence_start(corpora: Corpora) -> None:
    targets = sentence_targets(Window(corpora.trees[0], 0, 15))
    assert targets == [UNKNOWN, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, UNKNOWN, 0]


def test_heads_outside_the_window_are_unknown(corpora: Corpora) -> None:
    assert head_targets(Window(corpora.trees[0], 7, 10)) == [2, 0, UNKNOWN]


def test_words_point_at_their_cue_and_cues_at_their_source(corpora: Corpora) -> None:
    right = link_targets(Window(corpora.told[0], 0, 8))
    assert right[2].nonzero().flatten().tolist() == [1, 2]
    assert right[4].nonzero().flatten().tolist() == [3]
    assert not right[7].any()


def test_a_cut_span_begins_anew(corpora: Corpora) -> None:
    told = corpora.told[0].told
    assert told is not None
    assert told.tags[4] == 6
    assert tag_targets(Window(corpora.told[0], 4, 8))[0] == 5
