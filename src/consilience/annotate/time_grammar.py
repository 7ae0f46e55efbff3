"""The grammar of times: which rule reads which pattern, and the longest time at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from consilience.annotate.time_counts import (
    age,
    age_turned,
    appositive_age,
    counted,
    other_day,
    past_stretch,
    recurring,
    tens_of_age,
    vague_duration,
    vague_shift,
)
from consilience.annotate.time_found import Found, Rule
from consilience.annotate.time_named import (
    FEAST,
    FEAST_STARTS,
    beyond,
    counted_in,
    day_beside,
    day_in_words,
    day_of_month,
    decade_in_words,
    feast,
    hour_of,
    in_whole,
    midweek,
    near_weekend,
    o_clock,
    overnight,
    short_year,
    week_from,
)
from consilience.annotate.time_rules import (
    about_now,
    bare_month,
    bare_year,
    calendar_day,
    century,
    clock,
    day_word,
    decade,
    dotted,
    figures,
    iso_date,
    month_of_year,
    near_period,
    old_year,
    season,
    short_weekday,
    weekday,
    year_part,
    years,
)  # fmt: skip
from consilience.annotate.time_words import (
    COUNT,
    DAY,
    MONTH,
    MONTHS,
    ORDINAL_DAYS,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    grain,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """A rule with its pattern and the words (or `#`, a digit) at which it may start."""

    starts: frozenset[str]
    pattern: re.Pattern[str]
    rule: Rule


def _entry(starts: str, pattern: str, rule: Rule) -> _Entry:
    return _Entry(frozenset(starts.split()), re.compile(pattern, re.IGNORECASE), rule)


_REL_DAY = r"(?:this (?:past|coming)|last|next|this|past|coming|upcoming|previous|following)"
_WHERE = r"ago|back(?= in\b|,)|from now|later|earlier|before|after(?:wards?)?|prior|previously|beforehand|since"
_TH = r"(?:st|nd|rd|th)?"
_ZONE = r"(?: local time| GMT| UTC| ET| EDT| EST| CET| BST)?"
_HALF_DAY = r"(?P<half>[ap]\.m\.?|[ap]m)(?!\w)"
_MONTHS_START = " ".join(MONTHS)
_DAYS_START = " ".join(f"{day} {day}s" for day in WEEKDAYS)
_SEASONS_START = " ".join(SEASONS)
_UNITS_START = " ".join(f"{u} {u}s" for u in ("second", "minute", "hour", "day", "week", "month", "year", "decade"))
_COUNT_START = (
    "# a an half several few many some dozens hundreds thousands one two three four five six seven eight nine ten eleven"
    " twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety zero"
)
_ORDINALS_START = (
    "# first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty"
)
_LONGS = " daylong weeklong monthlong yearlong decadelong hourlong"
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_RELS_START = "last next this past coming upcoming previous following recent"

#: Rules in the order in which they are tried at a place; the longest answer wins, the first of equal length.
RULES: tuple[_Entry, ...] = (
    _entry("#", r"(\d{4})[-/](\d\d)[-/](\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)", iso_date),
    _entry("#", rf"(\d\d?)/(\d\d?)/({YEAR})(?!\d)", figures),
    _entry(
        _MONTHS_START,
        rf"(?P<month>{MONTH}) (?:the (?=\d\d?(?:st|nd|rd|th)))?(?P<d1>{DAY}){_TH}"
        rf"(?:\s?(?:-|–|to|and)\s?(?P<d2>{DAY}){_TH}(?!\w))?"
        rf"(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<near>last|this|next) year)?(?![\w%]|[,.:]\d| (?:percent|million))",
        calendar_day,
    ),
    _entry(
        "#",
        rf"(?P<d1>{DAY}){_TH}(?:\s?(?:-|–|to|and)\s?(?P<d2>{DAY}){_TH})?(?: of)? (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<near>last|this|next) year)?(?!\w)",
        calendar_day,
    ),
    _entry(_MONTHS_START, rf"(?P<month>{MONTH})(?: of|,)? (?P<year>{YEAR})(?![\w%]|[,.]\d)", month_of_year),
    _entry(
        _MONTHS_START + " " + _RELS_START,
        rf"(?:(?P<rel>last|next|this|past|coming) )?(?P<month>{MONTH})(?P<year>,? (?:of )?(?:last|this|next) year)?(?!\w)",
        bare_month,
    ),
    _entry(
        _DAYS_START + " " + _RELS_START,
        rf"(?:(?P<rel>{_REL_DAY}) )?(?P<day>{WEEKDAY})(?P<plural>s)?(?: (?P<part>{PART_OF_DAY}))?"
        r"(?: (?:of )?(?P<week>last|this|next) week)?(?!\w)",
        weekday,
    ),
    _entry(
        "the today tonight yesterday tomorrow",
        rf"(?P<over>the day (?:before|after) )?(?P<word>today|tonight|yesterday|tomorrow)(?: (?P<part>{PART_OF_DAY}))?(?!\w)",
        day_word,
    ),
    _entry(
        "earlier later early late last this next",
        r"(?:(?P<shade>earlier|later|early|late) )?(?P<rel>last|this|next)"
        rf" (?P<unit>week|weekend|month|year|quarter|decade|century|{SEASON}|{PART_OF_DAY})(?![\w-])",
        near_period,
    ),
    _entry(
        _RELS_START,
        rf"(?P<rel>past|last|next|coming|recent|following|upcoming) (?:(?P<count>{COUNT})[ -])?(?P<unit>{UNIT}s?)(?!\w)",
        past_stretch,
    ),
    _entry(
        "the that",
        r"(?:(?:the|that) (?P<rel>next|following|previous|preceding|same|very same)|that)"
        rf" (?P<unit>day|week|month|year|{PART_OF_DAY})(?![\w-])",
        other_day,
    ),
    _entry(
        _COUNT_START,
        rf"(?P<count>{COUNT})[ -](?P<unit>{UNIT})s?(?P<half> and a half)?"
        rf"(?:(?:,? and|,) (?P<count2>{COUNT}) (?P<unit2>{UNIT})s?)?"
        rf"(?:(?P<old>[ -](?:old|of age)s?)|,? (?P<where>{_WHERE}))?(?!\w|-(?:old|long)\w)",
        counted,
    ),
    _entry(
        _UNITS_START + _LONGS,
        rf"(?P<unit>{UNIT}s?)(?:-| |(?=long))(?P<where>ago|after|before|later|earlier|long)(?!\w)",
        vague_shift,
    ),
    _entry(
        "for within in over",
        rf"(?:for|within|in|over(?: the)?)(?: \w+ing)? (?P<unit>{UNIT}s)(?! (?:ago|after|before|later|earlier|to))(?!\w)",
        vague_duration,
    ),
    _entry("aged age at ages", rf"(?:aged|age|at the age of|ages) (?P<count>\d{{1,3}}|{COUNT})(?!\w|,\d| of)", age),
    _entry("#", r"(?P<count>\d{1,3})(?=,(?!\d)|\.$|\. [A-Z]|;|\))", appositive_age),
    _entry(
        "# noon midday midnight",
        rf"(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?{_HALF_DAY}|(?P<word>noon|midday|midnight)(?!\w))(?P<zone>{_ZONE})",
        clock,
    ),
    _entry(
        "#",
        r"(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?::\d\d)?"
        r"(?P<zone>(?: local time| GMT| UTC| ET| EDT| EST| CET| BST| hours|h)?)(?P<half>)(?P<word>)(?![\w:/-])"
        r"(?!(?:(?: and | to )\d+(?:\.\d+)?)? ?(?:%|per ?cent|(?:m|b|tr)illion|points?\b|pct\b))",
        clock,
    ),
    _entry("#", r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone> GMT| UTC| hours)(?P<half>)(?P<word>)", clock),
    _entry(
        "#", rf"(?P<y1>{YEAR})(?P<link>\s?[-–—/]\s?| to | until | through | and )(?P<y2>{YEAR}|\d\d)(?![\w-])", years
    ),
    _entry("#", rf"{YEAR}(?!\w)", bare_year),
    _entry("#", r"(?:1[0-4]\d\d|[3-9]\d\d)(?![\w,.:/%-]\w)", old_year),
    _entry("#", rf"(\d\d?)\.(\d\d?)\.({YEAR})(?!\w)", dotted),
    _entry(
        "#", r"(?:(?P<full>1[5-9]\d0|20\d0)|(?<=['’])(?P<short>\d0)|(?<=\bthe )(?P<bare>[2-9]0))['’]?s(?!\w)", decade
    ),
    _entry("#", r"(\d\d)(?:st|nd|rd|th)[ -]century", century),
    _entry(
        "q first second third fourth last",
        rf"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|last)[ -](?P<part>quarter|half))"
        rf"(?:(?: of)?(?: fiscal)? (?P<year>{YEAR})|(?P<near> of (?:this|last|next|the) year)?)(?!\w)",
        year_part,
    ),
    _entry(
        _SEASONS_START,
        rf"(?P<season>{SEASON})"
        rf"(?:(?: of)? (?P<year>{YEAR})(?:[-–/](?P<to>\d\d(?!\d)))?|,? (?:of )?(?P<near>last|this|next) year)?(?![\w-])",
        season,
    ),
    _entry(
        "on at every each per once twice two three four five six several a an # daily weekly monthly quarterly yearly"
        " annually nightly",
        r"(?:on|at) (?P<days>weekends|weekdays|weeknights)(?!\w)"
        rf"|(?:every|each|per)(?: other| single| (?:second|third|fourth)(?= (?:{UNIT}|{WEEKDAY}|{MONTH})))? "
        rf"(?:(?P<count>{COUNT}) )?"
        rf"(?P<what>{UNIT}|{WEEKDAY}|{MONTH}|{SEASON}|{PART_OF_DAY}|weekend|weekday)s?(?!\w)"
        rf"|(?:once|twice|\w+ times) (?:an?|per|every) (?P<rate>{UNIT})(?!\w)"
        r"|(?P<adverb>daily|weekly|monthly|quarterly|yearly|annually|nightly)(?![\w-])"
        rf"|(?<=\d )an? (?P<each>{UNIT})(?![\w-]| (?:ago|after|before|later|earlier))",
        recurring,
    ),
    _entry(
        "now currently recently lately at",
        r"(?P<now>now(?! that)|currently|at present|at the moment)(?![\w-])|(?P<past>recently|lately)(?![\w-])",
        about_now,
    ),
    _entry(FEAST_STARTS, rf"(?P<feast>{FEAST})(?: (?P<year>{YEAR}))?(?!\w)", feast),
    _entry("at over the", r"(?:(?:at|over|during) )?the weekend(?![\w-]|['’]| (?:of|before|after))", near_weekend),
    _entry("the", r"the (?P<unit>week|weekend|month|year) (?P<where>before last|after next)(?!\w)", beyond),
    _entry(
        "a one two monday tuesday wednesday thursday friday saturday sunday",
        rf"(?:(?:a|one) week (?P<way>on|from|ago) (?:last |next )?)?(?P<day>{WEEKDAY})(?P<week> week)?(?![\w-])",
        week_from,
    ),
    _entry("mid midweek", r"mid-?week(?!\w)", midweek),
    _entry(
        "the",
        rf"the (?P<unit>day|week|month|year|{PART_OF_DAY}) (?P<side>before|after)(?=[,.;)]|$)",
        day_beside,
    ),
    _entry(
        _ORDINALS_START,
        rf"(?P<nth>{ORDINAL_DAYS}) of (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        day_in_words,
    ),
    _entry(
        "# one two three four five six seven eight nine ten eleven twelve",
        rf"(?P<hour>\d\d?|{_HOUR}) (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))(?!\w)",
        hour_of,
    ),
    _entry("overnight", r"overnight(?![\w-])", overnight),
    _entry(
        "the",
        rf"the (?P<nth>{ORDINAL_DAYS})(?P<of> of (?:this|last|next|the) month)?(?![\w-]|['’])",
        day_of_month,
    ),
    _entry("#", r"(?<=['’])\d\d(?![\ds]|['’]s)", short_year),
    _entry(
        "twenties thirties forties fifties sixties seventies eighties nineties",
        r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties(?!\w)",
        decade_in_words,
    ),
    _entry(
        "five ten twenty quarter a half one two three four five six seven eight nine ten eleven twelve",
        r"(?P<m>five|ten|twenty|twenty-five|(?:a )?quarter|half)(?: minutes)? (?P<way>past|to) "
        rf"(?P<h1>{_HOUR})(?!\w)|(?P<h2>{_HOUR}) o['’]clock(?!\w)",
        o_clock,
    ),
    _entry("tue tues wed weds thu thur thurs fri mon sat sun", r"(?P<short>[A-Z][a-z]{2,4})\b\.?", short_weekday),
    _entry(
        "in",
        r"in (?P<whose>his|her|their|my|its) (?:(?:early|mid|late)[ -])?(?P<tens>[1-9]0s|\w+ties|teens)(?!\w)",
        tens_of_age,
    ),
    _entry(
        "turn turns turned turning at",
        rf"(?:turn(?:s|ed|ing)?|at) (?P<count>\d\d?|{COUNT})(?![\w-]|[.,:]\d)",
        age_turned,
    ),
    _entry(
        "man woman boy girl aged",
        rf"(?:(?:man|woman|boy|girl) of|aged(?: between)?) (?P<count>\d\d?|{COUNT})(?:(?: and | to |-)\d\d?)?"
        r"(?![\w-]|[.,:]\d| [a-z]+s\b)",
        age,
    ),
)


def _by_start() -> Mapping[str, tuple[_Entry, ...]]:
    starts = sorted({start for entry in RULES for start in entry.starts})
    return MappingProxyType({start: tuple(e for e in RULES if start in e.starts) for start in starts})


_BY_START = _by_start()
_WORD = re.compile(r"\d|[a-z]+", re.IGNORECASE)
_SHADE = re.compile(r"(?P<shade>early|mid|late)[- ](?:in |on |the )*", re.IGNORECASE)
_EDGE = re.compile(r"(?:the )?(?P<shade>beginning|start|end|middle|close|turn) of (?:the )?", re.IGNORECASE)
_OF_DAY = re.compile(rf"(?P<shade>early hours|small hours|{PART_OF_DAY}) of ", re.IGNORECASE)
_THIRDS = {"beginning": "early", "start": "early", "turn": "early", "middle": "mid", "end": "late", "close": "late"}
_BARE_PERIOD = re.compile(r"(year|month|week|decade)(?!\w)", re.IGNORECASE)


def time_at(text: str, at: int, end: int) -> Found | None:
    """The longest time that starts at a word's first character, looking no further than `end`."""
    word = _WORD.match(text, at, end)
    if word is None:
        return None
    first = "#" if word[0].isdigit() else word[0].lower()
    best = _shaded(text, at, end) if first in _SHADED_STARTS else None
    for entry in _BY_START.get(first, ()):
        match = entry.pattern.match(text, at, end)
        found = entry.rule(match) if match is not None else None
        if found is not None and (best is None or found.end > best.end):
            best = replace(found, rule=found.rule or entry.rule.__name__)
    return best


