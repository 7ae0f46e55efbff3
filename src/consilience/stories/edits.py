"""What was changed between two stretches of text: words put in, taken out, or replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from consilience.model.spans import Span
from consilience.model.story import Edit
from consilience.wording import fold

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LONGEST = 2000  # words of a side; longer stretches are compared no further, as the work grows with the square


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one side: where each stands, and how it is compared."""

    spans: tuple[Span, ...]
    folded: tuple[str, ...]


def edits(left_text: str, left: Span, right_text: str, right: Span) -> tuple[Edit, ...]:
    """The places where the right stretch differs from the left one, in order; a side without words there is an empty span.

    Spans count code points of the two text layers.
    """
    mine, theirs = _words(left_text, left), _words(right_text, right)
    matcher = SequenceMatcher(None, mine.folded, theirs.folded, autojunk=False)
    return tuple(
        Edit(_hull(mine, a, b, left), _hull(theirs, c, d, right))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _words(text: str, span: Span) -> _Words:
    found = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)][:_LONGEST]
    return _Words(tuple(found), tuple(fold(text[s.start : s.end]) for s in found))


def _hull(words: _Words, first: int, last: int, whole: Span) -> Span:
    """From the first to the last of some words; where there are none, the empty span after the word before them."""
    if first < last:
        return Span(words.spans[first].start, words.spans[last - 1].end)
    at = words.spans[first - 1].end if first else whole.start
    return Span(at, at)
