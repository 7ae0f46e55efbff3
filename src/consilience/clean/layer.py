"""The text layer of a page: its visible text, block by block, with a map back to the decoded page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from consilience.model.report import Run
from consilience.model.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the layer and where it stood in the page's markup.

    `tag` is the nearest block element; `path` the kinds of telling elements around it (`article`, `nav`, `figure`, …),
    outermost first, each once; `hints` the words of class, id, role and itemprop on it and the three elements around it;
    `furniture` the first word on any element around it that names furniture ("related", "promo"), or None; `linked` how
    many of its code points are link text; `in_main` whether it stands in an article, a main element or an article body.
    """

    span: Span
    tag: str
    path: tuple[str, ...]
    hints: tuple[str, ...]
    furniture: str | None
    linked: int
    in_main: bool


@dataclass(frozen=True, slots=True)
class Meta:
    """One `<meta>`: its name, property or itemprop in lower case, and its content."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class PageTime:
    """One `<time datetime>`: the attribute, and the span of its words in the layer (empty where they are not visible)."""

    datetime: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about itself outside its text, as it is written there; absent things are None or empty."""

    title: str | None
    metas: tuple[Meta, ...]
    json_ld: tuple[str, ...]
    times: tuple[PageTime, ...]
    canonical: str | None
    charset: str | None
    language: str | None
    headings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A page's text layer; `runs` lead from it to the decoded page, line breaks between blocks stand in no run.

    `depth` is how deep the markup nests, `widest` how many attributes its richest tag has; `unhidden` says that the text is
    marked as hidden nearly everywhere, so that the marks were not followed.
    """

    text: str
    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]
    facts: PageFacts
    depth: int
    unhidden: bool
    widest: int = 0


def meta(facts: PageFacts, *names: str) -> str | None:
    """The content of the first `<meta>` with one of `names`, the names tried in order; None where the page has none."""
    for name in names:
        for entry in facts.metas:
            if entry.name == name and entry.content.strip():
                return entry.content.strip()
    return None


def to_page(runs: tuple[Run, ...], span: Span) -> Span:
    """The stretch of the decoded page that a span of the layer was made from; empty for a break between blocks."""
    first = bisect_right(runs, span.start, key=lambda run: run.layer.end)
    last = bisect_left(runs, span.end, key=lambda run: run.layer.start)
    if first >= last:
        at = runs[first - 1].page.end if first else 0
        return Span(at, at)
    head, tail = runs[first], runs[last - 1]
    start = max(0, span.start - head.layer.start) if _verbatim(head) else 0
    cut = max(0, tail.layer.end - span.end) if _verbatim(tail) else 0
    return Span(head.page.start + start, tail.page.end - cut)


def to_layer(runs: tuple[Run, ...], start: int, end: int) -> Span:
    """The stretch of the layer that was made from [start, end) of the page; empty where nothing of it is visible."""
    first = bisect_right(runs, start, key=lambda run: run.page.end)
    last = bisect_left(runs, end, key=lambda run: run.page.start)
    if first >= last:
        at = runs[first].layer.start if first < len(runs) else (runs[-1].layer.end if runs else 0)
        return Span(at, at)
    head, tail = runs[first], runs[last - 1]
    skip = max(0, start - head.page.start) if _verbatim(head) else 0
    cut = max(0, tail.page.end - end) if _verbatim(tail) else 0
    return Span(head.layer.start + skip, tail.layer.end - cut)


def _verbatim(run: Run) -> bool:
    return run.layer.end - run.layer.start == run.page.end - run.page.start
