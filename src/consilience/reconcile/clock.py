"""The hour of one act, told by the clock: at about 4:40 here, shortly after half past four there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.account import Claim, Difference, Side, Support
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.wording import fold, words

_CLOCK = re.compile(r"(\d\d):(\d\d)$")
_FAR = 90  # minutes beyond which two hours are of two acts, or of two zones


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour as one report tells it: the clock's minute, the minutes between which it lies, its words, its sentence."""

    telling: str
    at: int
    low: int
    high: int
    said: str
    passages: tuple[Passage, ...]


def hours_told_differently(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Claims to which two tellings give other hours; a telling that gives two has no say."""
    for claim in claims:
        told: dict[str, list[_Hour]] = {}
        for hour in (h for s in claim.support if s.stance == "asserts" for h in _hours(library, s)):
            told.setdefault(hour.telling, []).append(hour)
        plain = [h for hours in told.values() if len({h.at for h in hours}) == 1 for h in hours]
        clocks = sorted({h.at for h in plain})
        if len(clocks) == 2 and clocks[1] - clocks[0] <= _FAR:
            yield _difference(claim, [[h for h in plain if h.at == at] for at in clocks])


def _hours(library: Library, support: Support) -> Iterator[_Hour]:
    """The hour that a clause gives, where it gives one alone and no zone."""
    p = library.propositions[support.proposition]
    times = [t for t in library.parts[p.report, p.part].times if t.span in p.times]
    found = [(t, match) for t in times if (match := _CLOCK.search(t.expression)) is not None]
    if len(found) != 1:
        return
    (time, match), text = found[0], text_of(library.reports[p.report].report, p.part)
    sentence = sentence_span(library, p.report, p.part, time.span)
    if word_set("told_otherwise", "zones") & set(words(text[sentence.start : sentence.end])):
        return
    at = 60 * int(match[1]) + int(match[2])
    before = text[sentence.start : time.span.start]
    start, (least, most) = _rough(before, table("told_otherwise", "around"))
    span = Span(sentence.start + start, time.span.end) if most > least else time.span
    said = words_at(library, passages_at(library, p.report, p.part, (span,)))
    passages = passages_at(library, p.report, p.part, (sentence,))
    yield _Hour(library.telling(p.report), at, at + least, at + most, said, passages)


def _rough(before: str, around: Mapping[str, str]) -> tuple[int, tuple[int, int]]:
    """Where the words begin that make an hour less exact, and the minutes by which they move its ends."""
    for phrase in sorted(around, key=lambda p: (-len(p), p)):
        match = re.search(rf"\b{phrase}(?: the)?\s*$", fold(before))
        if match is not None:
            least, most = around[phrase].split()
            return match.start(), (int(least), int(most))
    return len(before), (0, 0)


def _difference(claim: Claim, camps: Sequence[Sequence[_Hour]]) -> Difference:
    sides = tuple(Side(c[0].said, tuple(dict.fromkeys(p for h in c for p in h.passages)), ()) for c in camps)
    meet = any(a.low <= b.high and b.low <= a.high for a in camps[0] for b in camps[1])
    because = "the hours may be one, told more and less exactly" if meet else "one act at two hours of the clock"
    id_ = "d" + content_id("difference", "hour", tuple(p for side in sides for p in side.passages))
    return Difference(id_, "day", "finer detail" if meet else "conflict", (claim.id,), sides, because)
