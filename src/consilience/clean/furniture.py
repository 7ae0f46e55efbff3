"""What a page carries beside the report: the rules in their order, and their removals.

A rule is a function from the draft to removals; its name and docstring are shown to users. Each rule sees which lines
earlier rules removed. No rule writes text, and none looks beyond the page and the outlet's own table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from consilience.clean.byline import bylines, date_lines, datelines, sign_offs
from consilience.clean.captions import captions, photo_credits
from consilience.clean.headline import find_headline, mastheads, repetitions, title_lines
from consilience.clean.lines import Draft, Line, lines_of
from consilience.clean.listed import (
    adverts,
    cookie_notes,
    copyright_notes,
    counters,
    credit_lines,
    mixed_bars,
    placeholders,
    sharing,
    sign_ups,
    tag_lines,
)
from consilience.clean.outlets import outlet_lines
from consilience.clean.shapes import breadcrumbs, capitals, crossheads, initials, marks, menus, tickers, tool_bars
from consilience.clean.tails import imprints, related, unlikely_lines
from consilience.clean.voted import name_again
from consilience.model.report import Removal
from consilience.model.spans import merged

Rule = Callable[[Draft], Iterable[Removal]]

# What is known by its words and shape goes first, so that the head and the end of the report can be seen.
BEFORE_HEADLINE: tuple[Rule, ...] = (
    outlet_lines,
    marks,
    placeholders,
    adverts,
    counters,
    sharing,
    sign_ups,
    cookie_notes,
    copyright_notes,
    tag_lines,
    credit_lines,
    tickers,
    tool_bars,
    mixed_bars,
    menus,
    date_lines,
    photo_credits,
    captions,
    title_lines,
    breadcrumbs,
)
# Related links come before cross heads: both are short lines between paragraphs. Datelines are the only cut inside a line.
AFTER_HEADLINE: tuple[Rule, ...] = (
    bylines,
    sign_offs,
    repetitions,
    mastheads,
    related,
    capitals,
    crossheads,
    imprints,
    initials,
    unlikely_lines,
    datelines,
)
RULES = BEFORE_HEADLINE + AFTER_HEADLINE


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the rules run.

    What the markup's votes removed, the outlet, the headline, the line classifier's threshold, and whether there were votes.
    """

    removed: tuple[Removal, ...] = ()
    outlet: str | None = None
    headline: str | None = None
    threshold: int = 100
    voted: bool = False


@dataclass(frozen=True, slots=True)
class Furnished:
    """A page's lines after all rules: the draft with what is gone and the headline's line, and the removals in order.

    `note` says what a reader should know about it, in words.
    """

    draft: Draft
    removals: tuple[Removal, ...]
    note: str | None = None


def furniture(text: str, known: Known = Known()) -> Furnished:
    """All furniture of a text layer."""
    lines = lines_of(text)
    draft = Draft(text, lines, _gone(lines, known.removed), None, known.outlet, known.threshold, known.voted)
    draft, first = _run(BEFORE_HEADLINE, draft)
    draft = replace(draft, headline=find_headline(draft, known.headline))
    draft, second = _run(AFTER_HEADLINE, draft)
    named = name_again(draft, known.removed)
    return Furnished(draft, tuple(sorted((*named, *first, *second), key=lambda r: (r.span, r.rule))))


def _run(rules: tuple[Rule, ...], draft: Draft) -> tuple[Draft, list[Removal]]:
    made: list[Removal] = []
    for rule in rules:
        found = list(rule(draft))
        draft = replace(draft, gone=draft.gone | _gone(draft.lines, tuple(found)))
        made += found
    return draft, made


def _gone(lines: tuple[Line, ...], removals: tuple[Removal, ...]) -> frozenset[int]:
    """The numbers of the lines that are removed as a whole."""
    starts = merged(r.span for r in removals)
    gone: set[int] = set()
    at = 0
    for line in lines:
        while at < len(starts) and starts[at].end < line.span.end:
            at += 1
        if at < len(starts) and starts[at].start <= line.span.start and line.span.end <= starts[at].end:
            gone.add(line.number)
    return frozenset(gone)
