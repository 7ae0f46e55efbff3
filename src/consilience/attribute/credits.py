"""Picture credits: who is named for the picture under which a caption stands; set aside, since nobody says anything by it."""

from __future__ import annotations

import re

from consilience.model.annotations import Entity
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Link, Speaker, Statement
from consilience.wording import fold

RULE = "picture credit"
_REASON = "set aside: a picture credit tells who made the picture, and nothing of the matter"
_CREDIT = re.compile(
    r"(?P<cue>\b(?:image|photo|photograph|picture|illustration|graphic)(?: credit)?) ?: ?(?P<name>[^\n:.]{2,60}?)[ .]*$",
    re.IGNORECASE,
)


def picture_credits(report: Report, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """One aside for each caption that ends in a credit, with what the caption shows as its content."""
    found = (_credit(report, caption, entities) for caption in report.captions)
    return tuple(aside for aside in found if aside is not None)


def _credit(report: Report, caption: Span, entities: tuple[Entity, ...]) -> Statement | None:
    text = report.text
    match = _CREDIT.search(text[slice(*caption)])
    if match is None:
        return None
    shown = text[caption.start : caption.start + match.start()]
    start = caption.start + len(shown) - len(shown.lstrip())
    end = caption.start + len(shown.rstrip(" |(-–—"))
    if end - start < 2:
        return None
    cue, source = (Span(caption.start + match.start(g), caption.start + match.end(g)) for g in ("cue", "name"))
    content = (Span(start, end),)
    speaker = _holder(match["name"], entities)
    return Statement(
        content_id(report.id, "text", content, cue), "text", content, source, cue, "indirect", "asserted", "unknown",
        "perception", False, None, speaker, (Link(speaker.name, speaker.type, speaker.id, source, cue),), RULE, _REASON,
        aside="picture_credit",
    )  # fmt: skip


def _holder(name: str, entities: tuple[Entity, ...]) -> Speaker:
    """Who holds the credit: an entity of the report by its name, else the words as they stand."""
    words = " ".join(name.split())
    known = next((e for e in entities if fold(words) in (fold(e.name), *map(fold, e.aliases))), None)
    if known is None:
        return Speaker(words, "unknown", None, (), words)
    return Speaker(known.name, known.type, known.id, (), words)
