"""Who did what to whom, coded after PLOVER 2.0."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.model.annotations import Annotations
from consilience.model.event import Event
from consilience.model.report import Report
from consilience.model.statement import Statement


def code_events(report: Report, annotations: Annotations, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events that a report tells of, in text order."""
    return ()
