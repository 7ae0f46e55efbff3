"""Which corpora may be trained on."""

from pathlib import Path

import pytest
from training.corpora import make_streams, permitted, read_corpora

from tests.training.invented import cutter, data_folder


@pytest.mark.parametrize(
    "name", ["treebanks/ewt_dev.conllu", "treebanks/gum_train_nc.conllu", "names/x_test.tsv", "sealed.bin"]
)
def test_what_must_not_be_learned_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not to be trained on"):
        permitted(Path("data"), name)


def test_all_training_corpora_are_read(tmp_path: Path) -> None:
    corpora, labels = read_corpora(data_folder(tmp_path), None, cutter(), seed=1)
    assert (len(corpora.trees), len(corpora.names), len(corpora.told)) == (2, 2, 1)
    assert "VBD" in labels.xpos
    assert corpora.trees[0].names is not None
    assert corpora.trees[1].names is None
    assert [stream.name for stream in make_streams(corpora, seed=1)] == ["trees", "names", "told"]
