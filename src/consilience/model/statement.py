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
Strength = Literal["said", "signalled", "open to", "may", "believed"]
LinkType = EntityType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a statement. `name` is None where nothing decides; `words` are the words that stand for the speaker.

    `described` holds the words by which the report describes the speaker: titles, offices, what stands beside the name.
    """

    name: str | None
    type: LinkType
    id: str | None
    members: tuple[str, ...]
    words: str
    described: tuple[str, ...] = ()


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
    `rule` names what found it, `because` says so in words. `strength` is the rung of the ladder from "said" down to
    "believed" on which the content stands. `aside` names the rule by which an attribution is no statement in the words of
    this project (a belief of nobody, a topic, the outlet's own inference); it is None for statements. `follows` is the id of
    the statement whose speaker goes on in a quotation of its own. `certainty` says how many per mille of the attributions
    of its kind (`measured_as`) had the right words and source on development data; None where too few were measured.
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
    strength: Strength = "said"
    aside: str | None = None
    follows: str | None = None
    certainty: int | None = None
    measured_as: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells through somebody: its statements, and the attributions set aside, both in text order."""

    statements: tuple[Statement, ...]
    asides: tuple[Statement, ...]
