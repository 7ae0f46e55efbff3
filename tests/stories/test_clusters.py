from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.model.story import Story
from consilience.settings import StorySettings
from consilience.stories.clusters import Grouped, group, group_features
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, FIRE_ELSEWHERE, Named, noted, told

SETTINGS = StorySettings()
NAMES: Named = (("Oddenby", "LOC"), ("Ilse Torv", "PERSON"), ("Karlsund", "LOC"), ("Petter Aune", "PERSON"))


def stories(*reports: Grouped) -> list[tuple[str, ...]]:
    return [story.reports for story in group_features(reports, SETTINGS)]


@cache
def world() -> tuple[Grouped, ...]:
    """Reports of every kind, with copies, look-alikes and poor ones."""
    texts = (FIRE, FIRE_AGAIN, ELECTION, FIRE.replace("Oddenby", "Karlsund"), "", "Five words stand right here", FIRE)
    made = [noted(f"{n:02}", text, names=NAMES) for n, text in enumerate(texts)]
    made += [noted("20", FIRE_AGAIN, day=date(1970, 1, 1)), noted("21", ELECTION.upper(), day=date(2199, 1, 1))]
    return (*made, noted("22", FIRE_AGAIN.replace("six", "nine"), day=date(2023, 5, 14), names=NAMES))


def test_nothing_gives_no_stories() -> None:
    assert group((), SETTINGS) == ()


def test_reports_of_one_happening_are_one_story() -> None:
    reports = [told("a", FIRE, names=NAMES), told("b", ELECTION, names=NAMES), told("c", FIRE_AGAIN, names=NAMES)]
    assert [story.reports for story in group(reports, SETTINGS)] == [("a", "c"), ("b",)]


def test_last_years_fire_is_another_story() -> None:
    now = noted("a", FIRE, names=NAMES, day=date(2024, 5, 14))
    then = noted("b", FIRE_AGAIN, names=NAMES, day=date(2023, 5, 16))
    assert stories(now, then) == [("a",), ("b",)]


def test_another_towns_fire_is_another_story() -> None:
    day = date(2024, 5, 14)
    here = [noted("a", FIRE, names=NAMES, day=day), noted("b", FIRE_AGAIN, names=NAMES, day=day)]
    assert stories(*here, noted("c", FIRE_ELSEWHERE, names=NAMES, day=day)) == [("a", "b"), ("c",)]


def test_a_copy_shares_the_story_whatever_its_day() -> None:
    first, reprint = noted("a", FIRE, day=date(2024, 5, 14)), noted("b", FIRE, day=date(2021, 1, 1))
    assert stories(first, reprint) == [("a", "b")]


@pytest.mark.parametrize("text", ["", "…", "Five words stand right here"])
def test_a_poor_report_is_a_story_of_its_own(text: str) -> None:
    assert stories(noted("a", text), noted("b", FIRE), noted("c", ELECTION)) == [("a",), ("b",), ("c",)]


def test_a_day_in_the_far_future_keeps_a_report_apart() -> None:
    assert stories(noted("a", FIRE, day=date(2024, 5, 14)), noted("b", FIRE_AGAIN, day=date(2199, 1, 1))) == [
        ("a",),
        ("b",),
    ]


def test_a_clock_that_was_never_set_tells_no_day() -> None:
    assert stories(noted("a", FIRE, day=date(2024, 5, 14)), noted("b", FIRE_AGAIN, day=date(1970, 1, 1))) == [
        ("a", "b")
    ]


def test_every_member_says_why() -> None:
    reports = (noted("a", FIRE, names=NAMES), noted("b", FIRE_AGAIN, names=NAMES), noted("c", ELECTION, names=NAMES))
    whole, alone = group_features(reports, SETTINGS)
    assert "the names" in whole.members[0].because
    assert "Oddenby" in whole.members[0].because
    assert "carpenters" in whole.members[1].because
    assert alone.members[0].because == "no other report here tells of the same happening"


def test_a_large_component_is_split_before_it_is_compared() -> None:
    small = StorySettings(largest_component=2)
    reports = [noted(f"{n}", FIRE_AGAIN + f" Unlike the rest it tells of thing{n} and matter{n}.") for n in range(5)]
    listed = [report for story in group_features(reports, small) for report in story.reports]
    assert sorted(listed) == [f"{n}" for n in range(5)]


def _placed(found: tuple[Story, ...]) -> list[str]:
    return [report for story in found for report in story.reports]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(10)), st.integers(0, 10))
def test_the_order_of_reports_changes_nothing(order: list[int], size: int) -> None:
    chosen = [world()[number] for number in order[:size]]
    found = group_features(chosen, SETTINGS)
    assert found == group_features(sorted(chosen, key=lambda report: report.features.report), SETTINGS)
    assert sorted(_placed(found)) == sorted(report.features.report for report in chosen)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 9), min_size=1))
def test_families_lie_inside_stories_and_hold_every_report_once(numbers: set[int]) -> None:
    for story in group_features([world()[number] for number in numbers], SETTINGS):
        assert sorted(report for family in story.families for report in family.reports) == list(story.reports)
        assert [member.report for member in story.members] == list(story.reports)
