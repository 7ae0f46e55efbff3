"""From a time's normal form to days: pure arithmetic on a calendar, counted from a given day and never from a clock.

The normal forms (see `model.time.TimeMention`):

    date:2024-03-05  date:2024-03  date:2024      a day, month or year as named
    weekday:2  monthday:03-05  month:10           Monday is 0; the side of the anchor comes from `direction`
    last:weekday:2  next:month:5  last:season:summer   strictly before or after the anchor
    next:week:weekday:0                           a week after the next Monday
    week:-1:weekday:2                             a weekday of a named week
    month:6:year:-1  monthday:03-05:year:+0       in a year counted from the anchor's (June of last year)
    day:-1  week:0  weekend:+1  month:-1  quarter:0  year:+1
    weekend:near  overnight                       the weekend or night on the side that `direction` says
    nth:3:weekday:3/X  nth:1:week/X               the third Thursday, the first week of X (0 is the last)
    dayof:3  dayof:3/X                            the 3rd of a month near the anchor, or of X
    easter:-2:2024  easter:0                      days from Easter Sunday
    decade:195  season:summer  season:summer:2021
    quarter:2:2024  half:1:2024  quarter:3  half:2:year:-1   the third quarter; the second half of last year
    early:X  mid:X  late:X                        the first, middle or last third of X
    ago:P4Y5M  ahead:P2W                          counted from the anchor
    last:P3D  next:P3D                            the whole stretch before or after the anchor
    since:X  until:X  range:X/Y                   X and Y are forms; a bare 2019-05 is a date
    shift:+P2D                                    counted from something else in the text: no day follows
    every:X                                       recurring: no day follows
    present  past                                 now, recently: no day follows
    unknown                                       no day follows

Any form may end in a time of day, `T13:00`, `T13:00Z` (Greenwich), `TMO`, `TAF`, `TEV` or `TNI`, which does not change
the day.
A duration is ISO 8601 (`PT50M`, `P3D`, `P2D/P3D`); an X in it stands for a number that is not said.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from consilience.model.time import Direction, Moment

_TIME_OF_DAY = re.compile(r"T(?:\d\d:\d\dZ?|MO|AF|EV|NI)$")
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$")
_IN_YEAR = re.compile(r":year:(?:0|[+-]\d+)$")
_BARE = re.compile(r"\d{4}(?:-\d\d){0,2}$")
_YEARLY = 200  # days between two occurrences of what comes once a year, at least
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def resolve(expression: str, direction: Direction, anchor: date | None) -> Moment | None:
    """The days that a normal form names, counted from `anchor`; None where they do not follow."""
    try:
        return _resolve(_TIME_OF_DAY.sub("", expression), direction, anchor)
    except (ValueError, OverflowError):
        return None


def _resolve(form: str, direction: Direction, anchor: date | None) -> Moment | None:
    if _BARE.match(form):
        return named(form)
    kind, _, rest = form.partition(":")
    if kind == "range":
        return _range(rest, direction, anchor)
    if kind in ("early", "mid", "late"):
        return _cut(_near_third(kind, rest, direction, anchor), direction, anchor)
    if kind in ("nth", "dayof") and "/" in rest:
        which, _, inner = rest.partition("/")
        return within(kind, which, _resolve(inner, direction, anchor))
    if kind == "easter":
        return _feast(rest, direction, anchor)
    if kind in ("date", "decade", "season", "quarter", "half"):
        fixed = _fixed(kind, rest)
        if fixed is not None or kind in ("date", "decade"):
            return fixed
    return None if anchor is None else _counted(kind, rest, direction, anchor)


def _counted(kind: str, rest: str, direction: Direction, anchor: date) -> Moment | None:
    """Forms that need a day to count from."""
    if kind in ("last", "next"):
        return _beside(kind, rest, anchor)
    if kind in ("since", "until"):
        return _bounded(kind, _resolve(rest, direction, anchor), anchor)
    if kind in ("ago", "ahead"):
        return _away(rest, -1 if kind == "ago" else 1, anchor)
    if _IN_YEAR.search(rest):
        return _in_year(kind, rest, anchor)
    if kind == "overnight":
        ahead = direction == "future"
        return Moment(anchor - timedelta(days=not ahead), anchor + timedelta(days=ahead))
    if kind in ("weekday", "monthday", "dayof") or (kind == "month" and rest.isdigit() and int(rest)) or rest == "near":
        return _sided(_occurrences(kind, rest, anchor), direction, anchor)
    if kind in ("quarter", "half") and re.match(r"[1-4]$", rest):
        return _sided([_piece(kind, int(rest), anchor.year + k) for k in (-1, 0, 1)], direction, anchor)
    if kind == "season":
        return _sided(_occurrences(kind, rest, anchor), direction, anchor)
    if kind == "week" and ":weekday:" in rest:
        count, _, day = rest.partition(":weekday:")
        return _day(_monday(anchor) + timedelta(weeks=int(count), days=int(day)))
    return _offset(kind, rest, anchor)


def named(iso: str) -> Moment:
    """The days of `2024`, `2024-03` or `2024-03-05`; raises ValueError for a day that does not exist."""
    numbers = [int(piece) for piece in iso.split("-")]
    if len(numbers) == 3:
        return _day(date(numbers[0], numbers[1], numbers[2]))
    first = date(numbers[0], numbers[1] if len(numbers) == 2 else 1, 1)
    return Moment(first, _month_end(numbers[0], numbers[1] if len(numbers) == 2 else 12))


def _day(day: date) -> Moment:
    return Moment(day, day)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months_on(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _fixed(kind: str, rest: str) -> Moment | None:
    """Forms that name their year."""
    if kind == "date":
        return named(rest)
    if kind == "decade":
        return Moment(date(int(rest) * 10, 1, 1), date(int(rest) * 10 + 9, 12, 31))
    name, _, year = rest.partition(":")
    if not year.isdigit():
        return None
    return _season(name, int(year)) if kind == "season" else _piece(kind, int(name), int(year))


def _piece(kind: str, number: int, year: int) -> Moment:
    """A quarter or half of a year."""
    months = 3 if kind == "quarter" else 6
    start = (number - 1) * months + 1
    return Moment(date(year, start, 1), _month_end(year, start + months - 1))


def _in_year(kind: str, rest: str, anchor: date) -> Moment | None:
    """A month, day, season, quarter or half of a year beside the anchor's."""
    what, _, away = rest.partition(":year:")
    year = anchor.year + int(away)
    if kind == "season":
        return _season(what, year)
    if kind in ("quarter", "half"):
        return _piece(kind, int(what), year)
    return named(f"{year:04}-{what.zfill(2)}") if kind in ("month", "monthday") else None


