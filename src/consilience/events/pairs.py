"""The relation of two given participants of a text, as a root type of PLOVER: rules and a learned head on masked actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.engines import Engine
from consilience.events.coder import code_events
from consilience.events.ground import grounds
from consilience.events.head import best, load_head, scores
from consilience.events.pair_features import Pair, pair_features, span_tokens
from consilience.model.annotations import Annotations
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Statement

_SOURCE, _TARGET = "someone", "somebody"


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


def code_pair(
    report: Report, annotations: Annotations, statements: Sequence[Statement], marked: Marked, engine: Engine
) -> PairCode:
    """What the source does to the target in a report of one sentence or a few."""
    features, masked = seen(report, annotations, statements, marked)
    found = scores(load_head("pairs"), features, engine.vectors([masked])[0])
    return PairCode(best(found), tuple(found.items()))


def seen(
    report: Report, annotations: Annotations, statements: Sequence[Statement], marked: Marked
) -> tuple[dict[str, float], str]:
    """What the head is given: the features of the pair, and the text with both masked."""
    masked = masked_text(report.text, marked)
    told = [g for g in grounds(report, annotations, statements) if g.part == "text"]
    if not told:
        return {}, masked
    pair = Pair(span_tokens(told[0], marked.source), span_tokens(told[0], marked.target))
    return pair_features(told[0], pair, code_events(report, annotations, statements)), masked


def masked_text(text: str, marked: Marked) -> str:
    """The text with the two masked by words that tell nothing of them."""
    places = sorted([(s, _SOURCE) for s in marked.source] + [(s, _TARGET) for s in marked.target], key=lambda p: p[0])
    pieces, at = [], 0
    for span, word in places:
        if span.start >= at:
            pieces += [text[at : span.start], f" {word} "]
            at = span.end
    return " ".join("".join([*pieces, text[at:]]).split())
