"""Stories: which reports tell of one happening, which of them are copies, and what is the same over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.annotations import Annotations, EntityType
from consilience.model.event import Event, Proposition
from consilience.model.report import Report
from consilience.model.spans import Passage, Span
from consilience.model.statement import Statement
from consilience.model.time import Moment, TimeMention

FamilyKind = Literal["alone", "copy", "version"]
LinkKind = Literal["same text", "cut", "edited", "rewritten"]


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """Everything the program knows of one report on its own, before it is seen beside others.

    `asides` are attributions that are no statements (beliefs of nobody, topics, inferences); no later stage uses them.
    `meanings` holds the id and the vector of each quoted statement that is long enough for one.
    """

    report: Report
    annotations: Annotations
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    propositions: tuple[Proposition, ...]
    asides: tuple[Statement, ...] = ()
    meanings: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where two texts that are one differ: the words on either side; an empty span where a side has none."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class SharedStretch:
    """Sentences of one report that stand in another, word for word or nearly."""

    left: Passage
    right: Passage
    words: int


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Two reports with one text. `contained` and `part` say, per mille, how much of the shorter text's wording stands in the
    longer, and how much of the longer's in the shorter; `shorter` and `longer` are ids of reports."""

    shorter: str
    longer: str
    kind: LinkKind
    contained: int
    part: int
    because: str


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that share one text, and the agency it comes from where that is known; each family is one telling.

    `links` tie the members together, the strongest first. `carrier` is the earliest known report of the text, None where no
    day is known; `outlets` is how many known outlets carry it; `credited` are the reports whose text is the agency's (one
    that takes in only a piece of it is not among them).
    """

    id: str
    kind: FamilyKind
    reports: tuple[str, ...]
    agency: str | None
    because: str
    links: tuple[CopyLink, ...] = ()
    carrier: str | None = None
    carrier_because: str = ""
    agency_because: str = ""
    outlets: int = 0
    credited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """Why a report belongs to its story, in words."""

    report: str
    because: str


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one happening, by id, with their copy families; `thread` ties stories that go on over weeks."""

    id: str
    reports: tuple[str, ...]
    members: tuple[Membership, ...]
    families: tuple[Family, ...]
    shared: tuple[SharedStretch, ...]
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity over the reports of a story; `entities` are the ids of the reports' own entities."""

    id: str
    name: str
    type: EntityType
    country: str | None
    entities: tuple[str, ...]
    aliases: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class FixedTime:
    """A time of one report, made a day by the story's anchor where the report itself gives none."""

    report: str
    mention: TimeMention
    moment: Moment
    fixed_by: str
    because: str


@dataclass(frozen=True, slots=True)
class StoryFrame:
    """What holds over a whole story: its actors, the day and place of the happening, and which report fixes them.

    `joined` are pairs of actors, by id, whose words count as one origin because a reader says so.
    """

    story: Story
    actors: tuple[Actor, ...]
    day: Moment | None
    day_passage: Passage | None
    day_because: str
    place: str | None
    place_passage: Passage | None
    place_because: str
    times: tuple[FixedTime, ...]
    joined: tuple[tuple[str, str], ...] = ()