def within(kind: str, which: str, whole: Moment | None) -> Moment | None:
    """A weekday, week or day of the month counted within a stretch; None where there is no such day."""
    if whole is None:
        return None
    if kind == "dayof":
        day = whole.earliest + timedelta(days=int(which) - 1)
        return _day(day) if day <= whole.latest else None
    count, _, what = which.partition(":")
    if what == "week":
        first = whole.earliest + timedelta(weeks=int(count) - 1) if int(count) else whole.latest - timedelta(days=6)
        return Moment(first, first + timedelta(days=6))
    wanted = int(what.removeprefix("weekday:"))
    days = [d for d in _days_of(whole) if d.weekday() == wanted]
    return _day(days[int(count) - 1]) if int(count) <= len(days) else None


def _days_of(whole: Moment) -> list[date]:
    return [whole.earliest + timedelta(days=k) for k in range((whole.latest - whole.earliest).days + 1)]


def _feast(rest: str, direction: Direction, anchor: date | None) -> Moment | None:
    """A feast that moves with Easter, in a named year or near the anchor."""
    away, _, year = rest.partition(":")
    if year:
        return _day(easter(int(year)) + timedelta(days=int(away)))
    if anchor is None:
        return None
    found = [_day(easter(anchor.year + k) + timedelta(days=int(away))) for k in (-1, 0, 1)]
    return _sided(found, direction, anchor)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, *divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _season(name: str, year: int) -> Moment:
    """A season of the northern year. A winter that is named by one year may begin or end in it: both are kept."""
    start = _SEASONS[name]
    if name == "winter":
        return Moment(date(year, 1, 1), _month_end(year + 1, 2))
    return Moment(date(year, start, 1), _month_end(year, start + 2))


