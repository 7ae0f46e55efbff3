"""The account: one story reconciled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.annotations import EntityType, PlaceKind
from consilience.model.correction import CorrectionState
from consilience.model.report import Rejection
from consilience.model.spans import Passage
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.model.time import Moment

Standing = Literal[
    "agreed by independent origins", "parties only", "one origin", "disputed", "outlet's own voice", "unsure"
]
Stake = Literal["party", "ally of a party", "opponent", "bystander", "anonymous", "unknown"]
Stance = Literal["asserts", "denies", "asks", "plans", "declines"]
OriginKind = Literal[
    "person", "body", "agency", "state media", "anonymous sources", "document", "outlet's own reporting",
    "unidentified outlets", "named source", "open",
]  # fmt: skip
DifferenceKind = Literal[
    "number", "day", "place", "manner", "strength", "denial", "naming", "headline", "omission", "odd"
]
DifferenceScope = Literal["conflict", "finer detail", "superseded", "not comparable"]
Coverage = Literal["carries", "carries with another origin", "left out", "not yet known", "cannot tell"]
NotToldKind = Literal["not disclosed", "declined", "unclear", "planned without a day"]
Lane = Literal["happened", "planned", "reported"]


SET_AGAINST = "the report itself sets the two against each other"
SIDE_BY_SIDE = "that a report sets side by side"
TELLS_NEAR = "it tells something near; whether it is the same was not decided"


@dataclass(frozen=True, slots=True)
class AlignedClaim:
    """Propositions (by id) that say the same thing, and the reason in words."""

    propositions: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two propositions (by id) that differ in a way a reader should see."""

    left: str
    right: str
    kind: DifferenceKind
    scope: DifferenceScope
    because: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The propositions of a story lined up: each stands in one claim; an act that only a noun tells stands in none."""

    claims: tuple[AlignedClaim, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A real-world source that something rests on: a chain's last link, an agency's own report, or an outlet itself."""

    id: str
    name: str
    type: EntityType
    stake: Stake
    because: str


@dataclass(frozen=True, slots=True)
class OriginRecord:
    """One real-world source over a whole story: everything that speaks with one voice, and what rests on it.

    `names` are all names it appears under, `members` the ids of the origins that are it; `claims` and `reports` are ids.
    `alone` are the claims that rest on nothing else. `because` says why what it joins counts as one, a reason each.
    """

    id: str
    name: str
    kind: OriginKind
    stake: Stake
    stake_because: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    claims: tuple[str, ...]
    alone: tuple[str, ...]
    reports: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins something rests on, as an interval, and which; `because` gives the counting rule."""

    low: int
    high: int
    members: tuple[Origin, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Support:
    """One report's words for a claim: the passages, the statement they belong to (None: the outlet's own voice),
    the proposition, the origin's id, and what the words do with the claim."""

    report: str
    passages: tuple[Passage, ...]
    statement: str | None
    proposition: str
    origin: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What one report does with one claim."""

    report: str
    coverage: Coverage
    because: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of several reports that say the same thing; `wording` is one of theirs and stands at `passages`.

    `legible` is the wording with whom a pronoun means in brackets; empty where nothing is put in.
    """

    id: str
    wording: str
    passages: tuple[Passage, ...]
    standing: Standing
    standing_because: str
    origins: OriginCount
    support: tuple[Support, ...]
    coverage: tuple[CoverageCell, ...]
    background: bool
    because: str
    legible: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: the value as told, and where."""

    value: str
    passages: tuple[Passage, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something told differently, with its kind and scope; `claims` are the ids of the claims it touches."""

    id: str
    kind: DifferenceKind
    scope: DifferenceScope
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the page: the reports' own words (`passages` given) or the machine's joining words (`passages` empty).

    `legible` is the text with whom or what its words point at in brackets; empty where nothing is put in.
    """

    text: str
    passages: tuple[Passage, ...]
    legible: str = ""


@dataclass(frozen=True, slots=True)
class AccountSentence:
    """One sentence of the account, joined from `pieces`; `claims` are the ids of the claims that carry it."""

    pieces: tuple[Words, ...]
    claims: tuple[str, ...]
    origins: OriginCount
    standing: Standing
    reports: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's words for an utterance; `note` says how they differ from the fullest wording (fragment, paraphrase)."""

    report: str
    statement: str
    passages: tuple[Passage, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance of one speaker over the reports of a story, with its wordings side by side."""

    id: str
    speaker: str
    actor: str | None
    wordings: tuple[Wording, ...]
    because: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a day, in the lane of what happened, what is planned, or when it was reported.

    `claims` are the claims that tell of it, `legible` its words with names put in for pronouns (empty where none is).
    """

    id: str
    lane: Lane
    moment: Moment
    text: str
    passages: tuple[Passage, ...]
    because: str
    claims: tuple[str, ...] = ()
    legible: str = ""


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event took place; the point (degrees, WGS 84) and its radius (km) only where one town alone is meant."""

    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None
    radius: float | None


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A coded event over the reports: the event ids that tell of it, with type, status and actors in words.

    `deed` says in plain words what the type is here ("open fire"), `words` are those of the first telling.
    `moment` holds the days that the reports give it (None: they give none), `origins` the independent sources that assert it,
    `claims` and `differences` the ids of the claims that tell of it and of what is told differently about them.
    """

    id: str
    type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    events: tuple[str, ...]
    passages: tuple[Passage, ...]
    moment: Moment | None = None
    moment_because: str = ""
    place: EventPlace | None = None
    origins: OriginCount | None = None
    claims: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    deed: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class WordingRow:
    """How one report names one actor: the words and where they stand first.

    `quoted` are words that the report only has in a quotation. Where `name` is given, the row is about people or an act
    without a name, `actor` is the id of the difference, and `name` says what the words are for.
    """

    actor: str
    report: str
    words: tuple[Words, ...]
    name: str = ""
    quoted: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class NotTold:
    """What the reports themselves say is undisclosed, declined, unclear, or planned without a day.

    `legible` is the text with names put in for pronouns; empty where none is.
    """

    kind: NotToldKind
    text: str
    passages: tuple[Passage, ...]
    because: str
    legible: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about this account that a reader should know before trusting it."""

    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One story reconciled: what is agreed, by whom, what differs, what is missing; every sentence has its passages."""

    id: str
    title: tuple[Words, ...]
    frame: StoryFrame
    sentences: tuple[AccountSentence, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    origins: tuple[Origin, ...]
    quotes: tuple[Quote, ...]
    timeline: tuple[TimelineEntry, ...]
    events: tuple[EventEntry, ...]
    wording: tuple[WordingRow, ...]
    not_told: tuple[NotTold, ...]
    doubts: tuple[Doubt, ...]
    origin_records: tuple[OriginRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """A whole run: the reports that were read, one account a story, what was rejected, the engine's fingerprint, and what
    became of corrections by hand."""

    reports: tuple[AnnotatedReport, ...]
    accounts: tuple[Account, ...]
    rejected: tuple[Rejection, ...]
    engine: str
    corrections: tuple[CorrectionState, ...] = ()
