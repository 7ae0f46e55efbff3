"""Furniture that is known by its shape and place: bars, menus, breadcrumbs, marks, capitals, initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.clean.byline import writers
from consilience.clean.lines import (
    Draft,
    Line,
    ends_as_sentence,
    head_end,
    is_capitals,
    is_paragraph,
    plain,
    removal,
    segments,
    tail_start,
)
from consilience.lexicons import word_set
from consilience.model.report import Removal

_CASE_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|\s*[/>|»›·,&]\s*")
_INITIALS = re.compile(r"[/—–-]?[a-z]{2,5}(?:[/—–-][a-z]{2,5})*/?|[A-Z]{2,3}/[A-Z]{2,3}|/[A-Z]{2,5}")
_TICKER = re.compile(r"(?:[A-Z0-9&.]{1,8}\s+[\d,]+(?:\.\d+)?\s+[-+−]?\d+(?:\.\d+)?\s?%\s*)+")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_LONGEST_MENU_ITEM = 4
_SHORTEST_PROMOTION = 5


def marks(draft: Draft) -> Iterator[Removal]:
    """A line without a letter or digit: a lone full stop, a row of dashes or stars."""
    for line in draft.kept():
        if not any(c.isalnum() for c in line.text):
            yield removal(line, "mark", "a line without a word")


def tool_bars(draft: Draft) -> Iterator[Removal]:
    """A short line made of the words of page tools alone: "Print Zoom In Read Later"."""
    known = word_set("furniture", "tool_words")
    for line in draft.kept():
        words = re.findall(r"[\w-]+", line.plain)
        if line.plain in word_set("furniture", "related_heads"):
            continue
        # Two words such as "Read this" may be a crosshead; a bar has at least one word that is nothing but a button.
        if 2 <= len(words) <= 14 and all(word in known for word in words) and len(set(words)) * 2 >= len(words):
            yield removal(line, "tool bar", "made of the words of page tools alone")


def menus(draft: Draft) -> Iterator[Removal]:
    """Three or more short items in a row, cut by bars, dots or wide spaces: "Home | World | Business"."""
    for line in draft.kept():
        # A row of table cells that the markup's votes kept is the report's.
        items = () if draft.voted and "\t" in line.text else segments(line.text)
        if (
            len(items) >= 3
            and all(_is_menu_item(item) for item in items)
            and not (is_paragraph(line) or writers(line.text))
        ):
            yield removal(line, "menu", "a row of short items without a sentence")


def _is_menu_item(item: str) -> bool:
    return len(item.split()) <= _LONGEST_MENU_ITEM and not re.search(r"[.;,?]$", item)


def breadcrumbs(draft: Draft) -> Iterator[Removal]:
    """The names of the site's sections above the report, also when run together: "Breaking NewsNewsPolitics"."""
    known = word_set("furniture", "section_names")
    end = head_end(draft)
    for line in draft.kept():
        if line.number >= end or len(line.words) > 8:
            continue
        pieces = [plain(piece) for piece in _CASE_BREAK.split(line.text) if piece.strip()]
        if line.plain in known or (pieces and all(piece in known for piece in pieces)):
            yield removal(line, "breadcrumb", "names of the site's sections above the report")


def tickers(draft: Draft) -> Iterator[Removal]:
    """A row of share prices: letters, a number and a percentage, again and again."""
    for line in draft.kept():
        if _TICKER.fullmatch(line.text):
            yield removal(line, "ticker", "a row of prices")


def capitals(draft: Draft) -> Iterator[Removal]:
    """A line of capitals between paragraphs: a crosshead if short, else a promotion (often another report's headline)."""
    if _is_mostly_capitals(draft):
        return
    first, last = head_end(draft), tail_start(draft)
    for line in draft.kept():
        # Above the first paragraph capitals may be the headline or a mast.
        if line.number <= first or line.number == draft.headline or not is_capitals(line):
            continue
        # In a transcript capitals before a colon name the speaker; a round-up numbers the heads of its items.
        if line.text.endswith(":") or _NUMBERED.match(line.text):
            continue
        if len(line.words) >= _SHORTEST_PROMOTION:
            if not draft.voted:
                yield removal(
                    line, "promotion", "a line of capitals between paragraphs, as other reports are advertised"
                )
        elif line.number < last:
            yield removal(line, "crosshead", "a short line of capitals between paragraphs")


def _is_mostly_capitals(draft: Draft) -> bool:
    """Some wires send everything in capitals; there capitals say nothing."""
    long = [line for line in draft.lines if len(line.words) >= 12]
    return sum(is_capitals(line) for line in long) * 4 > len(long)


def crossheads(draft: Draft) -> Iterator[Removal]:
    """A heading inside the report: up to six words without a full stop, alone between two paragraphs."""
    kept = list(draft.kept())
    for before, line, after in zip(kept, kept[1:], kept[2:], strict=False):
        if line.number != draft.headline and _is_heading(line) and is_paragraph(before) and is_paragraph(after):
            yield removal(line, "crosshead", "a short heading between two paragraphs")


def _is_heading(line: Line) -> bool:
    if len(line.words) > 6 or ends_as_sentence(line) or line.text[-1] in ",;:-–—":
        return False
    # A quoted line may be what somebody said; a lower-case start may be the rest of a broken line.
    return line.text[0].isupper() and not (line.text[-1] in '"”' and len(line.words) > 3)


def initials(draft: Draft) -> Iterator[Removal]:
    """The initials of an editor below the report: "gsg", "jpv/abc"."""
    last = tail_start(draft)
    for line in draft.kept():
        if line.number >= last and _INITIALS.fullmatch(line.text):
            yield removal(line, "initials", "an editor's initials below the report")
