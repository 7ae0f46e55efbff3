"""What speaks against an event that the rules code: such an event is given with its doubt, and told in no account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from consilience.events.background import Told
from consilience.events.ground import Ground
from consilience.model.event import Event

_TWO_SIDED = ("ACCUSE", "AGREE", "ASSAULT", "COERCE", "COOPERATE", "REJECT", "REQUEST", "THREATEN")
_ALONE = ("refuse to act",)  # what somebody refuses to do may be asked by nobody who is told


def doubted(ground: Ground, told: Told) -> Event:
    """The event with the first doubt that holds, or as it is."""
    because = next((b for b in (check(ground, told) for check in _CHECKS) if b is not None), None)
    return told.event if because is None else replace(told.event, doubt=because)


def _one_sided(ground: Ground, told: Told) -> str | None:
    """Whoever was accused, asked, refused or struck is not found in the words."""
    event = told.event
    if event.type not in _TWO_SIDED or event.rule in _ALONE or not event.actors or event.recipients:
        return None
    mutual = event.type in ("AGREE", "COOPERATE") and len(event.actors) > 1
    return None if mutual else "nobody found at whom it was aimed"


_CHECKS: tuple[Callable[[Ground, Told], str | None], ...] = (_one_sided,)
