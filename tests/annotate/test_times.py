"""Times in running text: what is found, its normal form, its side of the report's day, and what is no time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.annotate.times import find_times, times
from consilience.model.spans import Span
from consilience.model.time import Direction, Moment
from tests.events.reading import analysis

FORMS: list[tuple[str, list[tuple[str, str]]]] = [
    ("The council met on Wednesday.", [("Wednesday", "weekday:2")]),
    ("At around 1 p.m. Wednesday, the ferry sank.", [("1 p.m. Wednesday", "weekday:2T13:00")]),
    ("at 1:30 pm on Wednesday, September 13, 2023", [("1:30 pm on Wednesday, September 13, 2023", "date:2023-09-13T13:30")]),
    ("Wednesday, Sept. 13", [("Wednesday, Sept. 13", "monthday:09-13")]),
    ("13 September 2023", [("13 September 2023", "date:2023-09-13")]),
    ("the 3rd of May 2020", [("3rd of May 2020", "date:2020-05-03")]),
    ("3-5 May 2020", [("3-5 May 2020", "range:2020-05-03/2020-05-05")]),
    ("on May 3-5", [("May 3-5", "range:monthday:05-03/monthday:05-05")]),
    ("July 2000", [("July 2000", "date:2000-07")]),
    ("2023-09-13", [("2023-09-13", "date:2023-09-13")]),
    ("2023-09-13T10:00:00Z", [("2023-09-13T10:00:00Z", "date:2023-09-13")]),
    ("25/03/2024", [("25/03/2024", "date:2024-03-25")]),
    ("03/04/2024", [("03/04/2024", "unknown")]),
    ("It happened last month.", [("last month", "month:-1")]),
    ("in October", [("October", "month:10")]),
    ("in May and August", [("May", "month:5"), ("August", "month:8")]),
    ("May and August 2021 were wet", [("May", "date:2021-05"), ("August 2021", "date:2021-08")]),
    ("May to August", [("May to August", "range:month:5/month:8")]),
    ("between March and June", [("March and June", "range:month:3/month:6")]),
    ("Monday to Friday", [("Monday to Friday", "range:weekday:0/weekday:4")]),
    ("late 2022", [("late 2022", "late:date:2022")]),
    ("mid-October", [("mid-October", "mid:month:10")]),
    ("early last year", [("early last year", "early:year:-1")]),
    ("the end of the year", [("the end of the year", "late:year:0")]),
    ("in 2000", [("2000", "date:2000")]),
    ("the 2019 elections", [("2019", "date:2019")]),
    ("the town's 2019 flood", [("2019", "date:2019")]),
    ("the 1950-53 war", [("1950-53", "range:1950/1953")]),
    ("the Old War (1950-1953)", [("1950-1953", "range:1950/1953")]),
    ("the flood (2019)", [("2019", "date:2019")]),
    ("between 2019 and 2021", [("2019 and 2021", "range:2019/2021")]),
    ("from 2001 to 2004", [("2001 to 2004", "range:2001/2004")]),
    ("four years ago", [("four years ago", "ago:P4Y")]),
    ("four years and five months ago", [("four years and five months ago", "ago:P4Y5M")]),
    ("a year and a half ago", [("a year and a half ago", "ago:P18M")]),
    ("years ago", [("years ago", "ago:PXY")]),
    ("three days later", [("three days later", "shift:+P3D")]),
    ("days after the storm", [("days after", "shift:+PXD")]),
    ("two weeks earlier", [("two weeks earlier", "shift:-P2W")]),
    ("the following day", [("the following day", "shift:+P1D")]),
    ("the next week", [("the next week", "shift:+P1W")]),
    ("next week", [("next week", "week:+1")]),
    ("this year", [("this year", "year:0")]),
    ("earlier this week", [("earlier this week", "week:0")]),
    ("last weekend", [("last weekend", "weekend:-1")]),
    ("today", [("today", "day:0")]),
    ("yesterday evening", [("yesterday evening", "day:-1TEV")]),
    ("the day before yesterday", [("the day before yesterday", "day:-2")]),
    ("tonight", [("tonight", "day:0TNI")]),
    ("last night", [("last night", "day:-1TNI")]),
    ("this morning", [("this morning", "day:0TMO")]),
    ("in the early hours of Sunday", [("early hours of Sunday", "weekday:6TMO")]),
    ("on the night of 3 May", [("night of 3 May", "monthday:05-03TNI")]),
    ("late Tuesday", [("late Tuesday", "weekday:1TEV")]),
    ("Tuesday night", [("Tuesday night", "weekday:1TNI")]),
    ("at noon on Friday", [("noon on Friday", "weekday:4T12:00")]),
    ("13:30 GMT", [("13:30 GMT", "time:13:30Z")]),
    ("next Tuesday", [("next Tuesday", "next:weekday:1")]),
    ("last Sunday", [("last Sunday", "last:weekday:6")]),
    ("Monday last week", [("Monday last week", "week:-1:weekday:0")]),
    ("40 seconds", [("40 seconds", "PT40S")]),
    ("a 50-minute talk", [("50-minute", "PT50M")]),
    ("about an hour", [("an hour", "PT1H")]),
    ("half an hour", [("half an hour", "PT30M")]),
    ("two and a half years", [("two and a half years", "P30M")]),
    ("for decades", [("decades", "PXY")]),
    ("a weeks-long strike", [("weeks-long", "PXW")]),
    ("every Friday", [("every Friday", "every:weekday:4")]),
    ("on Fridays", [("Fridays", "every:weekday:4")]),
    ("twice a week", [("twice a week", "every:P1W")]),
    ("each year", [("each year", "every:P1Y")]),
    ("the 70-year-old", [("70-year-old", "P70Y")]),
    ("Ada Brook, 39, said", [("39", "P39Y")]),
    ("a man aged 45", [("aged 45", "P45Y")]),
    ("at the age of twelve", [("at the age of twelve", "P12Y")]),
    ("a six-month-old dog", [("six-month-old", "P6M")]),
    ("in the 1950s", [("1950s", "decade:195")]),
    ("the mid-1990s", [("mid-1990s", "mid:decade:199")]),
    ("the '90s", [("90s", "decade:199")]),
    ("the 19th century", [("19th century", "range:1801/1900")]),
    ("for the second time in four years", [("four years", "P4Y")]),
    ("the past four years", [("past four years", "last:P4Y")]),
    ("in recent weeks", [("recent weeks", "last:PXW")]),
    ("over the next three days", [("next three days", "next:P3D")]),
    ("since Friday", [("since Friday", "since:weekday:4")]),
    ("until 2025", [("until 2025", "until:date:2025")]),
    ("the summer of 2021", [("summer of 2021", "season:summer:2021")]),
    ("last winter", [("last winter", "last:season:winter")]),
    ("the first half of 2022", [("first half of 2022", "half:1:2022")]),
    ("Q3 2021", [("Q3 2021", "quarter:3:2021")]),
    ("the Sept. 11 attacks", [("Sept. 11", "date:2001-09-11")]),
    ("New Year's Day", [("New Year's Day", "monthday:01-01")]),
]  # fmt: skip

NO_TIMES = [
    "It may rain.", "They march on the capital.", "A second attempt failed.", "Theresa May said so.", "2000 people came.",
    "some 2,000 homes", "Black Friday sales", "The Sunday Times wrote", "the fall of the town", "a split second", "won 6:15",
    "60km an hour", "$5 a day", "1,2,3", "24/7", "the august assembly", "mar the view", "a price of 1999.50",
    "in 2000 dollars",
    "Section 12, 39 words", "April Ray wrote", "the Daily Herald",
]  # fmt: skip

SIDES: list[tuple[str, Direction]] = [
    ("Ministers will meet on Friday.", "future"),
    ("Ministers met on Friday.", "past"),
    ("Ministers plan to meet in October.", "future"),
    ("They failed to launch the boat in May.", "past"),
    ("He was due to arrive on Thursday.", "future"),
    ("She is expected to visit the port on Thursday.", "future"),
    ("The talks, held on Monday, ended early.", "past"),
    ("A third attempt is planned for October.", "future"),
    ("The minister said he would travel to Northport in June.", "future"),
    ("The minister has visited the island since 2019.", "past"),
    ("She became the first minister to visit the island in July.", "past"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_normal_form(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_times(text, Span(0, len(text)))
    assert [(text[f.start : f.end], f.expression) for f in found] == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert not [f.expression for f in find_times(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_side_follows_from_tense(text: str, side: Direction) -> None:
    read = analysis(text)
    assert times("text", text, read.tokens, read.sentences, None)[0].direction == side


def test_counted_from_the_day_that_the_report_states() -> None:
    text = "The ferry sank on Tuesday."
    read, day = analysis(text), date(2024, 3, 13)
    mention = times("text", text, read.tokens, read.sentences, Moment(day, day))[0]
    assert (mention.anchor, mention.moment) == (day, Moment(date(2024, 3, 12), date(2024, 3, 12)))


def test_no_day_without_one() -> None:
    text = "The ferry sank on Tuesday."
    read = analysis(text)
    mention = times("text", text, read.tokens, read.sentences, None)[0]
    assert (mention.anchor, mention.moment) == (None, None)


@given(st.text(alphabet=st.sampled_from("0123456789-/:,. aMmyJuneto'Fridsd"), max_size=60))
def test_any_text_gives_times_in_order_within_it(text: str) -> None:
    found = find_times(text, Span(0, len(text)))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
