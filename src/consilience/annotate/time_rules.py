"""The rules that read a time of the calendar: one match in, a normal form or None out."""

from __future__ import annotations

import re

from consilience.annotate.time_counts import stretch
from consilience.annotate.time_found import Found, after, before, found_as, sided
from consilience.annotate.time_words import MONTH, ORDINALS, PARTS_OF_DAY, SEASONS, SHORT_DAYS, WEEKDAYS, month_number
from consilience.lexicons import word_set
from consilience.model.time import Direction, Granularity


def iso_date(m: re.Match[str]) -> Found | None:
    """A date in figures, year first (2024-03-05)."""
    return found_as(m, f"date:{m[1]}-{m[2]}-{m[3]}", "day") if int(m[2]) < 13 and int(m[3]) < 32 else None


def figures(m: re.Match[str]) -> Found | None:
    """A date in figures (25/03/2024); where day and month cannot be told apart it stays unknown."""
    a, b, year = int(m[1]), int(m[2]), m[3]
    if max(a, b) > 31 or min(a, b) > 12 or min(a, b) < 1:
        return None
    if a <= 12 and b <= 12 and a != b:
        return found_as(m, "unknown", "day")
    month, day = (a, b) if a <= 12 else (b, a)
    return found_as(m, f"date:{year}-{month:02}-{day:02}", "day")


def calendar_day(m: re.Match[str]) -> Found | None:
    """A day of a month, with or without its year, or a run of days (September 13, 2023; 13-15 September)."""
    month = month_number(m["month"])
    if month is None:
        return None
    year, first, last = m["year"], int(m["d1"]), m["d2"]
    near = f":year:{_STEPS[m['near'].lower()]}" if m["near"] else ""
    if month == 9 and first == 11 and year is None and re.match(r" (?:\w+ )?(?:attack|hijack|terror)", after(m)):
        year = "2001"

    def day(n: int) -> str:
        return f"{year}-{month:02}-{n:02}" if year else f"monthday:{month:02}-{n:02}{near}"

    if last is None:
        return found_as(m, f"date:{day(first)}" if year else day(first), "day")
    if int(last) <= first:
        return None
    return found_as(m, f"range:{day(first)}/{day(int(last))}", "day", "range")


def month_of_year(m: re.Match[str]) -> Found | None:
    """A month with its year (July 2000)."""
    month = month_number(m["month"])
    return None if month is None else found_as(m, f"date:{m['year']}-{month:02}", "month")


_MONTH_LEADS = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|last|next|this|early|mid|late|during|between|from|to|through|for|every|each|previous"
    r"|following|through|before|after|around|and|or)[ -]|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)(?:,| and| or| to| through|,? and)? ?[-–]?)$"
)
_MONTH_NEXT = re.compile(rf"(?:,| and| or| to| through|-|–) ?{MONTH}(?!\w)")
_UNCLEAR_LEADS = re.compile(r"\b(?:by|for|to|of|and|or|before|after) $")


_SURE_OF = re.compile(r"\b(?:month|end|beginning|start|middle|close|week|half) of $")


def bare_month(m: re.Match[str]) -> Found | None:
    """A month alone, where the words around it make it one (in October, last May); never a verb or a person."""
    if m["year"] and month_number(m["month"]) is not None:
        return _month_near(m)
    month, lead = month_number(m["month"]), before(m, 14)
    short = m["month"].lower().rstrip(".") not in _FULL_MONTHS
    if month is None or (short and not re.search(r"\b(?:in|since|until|by|last|next|early|late|mid)[ -]$", lead)):
        return None
    if re.match(r"(?: \d|['’]s? [A-Z])", m.string[m.end() : m.end() + 4]):
        return None
    if m["rel"]:
        if m["rel"].lower() == "this":
            return sided(m, f"month:{month}:year:+0", "month", "same")
        side: Direction = "past" if m["rel"].lower() in ("last", "past") else "future"
        return sided(m, f"{'last' if side == 'past' else 'next'}:month:{month}", "month", side)
    ambiguous = m["month"].lower() == "may" and not _SURE_OF.search(lead)
    modifies = re.search(r"\b(?:the|a|an|its|his|her|their|['’]s) $", lead) and re.match(
        r" [a-z]{4,}", m.string[m.end() : m.end() + 6]
    )
    if not (_MONTH_LEADS.search(lead) or (modifies and not ambiguous) or _MONTH_NEXT.match(after(m))):
        return None
    if ambiguous and _UNCLEAR_LEADS.search(lead) and not _near_month(m):
        return None
    return found_as(m, f"month:{month}", "month")


