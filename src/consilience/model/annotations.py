"""What the language engine and the annotators say about a text: sentences, words, tree, names, times, places, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.spans import Part, Passage, Span, TokenRange
from consilience.model.time import TimeMention

NameType = Literal["PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "EVENT", "MISC"]
EntityType = Literal[
    "person", "government", "party", "company", "agency", "state_media", "medium", "organisation", "place", "facility",
    "people", "document", "anonymous", "group", "outlet", "product", "event", "unknown",
]  # fmt: skip
PlaceKind = Literal["country", "region", "town", "facility", "water", "unknown"]
ReferenceKind = Literal["name", "short_name", "acronym", "title", "metonym", "pronoun", "apposition"]

NOT_AS_TOLD = "which the text does not say"
"""The end of the reason why two towns have no point: they lie otherwise than the text says."""


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word after Universal Dependencies; `head` is a token index of the same part, -1 at a root."""

    start: int
    end: int
    word: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, its tokens, and the number of the paragraph it stands in (from 0)."""

    span: Span
    tokens: TokenRange
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing as the text spells it; `entity` is the id of the report's entity it belongs to.

    `nested` are the names of other things inside it, a place in the name of a body.
    """

    span: Span
    tokens: TokenRange
    type: NameType
    entity: str | None = None
    nested: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the attribution heads found: who (source) says (cue) what (content), as token ranges of one part.

    `confidence` is the mean probability of the content tags and links, per mille; it is not calibrated.
    """

    content: tuple[TokenRange, ...]
    cue: TokenRange | None
    source: TokenRange | None
    confidence: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The language engine's answer for one text."""

    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A word group that stands for an entity, with the rule that linked it; `entity` is None where nothing decides.

    `antecedent` is the word group that a pronoun takes up where that is a noun phrase and no name of an entity.
    """

    span: Span
    tokens: TokenRange
    kind: ReferenceKind
    entity: str | None
    because: str
    antecedent: TokenRange | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place that a text names; coordinates in degrees (WGS 84) only where the gazetteer decides.

    `radius` says within how many kilometres of the point most of the town lies; the kind says how precise the place is.
    """

    part: Part
    span: Span
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None
    because: str
    radius: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as a range; `low` or `high` is None where it is open ("at least", "up to").

    `unit` is a lemma of what is counted ("person", "missile"), a measure ("km", "second"), an ISO 4217 code, or "%".
    """

    part: Part
    span: Span
    low: float | None
    high: float | None
    unit: str
    hedge: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that one report speaks of; `name` is its fullest spelling there."""

    id: str
    name: str
    type: EntityType
    country: str | None
    aliases: tuple[str, ...]
    described: tuple[str, ...]
    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PartAnnotations:
    """All annotations of one part of a report."""

    part: Part
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    references: tuple[Reference, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything annotated in one report; `parts` holds `text`, and `title` where the headline came apart."""

    parts: tuple[PartAnnotations, ...]
    entities: tuple[Entity, ...]
