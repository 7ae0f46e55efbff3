"""Which blocks of an HTML page are the report: trafilatura, our own reader and the markup vote."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.clean.layer import Layer
from consilience.model.report import Removal


@dataclass(frozen=True, slots=True)
class BlockVote:
    """What becomes of one block (its number in the layer): kept or removed, by which rule, and the reason in words."""

    block: int
    keep: bool
    rule: str
    because: str


def votes(page_text: str, layer: Layer) -> tuple[BlockVote, ...]:
    """One vote a block of the layer, in order."""
    raise NotImplementedError


def removals(layer: Layer, voted: tuple[BlockVote, ...]) -> tuple[Removal, ...]:
    """The blocks that were voted out, as removals on the layer."""
    return tuple(Removal(layer.blocks[v.block].span, v.rule, v.because) for v in voted if not v.keep)