def _month_near(m: re.Match[str]) -> Found:
    """A month of the year before, this one, or the next (June of last year)."""
    away = _STEPS[m["year"].split()[-2].lower()]
    return sided(m, f"month:{month_number(m['month'])}:year:{away}", "month", "unknown")


_FULL_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


def _near_month(m: re.Match[str]) -> bool:
    """Whether another month stands close before the match."""
    return any(re.search(rf"\b{name}\b", m.string[max(0, m.start() - 30) : m.start()].lower()) for name in _FULL_MONTHS)


def weekday(m: re.Match[str]) -> Found | None:
    """A day of the week, with what fixes its week or part (next Friday, Wednesday night, Monday last week)."""
    day, lead, rel = WEEKDAYS[m["day"].lower()], before(m, 12), (m["rel"] or "").lower().removeprefix("this ")
    if lead.rstrip(" -").split(" ")[-1] in word_set("times", "named_days") and not rel:
        return None
    if any(after(m).startswith(f" {t}") for t in word_set("times", "named_titles")) and m["day"][0].isupper():
        return None
    if _named_paper(m):
        return None
    if m["plural"]:
        return found_as(m, f"every:weekday:{day}", "day", "recurring")
    tail = PARTS_OF_DAY.get((m["part"] or "").lower(), "")
    if m["week"]:
        return sided(m, f"week:{_STEPS[m['week'].lower()]}:weekday:{day}{tail}", "day", "unknown")
    if rel in ("last", "past", "previous"):
        return sided(m, f"last:weekday:{day}{tail}", "day", "past")
    if rel in ("next", "coming", "upcoming"):
        return sided(m, f"next:weekday:{day}{tail}", "day", "future")
    if rel == "following":
        return sided(m, f"shift:weekday:{day}{tail}", "day", "unknown")
    return sided(m, f"weekday:{day}{tail}", "day", "same") if m["rel"] else found_as(m, f"weekday:{day}{tail}", "day")


_STEPS = {"last": "-1", "this": "+0", "next": "+1"}


def short_weekday(m: re.Match[str]) -> Found | None:
    """A weekday cut short (on Tue, Thurs.), after "on" or before a date."""
    day = SHORT_DAYS.get(m["short"].lower())
    led = re.search(r"\b(?:on|since|until|by|next|last) $", before(m)) and not re.match(r" [A-Z]", m.string[m.end() :])
    dated = re.match(rf",? (?:\d|{MONTH} \d)", m.string[m.end() :])
    return found_as(m, f"weekday:{day}", "day") if day is not None and (led or dated) else None


def _named_paper(m: re.Match[str]) -> bool:
    """Whether the weekday stands inside a name in capitals (the Argo Sunday Post)."""
    follows = re.match(r" ([A-Z][a-z]+)\b(?! \d)", m.string[m.end() :])
    leads = re.search(r"(?:\b[Tt]he|[A-Z][a-z]+) $", m.string[max(0, m.start() - 20) : m.start()])
    return bool(follows and leads and month_number(follows[1]) is None) and not m["rel"] and not m["part"]


def day_word(m: re.Match[str]) -> Found | None:
    """Today, yesterday, tomorrow, tonight, with or without a part of the day."""
    word = m["word"].lower()
    count = {"today": "0", "tonight": "0", "yesterday": "-1", "tomorrow": "+1"}[word]
    if m["over"]:
        count = {"yesterday": "-2", "tomorrow": "+2"}.get(word, count)
    tail = "TNI" if word == "tonight" else PARTS_OF_DAY.get((m["part"] or "").lower(), "")
    return sided(m, f"day:{count}{tail}", "day", _side(int(count)))


def _side(count: int) -> Direction:
    return "past" if count < 0 else "future" if count > 0 else "same"


