"""The rules that read days with names or numbers of their own: feasts, weekends, the 3rd, the first Monday in May."""

from __future__ import annotations

import re

from consilience.annotate.time_found import Found, after, before, found_as, sided
from consilience.annotate.time_words import PARTS_OF_DAY, WEEKDAYS, grain, month_number, ordinal
from consilience.model.time import Direction

_FEASTS = {
    "all saints' day": "monthday:11-01", "april fools' day": "monthday:04-01", "armistice day": "monthday:11-11",
    "bastille day": "monthday:07-14", "boxing day": "monthday:12-26", "christmas": "monthday:12-25",
    "christmas day": "monthday:12-25", "christmas eve": "monthday:12-24", "halloween": "monthday:10-31",
    "labor day": "nth:1:weekday:0/month:9", "may day": "monthday:05-01", "memorial day": "nth:0:weekday:0/month:5",
    "new year": "monthday:01-01", "new year's": "monthday:01-01", "new year's day": "monthday:01-01",
    "new year's eve": "monthday:12-31", "st patrick's day": "monthday:03-17", "thanksgiving": "nth:4:weekday:3/month:11",
    "thanksgiving day": "nth:4:weekday:3/month:11", "valentine's day": "monthday:02-14",
    "ascension day": "easter:39", "ash wednesday": "easter:-46", "easter": "easter:0", "easter monday": "easter:1",
    "easter sunday": "easter:0", "good friday": "easter:-2", "holy saturday": "easter:-1",
    "maundy thursday": "easter:-3", "palm sunday": "easter:-7", "pentecost": "easter:49", "shrove tuesday": "easter:-47",
    "whit monday": "easter:50",
}  # fmt: skip
#: The names of feasts, and the words with which they begin.
FEAST = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(_FEASTS, key=lambda n: (-len(n), n)))
FEAST_STARTS = " ".join(sorted({name.split()[0].split("'")[0] for name in _FEASTS}))
_TIMED = re.compile(r"\b(?:at|on|by|before|after|until|till|since|over|during|last|next|this|for|around) (?:the )?$")
_LOOSE_FEASTS = ("christmas", "easter", "new year", "thanksgiving")


def feast(m: re.Match[str]) -> Found | None:
    """A feast with a fixed day or one that moves with Easter (Christmas Eve, Good Friday 2019)."""
    name = m["feast"].lower().replace("’", "'")
    if not m["feast"][0].isupper() or (name in _LOOSE_FEASTS and not m["year"] and not _TIMED.search(before(m, 14))):
        return None
    if re.match(r"['’]s|-| (?:island|party|tree|market|card|carol|egg|rising|speech|honours|dinner)", after(m)):
        return None
    form, year = _FEASTS[name], m["year"]
    if not year:
        return found_as(m, form, "day")
    kind, _, rest = form.partition(":")
    if kind == "monthday":
        return found_as(m, f"date:{year}-{rest}", "day")
    return found_as(m, f"{form}:{year}" if kind == "easter" else form.replace("month:", f"date:{year}-0", 1), "day")


def near_weekend(m: re.Match[str]) -> Found | None:
    """The weekend before or after the report (at the weekend, over the weekend)."""
    return found_as(m, "weekend:near", "week")


def week_from(m: re.Match[str]) -> Found | None:
    """A weekday of the week after next or before last (a week on Monday, Saturday week, a week ago Tuesday)."""
    if not m["way"] and not (m["week"] and re.match(r"[.,;]|$", after(m))):
        return None
    back = m["way"] == "ago"
    form = f"{'last' if back else 'next'}:week:weekday:{WEEKDAYS[m['day'].lower()]}"
    return sided(m, form, "day", "past" if back else "future")


def midweek(m: re.Match[str]) -> Found | None:
    """The middle of the report's week."""
    return found_as(m, "mid:week:0", "week")


def beyond(m: re.Match[str]) -> Found | None:
    """The week, month or year before last, or after next."""
    back = m["where"].lower() == "before last"
    form = f"{m['unit'].lower()}:{'-2' if back else '+2'}"
    side: Direction = "past" if back else "future"
    grain = m["unit"].lower()
    return sided(m, form, "week" if grain in ("week", "weekend") else "month" if grain == "month" else "year", side)


def overnight(m: re.Match[str]) -> Found | None:
    """The night before or after the report's day."""
    noun = re.match(r" (?:success|sensation|bag|stay|train|ferry|flight|guest|camp)", after(m))
    return None if noun or re.search(r"\b(?:an|the) $", before(m)) else found_as(m, "overnight", "day")