def _range(rest: str, direction: Direction, anchor: date | None) -> Moment | None:
    left, _, right = rest.partition("/")
    first, last = _resolve(left, direction, anchor), _resolve(right, direction, anchor)
    if first is None or last is None:
        return None
    if last.latest < first.earliest:
        return _turned(left, right, first, last)
    return Moment(first.earliest, last.latest)


def _turned(left: str, right: str, first: Moment, last: Moment) -> Moment | None:
    """A range over the end of a week or year ("Friday to Monday") whose sides were counted one by one."""
    if left.startswith("weekday:") and right.startswith("weekday:"):
        return Moment(first.earliest - timedelta(weeks=1), last.latest)
    if left.startswith("month") and right.startswith("month"):
        return Moment(_months_on(first.earliest, -12), last.latest)
    return None


def _near_third(part: str, rest: str, direction: Direction, anchor: date | None) -> Moment | None:
    """A third of the occurrence of which the third lies on the stated side ("late May", written in May)."""
    whole = _resolve(rest, direction, anchor)
    third = _third(part, whole)
    if whole is None or third is None or anchor is None or not rest.startswith("month:"):
        return third
    if direction == "past" and third.earliest > anchor:
        return _third(part, _resolve(rest, direction, whole.earliest - timedelta(days=1)))
    if direction == "future" and third.latest < anchor:
        return _third(part, _resolve(rest, direction, whole.latest + timedelta(days=1)))
    return third