def near_period(m: re.Match[str]) -> Found | None:
    """The week, month or year beside the report's own (last month, this year, earlier this week, last night)."""
    rel, unit, lead = m["rel"].lower(), m["unit"].lower(), before(m, 8)
    shade = (m["shade"] or "").lower()
    if unit in PARTS_OF_DAY:
        return _part_near(m, rel, unit)
    if unit in SEASONS:
        return _season_near(m, rel, SEASONS[unit])
    side: Direction
    if unit in ("decade", "century") or (lead.endswith("the ") and not shade):
        return (
            stretch(m, rel, "P10Y")
            if unit == "decade" and rel in ("last", "next") and lead.endswith("the ")
            else stretch(m, rel, f"P1{unit[0].upper()}")
            if unit in ("week", "month", "year") and rel in ("last", "next")
            else sided(m, "quarter:-1", "season", "past")
            if (rel, unit) == ("last", "quarter")
            else None
        )
    if (unit, rel) == ("weekend", "this"):
        return found_as(m, "weekend:near", "week")  # on a Monday the tense tells which one is meant
    count = int(_STEPS[rel])
    side = {"earlier": "past", "later": "future"}.get(shade) or _side(count)  # type: ignore[assignment]  # the table holds directions
    form = f"{unit}:{_STEPS[rel] if count else '0'}"
    return sided(
        m,
        f"{shade}:{form}" if shade in ("early", "late") else form,
        "week" if unit == "weekend" else _UNIT_GRAINS[unit],
        side,
    )


def _season_near(m: re.Match[str], rel: str, name: str) -> Found:
    """The season of this year, or strictly the one before or after; a winter lies in two years."""
    if rel == "this":
        return found_as(m, f"season:{name}" if name == "winter" else f"season:{name}:year:0", "season")
    side: Direction = "past" if rel == "last" else "future"
    return sided(m, f"{rel}:season:{name}", "season", side)


_UNIT_GRAINS: dict[str, Granularity] = {"week": "week", "month": "month", "quarter": "season", "year": "year"}


def _part_near(m: re.Match[str], rel: str, unit: str) -> Found | None:
    if rel == "last" and unit == "night":
        return sided(m, "day:-1TNI", "day", "past")
    return sided(m, f"day:0{PARTS_OF_DAY[unit]}", "day", "same") if rel == "this" else None


def clock(m: re.Match[str]) -> Found | None:
    """A time of day by the clock (1 p.m., 13:30, noon); its day stands beside it or is not said."""
    if m["word"]:
        return found_as(m, "time:12:00" if m["word"].lower() in ("noon", "midday") else "time:00:00", "time")
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m["half"] or "").lower()[:1]
    if hour > (12 if half else 23) or minute > 59:
        return None
    if (
        not half
        and not m["zone"]
        and not re.search(r"\b(?:at|around|about|by|from|until|till|before|after|since|between) $", before(m, 10))
    ):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    zulu = "Z" if m["zone"].strip() in ("GMT", "UTC") else ""
    return found_as(m, f"time:{hour:02}:{minute:02}{zulu}", "time")


def years(m: re.Match[str]) -> Found | None:
    """A run of years (1950-53, between 2019 and 2021)."""
    first, last = int(m["y1"]), int(m["y1"][: 4 - len(m["y2"])] + m["y2"])
    if last <= first or last - first > 200 or (m["link"].strip() == "and" and not before(m).endswith("between ")):
        return None
    return found_as(m, f"range:{first}/{last}", "year", "range")


_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|between|during|before|after|around|circa|through|early|mid|late|of|fiscal|fy|year|to|and"
    r"|late in"
    r"|early in|spring|summer|autumn|fall|winter|for|back in)[ -]|[(\[])$"
)
_SURE_LEADS = re.compile(r"\b(?:in|since|fiscal|year|during|early|mid|late|spring|summer|autumn|winter)[ -]$")
_COUNTED_NOUN = re.compile(r" (?:people|men|women|children|troops|soldiers|police|\w+s)\b")


def bare_year(m: re.Match[str]) -> Found | None:
    """A year in figures after a word that takes one, or before an event that it dates (in 2019, the 2020 election)."""
    lead, tail = before(m, 16), m.string[m.end() : m.end() + 24]
    if re.match(
        r"[-–/]\d|[.,:]\d|['’]?s\b|\s?[%°]|\s?(?:km|kg|mm|m|ft)\b"
        r"| (?:million|billion|hundred|kilo|met(?:er|re)|mile|feet|dollar|euro)",
        tail,
    ) or re.search(r"[\d.,$€£#]$|(?<!mid)(?<!early)(?<!late)-$", lead):
        return None
    named = re.search(r"\b([a-z]+) $", lead)
    if named and named[1] in word_set("times", "dated_names") and not re.match(r" [a-z]+s\b", tail):
        return found_as(m, f"date:{m[0]}", "year")
    noun = re.match(r" ([a-z]+)\b", tail)
    if re.search(r"(?:\bthe|['’]s?|\bits|\bhis|\bher|\btheir|\ba) $", lead):
        plural = noun is not None and noun[1].endswith("s") and noun[1] not in word_set("times", "dated_plurals")
        return (
            None if (noun is None and not re.match(r" [A-Z]", tail)) or plural else found_as(m, f"date:{m[0]}", "year")
        )
    if not _YEAR_LEADS.search(lead) or (_COUNTED_NOUN.match(tail.lower()) and not _SURE_LEADS.search(lead)):
        return None
    return found_as(m, f"date:{m[0]}", "year")


