"""What is only announced is an agreement or a concession by the codebook, not yet the meeting, help or withdrawal itself."""

from __future__ import annotations

from dataclasses import replace

from consilience.model.event import QUADS, Event

_AGREED = ("AID", "CONSULT", "COOPERATE", "SUPPORT")
_WILLING = frozenset({"eager", "open", "ready", "willing", "willingness"})


def as_announced(event: Event) -> Event:
    """The event with the type of its announcement: a meeting to come is AGREE, a withdrawal to come CONCEDE."""
    willing = event.status == "hypothetical" and event.because.rsplit("(", 1)[-1].rstrip(")") in _WILLING
    if event.status != "planned" and not willing:
        return event
    if event.type in _AGREED:
        return replace(event, type="AGREE", quad=QUADS["AGREE"], mode=None)
    if event.type == "RETREAT":
        return replace(event, type="CONCEDE", quad=QUADS["CONCEDE"], mode=None)
    return event
