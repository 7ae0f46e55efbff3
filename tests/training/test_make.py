"""One command from corpora to weights that the engine loads."""

# ruff: noqa: E402 (without torch the whole module is skipped before it imports what needs it)

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: the extra `training` is needed")
pytest.importorskip("onnx", reason="onnx is not installed: the extra `training` is needed")
files = pytest.importorskip("safetensors.torch", reason="safetensors is not installed: the extra `training` is needed")

from training.make import make
from training.network import SentenceNetwork
from training.train import Places, Plan

from consilience.model.spans import Span
from consilience.neural.engine import NeuralEngine
from tests.training.invented import data_folder, vocabulary

TEXT = "Mayor Ilo Venn left."


def test_what_is_made_is_read_and_a_second_call_trains_no_further(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = tmp_path / "model"
    model.mkdir()
    state = {name.removeprefix("enc."): value for name, value in SentenceNetwork().state_dict().items()}
    files.save_file(state, model / "model.safetensors")
    (model / "vocab.txt").write_text(vocabulary(), encoding="utf-8")
    places, plan = Places(data_folder(tmp_path / "data"), tmp_path / "out", model), Plan(steps=2, batch_pieces=60)
    weights = make(places, plan)
    log = (tmp_path / "out" / "run" / "log.txt").read_text("utf-8")
    assert "done after 2 steps" in log
    assert len(NeuralEngine(weights).read(TEXT, [Span(0, len(TEXT))]).tokens) == 5
    manifest = (weights / "manifest.json").read_bytes()
    make(places, plan)
    assert "goes on from step 2" in (tmp_path / "out" / "run" / "log.txt").read_text("utf-8")
    assert (weights / "manifest.json").read_bytes() == manifest
