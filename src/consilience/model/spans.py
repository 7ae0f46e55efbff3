"""Where something stands: spans of a text layer and passages of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Part = Literal["text", "title"]


class Span(NamedTuple):
    """A half-open stretch of Unicode code points, written as `[start, end]` in JSON."""

    start: int
    end: int


class TokenRange(NamedTuple):
    """A half-open stretch of tokens of one part of a report."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of one part of one report: the only way anything points at text."""

    report: str
    part: Part
    span: Span


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly within `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(a: Span, b: Span) -> int:
    """How many code points `a` and `b` share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all `spans`; at least one must be given."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as sorted spans that neither overlap nor touch."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.end > span.start:
            joined.append(span)
    return tuple(joined)


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space at its ends; empty at its start if nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def meets(a: Passage, b: Passage) -> bool:
    """Whether two passages stand in one part of one report and share text."""
    return (a.report, a.part) == (b.report, b.part) and overlap(a.span, b.span) > 0
