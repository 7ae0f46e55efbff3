"""Numbers, days and places that make no sense: something sensible, marked as what it is, and never a crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.annotate.places import places
from consilience.annotate.times import find_times, times
from consilience.days import resolve
from consilience.model.annotations import Name
from consilience.model.spans import Span, TokenRange
from consilience.model.time import Moment
from tests.annotate.written import read

DAY = date(2024, 3, 13)
IMPOSSIBLE = [
    "31 February 2024",
    "30/30/2024",
    "2024-13-40",
    "99 May 2021",
    "25:61",
    "29 February 2023",
    "the 0th of May",
]


@pytest.mark.parametrize("words", IMPOSSIBLE)
def test_a_day_that_does_not_exist_is_no_day(words: str) -> None:
    found = read(f"It happened on {words}, they said.", DAY).times
    assert not [
        t for t in found if t.moment is not None and t.granularity == "day" and t.expression.startswith("date:")
    ]


def test_without_a_date_of_the_report_nothing_is_dated() -> None:
    found = read("The bridge fell on Tuesday, three days after the storm of last week.", None).times
    assert found
    assert all(t.moment is None and t.anchor is None for t in found)


def test_days_that_contradict_the_report_are_kept_as_they_are_said() -> None:
    time = read("The council met on 5 May 2031 and adjourned.", DAY).times[0]
    assert time.moment == Moment(date(2031, 5, 5), date(2031, 5, 5))
    assert time.because == "named by the text"


@pytest.mark.parametrize("text", ["The codes are 1,2,3.", "The list 1,2,3,4 is long.", "They paid 1,23,4 crowns."])
def test_a_list_of_figures_is_no_number(text: str) -> None:
    assert not [q for q in read(text, None).quantities if q.low is not None and q.low > 9]


def test_two_to_three_dozen() -> None:
    found = read("Two to three dozen people were hurt.", None).quantities[0]
    assert (found.low, found.high) == (24, 36)


def test_a_place_that_no_table_knows_has_no_point_and_says_so() -> None:
    text = "The ferry left Qxyzzyville."
    place = places("text", text, (), [Name(Span(15, 26), TokenRange(0, 0), "LOC")])[0]
    assert (place.kind, place.country, place.latitude, place.radius) == ("unknown", None, None, None)
    assert "no table" in place.because


_WORDS = st.sampled_from(
    "on in the last next of and to 3 31 May Tuesday first third week year 2024 '98 1,2 half past noon Easter ago later before"
    " since until by between quarter fall second at a two dozen - , . : / T".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_any_words_give_times_that_resolve_or_do_not(text: str) -> None:
    for found in find_times(text, Span(0, len(text))):
        for side in ("past", "future", "same", "unknown"):
            moment = resolve(found.expression, side, DAY)
            assert moment is None or moment.earliest <= moment.latest


@settings(max_examples=40, deadline=None)
@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_every_day_of_the_calendar_can_be_counted_from(day: date) -> None:
    text = "Easter next spring the third Thursday of this month a week ago the weekend before last the 31st"
    for found in find_times(text, Span(0, len(text))):
        moment = resolve(found.expression, "past", day)
        assert moment is None or moment.earliest <= moment.latest
    assert times("text", "", (), (), Moment(day, day)) == ()
