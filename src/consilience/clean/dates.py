"""Dates as pages print them: full days only, as intervals where the order of day and month is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from consilience.model.spans import Span
from consilience.model.time import Moment

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}/(?P<number>\d\d?)/(?P<day>\d\d?)(?!\d)",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
    )
)
_NUMBERS = re.compile(rf"(?<![\d/.])(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}(?![\d/])")
_CLOCK = re.compile(
    r"\bT?\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?(?:Z|[+-]\d\d:?\d\d)?|\b\d{1,2}\s?(?:[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:first|last|date|published|publication|updated|update|posted|post|created|modified|issued|filed|printed|on|at|of|the|in|"
    r"time|online|edition|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"gmt|utc|bst|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|ist|hkt|kst|jst|sgt|aest|wib|msk|hrs?|local|noon|midnight|morning|"
    r"afternoon|evening|night|bulletin|am|pm)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified|update)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|issued|first published|date)\b", re.IGNORECASE)
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Dated:
    """A full day in a text: where it stands, the day or days it may mean, and "published", "updated" or "" before it."""

    span: Span
    moment: Moment
    label: str


def days_in(text: str) -> tuple[Dated, ...]:
    """Every full day in `text`, in order; a month without a day, or a day without a year, is none."""
    found = sorted(_all_days(text), key=lambda d: d.span)
    return tuple(d for i, d in enumerate(found) if i == 0 or d.span.start >= found[i - 1].span.end)


def is_date_text(text: str) -> bool:
    """Whether `text` is a date, with at most its label, weekday, time and one more word."""
    found = days_in(text)
    return bool(found) and len(left_beside_dates(text).split()) <= 1


def has_clock(text: str) -> bool:
    """Whether `text` holds a time of day."""
    return bool(_CLOCK.search(text))


def left_beside_dates(text: str) -> str:
    """What is left of `text` without its dates, times of day, weekdays and words such as "updated"."""
    rest = text
    for found in reversed(days_in(text)):
        rest = rest[: found.span.start] + " " + rest[found.span.end :]
    rest = _BESIDE.sub(" ", _CLOCK.sub(" ", rest))
    return " ".join(re.findall(r"[^\W_][\w'’.-]*", rest))


def _all_days(text: str) -> Iterator[Dated]:
    for form in _FORMS:
        for found in form.finditer(text):
            moment = _named(found)
            if moment:
                yield Dated(Span(*found.span()), moment, _label(text, found.start()))
    for found in _NUMBERS.finditer(text):
        moment = _either_order(int(found["year"]), int(found["first"]), int(found["second"]))
        if moment:
            yield Dated(Span(*found.span()), moment, _label(text, found.start()))


def _named(found: re.Match[str]) -> Moment | None:
    groups = found.groupdict()
    number = int(groups["number"]) if groups.get("number") else 1 + _MONTHS.index(groups["month"][:3].lower())
    day = _day(int(groups["year"]), number, int(groups["day"]))
    return None if day is None else Moment(day, day)


def _either_order(year: int, first: int, second: int) -> Moment | None:
    """03/04/2024: the third of April or the fourth of March; both are kept as the ends of an interval."""
    read = sorted(d for d in {_day(year, first, second), _day(year, second, first)} if d is not None)
    return Moment(read[0], read[-1]) if read else None


def _label(text: str, at: int) -> str:
    before = text[max(0, at - _LONGEST_LABEL) : at]
    labels = [(m.start(), "updated") for m in _UPDATED.finditer(before)]
    labels += [(m.start(), "published") for m in _PUBLISHED.finditer(before)]
    return max(labels)[1] if labels else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