_SHADED_STARTS = frozenset(
    {
        "early",
        "small",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "last",
        "final",
        "mid",
        "late",
        "the",
        "morning",
        "afternoon",
        "evening",
        "night",
        *_THIRDS,
    }
)


def _shaded(text: str, at: int, end: int) -> Found | None:
    """A part of a time: early, mid, late, the end of, the night of, the first Monday of."""
    counted = counted_in(text, at, end)
    whole = time_at(text, counted.end(), end) if counted is not None else None
    if counted is not None and whole is not None:
        return in_whole(counted, whole)
    for pattern in (_SHADE, _EDGE, _OF_DAY):
        match = pattern.match(text, at, end)
        inner = _inner(text, match, end) if match is not None else None
        if match is not None and inner is not None:
            return _shade(match["shade"].lower(), inner, at)
    return None


def _inner(text: str, match: re.Match[str], end: int) -> Found | None:
    found = time_at(text, match.end(), end)
    bare = _BARE_PERIOD.match(text, match.end(), end) if match.re is _EDGE else None
    if found is None and bare is not None and bare[1].lower() != "decade":
        return Found(bare.start(), bare.end(), f"{bare[1].lower()}:0", "point", grain(bare[1]), None, "near_period")
    return found if found is not None and found.kind in ("point", "range") else None


def _shade(shade: str, inner: Found, at: int) -> Found | None:
    if inner.granularity == "time":
        return None
    if inner.granularity == "day":
        tail = {"early": "TMO", "early hours": "TMO", "late": "TEV"}.get(shade) or PARTS_OF_DAY.get(shade, "")
        return replace(inner, start=at, expression=inner.expression + ("" if "T" in inner.expression[-4:] else tail))
    part = _THIRDS.get(shade, shade)
    return (
        replace(inner, start=at, expression=f"{part}:{inner.expression}") if part in ("early", "mid", "late") else None
    )
