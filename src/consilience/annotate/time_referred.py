"""Times that are counted from another time of the text: two days later, the next day, a year earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consilience.days import resolve
from consilience.model.time import TimeMention

_SHIFT = re.compile(r"shift:(?P<sign>[+-]?)(?P<length>P(?:\d+[YMWD])+)(?:T(?:MO|AF|EV|NI))?$")
_COUNTED = re.compile(
    r"(?:later|earlier|afterwards?|previously|beforehand)$|^that |^the \w+ (?:before|after)$"
    r"|^the (?:next|following|previous|preceding|same|very same) ",
    re.IGNORECASE,
)
_FINEST = ("D", "W", "M", "Y")
_GRAINS = {"day": "D", "time": "D", "week": "W", "month": "M", "year": "Y"}


def referred(text: str, told: Sequence[Sequence[TimeMention]]) -> Iterator[TimeMention]:
    """The times of the sentences in order; what is counted from the time before it in the text has its day.

    That is the last known time of the same sentence, else of the sentence before; "after the storm" is counted from the
    storm, whose day no rule looks for.
    """
    before: TimeMention | None = None
    for mentions in told:
        last: TimeMention | None = before
        found = False
        for mention in mentions:
            mention = _counted(text, mention, last)
            if mention.kind == "point" and mention.moment is not None:
                last, found = mention, True
            yield mention
        before = last if found else None


def _counted(text: str, mention: TimeMention, last: TimeMention | None) -> TimeMention:
    shift = _SHIFT.match(mention.expression)
    words = text[slice(*mention.span)]
    if last is None or last.moment is None or shift is None or not _COUNTED.search(words):
        return mention
    if re.match(r" than\b", text[mention.span.end : mention.span.end + 5]):
        return mention
    unit = min(re.findall(r"[YMWD]", shift["length"]), key=_FINEST.index)
    if last.granularity not in _GRAINS or _FINEST.index(unit) < _FINEST.index(_GRAINS[last.granularity]):
        return mention
    beside = re.match(r"(?:the|that) (?:next|following|previous|preceding) (week|month|year)$", words, re.IGNORECASE)
    form = f"{'ago' if shift['sign'] == '-' else 'ahead'}:{shift['length']}"
    if beside:
        form = f"{beside[1].lower()}:{shift['sign']}1"
    moment = last.moment if not shift["sign"] else resolve(form, "unknown", last.moment.earliest)
    if moment is None:
        return mention
    because = f"counted from “{' '.join(text[slice(*last.span)].split())}” before it"
    return replace(mention, anchor=last.moment.earliest, moment=moment, because=because)
