"""What a run leaves on disk: enough to go on after a cut, and the averaged weights to export."""

# mypy: disable-error-code="misc, no-any-return, import-not-found, unused-ignore"

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from training.network import EngineNetwork
from training.optimiser import Average
from training.streams import Stream

RUN_FILE, WEIGHTS_FILE = "run.pt", "engine.pt"


@dataclass(slots=True)
class Run:
    """Everything that changes while training; `seconds` counts over all sittings."""

    network: EngineNetwork
    optimiser: torch.optim.Optimizer
    average: Average
    streams: tuple[Stream, ...]
    draw: random.Random
    step: int = 0
    seconds: float = 0.0
    sums: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def save_run(run: Run, out: Path) -> None:
    """Writes the state of the run and the averaged weights; a cut while writing leaves the files before it whole."""
    state = {
        "network": run.network.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "average": run.average.weights,
        "streams": {s.name: (s.epoch, s.place) for s in run.streams},
        "draw": run.draw.getstate(),
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all(),
        "step": run.step,
        "seconds": run.seconds,
    }
    _write(state, out / RUN_FILE)
    _write(averaged(run), out / WEIGHTS_FILE)


def averaged(run: Run) -> dict[str, Any]:
    """The state dict with averaged weights, in half precision."""
    state = dict(run.network.state_dict()) | run.average.weights
    return {k: v.half() if v.is_floating_point() else v for k, v in state.items()}


def _write(state: dict[str, Any], path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)


def resume(run: Run, out: Path) -> bool:
    """Puts the run back where it was cut; whether there was anything to go on from."""
    path = out / RUN_FILE
    if not path.is_file():
        return False
    state = torch.load(path, map_location="cpu", weights_only=False)
    run.network.load_state_dict(state["network"])
    run.optimiser.load_state_dict(state["optimiser"])
    for name, weights in state["average"].items():
        run.average.weights[name].copy_(weights)
    for stream in run.streams:
        stream.put_back(*state["streams"][stream.name])
    run.draw.setstate(state["draw"])
    torch.set_rng_state(state["torch"])
    torch.cuda.set_rng_state_all(state["cuda"])
    run.step, run.seconds = state["step"], state["seconds"]
    return True


def load_start(network: EngineNetwork, path: Path) -> list[str]:
    """Takes over the weights of a checkpoint; the names of those it lacks."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    state = {k: v.float() if v.is_floating_point() else v for k, v in state.items()}
    if "cls.w.weight" not in state:  # a head that older checkpoints lack begins as its neighbour
        state |= {f"cls.w.{part}": state[f"cls.n.{part}"].clone() for part in ("weight", "bias")}
    if "pre.w.0.weight" not in state:
        state |= {f"pre.w.0.{part}": state[f"pre.n.0.{part}"].clone() for part in ("weight", "bias")}
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected:
        raise ValueError(f"{path}: holds weights that the network lacks: {', '.join(unexpected)}")
    return list(missing)


def load_encoder(network: EngineNetwork, path: Path) -> None:
    """Takes over the encoder of all-MiniLM-L6-v2 (model.safetensors)."""
    from safetensors.torch import load_file

    state = {k: v for k, v in load_file(path).items() if "position_ids" not in k and "pooler" not in k}
    network.enc.load_state_dict(state)
