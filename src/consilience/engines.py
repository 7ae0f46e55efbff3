"""What the stages ask of a language engine, and how the one in the package is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from consilience.model.annotations import Analysis
from consilience.model.spans import Span


class Engine(Protocol):
    """A language engine: words, tree, names and attributions of a text, and vectors of sentences.

    A result depends on the text alone: neither on what was read before nor on the number of threads.
    """

    @property
    def fingerprint(self) -> str:
        """Weights, library versions and kind of CPU in one line; bytes of output are promised per fingerprint."""
        ...

    def read(self, text: str, paragraphs: Sequence[Span]) -> Analysis:
        """Sentences, tokens, names and attributions of the stretches `paragraphs` of `text`; offsets count in `text`."""
        ...

    def vectors(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """One int8 unit vector of 384 bytes for each text (scaled by 127)."""
        ...


class PairScorer(Protocol):
    """Scores what one participant of a text does to another."""

    def scores(self, text: Sequence[str | int]) -> tuple[float, ...]:
        """The scores of the roots; `text` is stretches of words, with 0 for the source and 1 for the target."""
        ...


def load_pair_scorer() -> PairScorer:
    """The encoder for pairs in the package; raises EngineError where a file is not right."""
    from consilience.neural.pairs import PairEncoder  # only a run that codes pairs pays for it

    return PairEncoder()


def load_engine(weights: Path | None = None) -> Engine:
    """The engine in the package, or the one whose files lie in `weights`; raises EngineError where a file is not right."""
    from consilience.neural.engine import NeuralEngine  # only a run that reads text pays for the runtime library

    return NeuralEngine(weights)
