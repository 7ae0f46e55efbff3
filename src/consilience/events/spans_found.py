"""Who does something and to whom, as spans of a sentence: noun phrases of the tree, judged by two small learned heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consilience.events.coder import coded_acts
from consilience.events.ground import Ground, grounds
from consilience.events.head import best, load_head, scores
from consilience.events.span_features import candidates, edge, edge_features, role_features
from consilience.model.annotations import Annotations
from consilience.model.event import Event
from consilience.model.report import Report
from consilience.model.spans import Span, TokenRange
from consilience.model.statement import Statement
from consilience.parses import span_of

ROLES = ("S", "T", "R")


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A participant of a sentence: S (source), T (target) or R (one of several acting on each other); `score` per mille."""

    role: str
    span: Span
    score: int


def role_spans(
    report: Report, annotations: Annotations, statements: Sequence[Statement], *, least: int = 420
) -> tuple[RoleSpan, ...]:
    """The sources and targets that the sentences of a report's text name, in text order."""
    events = coded_acts(report, annotations, statements)
    found: list[RoleSpan] = []
    for ground in grounds(report, annotations, statements):
        if ground.part == "text":
            for sentence in ground.parse.sentences:
                found += _of_sentence(ground, range(*sentence.tokens), events, least)
    return tuple(sorted(found, key=lambda r: r.span))


def _of_sentence(ground: Ground, tokens: Iterable[int], events: Sequence[Event], least: int) -> list[RoleSpan]:
    heads = candidates(ground, tokens)
    judged = [(scores(load_head("roles"), role_features(ground, h, heads, events)), h) for h in heads]
    chosen = chosen_roles(judged, least)
    found: list[tuple[TokenRange, RoleSpan]] = []
    for head, role, score in chosen:
        called = best(scores(load_head("edges"), edge_features(ground, head, role)))
        stretch = edge(ground, head, called)
        if not any(stretch.first < other.last and other.first < stretch.last for other, _ in found):
            found.append((stretch, RoleSpan(role, span_of(ground.parse, stretch), score)))
    return [role for _, role in found]


def chosen_roles(judged: Sequence[tuple[dict[str, int], int]], least: int) -> list[tuple[int, str, int]]:
    """Head, role and score of each phrase that takes part, the surest first; at least the surest source is kept."""
    scored = [(max(ROLES, key=lambda r: s.get(r, 0)), s, head) for s, head in judged]
    kept = [(s.get(role, 0), head, role) for role, s, head in scored if s.get(role, 0) >= least]
    if not any(role in ("S", "R") for _, _, role in kept) and judged:
        score, head = max((s.get("S", 0), -head) for s, head in judged)
        kept = [k for k in kept if k[1] != -head] + [(score, -head, "S")]
    return [(head, role, score) for score, head, role in sorted(kept, key=lambda k: (-k[0], k[1]))]
