"""Statements: what a report says, and through whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.annotations import EntityType
from consilience.model.spans import Part, Span

Manner = Literal["direct", "indirect", "mixed", "block", "narrated"]
Act = Literal["asserted", "denied", "accused", "asked", "declined", "promised", "threatened", "not disclosed"]
Status = Literal["happened", "ongoing", "planned", "possible", "negated", "unknown"]
Scope = Literal["statement", "belief", "plan", "perception"]
LinkType = EntityType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a statement. `name` is None where nothing decides; `words` are the words that stand for the speaker."""

    name: str | None
    type: LinkType
    id: str | None
    members: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: a medium, an agency or a speaker, with the words that name it and the words that attribute."""

    name: str | None
    type: LinkType
    id: str | None
    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a report says, with who says it.

    One statement for each link that attributes. `chain` runs from the outlet's first informant to the speaker; the outlet
    itself is left out. `within` is the id of the statement around this one, `scope` what the cue makes of the content.
    `rule` names what found it, `because` says so in words.
    """

    id: str
    part: Part
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    manner: Manner
    act: Act
    status: Status
    scope: Scope
    hedged: bool
    within: str | None
    speaker: Speaker | None
    chain: tuple[Link, ...]
    rule: str
    because: str
