"""Labels of the heads."""

from pathlib import Path

from training.labels import LabelTable, WordLabels, make_labels, read_labels, write_labels


def test_rare_labels_are_left_out() -> None:
    words = [WordLabels("NN", "NOUN|", "K", "nsubj")] * 3 + [WordLabels("VB", "VERB|", "c9|zz", "root")]
    table = make_labels(words)
    assert table.xpos == ("NN", "VB")
    assert table.morph == ("NOUN|",)
    assert table.lemma == ("K",)
    assert table.name[:3] == ("O", "B-PERSON", "I-PERSON")


def test_a_table_reads_back(tmp_path: Path) -> None:
    table = LabelTable(("NN",), ("NOUN|",), ("K",), ("root",), ("O", "B-ORG", "I-ORG"))
    write_labels(table, [(0, 0)], tmp_path / "labels.json")
    assert read_labels(tmp_path / "labels.json") == table
