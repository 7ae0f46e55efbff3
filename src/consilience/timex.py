"""Times as TIMEX3 values (TimeML), which other programs read: 2024-03-05, 2004-W47, 2006-Q4, P3D, 2010-07-16TMO."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from consilience.days import resolve
from consilience.model.spans import Span
from consilience.model.time import Direction, Granularity, TimeMention

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
_CLOCK = re.compile(r"T(?:\d\d:\d\d|MO|AF|EV|NI)Z?$")
_SHADES = re.compile(r"^(?:(?:early|mid|late|since|until):)+")
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_BARE = re.compile(r"\d{4}(?:-\d\d){0,2}$")


def timex(mention: TimeMention) -> tuple[tuple[Span, TimexType, str], ...]:
    """The TIMEX3 type and value of a time with its span; a range gives its two ends, each with half of the span.

    Where no day is known the value keeps what is said: a month of an unknown year is XXXX-10. An age is no time.
    """
    if mention.kind == "age":
        return ()
    form = mention.expression
    if form.startswith("range:"):
        left, _, right = form.removeprefix("range:").partition("/")
        middle = (mention.span.start + mention.span.end) // 2
        ends = ((Span(mention.span.start, middle), left), (Span(middle, mention.span.end), right))
        return tuple((span, *_valued(end, mention)) for span, end in ends)
    return ((mention.span, *_valued(form, mention)),)


def _valued(form: str, mention: TimeMention) -> tuple[TimexType, str]:
    if mention.kind == "recurring":
        return "SET", _period_of(form)
    if re.match(r"P[\dTX]", form):
        return "DURATION", form
    stretch = re.match(r"(?:last|next):(P.+)$", form)
    if stretch:
        return "DURATION", stretch[1]
    if form.startswith("shift:P") or re.match(r"shift:[+-]P", form):
        return "DURATION", form.removeprefix("shift:").lstrip("+-")
    if form.startswith("time:"):
        return "TIME", f"XXXX-XX-XXT{form.removeprefix('time:')}"
    clock = _CLOCK.search(form)
    day = _date(_SHADES.sub("", _CLOCK.sub("", form)), mention.direction, mention.anchor)
    return ("TIME", day + clock[0]) if clock else ("DATE", day)


def _period_of(form: str) -> str:
    """How often something comes again: a weekday each week, a month each year."""
    rest = form.removeprefix("every:")
    kind = rest.partition(":")[0]
    return {"weekday": "P1W", "month": "P1Y"}.get(kind, rest)


def _date(form: str, direction: Direction, anchor: date | None) -> str:
    """The value of a form that names days, as coarse as it is said."""
    moment = resolve(form, direction, anchor)
    if moment is None:
        return _open(form)
    first = moment.earliest
    kind, _, rest = form.partition(":")
    if kind == "decade":
        return rest
    if kind == "season":
        return f"{first.year:04}-{_SEASONS[rest.partition(':')[0]]}"
    if kind == "quarter":
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    if kind == "half":
        return f"{first.year:04}-H{1 if first.month < 7 else 2}"
    if kind == "weekend" or (kind == "week" and ":weekday:" not in form):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if kind == "weekend" else "")
    return _as_coarse(form, first.isoformat(), _grain(form))


def _as_coarse(form: str, day: str, grain: Granularity) -> str:
    return day[: {"year": 4, "month": 7}.get(grain, 10)]


def _grain(form: str) -> Granularity:
    kind, _, rest = form.partition(":")
    named = rest if kind == "date" else form
    if _BARE.match(named):
        return ("year", "month", "day")[named.count("-")]
    if kind in ("month", "year"):
        return kind  # type: ignore[return-value]  # both are granularities
    if kind in ("ago", "ahead"):
        return "day" if re.search(r"[DWT]", rest) else "month" if "M" in rest else "year"
    return "day"


def _open(form: str) -> str:
    """What is said of a day that is not known."""
    kind, _, rest = form.partition(":")
    if kind in ("present", "past"):
        return f"{kind.upper()}_REF"
    if kind == "month" and rest.isdigit():
        return f"XXXX-{int(rest):02}"
    if kind == "monthday":
        return f"XXXX-{rest}"
    if kind == "weekday":
        return f"XXXX-WXX-{int(rest) + 1}"
    if kind == "season":
        return f"XXXX-{_SEASONS.get(rest, 'XX')}"
    return "XXXX-XX-XX"
