"""The rules that read a number of units: how long ago, how much later, how long, how old, how often."""

from __future__ import annotations

import re

from consilience.annotate.numerals import number
from consilience.annotate.time_found import Found, after, before, found_as, sided
from consilience.annotate.time_words import (
    MONTH,
    PARTS_OF_DAY,
    SEASONS,
    WEEKDAYS,
    YEAR,
    added,
    grain,
    month_number,
    period,
    unit_name,
)
from consilience.model.time import Granularity


def stretch(m: re.Match[str], rel: str, length: str) -> Found:
    """The whole of a period up to the anchor or from it on."""
    ahead = rel in ("next", "coming", "following", "upcoming")
    form, side = (f"next:{length}", "future") if ahead else (f"last:{length}", "past")
    grain_: Granularity = grain({"D": "day", "W": "week", "M": "month", "Y": "year"}.get(length[-1], "day"))
    return Found(m.start(), m.end(), form, "range", grain_, "future" if side == "future" else "past", "")


def past_stretch(m: re.Match[str]) -> Found | None:
    """A stretch up to the report or from it on (the past four years, in recent weeks, the coming days)."""
    count = m["count"] or ("several" if m["unit"].lower().endswith("s") else "1")
    if (m["count"] or "").lower() in ("a", "an"):
        return None
    if m["rel"].lower() in ("last", "next") and not m["count"] and not m["unit"].lower().endswith("s"):
        return None
    length = period(count, m["unit"])
    return None if length.startswith("PT") else stretch(m, m["rel"].lower(), length)


def other_day(m: re.Match[str]) -> Found | None:
    """A day counted from something else in the text (the next day, the previous week): its own day is not known."""
    sign = {"previous": "-", "preceding": "-", "same": "", "very same": ""}.get((m["rel"] or "same").lower(), "+")
    unit = m["unit"].lower()
    if unit in PARTS_OF_DAY:
        return sided(m, f"shift:{sign}P{1 if sign else 0}D{PARTS_OF_DAY[unit]}", "day", "unknown")
    return sided(m, f"shift:{sign}P{1 if sign else 0}{unit[0].upper()}", grain(unit), "unknown")


def counted(m: re.Match[str]) -> Found | None:
    """A number of units: how long ago, how much later, how old, or how long."""
    if m["unit"].lower().startswith("second") and m["count"].lower() in ("a", "an", "some", "half a"):
        return None
    clock = re.fullmatch(r"0\d{3}", m["count"]) and m["unit"].lower() == "hour"
    if clock or (m["count"].lower() == "one" and m["unit"].lower() == "day" and not _LASTING.search(before(m, 12))):
        return None if clock or not (m["where"] or m["old"] or m["count2"]) else _counted(m)
    return _counted(m)


def _counted(m: re.Match[str]) -> Found | None:
    length = period(m["count"], m["unit"])
    if m["half"]:
        length = period("1.5", m["unit"])
    elif m["count2"]:
        length = added(length, period(m["count2"], m["unit2"]))
    if m["old"]:
        return found_as(m, length, grain(m["unit"]), "age")
    if m["where"] and not re.search(r", (?:after|before|since)$", m[0], re.IGNORECASE):
        return _placed(m, length)
    return _lasting(m, length)


def _placed(m: re.Match[str], length: str) -> Found | None:
    where, precision = m["where"].lower(), grain(m["unit2"] or m["unit"])
    if where in ("ago", "back"):
        return sided(m, f"ago:{length}", precision, "past")
    if where == "from now":
        return sided(m, f"ahead:{length}", precision, "future")
    sign = "-" if where in ("earlier", "before", "prior", "previously", "beforehand") else "+"
    return sided(m, f"shift:{sign}{length}", precision, "unknown")


_RANKED = re.compile(
    r"\b(?:again|first|second|third|fourth|fifth|sixth|\w+est|once|twice|worst|most|only|[2-9]th|(?:\w+ ){1}times)\b"
)
_LASTING = re.compile(
    r"\b(?:for|about|of|almost|nearly|within|than|over|under|lasted|lasting|lasts?|took|takes?|taking|in|least|half|roughly|some"
    r"|around|after|every|spent|spend|spending|another|only|just|up to|entire|full) $"
)


_INSIDE = re.compile(r"\b(?:in|within) (?:about |almost |nearly |more than |over |less than )?$")


def _lasting(m: re.Match[str], length: str) -> Found | None:
    """A duration; "a day" and "an hour" only after a word that measures, since they may be a rate."""
    count, lead = m["count"].lower(), before(m, 12)
    if count in ("a", "an") and (not _LASTING.search(lead) or re.search(r"(?:times|[\d)]) $", lead)):
        return None
    if count in ("some", "many", "few") and m["unit"].lower() + "s" != m[0].lower().split()[-1]:
        return None
    if re.match(r" of (?!the report)", after(m)) and re.search(r"\bwithin ", before(m, 20)):
        return found_as(m, length, grain(m["unit"]), "duration")
    if _INSIDE.search(before(m, 20)) and not length.startswith("PT") and length != "P1D":
        if _RANKED.search(before(m, 60)):
            return found_as(m, length, grain(m["unit"]), "duration")
        return Found(m.start(), m.end(), length, "duration", grain(m["unit"]), None, "in")
    return found_as(m, length, grain(m["unit"]), "duration")


