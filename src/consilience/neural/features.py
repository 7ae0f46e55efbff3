"""What the network is told of each word besides its letters: quotation state, paragraph start, casing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.spans import Span
from consilience.neural.pieces import WordPieces
from consilience.neural.tokens import tokenise

_OPENERS, _CLOSERS = '“«"', '”»"'
_MARKS = re.compile(f"[{_OPENERS}{_CLOSERS}]")
OUTSIDE, INSIDE, OPENING, CLOSING, UNCLOSED = range(5)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, column by column.

    `plain` are the words with typewriter marks, as the network reads them; `starts` says which begin a paragraph;
    `paragraph` is the number of the paragraph each stands in.
    """

    spans: tuple[Span, ...]
    plain: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]
    casings: tuple[int, ...]
    quotes: tuple[int, ...]
    starts: tuple[bool, ...]
    paragraph: tuple[int, ...]


def words_of(text: str, paragraphs: Sequence[Span], cutter: WordPieces) -> Words:
    """The words of `paragraphs`, in order, with their features."""
    spans: list[Span] = []
    quotes: list[int] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        found = tokenise(text, paragraph)
        states = quotation_states(text[paragraph.start : paragraph.end])
        quotes += (states[span.start - paragraph.start] for span in found)
        numbers += [number] * len(found)
        spans += found
    looks = [cutter.look(text[a:b]) for a, b in spans]
    return Words(
        spans=tuple(spans),
        plain=tuple(look.plain for look in looks),
        pieces=tuple(look.pieces for look in looks),
        casings=tuple(look.casing for look in looks),
        quotes=tuple(quotes),
        starts=tuple(i == 0 or numbers[i] != numbers[i - 1] for i in range(len(numbers))),
        paragraph=tuple(numbers),
    )


def quotation_states(paragraph: str) -> list[int]:
    """One state for each character: outside, inside, opening mark, closing mark, or inside a quotation never closed."""
    states = [OUTSIDE] * len(paragraph)
    opened: int | None = None
    for mark in _MARKS.finditer(paragraph):
        at, character = mark.start(), mark[0]
        if opened is None and character in _OPENERS:
            opened, states[at] = at, OPENING
        elif opened is not None and character in _CLOSERS:
            states[opened + 1 : at] = [INSIDE] * (at - opened - 1)
            opened, states[at] = None, CLOSING
    if opened is not None:
        states[opened + 1 :] = [UNCLOSED] * (len(paragraph) - opened - 1)
    return states
