"""Times as a text says them, each with its normal form and, where the report states its own day, the days it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from consilience.anchoring import saying_before
from consilience.annotate.tense import direction_at
from consilience.annotate.time_found import Found
from consilience.annotate.time_grammar import time_at
from consilience.annotate.time_referred import referred
from consilience.days import resolve
from consilience.model.annotations import Sentence, Token
from consilience.model.spans import Part, Span
from consilience.model.time import Direction, Moment, TimeMention
from consilience.trees import head_of, tokens_within

_STARTS = re.compile(r"(?<![\w])(?:\d|[A-Za-z]+)")
_LINK = re.compile(r"(?P<range>\s?(?:-|–|—)\s?| to | through | until )|(?P<list>, | and |, and | or )")
_AT = re.compile(
    r",? ?(?:(?:local time|GMT|UTC),? )?(?:in the (?:morning|afternoon|evening) )?"
    r"(?:on |at |at around |at about |around |about |of |the )*$|,? \($",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(since|until|till|through)(?: the)? $", re.IGNORECASE)
_DATED = re.compile(r"(?:(?:early|mid|late):)?(?:date|monthday|month|weekday|range):")


def times(
    part: Part, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], published: Moment | None
) -> tuple[TimeMention, ...]:
    """All times in the sentences, in reading order; counted from `published` where that is one day."""
    anchor = published.earliest if published is not None and published.earliest == published.latest else None
    told = [_with_days(find_times(text, s.span)) for s in sentences]
    listed = [
        [_mention(part, f, _direction(text, f, tokens, _is_headline(part, text, s.span)), anchor) for f in found]
        for s, found in zip(sentences, _carried(told), strict=True)
    ]
    return tuple(referred(text, listed))


def _with_days(told: Sequence[Found]) -> tuple[Found, ...]:
    """The times of a sentence; an hour of the clock that stands apart from the only day of its sentence is of that day."""
    days = {t.expression for t in told if _is_day(t)}
    return tuple(_on(t, next(iter(days))) if len(days) == 1 and t.rule == "clock" else t for t in told)


def _carried(told: Sequence[tuple[Found, ...]]) -> Iterator[tuple[Found, ...]]:
    """An hour in a sentence without a day is of the day of the sentence before, where that names one and in full."""
    before: set[str] = set()
    for listed in told:
        days = {t.expression for t in listed if _is_day(t)}
        carried = before if not days and len(before) == 1 else set()
        yield tuple(_on(t, next(iter(carried))) if carried and t.rule == "clock" else t for t in listed)
        before = {d for d in days if d.startswith("date:")} if days else carried


def _is_day(time: Found) -> bool:
    return time.granularity == "day" and time.kind == "point" and not time.expression.startswith(("shift:", "unknown"))


def _on(clock: Found, day: str) -> Found:
    """The hour of the clock on a day."""
    if not clock.expression.startswith("time:"):
        return clock
    return replace(clock, expression=re.sub(r"T..$", "", day) + "T" + clock.expression.removeprefix("time:"))


def find_times(text: str, sentence: Span) -> tuple[Found, ...]:
    """The times of one sentence, joined where they belong together, before they are anchored."""
    found: list[Found] = []
    at = sentence.start
    while (match := _STARTS.search(text, at, sentence.end)) is not None:
        time = time_at(text, match.start(), sentence.end)
        if time is not None:
            found = _joined(text, found, time)
        at = match.end() if time is None else max(time.end, match.end())
    return tuple(_bounded(text, time) for time in found)


def _joined(text: str, found: list[Found], time: Found) -> list[Found]:
    """`found` with `time` at its end, made one with its neighbour where they are one time or one range."""
    if not found:
        return [time]
    before, gap = found[-1], text[found[-1].end : time.start]
    joined = _same_time(before, time, gap) or _range(text, before, time, gap)
    if joined is not None:
        return [*found[:-1], joined]
    if _LINK.fullmatch(gap) and time.expression.startswith("date:") and not before.expression.startswith("date:"):
        return [*found[:-1], _with_year(before, time.expression[5:9]), time]
    return [*found, time]


def _same_time(before: Found, time: Found, gap: str) -> Found | None:
    """A time of day with its day, or a weekday with its date."""
    if len(gap) > 24 or not _AT.fullmatch(gap):
        return None
    clock, day = (before, time) if before.expression.startswith("time:") else (time, before)
    if clock.expression.startswith("time:") and day.granularity == "day" and day.kind == "point":
        form = re.sub(r"T..$", "", day.expression) + "T" + _hour(clock, day)
        return replace(day, start=before.start, end=time.end, expression=form, granularity="time")
    if "(" in gap or before.kind != "point" or time.kind != "point":
        return None
    if before.expression.startswith("weekday:") and re.match(r"(?:date:\d{4}-\d\d-\d\d|monthday:)", time.expression):
        tail = re.search(r"T(?:[A-Z]{2}|\d\d:\d\dZ?)$", before.expression)
        form = time.expression + (tail[0] if tail else "")
        return replace(time, start=before.start, expression=form, granularity=before.granularity)
    return None


def _hour(clock: Found, day: Found) -> str:
    """The hour; after noon where the day says afternoon or evening."""
    hour = clock.expression.removeprefix("time:")
    later = re.search(r"T(?:AF|EV)$", day.expression) and int(hour[:2]) < 12
    return f"{int(hour[:2]) + 12}{hour[2:]}" if later else hour


def _range(text: str, before: Found, time: Found, gap: str) -> Found | None:
    """From one time to another (May to August, between Monday and Friday)."""
    link = _LINK.fullmatch(gap)
    between = re.search(r"\bbetween $", text[max(0, before.start - 8) : before.start], re.IGNORECASE)
    if (
        link is None
        or not (link["range"] or (between and "and" in gap))
        or before.kind != "point"
        or time.kind != "point"
    ):
        return None
    if before.granularity != time.granularity or not (
        _DATED.match(before.expression) and _DATED.match(time.expression)
    ):
        return None
    if time.expression.startswith("date:"):
        before = _with_year(before, time.expression[5:9])
    form = f"range:{before.expression}/{time.expression}"
    return replace(time, start=before.start, expression=form, kind="range", rule="range")


def _with_year(found: Found, year: str) -> Found:
    """A day or month that shares the year of the date after it (May and August 2023)."""
    match = re.match(r"(?:monthday|month):(\d\d?)(-\d\d)?$", found.expression)
    if match is None:
        return found
    return replace(found, expression=f"date:{year}-{int(match[1]):02}{match[2] or ''}")


def _bounded(text: str, found: Found) -> Found:
    """Since, until and by make a time the end of a stretch."""
    match = _BOUND.search(text[max(0, found.start - 12) : found.start])
    if match is None or found.kind != "point" or found.granularity == "time" or found.expression.startswith("shift:"):
        return found
    side = "since" if match[1].lower() == "since" else "until"
    return replace(found, start=found.start - len(match[0]), expression=f"{side}:{found.expression}", kind="range")


def _is_headline(part: Part, text: str, sentence: Span) -> bool:
    """Whether the sentence is a headline or another line without a full stop."""
    return part == "title" or not re.search(r"[.?!…][\"'”’)\]]*$", text[sentence.start : sentence.end].rstrip())


def _direction(text: str, found: Found, tokens: Sequence[Token], headline: bool) -> Direction:
    """The side that the words state, else the tense around them; a range up to now or from now on states its own."""
    if found.direction is not None:
        return found.direction
    if re.search(r"\bahead of (?:the )?$", text[max(0, found.start - 14) : found.start], re.IGNORECASE):
        return "future"
    if re.match(r"(?:since:|last:)", found.expression):
        return "past"
    if found.kind not in ("point", "range") and found.rule != "in":
        return "unknown"
    inside = tokens_within(tokens, Span(found.start, found.end))
    if inside.last > inside.first and saying_before(tokens, inside.first) is not None:
        return "past"
    loose = headline or found.expression.startswith("month:")
    return direction_at(tokens, head_of(tokens, inside), loose=loose) if inside.last > inside.first else "unknown"


def _mention(part: Part, found: Found, direction: Direction, anchor: date | None) -> TimeMention:
    if found.rule == "in" and direction == "future":
        found = replace(found, expression=f"ahead:{found.expression}", kind="point")
    fixed = resolve(found.expression, direction, None)
    moment = fixed or (resolve(found.expression, direction, anchor) if anchor else None)
    used = anchor if fixed is None and moment is not None else None
    span = Span(found.start, found.end)
    because = _because(found, direction, fixed is not None, used)
    return TimeMention(part, span, found.expression, found.kind, found.granularity, direction, used, moment, because)


def _because(found: Found, direction: Direction, fixed: bool, anchor: date | None) -> str:
    if found.kind in ("duration", "age", "recurring"):
        return {"duration": "a length of time", "age": "an age", "recurring": "comes again and again"}[found.kind]
    if fixed:
        return "named by the text"
    side = {"past": "before", "future": "after", "same": "at", "unknown": "around"}[direction]
    if anchor is not None:
        return f"counted from the report's day, {anchor.isoformat()}: {side} it"
    if found.expression.startswith(("shift:", "time:", "unknown")):
        return "counted from something else in the text"
    return f"{side} the day of the report, which is not known"