def vague_shift(m: re.Match[str]) -> Found | None:
    """Days after, weeks before, years ago, decades-long: the number is not said."""
    length, where = period("several", m["unit"]), m["where"].lower()
    if where == "long":
        single = not m["unit"].lower().endswith("s")
        return found_as(m, period("1" if single else "several", m["unit"]), grain(m["unit"]), "duration")
    if where == "ago":
        return sided(m, f"ago:{length}", grain(m["unit"]), "past")
    if not m["unit"].lower().endswith("s"):
        return None
    return sided(m, f"shift:{'-' if where in ('before', 'earlier') else '+'}{length}", grain(m["unit"]), "unknown")


def vague_duration(m: re.Match[str]) -> Found | None:
    """For years, for decades, within hours: a duration whose number is not said."""
    return Found(m.start("unit"), m.end(), period("several", m["unit"]), "duration", grain(m["unit"]), None, "")


def age(m: re.Match[str]) -> Found | None:
    """An age (aged 39, at the age of twelve)."""
    return found_as(m, period(m["count"], "year"), "year", "age")


def age_turned(m: re.Match[str]) -> Found | None:
    """An age that somebody reaches or has ("turned five", "At 19 she …")."""
    years = number(m["count"])
    if years is None or not 0 < years < 116:
        return None
    turned = m[0].lower().startswith("turn")
    plain = re.match(r"[.,;]| (?:on|in|this|next|last|and|while|before|after|when|years? old)\b|$", after(m))
    follows = re.match(r",? (?:he|she|they|i)\b", after(m)) and m[0][0] == "A"
    return found_as(m, f"P{int(years)}Y", "year", "age") if (turned and plain) or follows else None


def tens_of_age(m: re.Match[str]) -> Found | None:
    """An age by its ten years (in their 70s, in her forties)."""
    words = "teens twenties thirties forties fifties sixties seventies eighties nineties".split()
    tens = m["tens"].lower()
    if tens not in words and not tens[0].isdigit():
        return None
    years = int(tens[:2]) if tens[0].isdigit() else 10 * (words.index(tens) + 1)
    return found_as(m, f"P{years}Y", "year", "age")


_SOMEBODY = re.compile(r"(?:^|[\s“\"])(?:the|an?|his|her|their) (?:[\w-]+ )?[a-z-]+, $", re.IGNORECASE)


def appositive_age(m: re.Match[str]) -> Found | None:
    """An age set off by commas after a name (Ada Brook, 39, said)."""
    lead = m.string[max(0, m.start() - 40) : m.start()]
    named = re.search(r"(?:^|\s)[A-Z][\w'’.-]*[a-z](?:,| \() ?$|\bboth $", lead)
    described = int(m["count"]) > 15 and after(m).startswith(",") and _SOMEBODY.search(lead)
    if not 0 < int(m["count"]) < 116 or not (named or described):
        return None
    if re.search(rf"\b{MONTH}, $", before(m)) or re.match(rf",? (?:{YEAR}|\d)", after(m)):
        return None
    return found_as(m, f"P{m['count']}Y", "year", "age")


def recurring(m: re.Match[str]) -> Found | None:
    """Something that comes again (every Friday, each year, twice a week, daily)."""
    if m["each"] and re.search(r"[$£€]\S* $", before(m)):
        return None
    if m["days"]:
        return found_as(m, "every:P1W" if m["days"].lower() == "weekends" else "every:P1D", "day", "recurring")
    word = (m["what"] or m["rate"] or m["adverb"] or m["each"]).lower()
    if m["adverb"]:
        unit = {
            "daily": "day",
            "weekly": "week",
            "monthly": "month",
            "quarterly": "quarter",
            "yearly": "year",
            "annually": "year",
            "nightly": "day",
        }[word]
        form = "every:P3M" if unit == "quarter" else f"every:P1{unit[0].upper()}"
        return found_as(m, form, grain(unit), "recurring") if m[0].islower() else None
    if word in WEEKDAYS:
        return found_as(m, f"every:weekday:{WEEKDAYS[word]}", "day", "recurring")
    if month_number(word.capitalize()) is not None:
        return found_as(m, f"every:month:{month_number(word.capitalize())}", "month", "recurring")
    if word in ("morning", "afternoon", "evening", "night", "weekday"):
        return found_as(m, "every:P1D", "day", "recurring")
    if word in SEASONS or word == "weekend":
        return found_as(m, f"every:P1{'W' if word == 'weekend' else 'Y'}", "unknown", "recurring")
    return found_as(m, f"every:{period(m['count'] or '1', word)}", grain(unit_name(word)), "recurring")
