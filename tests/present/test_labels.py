"""Names and badges."""

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.account import OriginCount
from consilience.model.time import Moment
from consilience.present.labels import (
    ReportName,
    file_name,
    moment_key,
    moment_words,
    origins_number,
    ranges,
    report_names,
    standing_badge,
)
from tests.present.accounts import findings


def _day(month: int, day: int, year: int = 2031) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("moment", "words", "key"),
    [
        (None, "day not stated", ""),
        (Moment(_day(3, 4), _day(3, 4)), "4 March 2031", "2031-03-04"),
        (Moment(_day(3, 4), _day(3, 6)), "4 to 6 March 2031", "2031-03-04/2031-03-06"),
        (Moment(_day(3, 30), _day(4, 2)), "30 March to 2 April 2031", "2031-03-30/2031-04-02"),
        (Moment(_day(3, 1), _day(3, 31)), "March 2031", "2031-03-01/2031-03-31"),
        (Moment(_day(9, 1), _day(11, 30)), "September to November 2031", "2031-09-01/2031-11-30"),
        (Moment(_day(1, 1), _day(12, 31)), "2031", "2031-01-01/2031-12-31"),
        (Moment(_day(12, 30), _day(1, 2, 2032)), "30 December 2031 to 2 January 2032", "2031-12-30/2032-01-02"),
        (Moment(_day(1, 1), _day(12, 31, 2033)), "January 2031 to December 2033", "2031-01-01/2033-12-31"),
    ],
)
def test_days_in_words(moment: Moment | None, words: str, key: str) -> None:
    """An interval is said as shortly as it can be, and keyed after ISO 8601."""
    assert moment_words(moment) == words
    assert moment_key(moment) == key


@pytest.mark.parametrize(
    ("low", "high", "words"), [(1, 1, "1 origin"), (2, 2, "2 origins"), (1, 2, "1 to 2 origins"), (0, 0, "0 origins")]
)
def test_origins_are_counted_as_an_interval(low: int, high: int, words: str) -> None:
    """The number is an interval where the program is unsure."""
    assert origins_number(OriginCount(low, high, (), "")) == words


def test_badge_has_shape_word_and_number() -> None:
    """No badge rests on its colour."""
    badge = standing_badge("agreed by independent origins", OriginCount(2, 3, (), ""))
    assert (badge.shape, badge.plain, badge.word, badge.number) == ("●", "*", "agreed by", "2 to 3 independent origins")


def test_report_is_called_by_its_outlet_or_by_number_and_headline() -> None:
    """An outlet that is not stated is not guessed."""
    names = [name.short for name in report_names(findings()).values()]
    assert names[0] == "The Sule Courier"
    assert names[3] == "Report 4 (“GRAIN PACT SIGNED AMID BLAZE”)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry left Sule at noon with forty people on board.", "Report 1 (“The ferry left Sule at noon with…”)"),
        ("***", "Report 1 (harvest_…txt)"),
    ],
)
def test_report_without_outlet_and_headline_is_called_by_its_first_words(text: str, name: str) -> None:
    """A reader who has no headline knows the report by how it begins, else by its file."""
    found = findings()
    bare = replace(found.reports[3].report, title="", headline=None, text=text)
    names = report_names(replace(found, reports=(replace(found.reports[3], report=bare),)))
    assert [one.short for one in names.values()] == [name]


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    """A name stands for one report."""
    found = findings()
    first, second = found.reports[:2]
    twin = replace(second, report=replace(second.report, outlet=first.report.outlet))
    names = report_names(replace(found, reports=(first, twin)))
    assert [name.short for name in names.values()] == ["The Sule Courier (1)", "The Sule Courier (2)"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("reports/short.txt", "short.txt"),
        ("a/harvest_news_0417.txt", "harvest_…txt"),
        ("C:\\news\\one.html", "one.html"),
        ("-", "-"),
        ("", "unnamed"),
        (".hidden_and_very_long_name", ".hidden_…"),
    ],
)
def test_file_names_are_short(source: str, name: str) -> None:
    """The middle of a long name is left out."""
    assert file_name(source) == name


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((3,), "report 3"), ((1, 2), "reports 1, 2"), ((5, 1, 2, 3), "reports 1–3, 5"), ((), "reports ")],
)
def test_ranges_of_reports(numbers: tuple[int, ...], words: str) -> None:
    """Neighbouring numbers are one range."""
    assert ranges(ReportName(number, "", True) for number in numbers) == words
