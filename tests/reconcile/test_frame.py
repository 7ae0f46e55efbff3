"""Day and place of a story, and which report fixes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consilience.model.story import StoryFrame
from consilience.model.time import Moment
from consilience.reconcile.frame import frame
from tests.reconcile.build import Clause, Draft, made, story
from tests.reconcile.worlds import NAMES, entered, toll

_DAY = Moment(date(2031, 3, 4), date(2031, 3, 4))


def _frame(*drafts: Draft) -> StoryFrame:
    reports = [made(draft) for draft in drafts]
    return frame(story(reports), reports)


def _dated(source: str, words: str, form: str) -> Draft:
    text = f"The Harbour Guard entered the Lessing Mill on {words}."
    told = Clause(text[:-1], "enter", ("Harbour Guard",), ("Lessing Mill",), times=((words, form),))
    return Draft(source, text, (told,), NAMES)


def test_a_weekday_without_a_date_is_fixed_by_another_report() -> None:
    found = _frame(replace(entered("1.txt"), published=None), entered("2.txt"))
    assert found.day == _DAY
    assert [(t.moment, t.because) for t in found.times] == [
        (_DAY, "“Tuesday” counted from 2031-03-05, which 2.txt states")
    ]


def test_a_full_date_in_the_words_fixes_the_day() -> None:
    found = _frame(_dated("1.txt", "Tuesday", "weekday:1"), _dated("2.txt", "4 March 2031", "date:2031-03-04"))
    assert found.day == _DAY
    assert "2.txt states the full date" in found.day_because
    assert found.times[0].moment == _DAY


def test_a_full_date_of_long_ago_fixes_nothing() -> None:
    text = "The mill burnt. Orla Vane was born on 4 March 2031. The Harbour Guard entered the Lessing Mill in 2061."
    born = Clause(
        "Orla Vane was born on 4 March 2031", "bear", (), ("Orla Vane",), times=(("4 March 2031", "date:2031-03-04"),)
    )
    told = Clause(
        "The Harbour Guard entered the Lessing Mill in 2061", "enter", ("Harbour Guard",), ("Lessing Mill",),
        times=(("2061", "date:2061"),),
    )  # fmt: skip
    for drafts in ((born, told), (born,)):
        old = Draft("2.txt", text, drafts, NAMES)
        assert _frame(_dated("1.txt", "Tuesday", "weekday:1"), old).times == ()


def test_without_any_date_the_day_is_unknown() -> None:
    found = _frame(_dated("1.txt", "Tuesday", "weekday:1"))
    assert found.day is None
    assert found.times == ()


def test_anchors_that_disagree_fix_nothing() -> None:
    open_day = _dated("1.txt", "Tuesday", "weekday:1")
    found = _frame(open_day, entered("2.txt", day=date(2031, 3, 5)), entered("3.txt", day=date(2031, 3, 19)))
    assert [t for t in found.times if t.report == made(open_day).report.id] == []


def test_the_place_two_tellings_agree_on() -> None:
    assert _frame(entered("1.txt"), entered("2.txt")).place == "Lessing Mill"


def test_without_a_place_it_is_unknown() -> None:
    found = _frame(toll("1.txt", "Orla Vane", "three", 3))
    assert found.place is None
    assert found.place_because
