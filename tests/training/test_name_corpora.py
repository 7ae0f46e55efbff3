"""Corpora of names."""

from pathlib import Path

from training.labels import LabelTable, make_labels
from training.name_corpora import legal, newswire_articles, read_newswire, read_universal

from tests.training.invented import NEWSWIRE, UNIVERSAL, cutter


def labels() -> LabelTable:
    return make_labels([])


def meant(mask: int) -> set[str]:
    return {label for number, label in enumerate(labels().name) if mask >> number & 1}


def test_nested_names_give_an_innermost_and_an_outermost_label(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(NEWSWIRE, "utf-8")
    first, second = newswire_articles(path)
    assert first[0][3] == ("Norland", "B-LOC", "I-ORG")
    assert [len(sentence) for sentence in first] == [6, 4]
    assert second == [[("Norland", "B-LOC", "B-LOC"), ("sleeps", "O", "O"), (".", "O", "O")]]


def test_what_goes_on_after_a_name_within_a_name_begins_anew() -> None:
    assert legal(["B-LOC", "I-ORG", "I-ORG", "O", "I-LOC"]) == ["B-LOC", "B-ORG", "I-ORG", "O", "B-LOC"]


def test_an_article_is_a_document_with_sentences_as_breaks(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(NEWSWIRE, "utf-8")
    first, _ = read_newswire(path, labels(), cutter(), seed=1)
    assert first.breaks == (0, 6)
    assert not first.sentences
    assert first.names is not None
    assert meant(first.names.within[3]) == {"B-LOC"}
    assert meant(first.names.names[3]) == {"I-ORG"}


def test_a_corpus_that_knows_three_types_leaves_the_others_open(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(UNIVERSAL, "utf-8")
    masks = read_universal(path, labels())["one-1"]
    assert meant(masks[1]) == {"B-PERSON"}
    assert {"O", "B-NORP", "I-DATE"} <= meant(masks[0])
    assert not {"B-PERSON", "I-ORG", "B-LOC", "B-FAC"} & meant(masks[0])
    assert masks[6] == masks[0]
