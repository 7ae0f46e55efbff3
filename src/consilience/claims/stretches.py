"""What the words of a clause show by themselves: times of the clock, stretches in quotation marks, where it is set."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consilience.model.event import Proposition
from consilience.model.spans import Span
from consilience.wording import plain_marks, words

_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)\s*([ap]\.?m)?")
_QUOTED = re.compile(r'"([^"]+)(?:"|$)')
_LOCATIVES = frozenset(("at", "in", "near", "outside"))
_FRAGMENT = 3  # words from which a fragment of a quotation is told by its words
_BEFORE, _REACH = 30, 3  # characters and words before a place in which its preposition stands


def hours_of(text: str, times: Iterable[Span]) -> frozenset[tuple[int, int]]:
    """Hours and minutes of the clock in the words of times; half-days are told apart where they are stated."""
    found = set()
    for span in times:
        for hour, minute, half in _CLOCK.findall(text[span.start : span.end].casefold()):
            later = half.startswith("p") and int(hour) < 12
            found.add((int(hour) + 12 * later, int(minute)))
    return frozenset(found)


def marked_of(text: str, proposition: Proposition) -> tuple[tuple[str, ...], ...]:
    """The words of each stretch within quotation marks that a clause shares with a quotation, three at least.

    What stands in a gap of the clause is not its own.
    """
    pieces = (plain_marks(text[max(0, start - 1) : end + 1]) for start, end in proposition.spans)
    stretches = (words(found) for piece in pieces for found in _QUOTED.findall(piece))
    return tuple(stretch for stretch in stretches if len(stretch) >= _FRAGMENT)


def is_set(text: str, place: Span) -> bool:
    """Whether a place stands after "in", "at" or "near", and does not only say whose president somebody is."""
    before = words(text[max(0, place.start - _BEFORE) : place.start])
    return bool(_LOCATIVES & set(before[-_REACH:])) and not text[place.end : place.end + 2].startswith(("'s", "’s"))
