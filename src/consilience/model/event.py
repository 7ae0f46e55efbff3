"""Events (who did what to whom) and propositions (what claims are lined up from)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from consilience.model.spans import Part, Span
from consilience.model.statement import Status

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal[1, 2, 3, 4]
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
    "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
International = Literal["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]
MagnitudeKind = Literal["dead", "injured", "people", "money", "weapons", "time"]
EventStatus = Literal["happened", "ongoing", "planned", "threatened", "hypothetical", "denied", "historical"]


QUADS: Mapping[EventType, Quad] = MappingProxyType({
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event or proposition: the words, and the report's entity where one is known.

    `country` is an ISO 3166-1 alpha-3 code, `international` the kind of a body that is no country's, `sectors` the sectors
    of PLOVER 2.0, the one of the act first; `role` is the office or calling in words. What is not known is left out.
    """

    span: Span
    name: str
    entity: str | None
    country: str | None
    international: International | None = None
    sectors: tuple[Sector, ...] = ()
    role: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """One reported value of an event's size, as a range; open ends are None. `unit` is what is counted."""

    kind: MagnitudeKind
    low: float | None
    high: float | None
    unit: str
    hedge: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom after PLOVER 2.0; it hangs on `statement`, or on the outlet's own sentence (None).

    `status` says how real the report tells it: an attempt that failed is denied, one whose end is not told hypothetical.
    `magnitude` holds every value that the sentence gives; `context` the contexts of the sentence.
    `doubt` says why the program is not sure of it; accounts, tables and timelines tell only what is `sure`.
    """

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
    quad: Quad = 1
    magnitude: tuple[Magnitude, ...] = ()
    doubt: str | None = None

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against the event."""
        return self.doubt is None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause-sized piece of a statement, or of the outlet's own voice where `statement` is None.

    `spans` are its words in reading order, `act` the lemma of its verb or act noun. `times`, `places` and `quantities`
    are spans of the mentions in the part's annotations; `vector` is its 384-byte int8 unit vector. `noun` marks an act
    told by a noun inside another clause ("the launch of two rockets").
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
    noun: bool = False
