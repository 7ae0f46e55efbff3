"""The relation of two given participants of a text, as a root type of PLOVER: rules and a learned head on masked actors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.engines import Engine, PairScorer
from consilience.events.coder import coded_acts
from consilience.events.ground import grounds
from consilience.events.head import best, load_head, scores
from consilience.events.pair_features import Pair, pair_features, span_tokens
from consilience.model.annotations import Annotations
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Statement

_MASKS = ("someone", "somebody")
_LEAST = -12.0


@dataclass(frozen=True, slots=True)
class PairCode:
    """The root type of a pair (YIELD stands for CONCEDE and RETREAT together) and the scores of all roots, per mille."""

    root: str
    scores: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the two stand in a report's text."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PairReaders:
    """What reads a pair: the language engine, and the encoder for pairs where it is to be asked too."""

    engine: Engine
    encoder: PairScorer | None = None


def code_pair(
    report: Report, annotations: Annotations, statements: Sequence[Statement], marked: Marked, readers: PairReaders
) -> PairCode:
    """What the source does to the target in a report of one sentence or a few."""
    features, masked = seen(report, annotations, statements, marked)
    found = scores(load_head("pairs"), features, readers.engine.vectors([masked])[0])
    if readers.encoder is not None:
        found = mixed(found, readers.encoder.scores(stretches(report.text, marked)))
    return PairCode(best(found), tuple(found.items()))


def mixed(linear: Mapping[str, int], encoded: Sequence[float]) -> dict[str, int]:
    """The two heads together, per mille: their logarithms are added."""
    highest = max(encoded)
    total = math.log(sum(math.exp(value - highest) for value in encoded)) + highest
    logs = [
        math.log(max(score, 1) / 1000) + max(value - total, _LEAST)
        for score, value in zip(linear.values(), encoded, strict=True)
    ]
    raised = [math.exp(value - max(logs)) for value in logs]
    return {label: round(1000 * value / sum(raised)) for label, value in zip(linear, raised, strict=True)}


def seen(
    report: Report, annotations: Annotations, statements: Sequence[Statement], marked: Marked
) -> tuple[dict[str, float], str]:
    """What the head is given: the features of the pair, and the text with both masked."""
    masked = masked_text(report.text, marked)
    told = [g for g in grounds(report, annotations, statements) if g.part == "text"]
    if not told:
        return {}, masked
    pair = Pair(span_tokens(told[0], marked.source), span_tokens(told[0], marked.target))
    return pair_features(told[0], pair, coded_acts(report, annotations, statements)), masked


def masked_text(text: str, marked: Marked) -> str:
    """The text with the two masked by words that tell nothing of them."""
    pieces = (piece if isinstance(piece, str) else f" {_MASKS[piece]} " for piece in stretches(text, marked))
    return " ".join("".join(pieces).split())


def stretches(text: str, marked: Marked) -> tuple[str | int, ...]:
    """The text cut at the two participants, with 0 for the source and 1 for the target."""
    places = sorted([(s, 0) for s in marked.source] + [(s, 1) for s in marked.target])
    pieces: list[str | int] = []
    at = 0
    for span, side in places:
        if span.start >= at:
            pieces += [text[at : span.start], side]
            at = span.end
    return (*pieces, text[at:])
