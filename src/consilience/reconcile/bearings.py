"""Bearings: one voice on one proposition of a claim, and what it does with it."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.model.account import Stance
from consilience.model.event import Proposition
from consilience.model.statement import Statement
from consilience.reconcile.voices import Voice


@dataclass(frozen=True, slots=True)
class Bearing:
    """One voice on one proposition of a claim."""

    voice: Voice
    proposition: Proposition
    statement: Statement | None
    stance: Stance


def joint(bearing: Bearing) -> str:
    """The statement, where several speakers make it together: that is one act of saying."""
    statement = bearing.statement
    together = statement is not None and statement.speaker is not None and len(statement.speaker.members) > 1
    return f"{bearing.proposition.report} {statement.id}" if statement is not None and together else ""
