"""Quotation marks paired paragraph by paragraph; odd, missing and nested marks are ordinary input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.model.spans import Span

# What closes a quotation that a mark opens; marks of two characters stand beside those of one.
_CLOSED_BY = {
    "“": ("”", '"', "＂"), '"': ('"', "”", "＂"), "„": ("“", "”", "‟", '"'), "‟": ("”", '"'), "«": ("»", '"'), "»": ("«",),
    "”": ("”", '"'), "＂": ("＂", '"'), "〝": ("〞", "〟"), "″": ("″",), "「": ("」",), "『": ("』",), "``": ("''", '"', "”"),
    "''": ("''", '"'), "‹": ("›",), "‘‘": ("’’",),
    "&quot;": ("&quot;",), "&ldquo;": ("&rdquo;", "&quot;"), "&#8220;": ("&#8221;",),
}  # fmt: skip
_ANYWHERE = ("“", "«", "„", "〝", "「", "『", "``", "‘‘")  # these open also where no space stands before them
_MARK = re.compile("&quot;|&[lr]dquo;|&#822[01];|``|''|‘‘|’’|[“\"„‟«»”＂〝〞〟「」『』‹›″]")
_ENDS_LINE = (".", "!", "?", ":", "”", '"', "»", "…")
_WRAPPED = 40
_LINES = 8  # lines over which one quotation may run


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `closed` is false where it runs to the paragraph's end, `single` with single marks."""

    span: Span
    paragraph: int
    closed: bool
    single: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of the paragraphs in text order; lines that a sentence runs over are one paragraph.

    Single marks count where a paragraph has no double ones, or only inside the single ones.
    """
    found: list[Quotation] = []
    for number, paragraph in _unwrapped(text, paragraphs):
        doubles = _doubles(text, paragraph, number)
        singles = _singles(text, paragraph, number)
        found += _around(singles, doubles) if doubles else singles
    return _over_lines(text, found)


def _over_lines(text: str, found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, one that opens on a line and closes on a later one as one: each sentence has a line of its own."""
    kept: list[Quotation] = []
    for quote in found:
        opened = kept[-1] if kept else None
        if opened is not None and not opened.closed and not opened.single and _only_closes(text, opened, quote):
            kept[-1] = replace(opened, span=Span(opened.span.start, quote.span.end), closed=True)
        else:
            kept.append(quote)
    return tuple(kept)


def _only_closes(text: str, opened: Quotation, quote: Quotation) -> bool:
    """Whether a mark that closes nothing on its own line ends a quotation opened a few lines before."""
    between = text[opened.span.end : quote.span.start]
    lone = not quote.closed and quote.span.end - quote.span.start <= 2 and not quote.single
    return lone and 0 < between.count("\n") <= _LINES and "\n\n" not in between


def _unwrapped(text: str, paragraphs: Sequence[Span]) -> list[tuple[int, Span]]:
    """The paragraphs with their numbers; lines broken within a sentence are joined to the line in which it begins."""
    made: list[tuple[int, Span]] = []
    for number, paragraph in enumerate(paragraphs):
        if made and is_wrapped(text, made[-1][1], paragraph):
            made[-1] = (made[-1][0], Span(made[-1][1].start, paragraph.end))
        else:
            made.append((number, paragraph))
    return made


def is_wrapped(text: str, line: Span, following: Span) -> bool:
    """Whether the line breaks within a sentence that goes on in the following line."""
    between = text[line.end : following.start]
    last = text[max(line.start, text.rfind("\n", line.start, line.end) + 1) : line.end]
    goes_on = text[following.start].islower() or text[line.end - 1].islower()
    return between.count("\n") == 1 and len(last) >= _WRAPPED and goes_on and not last.endswith(_ENDS_LINE)


def _around(singles: Sequence[Quotation], doubles: Sequence[Quotation]) -> list[Quotation]:
    """The doubles; where single marks stand around some of them, the singles instead of those."""
    outer = [
        s for s in singles
        if s.closed and any(s.span.start < d.span.start and d.span.end < s.span.end and d.closed for d in doubles)
    ]  # fmt: skip
    free = [d for d in doubles if not any(s.span.start <= d.span.start and d.span.end <= s.span.end for s in outer)]
    if any(s.span.start < d.span.end and d.span.start < s.span.end for s in outer for d in free):
        return list(doubles)
    return sorted([*outer, *free], key=lambda q: q.span)


def _doubles(text: str, paragraph: Span, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, *paragraph):
        at, mark = match.start(), match.group()
        if opened is None and _opens(text, at, mark, paragraph):
            opened = (at, mark)
        elif opened is not None and (mark in _CLOSED_BY[opened[1]] or _closes_oddly(text, at, opened[1], paragraph)):
            found.append(Quotation(Span(opened[0], at + len(mark)), number, True, False))
            opened = None
    if opened is not None and opened[1] not in ("''", "‹", "»"):
        found.append(Quotation(Span(opened[0], paragraph.end), number, False, False))
    return found


def _opens(text: str, at: int, mark: str, paragraph: Span) -> bool:
    """Whether a quotation opens here: a mark that only opens, or one at the start of a word."""
    if mark not in _CLOSED_BY or (mark == '"' and _inches(text, at)):
        return False
    if mark in _ANYWHERE or mark == '"':
        return True
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
    starts = not before.isalnum() and before not in ".,!?" and not after.isspace()
    return starts and any(closing in text[at + len(mark) : paragraph.end] for closing in _CLOSED_BY[mark])


def _closes_oddly(text: str, at: int, opening: str, paragraph: Span) -> bool:
    """Whether an opening mark stands where one closes: “so“, with no other mark for the end of it."""
    if text[at] != opening or opening != "“":
        return False
    before, after = text[at - 1], text[at + 1] if at + 1 < paragraph.end else " "
    return not before.isspace() and not after.isalnum()


def _inches(text: str, at: int) -> bool:
    """Whether a typewriter mark follows a digit and closes nothing: 6'2"."""
    return at > 0 and text[at - 1].isdigit()


def _singles(text: str, paragraph: Span, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    if not any(mark in text[slice(*paragraph)] for mark in "‘'‚"):
        return found
    start: int | None = None
    for at in range(*paragraph):
        mark = text[at]
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if start is None and mark in "‘'‚" and not before.isalnum() and (after.isalnum() or after in '“"…['):
            start = at
        elif (
            start is not None
            and mark in _ends_of(text[start])
            and not after.isalnum()
            and not _genitive(text, start, at)
        ):
            found.append(Quotation(Span(start, at + 1), number, True, True))
            start = None
    return found


def _ends_of(mark: str) -> str:
    return "‘’" if mark == "‚" else "’'"


def _genitive(text: str, start: int, at: int) -> bool:
    """Whether an apostrophe after a plural s stands before a further mark: workers' party."""
    return text[at - 1] == "s" and any(m in text[at + 1 : at + 160] for m in "’'") and text[start] == "'"


def inside(quotes: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation that holds the character, or None."""
    low, high = 0, len(quotes)
    while low < high:
        middle = (low + high) // 2
        if quotes[middle].span.end <= at:
            low = middle + 1
        else:
            high = middle
    return quotes[low] if low < len(quotes) and quotes[low].span.start <= at else None
