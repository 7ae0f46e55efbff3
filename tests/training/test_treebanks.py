"""Treebanks as documents."""

from pathlib import Path

import pytest
from training.labels import make_labels
from training.records import UNKNOWN, Document
from training.treebanks import TreeReader, read_treebank, word_labels

from consilience.neural.features import CLOSING, OPENING
from tests.training.invented import TREEBANK, cutter


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "x.conllu"
    path.write_text(TREEBANK, "utf-8")
    (sentences,) = read_treebank(path)
    labels = make_labels(label for sentence in sentences for label in word_labels(sentence))
    return TreeReader(labels, cutter()).document(sentences, {"one-2": (0, 0, 0, 1, 0, 0), "one-3": (1,)})


def test_words_are_the_letters_of_the_text(document: Document) -> None:
    assert document.words.plain[:8] == ("Mayor", "Ilo", "Venn", "did", "n't", "smile", ".", "She")


def test_windows_may_begin_at_sentences_and_paragraphs_are_known(document: Document) -> None:
    assert document.breaks == (0, 7, 13)
    assert [i for i, starts in enumerate(document.words.starts) if starts] == [0, 13]


def test_quotation_states_are_those_of_the_paragraph(document: Document) -> None:
    assert (document.words.quotes[9], document.words.quotes[11]) == (OPENING, CLOSING)


def test_heads_count_over_the_document(document: Document) -> None:
    assert document.tree is not None
    assert document.tree.head[7:9] == (8, -1)


def test_a_label_too_rare_to_learn_is_unknown(document: Document) -> None:
    assert document.tree is not None
    assert document.tree.morph[11] != UNKNOWN
    assert document.tree.morph[10] == UNKNOWN


def test_names_of_another_length_than_the_sentence_are_not_taken(document: Document) -> None:
    assert document.names is not None
    assert document.names.names[7:] == (0, 0, 0, 1, 0, 0, 0, 0)
