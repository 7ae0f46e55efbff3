"""Names cut short by the engine: a "place" that the text goes on to call a body, and that nobody is ever in."""

from __future__ import annotations

import re
from collections.abc import Collection

from consilience.model.annotations import Entity
from consilience.model.story import AnnotatedReport

_REST = re.compile(r"(?: [A-Z][\w'’&-]*){1,2}")
_INSIDE = re.compile(r"\b(?:around|at|from|in|into|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = 20  # characters before a name in which its preposition stands


def whole_name(told: AnnotatedReport, entity: Entity, bodies: Collection[str]) -> str | None:
    """The full name of the one body of the story that a place's name is cut from ("Brandel", once "Brandel Mills"); None
    where the name has words enough, a country, or somebody is in it or comes from it."""
    if entity.type not in ("place", "facility") or entity.country is not None or " " in entity.name:
        return None
    texts = {"text": told.report.text, "title": told.report.title}
    mentions = [(texts[m.part], m.span) for m in entity.mentions]
    if any(_INSIDE.search(text[max(0, span.start - _BEFORE) : span.start]) for text, span in mentions):
        return None
    rest = (_REST.match(text, span.end) for text, span in mentions)
    named = {f"{entity.name}{match.group()}" for match in rest if match is not None}
    known = {name for full in named for name in (full, full.rsplit(" ", 1)[0]) if name in bodies}
    return min(known) if len(known) == 1 else None
