"""Sums inside a sentence: a count of people and the parts told with it that do not add up. Odd, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.spans import Span
from consilience.wording import fold, words

_SMALL = {
    word: n
    for n, word in enumerate(
        "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1}
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_PART = rf"{NUMBER} [A-Za-z][\w'’-]*(?: [a-z][\w'’-]*){{0,2}}"
_PARTED = re.compile(
    rf"[^.,:;–—!?\d]{{0,60}}(?::|,? [–—-]) ({_PART}(?:, {_PART})*,? and {_PART})(?=[.;”\"\n]|$| [–—-] )"
)
_WITH = re.compile(rf"[^.,:;–—!?\d]{{0,60}},? (?:including|among them) ({NUMBER}) ([a-z][\w'’-]*)")
_SEXES = re.compile(
    rf"[^.,:;–—!?\d]{{0,60}},? (?:including|among them) (({NUMBER}) (?:men|boys) and ({NUMBER}) (?:women|girls))\b"
)
_COUNT = re.compile(rf"({NUMBER}) ([A-Za-z][\w'’-]*)(?: ([a-z][\w'’-]*))?(?: ([a-z][\w'’-]*))?")
_SPLIT = re.compile(r",? and |, ")


@dataclass(frozen=True, slots=True)
class OddSum:
    """A total, its parts, and what they come to."""

    total: Span
    parts: Span
    because: str


def odd_sums(text: str, part: PartAnnotations) -> Iterator[OddSum]:
    """Totals of people whose parts add up to something else, or one of whose parts is larger than the whole.

    "Three people were hurt: two divers and two pilots". A total or part that is hedged is left alone.
    """
    for total in part.quantities:
        if total.low is None or total.low != total.high or total.hedge or not of_people(total):
            continue
        found = _PARTED.match(text, total.span.end)
        sums = _sum(found[1]) if found is not None else None
        if found is not None and sums is not None and sums != total.low:
            yield OddSum(total.span, Span(*found.span(1)), f"the parts come to {sums}, not {int(total.low)}")
        both = _SEXES.match(text, total.span.end)
        if both is not None and (more := value_of(both[2]) + value_of(both[3])) > total.low:
            yield OddSum(total.span, Span(*both.span(1)), f"the parts come to {more}, not {int(total.low)}")
        larger = _WITH.match(text, total.span.end)
        if larger is not None and not _measure(larger[2]) and value_of(larger[1]) > total.low:
            because = f"a part ({value_of(larger[1])}) is larger than the whole ({int(total.low)})"
            yield OddSum(total.span, Span(larger.start(1), larger.end(2)), because)


def of_people(quantity: Quantity) -> bool:
    """Whether a number counts people, by what they are called or by what befell them."""
    fates = frozenset(table("units", "fates").values()) | frozenset(table("acts", "fates").values())
    return quantity.unit in fates | {"person"} | word_set("stakes", "unnamed")


def _sum(listed: str) -> int | None:
    """What the parts come to; None where one of them is no plain count of people."""
    found = [_COUNT.fullmatch(piece) for piece in _SPLIT.split(listed)]
    if any(m is None or any(_measure(word) for word in m.groups()[1:] if word) for m in found):
        return None
    return sum(value_of(m[1]) for m in found if m is not None)


def _measure(word: str) -> bool:
    """Whether a word measures or dates something, or is too light to be what is counted."""
    plain = fold(word)
    light = {"of", "on", "in", "at", "with", "more", "who", "per", "to", "from", "by", "for"}
    times = {"day", "hour", "minute", "month", "week", "year", "second", "decade", "night", "time"}
    return plain in light or plain.removesuffix("s") in times or plain in table("units", "measures")


def value_of(said: str) -> int:
    """The value of a number in figures or in a word up to twenty."""
    word = words(said)[0] if said.isalpha() else said
    return _SMALL[word] if word in _SMALL else int(said.replace(",", ""))