def old_year(m: re.Match[str]) -> Found | None:
    """A year before 1500, only after a word that takes one and before no noun (in 1066)."""
    led = re.search(r"\b(?:in|since|until|by) (?:ad |the year )?$", before(m, 20))
    if not led or not re.match(r"[.,;)]|$| (?:the|an?|he|she|it|they|when|and|but|after|by)\b", after(m) or ""):
        return None
    return found_as(m, f"date:{int(m[0]):04}", "year")


def dotted(m: re.Match[str]) -> Found | None:
    """A date in figures with full stops, day first (12.5.1955)."""
    day, month = int(m[1]), int(m[2])
    return found_as(m, f"date:{m[3]}-{month:02}-{day:02}", "day") if 0 < day < 32 and 0 < month < 13 else None


_WEATHER = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees|mercury|winds?|speeds?|scores?|polls?)\b")


def decade(m: re.Match[str]) -> Found | None:
    """A decade (the 1950s, the '90s)."""
    short = m["short"] or m["bare"]
    if m["bare"] and (
        not re.search(r"\b(?:in|of|during|since|from) the $", before(m)) or _WEATHER.search(before(m, 60))
    ):
        return None
    figures_ = m["full"] or ("19" + short if int(short) > 10 + 10 * bool(m["short"]) else "20" + short)
    return found_as(m, f"decade:{figures_[:3]}", "decade") if figures_.endswith("0") else None


def century(m: re.Match[str]) -> Found | None:
    """A century (the 19th century)."""
    number_ = int(m[1])
    return found_as(m, f"range:{number_ * 100 - 99}/{number_ * 100}", "unknown", "range") if 15 < number_ < 22 else None


def year_part(m: re.Match[str]) -> Found | None:
    """A quarter or half of a year (the first half of 2022, Q3 2021, the third quarter, the second half of this year)."""
    number_ = int(m["q"]) if m["q"] else ORDINALS[m["nth"].lower()]
    kind = "quarter" if m["q"] or m["part"].lower() == "quarter" else "half"
    if not m["year"] and ((kind == "half" and not m["near"]) or number_ == 0):
        return None
    number_ = number_ or (4 if kind == "quarter" else 2)
    if number_ > (4 if kind == "quarter" else 2):
        return None
    near = _STEPS.get(m["near"].split()[1].lower(), "+0") if m["near"] else None
    year = f":{m['year']}" if m["year"] else f":year:{near}" if near else ""
    return found_as(m, f"{kind}:{number_}{year}", "season")


def season(m: re.Match[str]) -> Found | None:
    """A season, with its year or after "in the", "during the" (the summer of 2021)."""
    name = SEASONS[m["season"].lower()]
    if m["year"] and m["to"] and name == "winter":
        return found_as(m, f"range:{m['year']}-12/{m['year'][:2]}{m['to']}-02", "season")
    if m["year"]:
        return found_as(m, f"season:{name}:{m['year']}", "season")
    if m["near"]:
        return sided(m, f"season:{name}:year:{_STEPS[m['near'].lower()]}", "season", "unknown")
    if m["season"].lower() == "fall" and not re.match(r"[.,;]| and | (?:of|the) \d", after(m) or "."):
        return None
    return (
        found_as(m, f"season:{name}", "season")
        if re.search(r"\b(?:in|during|by|until|since)(?: the| early| late)? $", before(m, 14))
        else None
    )


def about_now(m: re.Match[str]) -> Found | None:
    """A word for the time around the report that names no day (now, currently, recently)."""
    return sided(m, "present", "unknown", "same") if m["now"] else sided(m, "past", "unknown", "past")
