"""The flat lists of a reading, as they are published: every item carries the id of its `story`."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.model.account import (
    Coverage,
    DifferenceKind,
    DifferenceScope,
    Findings,
    Lane,
    NotToldKind,
    Stake,
    Stance,
    Standing,
)  # fmt: skip
from consilience.model.annotations import EntityType
from consilience.model.report import State
from consilience.model.spans import Part, Span

FORMAT = "consilience.reading/1"
RECORD = 1


@dataclass(frozen=True, slots=True)
class PassageView:
    """A span of one part of one report, in Unicode code points."""

    report: str
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report that was read."""

    id: str
    source: str
    story: str | None
    state: State
    reason: str
    outlet: str | None
    title: str | None
    published: str | None
    byline: str | None
    dateline: str | None
    agency: str | None
    url: str | None
    language: str
    encoding: str
    sha256: str
    family: str | None
    damage: int
    removed: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story with the day and place that a report fixes."""

    id: str
    story: str
    reports: tuple[str, ...]
    title: str
    day: str | None
    day_by: PassageView | None
    place: str | None
    place_by: PassageView | None


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin of a story."""

    id: str
    story: str
    name: str
    type: EntityType
    stake: Stake
    because: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """One origin that was counted."""

    id: str
    name: str
    type: EntityType
    stake: Stake
    because: str


@dataclass(frozen=True, slots=True)
class CountView:
    """The number of independent origins as an interval."""

    low: int
    high: int
    members: tuple[MemberView, ...]
    because: str


@dataclass(frozen=True, slots=True)
class SupportView:
    """One report's words for a claim: `start` and `end` are the hull of `spans`."""

    report: str
    start: int
    end: int
    spans: tuple[Span, ...]
    part: Part
    statement: str | None
    proposition: str
    origin: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with its standing and support."""

    id: str
    story: str
    wording: str
    passages: tuple[PassageView, ...]
    standing: Standing
    standing_because: str
    origins: CountView
    support: tuple[SupportView, ...]
    background: bool
    because: str
    legible: str


@dataclass(frozen=True, slots=True)
class WordsView:
    """A piece of a sentence; without passages it is the program's own joining words.

    `legible` is the text with names put in for words that point elsewhere, empty where none is.
    """

    text: str
    passages: tuple[PassageView, ...]
    legible: str = ""


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence of the account."""

    story: str
    text: str
    pieces: tuple[WordsView, ...]
    claims: tuple[str, ...]
    standing: Standing
    origins: CountView
    reports: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a difference."""

    value: str
    passages: tuple[PassageView, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Something told differently."""

    id: str
    story: str
    kind: DifferenceKind
    scope: DifferenceScope
    claims: tuple[str, ...]
    sides: tuple[SideRow, ...]
    because: str


@dataclass(frozen=True, slots=True)
class QuoteWording:
    """One report's words for an utterance."""

    report: str
    statement: str
    text: str
    passages: tuple[PassageView, ...]
    note: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One utterance over the reports."""

    id: str
    story: str
    speaker: str
    actor: str | None
    wordings: tuple[QuoteWording, ...]
    because: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Something with a day; `earliest` and `latest` are equal where the day is known.

    `claims` are the claims that tell of it, `legible` its words with names put in for pronouns, empty where none is.
    """

    id: str
    story: str
    lane: Lane
    earliest: str
    latest: str
    text: str
    passages: tuple[PassageView, ...]
    because: str
    claims: tuple[str, ...] = ()
    legible: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """Who did what to whom, over the reports; `events` are ids of the reports' own events.

    `deed` says in plain words what the type is here, `words` are those of the first telling.
    """

    id: str
    story: str
    type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    events: tuple[str, ...]
    passages: tuple[PassageView, ...]
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    origins_low: int | None = None
    origins_high: int | None = None
    deed: str = ""
    words: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamingView:
    """What one report calls one actor, or people or an act without a name; `quoted` is only in its quotations."""

    story: str
    actor: str
    name: str
    report: str
    words: tuple[WordsView, ...]
    quoted: tuple[WordsView, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The reports that do the same with one claim for the same reason."""

    story: str
    claim: str
    coverage: Coverage
    because: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotToldRow:
    """What the reports themselves say is not told."""

    story: str
    kind: NotToldKind
    text: str
    passages: tuple[PassageView, ...]
    because: str
    legible: str = ""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """What a reader should know before trusting a story's account."""

    story: str
    text: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """An input that could not be read."""

    id: str | None
    source: str
    state: State
    reason: str
    sha256: str | None
    passed_over: bool


@dataclass(frozen=True, slots=True)
class CorrectionMark:
    """The words a correction is about."""

    sha256: str
    part: Part
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction by hand and whether it was applied; one that fits no longer is listed with the reason."""

    kind: str
    date: str
    note: str
    marks: tuple[CorrectionMark, ...]
    applied: bool
    because: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A whole reading as flat lists."""

    format: str
    engine: str
    reports: tuple[ReportView, ...]
    stories: tuple[StoryRow, ...]
    sentences: tuple[SentenceRow, ...]
    claims: tuple[ClaimRow, ...]
    differences: tuple[DifferenceRow, ...]
    origins: tuple[OriginRow, ...]
    quotes: tuple[QuoteRow, ...]
    timeline: tuple[TimelineRow, ...]
    events: tuple[EventRow, ...]
    wording: tuple[NamingView, ...]
    coverage: tuple[CoverageRow, ...]
    not_told: tuple[NotToldRow, ...]
    doubts: tuple[DoubtRow, ...]
    rejected: tuple[RejectedRow, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The records an account is shown from, so that it can be shown again; not part of the published lists.

    Tokens, trees and vectors are left out: no output shows them.
    """

    version: int
    findings: Findings


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What of a reading's file is read back: the record, and the coverage, which stands in the lists alone."""

    format: str
    coverage: tuple[CoverageRow, ...]
    record: Record
