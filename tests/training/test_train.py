"""A run: packed windows read as single ones do, and a cut run goes on as if nothing had happened."""

# ruff: noqa: E402 (without torch the whole module is skipped before it imports what needs it)

import random
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: the extra `training` is needed")

from training.batches import Noise, packed
from training.checkpoints import Run, averaged, load_start, resume, save_run
from training.corpora import Corpora, read_corpora
from training.labels import LabelTable
from training.optimiser import Rates, rate_share
from training.streams import Window
from training.train import Plan, new_run, step

from tests.training.invented import cutter, data_folder

PLAN = Plan(seed=3, steps=4, batch_pieces=60)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpora, LabelTable]:
    torch.set_num_threads(1)
    folder: Path = data_folder(tmp_path_factory.mktemp("data"))
    return read_corpora(folder, None, cutter(), seed=1)


def same(one: Run, other: Run) -> bool:
    left, right = one.network.state_dict(), other.network.state_dict()
    return all(torch.equal(left[name], right[name]) for name in left)


def test_packed_windows_read_as_each_does_alone(corpora: tuple[Corpora, LabelTable]) -> None:
    network = new_run(*corpora, PLAN).network.eval()
    windows = [Window(corpora[0].trees[0], 0, 7), Window(corpora[0].told[0], 2, 9)]
    table = network.enc.embeddings.word_embeddings

    def states(batch: list[Window]) -> Any:
        inputs = packed(batch, Noise(0, 0), random.Random(1))
        with torch.no_grad():
            return network.states(table(inputs.pieces), inputs.features, inputs.lengths)[0]

    together, apart = states(windows), torch.cat([states([window]) for window in windows])
    assert torch.allclose(together, apart, atol=1e-5)


def test_a_cut_run_goes_on_as_if_nothing_had_happened(corpora: tuple[Corpora, LabelTable], tmp_path: Path) -> None:
    whole = new_run(*corpora, PLAN)
    for _ in range(4):
        step(whole, PLAN)
    begun = new_run(*corpora, PLAN)
    for _ in range(2):
        step(begun, PLAN)
    save_run(begun, tmp_path)
    later = new_run(*corpora, Plan(seed=99, steps=4, batch_pieces=60))
    assert not same(whole, later)
    for stream, original in zip(later.streams, begun.streams, strict=True):
        stream._seed = original._seed
    assert resume(later, tmp_path)
    for _ in range(2):
        step(later, PLAN)
    assert same(whole, later)
    assert torch.equal(whole.average.weights["U"], later.average.weights["U"])


def test_the_saved_weights_start_another_run(corpora: tuple[Corpora, LabelTable], tmp_path: Path) -> None:
    run = new_run(*corpora, PLAN)
    step(run, PLAN)
    save_run(run, tmp_path)
    other = new_run(*corpora, PLAN)
    assert load_start(other.network, tmp_path / "engine.pt") == []
    assert torch.allclose(other.network.U, averaged(run)["U"].float())


def test_frozen_weights_stay(corpora: tuple[Corpora, LabelTable]) -> None:
    run = new_run(*corpora, PLAN)
    before = run.network.enc.embeddings.word_embeddings.weight.clone()
    moved = run.network.cls["x"].weight.clone()
    step(run, PLAN)
    assert torch.equal(before, run.network.enc.embeddings.word_embeddings.weight)
    assert not torch.equal(moved, run.network.cls["x"].weight)


@pytest.mark.parametrize(
    ("at", "progress", "share"), [(0, 0.0, 0.01), (99, 0.0, 1.0), (999, 0.5, 0.5), (999, 1.0, 0.01)]
)
def test_rates_rise_and_fall(at: int, progress: float, share: float) -> None:
    assert rate_share(at, progress, Rates()) == pytest.approx(share)
