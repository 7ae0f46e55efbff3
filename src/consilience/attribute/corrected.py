"""Statements that a reader took out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.model.correction import Correction
from consilience.model.report import Report
from consilience.model.spans import Span, overlap
from consilience.model.statement import Statement, Told

BY_HAND = "taken out by hand"


def without_marked(report: Report, told: Told, corrections: Sequence[Correction]) -> Told:
    """The statements less those that a correction says are no quote; these stand among the attributions set aside."""
    marks = [mark for c in corrections if c.kind == "not a quote" for mark in c.marks if mark.page == report.sha256]
    out = {s.id for s in told.statements for m in marks if s.part == m.part and _meets(s, m.span)}
    if not out:
        return told
    kept = tuple(_loose(s, out) for s in told.statements if s.id not in out)
    aside = tuple(replace(s, aside=BY_HAND) for s in told.statements if s.id in out)
    return Told(kept, (*told.asides, *aside))


def _meets(statement: Statement, span: Span) -> bool:
    """Whether the marked words are most of what a piece of the statement says."""
    return any(2 * overlap(piece, span) > piece.end - piece.start for piece in statement.content)


def _loose(statement: Statement, out: set[str]) -> Statement:
    """The statement without ties to what was taken out."""
    return replace(
        statement,
        within=None if statement.within in out else statement.within,
        follows=None if statement.follows in out else statement.follows,
    )
