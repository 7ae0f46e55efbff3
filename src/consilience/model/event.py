"""Events (who did what to whom) and propositions (what claims are lined up from)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.spans import Part, Span
from consilience.model.statement import Status

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal["happened", "ongoing", "planned", "threatened", "hypothetical", "denied", "historical"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event or proposition: the words, and the report's entity where one is known."""

    span: Span
    name: str
    entity: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom after PLOVER 2.0; it hangs on `statement`, or on the outlet's own sentence (None)."""

    id: str
    part: Part
    sentence: Span
    statement: str | None
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    status: EventStatus
    trigger: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    quantities: tuple[Span, ...]
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause-sized piece of a statement, or of the outlet's own voice where `statement` is None.

    `spans` are its words in reading order, `act` the lemma of its verb or act noun. `times`, `places` and `quantities`
    are spans of the mentions in the part's annotations; `vector` is its 384-byte int8 unit vector.
    """

    id: str
    report: str
    part: Part
    sentence: int
    spans: tuple[Span, ...]
    statement: str | None
    act: str
    act_span: Span
    who: tuple[Participant, ...]
    whom: tuple[Participant, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    quantities: tuple[Span, ...]
    negated: bool
    status: Status
    vector: bytes
