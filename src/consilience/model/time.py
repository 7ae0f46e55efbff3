"""Days as intervals, and times as they are said in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from consilience.model.spans import Part, Span

Granularity = Literal["time", "day", "week", "month", "season", "year", "decade", "unknown"]
TimeKind = Literal["point", "range", "duration", "recurring", "age"]
Direction = Literal["past", "future", "same", "unknown"]
_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
# Markup without a date often holds the first day of the year 1.
_FIRST_NEWSPAPERS = 1600


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day that is known to lie between two days, both included."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time as a text says it.

    `expression` is a normal form that `consilience.days.resolve` reads, and whose docstring lists them all:
    `date:2024-03-05`, `date:2024-03`, `date:2024`, `range:2019-05/2019-08`, `weekday:2` (Monday is 0), `monthday:03-05`,
    `month:10`, `day:-1`, `week:-1`, `month:-1`, `year:+1`, `decade:195`, `ago:P4Y5M`, `since:…`, `unknown`; a duration is
    ISO 8601 (`PT50M`). `direction` says on which side of the anchor a weekday or month lies, from the tense around it.
    `anchor` is the day it was counted from, `moment` what follows;
    both are None while no day is known.
    """

    part: Part
    span: Span
    expression: str
    kind: TimeKind
    granularity: Granularity
    direction: Direction
    anchor: date | None
    moment: Moment | None
    because: str


def given_moment(text: str) -> Moment | None:
    """The day, month or year that is given in ISO form (2024-03-05, 2024-03, 2024, with or without a time), else None."""
    found = _GIVEN.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if first.year < _FIRST_NEWSPAPERS:
        return None
    return Moment(first, first if day else _last(first, whole_year=month is None))


def _last(first: date, whole_year: bool) -> date:
    if whole_year:
        return date(first.year, 12, 31)
    following = (
        date(first.year + first.month // 12, first.month % 12 + 1, 1) if first.year < 9999 else date(9999, 12, 31)
    )
    return date.fromordinal(following.toordinal() - 1)
