"""A page as it came and the report that was read from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from consilience.model.spans import Part, Span, merged, trimmed
from consilience.model.time import Moment

PageKind = Literal["text", "html", "record"]
State = Literal["accepted", "partial", "rejected", "timed_out"]


@dataclass(frozen=True, slots=True)
class Described:
    """What the user said about a page: in `reports.csv`, by options, or in a JSON Lines record."""

    id: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came, with where they came from; `source` is the path as typed, or the record's id."""

    source: str
    kind: PageKind
    data: bytes
    sha256: str
    described: Described


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be read, and why, in one line.

    `passed_over` marks what is no report by its nature (a link, a hidden file, `reports.csv`): counted, but no failure.
    """

    source: str
    reason: str
    sha256: str | None = None
    id: str | None = None
    state: State = "rejected"
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about the report and how it is known: where the page states it, or by which rule it was given."""

    value: str
    part: Part | None
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of the text layer that is furniture, with the rule that removed it and the reason in words."""

    span: Span
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where the page's characters were lost or doubtful; nothing is repaired."""

    span: Span
    kind: str
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text layer and the stretch of the decoded page that it was made from."""

    layer: Span
    page: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published news text.

    `text` is the plain text layer; spans count its code points before removal. `headline` points into `text` where the
    page prints it there; `title` is a headline that came apart from the text (part `title`), else empty. Facts that the
    page does not state are None. `layer_map` leads from the layer to the decoded page (for text files: one run).
    `outlet_id` is who publishes it, by its address where that is known (`outlet` is the name shown); `outlet_known` says that
    a table lists the outlet; `outlet_note` says what speaks against taking it for whom it looks like.
    """

    id: str
    source: str
    kind: PageKind
    state: State
    reason: str
    sha256: str
    encoding: str
    language: str
    text: str
    title: str
    headline: Span | None
    outlet: Stated | None
    byline: Stated | None
    dateline: Stated | None
    agency: Stated | None
    place_of_writing: Stated | None
    published: Moment | None
    published_stated: Stated | None
    url: str | None
    removed: tuple[Removal, ...]
    captions: tuple[Span, ...]
    damage: tuple[Damage, ...]
    layer_map: tuple[Run, ...]
    outlet_id: str | None = None
    outlet_known: bool = False
    outlet_note: str = ""


def kept_paragraphs(report: Report) -> tuple[Span, ...]:
    """The paragraphs of the text layer that are not removed, in order, without white space at their ends."""
    cuts = merged(removal.span for removal in report.removed)
    kept: list[Span] = []
    at = 0
    for line in report.text.splitlines(keepends=True):
        first = bisect_right(cuts, at, key=lambda cut: cut.end)
        last = bisect_left(cuts, at + len(line), key=lambda cut: cut.start)
        kept += _minus(report.text, Span(at, at + len(line)), cuts[first:last])
        at += len(line)
    return tuple(kept)


def _minus(text: str, span: Span, cuts: tuple[Span, ...]) -> list[Span]:
    """`span` without the stretches `cuts` in it and without white space at the ends of what is left."""
    pieces = []
    at = span.start
    for cut in cuts:
        pieces.append(Span(at, max(at, cut.start)))
        at = max(at, cut.end)
    pieces.append(Span(at, max(at, span.end)))
    bare = (trimmed(text, piece) for piece in pieces)
    return [piece for piece in bare if piece.end > piece.start]
