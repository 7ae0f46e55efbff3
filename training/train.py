"""Trains the engine's network: python -m training.train DATA OUT --minutes N --seed S --model MODEL

DATA    the data folder with `treebanks`, `names` and `attribution`
OUT     where the run is kept: run.pt (to go on after a cut: run the same command again), engine.pt (averaged weights,
        for training.export), labels.json, log.txt
MODEL   folder of all-MiniLM-L6-v2 with vocab.txt and, for a start from nothing, model.safetensors

With --start CHECKPOINT --labels LABELS training goes on from earlier weights. With --steps N instead of --minutes the same
seed gives the same weights on the same machine. bfloat16 on one core, or on a GPU with --device cuda.
"""

# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from consilience.neural.pieces import WordPieces
from training.batches import Noise, packed
from training.checkpoints import Run, load_encoder, load_start, resume, save_run
from training.corpora import SHARES, Corpora, Share, make_streams, read_corpora, seen_pairs
from training.labels import LabelTable, read_labels, write_labels
from training.losses import LossWeights, losses
from training.network import EngineNetwork, HeadSizes
from training.optimiser import Average, Rates, make_optimiser, rate_share
from training.streams import Stream, Window

LOG_EVERY, SAVE_SECONDS = 50, 240


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how a run trains; it ends at the first limit that is reached."""

    seed: int = 1
    minutes: float = float("inf")
    steps: int = 1_000_000_000
    batch_pieces: int = 1800
    rates: Rates = field(default_factory=Rates)
    noise: Noise = field(default_factory=Noise)
    device: str = "cpu"
    weights: LossWeights = field(default_factory=LossWeights)
    shares: tuple[Share, ...] = SHARES

    def progress(self, run: Run) -> float:
        """From 0 to 1."""
        return max(run.seconds / (60 * self.minutes), run.step / self.steps)


def new_run(corpora: Corpora, labels: LabelTable, plan: Plan) -> Run:
    """A run at its first step, the network with random heads."""
    torch.manual_seed(plan.seed)
    sizes = HeadSizes(*(len(getattr(labels, k)) for k in ("xpos", "morph", "lemma", "sentence", "name", "relation")))
    network = EngineNetwork(sizes)
    network.begin()
    network.train()
    streams = make_streams(corpora, plan.seed, plan.shares)
    optimiser = make_optimiser(network, plan.rates)
    return Run(network, optimiser, Average(network, plan.rates.average), streams, random.Random(plan.seed))


def next_windows(streams: Sequence[Stream], plan: Plan) -> list[Window]:
    """Windows of each stream up to its share of the batch, at least one each."""
    found: list[Window] = []
    for stream, share in zip(streams, plan.shares, strict=True):
        used = 0
        while used < share.share * plan.batch_pieces:
            window = stream.next()
            used += sum(map(len, window.document.words.pieces[window.first : window.last]))
            found.append(window)
    return found


def step(run: Run, plan: Plan) -> None:
    """One step of training."""
    share = rate_share(run.step, plan.progress(run), plan.rates)
    for group in run.optimiser.param_groups:
        group["lr"] = group["peak"] * share
    batch = packed(next_windows(run.streams, plan), plan.noise, run.draw)
    with torch.autocast(plan.device, torch.bfloat16):
        embedded = run.network.enc.embeddings.word_embeddings(batch.pieces)
        found = losses(run.network, batch, embedded)
    sum(getattr(plan.weights, head) * loss for head, loss in found.items()).backward()
    torch.nn.utils.clip_grad_norm_([p for p in run.network.parameters() if p.requires_grad], 2.0)
    run.optimiser.step()
    run.optimiser.zero_grad(set_to_none=True)
    run.average.take_in(run.network, run.step)
    run.step += 1
    for head, loss in found.items():
        run.sums[head] = run.sums.get(head, 0.0) + loss.item()
        run.counts[head] = run.counts.get(head, 0) + 1


def train(run: Run, plan: Plan, out: Path, say: Callable[[str], None]) -> None:
    """Steps until the plan is done; what is said goes to the log."""
    begun, before, saved = time.monotonic(), run.seconds, run.seconds
    while plan.progress(run) < 1:
        step(run, plan)
        run.seconds = before + time.monotonic() - begun
        if run.step % LOG_EVERY == 0:
            say(_news(run))
        if run.seconds - saved > SAVE_SECONDS:
            save_run(run, out)
            saved = run.seconds
    save_run(run, out)
    say(f"done after {run.step} steps, {run.seconds:.0f} s")


def _news(run: Run) -> str:
    means = {head: run.sums[head] / run.counts[head] for head in run.sums}
    run.sums.clear()
    run.counts.clear()
    epochs = " ".join(f"{s.name} {s.progress:.2f}" for s in run.streams)
    parts = " ".join(f"{head} {mean:.3f}" for head, mean in means.items())
    return f"step {run.step} {run.seconds:.0f} s epochs {epochs} | {parts}"


@dataclass(frozen=True, slots=True)
class Places:
    """What a run reads and writes: the data folder, its own folder, that of all-MiniLM-L6-v2, earlier weights."""

    data: Path
    out: Path
    model: Path
    start: Path | None = None
    labels: Path | None = None


def asked() -> argparse.ArgumentParser:
    """The arguments of a run."""
    arguments = argparse.ArgumentParser(description="Train the engine's network.")
    arguments.add_argument("data", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--minutes", type=float, default=Plan().minutes)
    arguments.add_argument("--steps", type=int, default=Plan().steps)
    arguments.add_argument("--seed", type=int, default=Plan().seed)
    arguments.add_argument("--device", choices=("cpu", "cuda"), default=Plan().device)
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--start", type=Path)
    arguments.add_argument("--labels", type=Path)
    return arguments


def plan_of(given: argparse.Namespace) -> Plan:
    """The plan that the arguments ask for."""
    return Plan(seed=given.seed, minutes=given.minutes, steps=given.steps, device=given.device)


def run_to_end(places: Places, plan: Plan) -> None:
    """Begins the run in `places.out`, or goes on with it, until the plan is done."""
    torch.set_num_threads(1)
    torch.set_default_device(plan.device)
    places.out.mkdir(parents=True, exist_ok=True)
    cutter = WordPieces((places.model / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n"))
    labels = read_labels(places.labels) if places.labels else None
    corpora, table = read_corpora(places.data, labels, cutter, plan.seed)
    write_labels(table, seen_pairs(corpora.trees), places.out / "labels.json")
    run = new_run(corpora, table, plan)
    with (places.out / "log.txt").open("a", encoding="utf-8") as log:

        def say(line: str) -> None:
            print(line, flush=True)
            log.write(line + "\n")
            log.flush()

        say(f"plan {dataclasses.asdict(plan)}")
        if resume(run, places.out):
            say(f"goes on from step {run.step}, {run.seconds:.0f} s")
        elif places.start:
            say(f"begins with {places.start.name}; new: {load_start(run.network, places.start)}")
            run.average = Average(run.network, plan.rates.average)
        else:
            load_encoder(run.network, places.model / "model.safetensors")
            run.average = Average(run.network, plan.rates.average)
        train(run, plan, places.out, say)


if __name__ == "__main__":
    given = asked().parse_args()
    run_to_end(Places(given.data, given.out, given.model, given.start, given.labels), plan_of(given))
