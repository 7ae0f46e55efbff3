"""Same text, same answer: whatever was read before or with it, by however many threads, whatever the last bit of a float."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pytest
from benchmarks.worlds import example_texts, names_of, other_world
from numpy.typing import NDArray

from consilience.model.annotations import Analysis
from consilience.neural.engine import NeuralEngine
from tests.neural.test_engine import engine, paragraphs

SIZES = (1, 3, 16, 64)


@cache
def reports() -> tuple[str, ...]:
    """The example reports at full length."""
    return tuple(example_texts())


@cache
def short_reports() -> tuple[str, ...]:
    """Sixty-four beginnings of reports about as many other places."""
    texts = [text[:180] for text in reports()]
    names = names_of(texts)
    return tuple(text for seed in range(6) for text in other_world(texts, names, seed))[:64]


def answers(reader: NeuralEngine, texts: Iterable[str]) -> list[Analysis]:
    return [reader.read(text, paragraphs(text)) for text in texts]


def test_reports_may_come_in_groups_of_any_size() -> None:
    """Groups of 1 to 64, each group backwards, by one engine that goes on from group to group."""
    texts = short_reports()
    alone = answers(NeuralEngine(), texts)
    vectors = engine().vectors(texts)
    for size in SIZES:
        for start in range(0, len(texts), size):
            group = texts[start : start + size]
            told = [engine().read(text, paragraphs(text)) for text in reversed(group)]
            assert told[::-1] == alone[start : start + size]
        shuffled = sorted(range(len(texts)), key=lambda i: (i % size, i))
        assert engine().vectors([texts[i] for i in shuffled]) == tuple(vectors[i] for i in shuffled)


@pytest.mark.parametrize("threads", [2, 3, 4])
def test_threads_change_nothing_in_the_examples(threads: int) -> None:
    texts = reports()[:2]
    several = engine(threads)
    assert [several.read(t, paragraphs(t)) for t in texts] == [engine().read(t, paragraphs(t)) for t in texts]
    sentences = [s for text in texts for s in text.split("\n") if s]
    assert several.vectors(sentences) == engine().vectors(sentences)


@dataclass(frozen=True, slots=True)
class Noisy:
    """A network whose every score is off by up to `size`."""

    session: Any
    chance: np.random.Generator
    size: float

    def run(self, outputs: Sequence[str] | None, inputs: dict[str, Any]) -> list[NDArray[np.float32]]:
        given = self.session.run(outputs, inputs)
        return [a + self.chance.uniform(-self.size, self.size, a.shape).astype(np.float32) for a in given]


def noisy(size: float) -> NeuralEngine:
    """An engine all of whose networks are noisy."""
    made = NeuralEngine()
    holders: tuple[Any, ...] = (made._reader, made._decoder.parser._namer, made._vectors)
    for number, holder in enumerate(holders):
        holder._session = Noisy(holder._session, np.random.default_rng(number), size)
    return made


def test_the_last_bit_of_a_float_decides_nothing() -> None:
    """A millionth more or less in every score: scores are rounded to 1/1024, and equal ones are settled by a fixed order."""
    shaken = noisy(1e-6)
    texts = reports()[:6]
    words = wrong = 0
    for text in texts:
        one, other = engine().read(text, paragraphs(text)), shaken.read(text, paragraphs(text))
        words += len(one.tokens)
        wrong += sum(a != b for a, b in zip(one.tokens, other.tokens, strict=True))
        assert one.names == other.names
        assert one.sentences == other.sentences
        assert one.attributions == other.attributions
    assert words > 1500
    assert wrong == 0


def test_a_vector_moves_by_one_step_at_most() -> None:
    """A component on the border of two steps may fall to either side; a sentence has 384 of them."""
    shaken = noisy(1e-6)
    sentences = [s for text in reports() for s in text.split("\n") if len(s) > 40]
    pairs = zip(engine().vectors(sentences), shaken.vectors(sentences), strict=True)
    steps = [np.frombuffer(a, np.int8).astype(int) - np.frombuffer(b, np.int8) for a, b in pairs]
    assert all(abs(step).max() <= 1 for step in steps)
    assert sum(step.any() for step in steps) <= len(steps) // 10