def _third(part: str, whole: Moment | None) -> Moment | None:
    if whole is None:
        return None
    days = (whole.latest - whole.earliest).days + 1
    first, last = {"early": (0, days // 3), "mid": (days // 3, 2 * days // 3), "late": (2 * days // 3, days)}[part]
    start = whole.earliest + timedelta(days=first)
    return Moment(start, max(start, whole.earliest + timedelta(days=last - 1)))


def _cut(whole: Moment | None, direction: Direction, anchor: date | None) -> Moment | None:
    """The side of the anchor that is meant, where the stretch lies on both ("the end of the year" in November)."""
    if whole is None or anchor is None or not whole.earliest < anchor < whole.latest:
        return whole
    if direction == "future":
        return Moment(anchor, whole.latest)
    return Moment(whole.earliest, anchor) if direction == "past" else whole


def _beside(kind: str, rest: str, anchor: date) -> Moment | None:
    """A weekday strictly before or after the anchor, or the whole stretch of a period on that side."""
    sign = -1 if kind == "last" else 1
    inner, _, what = rest.partition(":")
    if inner in ("month", "season"):
        found = _occurrences(inner, what, anchor)
        before, after = [m for m in found if m.latest < anchor], [m for m in found if m.earliest > anchor]
        return max(before) if sign < 0 else min(after)
    if rest.startswith(("weekday:", "week:weekday:")):
        wanted = int(rest.rpartition(":")[2])
        away = (sign * (wanted - anchor.weekday())) % 7 or 7
        return _day(anchor + timedelta(days=sign * (away + 7 * rest.startswith("week:"))))
    far = _shifted(anchor, rest, sign)
    if far is None:
        return None
    return Moment(far, anchor) if sign < 0 else Moment(anchor, far)


def _bounded(kind: str, inner: Moment | None, anchor: date) -> Moment | None:
    if inner is None:
        return None
    if kind == "since":
        return Moment(inner.earliest, max(anchor, inner.latest))
    return Moment(anchor, inner.latest) if inner.latest > anchor else inner


def _shifted(anchor: date, period: str, sign: int) -> date | None:
    match = _PERIOD.match(period)
    if match is None:
        return None
    years, months, weeks, days = (int(g or 0) for g in match.groups())
    return _months_on(anchor, sign * (12 * years + months)) + sign * timedelta(weeks=weeks, days=days)


def _away(period: str, sign: int, anchor: date) -> Moment | None:
    """A day a period away, as coarse as the period: `ago:P4Y` is a year long, `ago:P2D` a day."""
    day = _shifted(anchor, period, sign)
    if day is None:
        return None
    if "D" in period or "T" in period:
        return _day(day)
    if "W" in period:
        return Moment(day - timedelta(days=3), day + timedelta(days=3))
    return named(day.isoformat()[:7] if "M" in period else day.isoformat()[:4])


def _occurrences(kind: str, rest: str, anchor: date) -> list[Moment]:
    """Where a weekday, a weekend, a season, a month or a day of the month or year falls around the anchor."""
    if kind == "season":
        return [_season(rest, anchor.year + k) for k in (-2, -1, 0, 1, 2)]
    if kind == "weekend":
        saturdays = [_monday(anchor) + timedelta(weeks=k, days=5) for k in (-1, 0, 1)]
        return [Moment(day, day + timedelta(days=1)) for day in saturdays]
    if kind == "dayof":
        months = (_months_on(anchor.replace(day=1), k) for k in (-2, -1, 0, 1, 2))
        days = (within(kind, rest, named(month.isoformat()[:7])) for month in months)
        return [day for day in days if day is not None]
    if kind == "weekday":
        monday = _monday(anchor) + timedelta(days=int(rest))
        return [_day(monday + timedelta(weeks=k)) for k in (-1, 0, 1)]
    found = []
    for year in range(anchor.year - 4, anchor.year + 5):
        month, _, day = rest.partition("-")
        if not day or int(day) <= monthrange(year, int(month))[1]:
            found.append(named(f"{year:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")))
    return found


def _sided(found: list[Moment], direction: Direction, anchor: date) -> Moment | None:
    """The nearest occurrence on the stated side; where no side is stated, the stretch over both."""
    past = max((m for m in found if m.earliest <= anchor), default=None)
    future = min((m for m in found if m.latest >= anchor), default=None)
    if direction == "past" or future is None:
        return past
    if direction == "future" or past is None:
        return future
    if direction == "same":
        return next((m for m in found if _monday(m.earliest) == _monday(anchor)), None) or past
    near = _far_nearer(past, future, anchor)
    if near is not None:
        return near
    return Moment(min(past.earliest, future.earliest), max(past.latest, future.latest))


def _far_nearer(past: Moment, future: Moment, anchor: date) -> Moment | None:
    """Of a month or day of the year the occurrence that is more than twice as near; of weekdays none is."""
    back, ahead = max(0, (anchor - past.latest).days), max(0, (future.earliest - anchor).days)
    if back + ahead < _YEARLY:
        return None
    return past if 2 * back < ahead else future if 2 * ahead < back else None


def _offset(kind: str, rest: str, anchor: date) -> Moment | None:
    """Whole days, weeks, months, quarters and years before or after the anchor's own."""
    if not re.fullmatch(r"[+-]?\d+", rest):
        return None
    count = int(rest)
    if kind == "day":
        return _day(anchor + timedelta(days=count))
    if kind in ("week", "weekend"):
        monday = _monday(anchor) + timedelta(weeks=count)
        return Moment(monday + timedelta(days=5 if kind == "weekend" else 0), monday + timedelta(days=6))
    if kind == "year":
        return named(f"{anchor.year + count:04}")
    if kind == "month":
        return named(_months_on(anchor.replace(day=1), count).isoformat()[:7])
    if kind == "quarter":
        first = _months_on(date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1), 3 * count)
        return Moment(first, _month_end(first.year, first.month + 2))
    return None
