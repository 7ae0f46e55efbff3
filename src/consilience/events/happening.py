"""Whether a sentence tells a political act at all, judged by a learned head over words, relations and the rules' codes."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.engines import Engine
from consilience.events.coder import coded_acts
from consilience.events.ground import grounds
from consilience.events.head import load_head, scores
from consilience.events.sentence_features import sentence_features
from consilience.model.annotations import Annotations
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Statement

NO_EVENT = "none"


def no_event_scores(
    report: Report, annotations: Annotations, statements: Sequence[Statement], engine: Engine
) -> tuple[tuple[Span, int], ...]:
    """Each sentence of the report's text with the probability, per mille, that it tells no political act."""
    head, events = load_head("happening"), coded_acts(report, annotations, statements)
    found = []
    for ground in grounds(report, annotations, statements):
        for number, sentence in enumerate(ground.parse.sentences):
            if ground.part == "text":
                vector = engine.vectors([report.text[sentence.span.start : sentence.span.end]])[0]
                scored = scores(head, sentence_features(ground, number, events), vector)
                found.append((sentence.span, scored[NO_EVENT]))
    return tuple(found)
