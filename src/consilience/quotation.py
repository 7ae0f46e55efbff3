"""Quotation marks paired paragraph by paragraph; odd, missing and nested marks are ordinary input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.spans import Span

_OPENING = "“«„"
_CLOSING = "”»"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `closed` is false where it runs to the paragraph's end, `single` with single marks."""

    span: Span
    paragraph: int
    closed: bool
    single: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of the paragraphs in text order; single marks count where a paragraph has no double ones."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        doubles = _doubles(text, paragraph, number)
        found += doubles or _singles(text, paragraph, number)
    return tuple(found)


def _doubles(text: str, paragraph: Span, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    if not any(mark in text[slice(*paragraph)] for mark in _OPENING + '"'):
        return found
    start: int | None = None
    for at in range(*paragraph):
        mark = text[at]
        if start is None and (mark in _OPENING or (mark == '"' and not _inches(text, at))):
            start = at
        elif start is not None and (mark in _CLOSING or mark == '"'):
            found.append(Quotation(Span(start, at + 1), number, True, False))
            start = None
    if start is not None:
        found.append(Quotation(Span(start, paragraph.end), number, False, False))
    return found


def _inches(text: str, at: int) -> bool:
    """Whether a typewriter mark follows a digit and closes nothing: 6'2"."""
    return at > 0 and text[at - 1].isdigit()


def _singles(text: str, paragraph: Span, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    if not any(mark in text[slice(*paragraph)] for mark in "‘'"):
        return found
    start: int | None = None
    for at in range(*paragraph):
        mark = text[at]
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if start is None and mark in "‘'" and not before.isalnum() and after.isalnum():
            start = at
        elif start is not None and mark in "’'" and not after.isalnum() and not _genitive(text, start, at):
            found.append(Quotation(Span(start, at + 1), number, True, True))
            start = None
    return found


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