def day_of_month(m: re.Match[str]) -> Found | None:
    """A day by its number alone (on the 3rd, the fifth of this month)."""
    number = ordinal(m["nth"])
    if number is None or number > 31:
        return None
    if m["of"]:
        near = {"this": "0", "last": "-1", "next": "+1", "the": "0"}[m["of"].split()[1].lower()]
        return sided(m, f"dayof:{number}/month:{near}", "day", "unknown")
    ends = re.match(r"[.,;:)]|$| and | (?:but|when|after|before|in|at|to)\b", after(m))
    return found_as(m, f"dayof:{number}", "day") if ends and m["nth"][0].isdigit() else None


def day_beside(m: re.Match[str]) -> Found | None:
    """The day, week or year before or after something that was told (the day before, a town had burned)."""
    sign, unit = "-" if m["side"].lower() == "before" else "+", m["unit"].lower()
    tail = PARTS_OF_DAY.get(unit, "")
    form = f"shift:{sign}P1{'D' if tail else unit[0].upper()}{tail}"
    return sided(m, form, "day" if tail else grain(unit), "unknown")


def day_in_words(m: re.Match[str]) -> Found | None:
    """A day of a month by its ordinal (the tenth of June, the 1st of May 1890)."""
    number, month = ordinal(m["nth"]), month_number(m["month"])
    if number is None or month is None:
        return None
    day = f"{month:02}-{number:02}"
    return found_as(m, f"date:{m['year']}-{day}" if m["year"] else f"monthday:{day}", "day")


def hour_of(m: re.Match[str]) -> Found | None:
    """An hour with its part of the day (nine in the morning, 10 at night)."""
    hour = int(m["hour"]) if m["hour"].isdigit() else _HOURS.index(m["hour"].lower())
    if not 0 < hour < 13 or not re.search(
        r"\b(?:at|about|around|after|before|by|until|since|from|to) $", before(m, 10)
    ):
        return None
    late = m["night"] or m["part"].lower() != "morning"
    return found_as(m, f"time:{hour % 12 + 12 * bool(late):02}:00", "time")


def short_year(m: re.Match[str]) -> Found | None:
    """A year by its last two figures ('98)."""
    if not re.search(
        r"\b(?:in|since|of|until|by|before|after|from|to|back in|spring|summer|autumn|winter) ['’]$", before(m)
    ):
        return None
    year = int(m[0])
    return found_as(m, f"date:{1900 + year if year > 30 else 2000 + year}", "year")


def decade_in_words(m: re.Match[str]) -> Found | None:
    """A decade by its name (the eighties); after "his" or "her" it is an age."""
    if re.search(r"\b(?:his|her|their|my|our|your|its|who)(?: early| mid| late)?[ -]$", before(m)):
        return None
    tens = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    if not re.search(r"\b(?:the|early|mid|late)[ -]$", before(m)) or re.match(r" [a-z]+['’]", after(m)):
        return None
    return found_as(m, f"decade:19{tens.index(m[0].lower()) + 2}", "decade")


def o_clock(m: re.Match[str]) -> Found | None:
    """An hour in words (ten past four this morning, four o'clock)."""
    hour = _HOURS.index(m["h1"].lower()) if m["h1"] else _HOURS.index(m["h2"].lower())
    past = (m["way"] or "").lower()
    minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get((m["m"] or "").lower())
    if minutes is None:
        minutes = _MINUTES.get((m["m"] or "zero").lower(), 0)
    if past == "to":
        hour, minutes = hour - 1, 60 - minutes
    afternoon = re.match(r" (?:in the |this |that |yesterday |tomorrow )?(?:afternoon|evening)|,? p\.?m\b", after(m))
    hour = hour % 12 + 12 * (afternoon is not None)
    return found_as(m, f"time:{hour % 24:02}:{minutes:02}", "time")


_HOURS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {"zero": 0, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}

_NTH = r"(?P<nth>first|second|third|fourth|fifth|last|final)"
_COUNTED_IN = re.compile(rf"(?:the )?{_NTH} (?P<what>week|{'|'.join(WEEKDAYS)}) (?:of|in) (?:the )?", re.IGNORECASE)


def counted_in(text: str, at: int, end: int) -> re.Match[str] | None:
    """The words before a month in "the first Monday in May", "the last week of"."""
    return _COUNTED_IN.match(text, at, end)


def in_whole(match: re.Match[str], inner: Found) -> Found | None:
    """The weekday or week that is counted in the time `inner`."""
    if inner.granularity not in ("month", "year") or inner.kind != "point":
        return None
    number = {"last": 0, "final": 0}.get(match["nth"].lower(), ordinal(match["nth"]) or 0)
    what = match["what"].lower()
    form = f"nth:{number}:{'week' if what == 'week' else f'weekday:{WEEKDAYS[what]}'}/{inner.expression}"
    return Found(
        match.start(), inner.end, form, "point", "week" if what == "week" else "day", inner.direction, "counted_in"
    )
