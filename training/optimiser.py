"""Learning rates, which parameters learn, and the running average of the weights."""

# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from training.network import LAYERS, EngineNetwork

FROZEN = ("word_embeddings", "position_embeddings", "token_type_embeddings")


@dataclass(frozen=True, slots=True)
class Rates:
    """Peak learning rates; each encoder layer learns `layer_share` as fast as the one above it."""

    encoder: float = 1.2e-4
    heads: float = 6e-4
    layer_share: float = 0.9
    weight_decay: float = 0.01
    warm_up: int = 100
    least: float = 0.01
    average: float = 0.998


def rate_share(step: int, progress: float, rates: Rates) -> float:
    """The share of the peak rate at a step, at `progress` from 0 to 1: a straight rise, then half a cosine down."""
    rise = min(1.0, (step + 1) / rates.warm_up)
    fall = 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
    return rise * max(rates.least, fall)


def make_optimiser(network: EngineNetwork, rates: Rates) -> torch.optim.Optimizer:
    """AdamW with a group for each depth of the network; `peak` is the group's own peak rate."""
    groups: dict[float, list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        parameter.requires_grad = not any(part in name for part in FROZEN)
        if parameter.requires_grad:
            groups.setdefault(_peak(name, rates), []).append(parameter)
    stated = [{"params": found, "lr": peak, "peak": peak} for peak, found in sorted(groups.items())]
    return torch.optim.AdamW(stated, weight_decay=rates.weight_decay, betas=(0.9, 0.98), fused=True)


def _peak(name: str, rates: Rates) -> float:
    if not name.startswith("enc."):
        return rates.heads
    parts = name.split(".")
    layer = int(parts[3]) if parts[1] == "encoder" else -1
    return rates.encoder * rates.layer_share ** (LAYERS - 1 - layer)


class Average:
    """A running average of all learned weights, which reads better than any single step's."""

    def __init__(self, network: EngineNetwork, decay: float) -> None:
        self._decay = decay
        self.weights = {n: p.detach().clone() for n, p in network.named_parameters() if p.requires_grad}

    def take_in(self, network: EngineNetwork, step: int) -> None:
        """Moves the average towards the weights; at first it follows them more closely."""
        decay = min(self._decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, parameter in network.named_parameters():
                if name in self.weights:
                    self.weights[name].lerp_(parameter.detach(), 1 - decay)
