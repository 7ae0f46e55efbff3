"""An act that a rule has coded, before it is written as an event."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.events.matching import Match
from consilience.model.event import EventStatus


@dataclass(frozen=True, slots=True)
class Coded:
    """A match with its trigger and status, and the reason for the status in words."""

    trigger: int
    match: Match
    status: EventStatus
    status_because: str
