"""The vocabulary of times: months, weekdays, units, and periods in ISO 8601."""

from __future__ import annotations

from consilience.annotate.numerals import NUMBER, number
from consilience.model.time import Granularity

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = (
    {name: n for n, name in enumerate(_MONTH_NAMES, 1)}
    | {n[:3]: i for i, n in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)
WEEKDAYS = {name: n for n, name in enumerate(_DAY_NAMES)}
SHORT_DAYS = {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}

MONTH = rf"(?:{'|'.join(_MONTH_NAMES)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
WEEKDAY = rf"(?:{'|'.join(_DAY_NAMES)})"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie)|fortnight)"
VAGUE = r"(?:a few|several|a couple(?: of)?|many|some|few|a number of|dozens of|hundreds of|thousands of)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
COUNT = rf"(?:{NUMBER}|{VAGUE}|half an?|an?)"

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
#: The days of a month as ordinals, in figures or words.
ORDINAL_DAYS = (
    rf"(?:{DAY}(?:st|nd|rd|th)|{'|'.join(reversed(_ORDINAL_WORDS))}"
    rf"|twenty-(?:{'|'.join(_ORDINAL_WORDS[:9])})|thirtieth|thirty-first)"
)


def ordinal(word: str) -> int | None:
    """The number that an ordinal says (third, 3rd, twenty-first)."""
    bare = word.lower()
    if bare[:1].isdigit():
        return int("".join(c for c in bare if c.isdigit()))
    tens, _, ones = bare.rpartition("-")
    if ones in _ORDINAL_WORDS:
        return {"": 0, "twenty": 20, "thirty": 30}.get(tens, 0) + _ORDINAL_WORDS.index(ones) + 1
    return 30 if bare == "thirtieth" else None


_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = {"second": "S", "minute": "M", "hour": "H"}
_MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}
_GRAINS: dict[str, Granularity] = {
    "second": "time", "minute": "time", "hour": "time", "day": "day", "week": "week", "month": "month", "year": "year",
    "decade": "decade", "century": "decade", "fortnight": "week", "quarter": "season",
}  # fmt: skip


def unit_name(word: str) -> str:
    """The singular of a unit of time ("centuries" → "century")."""
    bare = word.lower().removesuffix("s")
    return "century" if bare.startswith("centur") else bare


def grain(unit: str) -> Granularity:
    """How precise a time is that is counted in this unit."""
    return _GRAINS[unit_name(unit)]


def month_number(word: str) -> int | None:
    """The month that a capitalised word names."""
    return MONTHS.get(word.rstrip(".").lower()) if word[:1].isupper() else None


def period(count: str, unit: str) -> str:
    """A stretch of time in ISO 8601; X stands for a number that is not said ("several days" → `PXD`)."""
    name, times = unit_name(unit), 1
    if name in _MULTIPLES:
        times, name = _MULTIPLES[name]
    words = count.strip().lower().rstrip("-")
    value = 1.0 if words in ("a", "an") else 0.5 if words in ("half a", "half an", "half") else number(words)
    if value is None:
        return f"PTX{_CLOCK[name]}" if name in _CLOCK else f"PX{_LETTERS[name]}"
    return _written(value * times, name)


def _written(value: float, name: str) -> str:
    """Whole numbers only: half a year is six months, an hour and a half ninety minutes."""
    if value != int(value):
        finer = {
            "year": (12, "month"),
            "week": (7, "day"),
            "day": (24, "hour"),
            "hour": (60, "minute"),
            "minute": (60, "second"),
        }
        if name in finer:
            factor, finer_name = finer[name]
            return _written(round(value * factor), finer_name)
        value = round(value)
    return f"PT{int(value)}{_CLOCK[name]}" if name in _CLOCK else f"P{int(value)}{_LETTERS[name]}"


def added(left: str, right: str) -> str:
    """Two periods as one ("four years" and "five months" → `P4Y5M`)."""
    if left.startswith("PT") and right.startswith("PT"):
        return left + right[2:]
    return left + right[1:]
