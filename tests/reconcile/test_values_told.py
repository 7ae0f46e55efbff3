"""Numbers of one fact over two reports, read by the engine from sentences about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.account import Difference
from consilience.model.annotations import Quantity
from consilience.model.spans import Span
from consilience.model.story import Story
from consilience.reconcile.frame import frame
from consilience.reconcile.given import beyond
from consilience.reconcile.library import library_of
from consilience.reconcile.two_numbers import differ
from consilience.reconcile.valued import valued
from consilience.reconcile.values_told import values_told_differently
from consilience.trees import tokens_within
from tests.events.reading import annotated


def _told(tmp_path: Path, *texts: str) -> list[tuple[tuple[str, ...], str]]:
    """The differing values of reports that are taken to be one story, with their scope."""
    return [(tuple(sorted(s.value for s in d.sides)), d.scope) for d in _found(tmp_path, *texts)]


def _found(tmp_path: Path, *texts: str) -> list[Difference]:
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    rows = "".join(f"r{n}.txt,Outlet {n},2024-05-{14 + n}\n" for n in range(len(texts)))
    (tmp_path / "reports.csv").write_text(f"file,outlet,date\n{rows}", "utf-8")
    reports = consilience.separate(consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine()))[
        0
    ]
    story = Story("s", tuple(r.report.id for r in reports), (), (), ())
    library = library_of(frame(story, reports), reports)
    return list(values_told_differently(library, tuple(valued(library)), {}))


def test_two_facts_of_the_same_sentences_are_two_differences(tmp_path: Path) -> None:
    found = _found(
        tmp_path,
        "Guards held 12 dockers and seized 30 rifles near the mill of Orlo.",
        "Guards held 15 dockers and seized 40 rifles near the mill of Orlo.",
    )
    assert len({d.id for d in found}) == 2


def test_a_side_has_all_who_give_its_value(tmp_path: Path) -> None:
    twelve = "Guards held 12 dockers near the mill of Orlo."
    (found,) = _found(tmp_path, twelve, "Guards held 15 dockers near the mill of Orlo.", twelve)
    assert sorted(len(side.passages) for side in found.sides) == [1, 2]


@pytest.mark.parametrize(
    ("left", "right", "sides", "scope"),
    [
        ("About 2,500 people marched through Lessing on Sunday against the dam.",
         "On Sunday, 1,400 protesters protested in Lessing against the dam.",
         ("1,400 protesters", "About 2,500 people"), "conflict"),
        ("The mayor said that the clerk had deleted 300 letters about the dam.",
         "The mayor said that the clerk had deleted 330 letters about the dam.",
         ("300 letters", "330 letters"), "conflict"),
        ("So far more than 150 villagers have died in the floods along the Ild.",
         "So far more than 170 villagers have died in the floods along the Ild.",
         ("more than 150 villagers", "more than 170 villagers"), "superseded"),
        ("The session of the two mayors was planned for 90 minutes in Orlo.",
         "The session of the two mayors ran two and a half hours in Orlo.",
         ("90 minutes", "two and a half hours"), "superseded"),
        ("The council placed hundreds of billboards around Lessing to mock the visiting duke.",
         "The council placed nearly 300 billboards around Lessing to mock the visiting duke.",
         ("hundreds of billboards", "nearly 300 billboards"), "finer detail"),
        ("The blast killed the mayor of Orlo, a candidate for the assembly, and 148 others at a rally near Tarnmouth.",
         "The blast killed at least 130 people, a candidate for the assembly among them, at a rally near Tarnmouth.",
         ("148 others", "at least 130 people"), "superseded"),
        ("The clerk charged $5,587 for a week at the Orlo Lake Hermitage and $466 for a dinner at the mill.",
         "What she paid for was a coat for $3,544, a cruise for $2,306 and $5,687 at the Orlo Lake Hermitage.",
         ("$5,587", "$5,687"), "conflict"),
        ("The dam board met after four days of riots over the sluice in Lessing.",
         "The death of the miller in Lessing sparked five days of riots over the dam.",
         ("five days", "four days"), "conflict"),
        ("A quake struck southern Ostland, killing at least three people and hurting many.",
         "A quake struck southern Ostland, killing at least 10 people and injuring dozens more.",
         ("at least 10 people", "at least three people"), "superseded"),
        ("Anna Brandt missed several markets after the flood of the mill, and sold her boat.",
         "Anna Brandt missed four markets after the flood of the mill, then sold her boat.",
         ("four markets", "several markets"), "finer detail"),
        ("Crews from Tarn and Lessing used at least two ladder trucks at the burning mill of Orlo.",
         "Crews from Tarn and Lessing came to the burning mill of Orlo with three ladder trucks.",
         ("at least two ladder trucks", "three ladder trucks"), "finer detail"),
        ("The thief of the bell was sentenced by a judge of Orlo to 2 years in prison.",
         "The thief of the bell was sentenced by a judge of Orlo to 2 1/2 years in prison.",
         ("2 1/2 years", "2 years"), "conflict"),
        ("Anna Brandt and Carl Voss talked behind closed doors for more than three hours in Orlo.",
         "The two mayors are scheduled to talk one-on-one for 90 minutes on Sunday.",
         ("90 minutes", "more than three hours"), "superseded"),
        ("Mayor Anna Brandt will have a private four-hour meeting with the duke in Orlo.",
         "The one-on-one talks lasted over two hours.",
         ("four-hour", "over two hours"), "superseded"),
        ("Millers believe by a survey that there is a 41% chance of a flood within the coming year, up from 26%.",
         "The chance that a flood will come within the coming year is 35%, by a model of the institute.",
         ("35%", "41%"), "not comparable"),
        ("Jonas Hale served four months in the town prison of Orlo for the theft of the great bell.",
         "Jonas Hale served five months in the town prison of Orlo for the theft of the great bell.",
         ("five months", "four months"), "conflict"),
        ("Millions of dollars flowed to the foundation of Anna Brandt from the mines of Ostland.",
         "The foundation of Anna Brandt got more than $140 million from the mines of Ostland.",
         ("Millions of dollars", "more than $140 million"), "finer detail"),
        ("Thousands of dockers marched through the centre of Tarnmouth against the dam.",
         "About 2,500 dockers went through the streets of Tarnmouth to protest against the dam.",
         ("About 2,500 dockers", "Thousands of dockers"), "finer detail"),
        ("The council charged several harbour pilots with hiding grain in the autumn.",
         "The council charged 12 harbour pilots with hiding grain in the autumn.",
         ("12 harbour pilots", "several harbour pilots"), "finer detail"),
        ("The blast at the mill has injured three people on the island of Ild.",
         "Blast shakes mill on the island of Ild, five hurt. The mayor has asked for calm.",
         ("five hurt", "three people"), "superseded"),
        ("The storm tore three underwater pipelines off the coast of Ild.",
         "The damage is to the four submarine pipelines that run along the coast.",
         ("four submarine pipelines", "three underwater pipelines"), "conflict"),
        ("On Friday a bomber killed the miller of Orlo and 148 others at a market in the hills of Tarn.",
         "Pictures were shown of the bombing at a market in Tarn that killed 132 people and hurt the mayor.",
         ("132 people", "148 others"), "conflict"),
        ("Before the fair the council issued indictments charging several harbour pilots with theft.",
         "Questions have grown since the council last week indicted 12 harbour pilots of Ild.",
         ("12 harbour pilots", "several harbour pilots"), "finer detail"),
        ("The paper paid for 300 billboards to mock the visiting duke in Lessing.",
         "The paper greeted the duke in Lessing with hundreds of billboards that mock him.",
         ("300 billboards", "hundreds of billboards"), "finer detail"),
        ("The harbour board has put its lending rate up from nothing to 3.25%.",
         "The harbour board has put its lending rate up from nothing to between 3.25 and 3.75 percent.",
         ("3.25%", "between 3.25 and 3.75 percent"), "finer detail"),
    ],
)  # fmt: skip
def test_two_values_of_one_fact_are_told(
    tmp_path: Path, left: str, right: str, sides: tuple[str, ...], scope: str
) -> None:
    assert _told(tmp_path, left, right) == [(sides, scope)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Prices of flour fell from a high of $5.02 a sack.",
            "Prices of flour fell to $4.20 a sack.",
        ),  # where from, where to
        ("Damage to the mill was put at $2 million.", "Damage to the mill was put at 2.1 million crowns ($3 million)."),
        ("The winger scored 13 goals in 54 games.", "The winger scored 33 goals in 157 games."),  # of other lengths
        ("The winger missed the last two games.", "The winger missed four games."),  # a part
        ("Prices of bread rose by 8.5% in March.", "Prices of bread rose by 9.1% in June."),  # two months
        ("Wages of millers rose by 4% last year.", "Prices of bread rose by 6% last year."),  # two things
        ("The blast in Tarnmouth killed 12 people.", "The blast in Orlo killed 15 people."),  # two places
        ("Guards held 12 dockers on Monday, 4 May 2024.", "Guards held 15 dockers on Friday, 8 May 2024."),  # two days
        ("A bomb at the mill killed 21 people.", "The flood of the Ild killed 24 people last year."),  # two happenings
        (
            "On Tuesday a bomb struck a fair, killing 20 people.",
            "On Friday a bomb struck a convoy, killing four people.",
        ),
        ("Guards held 12 dockers.", "Guards held another 15 dockers."),  # a part
        ("Guards held 12 dockers.", "Guards held 12 dockers, then 15 dockers."),  # who gives both knows both
        ("The mill sold about 98 tonnes of flour.", "The mill sold 100 tonnes of flour."),  # rounding
        ("Guards held 12 dockers.", "Guards could hold 15 dockers."),  # only supposed
        ("Guards held 12 dockers.", "Guards held 120 dockers."),  # ten times as many are others
        ("Anna Brandt missed several markets.", "Anna Brandt missed thirty markets."),  # more than several
        ("Thousands of mills may be lost to the dam.", "The dam drowned 2,500 mills."),  # what may be
        ("Prices of bread rose to 12%, up from 8%.", "Prices of bread rose by 10%."),  # where a change began
        (
            "The mayors met one-on-one for two hours.",
            "She came 90 minutes before the private meeting.",
        ),  # how far apart
        ("The mayors met one-on-one for two hours.", "The mayors spoke to the press for 90 minutes."),  # another talk
        ("The storm tore three pipelines and two cables.", "The storm tore twelve of those pipelines."),  # a part
        (
            "The storm tore three pipelines and, later, nine pipelines off Ild.",
            "The damage is to the four pipelines of Ild.",
        ),  # counted twice
        (
            "The raid on Ild hurt three people.",
            "A bus near Orlo crashed, and five people were hurt in it.",
        ),  # two places
    ],
)
def test_values_of_two_facts_are_not_set_against_each_other(tmp_path: Path, left: str, right: str) -> None:
    assert _told(tmp_path, left, right) == []


def _quantity(low: float | None, high: float | None, hedge: str | None = None) -> Quantity:
    return Quantity("text", Span(0, 1), low, high, "person", hedge)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (_quantity(12, 12), _quantity(13, 13), True),
        (_quantity(98, 98, "about"), _quantity(100, 100), False),
        (_quantity(9, None, "at least"), _quantity(10, 10), False),
        (_quantity(9, None, "at least"), _quantity(14, 14), True),
        (_quantity(200, None), _quantity(300, 300), True),
        (_quantity(2000, None), _quantity(2000, 2000, "about"), False),
        (_quantity(2000, None), _quantity(2500, 2500), True),
        (_quantity(3, None), _quantity(4, 4), True),
        (_quantity(3, None), _quantity(12, 12), True),
        (_quantity(3, None), _quantity(24, 24), False),
        (_quantity(12, 12), _quantity(120, 120), False),
        (_quantity(None, 5, "up to"), _quantity(7, 7), True),
        (_quantity(20, 25), _quantity(20, 20), True),  # one is finer
        (_quantity(300, 3000), _quantity(300, 300), False),  # a whole scale
        (_quantity(98, 100), _quantity(99, 99), False),  # rounding
        (_quantity(152, None, "at least"), _quantity(160, 160, "nearly"), True),  # a floor that was counted
        (_quantity(200, None, "more than"), _quantity(210, 210), False),  # a round one
        (_quantity(40, 40, "about"), _quantity(45, 45, "about"), False),  # both only about right
        (_quantity(40, 40, "about"), _quantity(55, 55, "about"), True),
    ],
)
def test_which_numbers_cannot_be_one(left: Quantity, right: Quantity, apart: bool) -> None:
    assert differ(left, right) is differ(right, left) is apart


MEASURES: list[tuple[str, str, bool]] = [
    (
        "The board has lifted the Northport harbour rate from zero to 2.25%.",
        "The yield closed on Friday at 2.6%, barely above the new 2.5% Northport harbour rate.",
        False,
    ),
    (
        "The board has lifted the Northport harbour rate to 2.25% this week.",
        "Boats fell to the lowest number since April, barely below the new 2.5% Northport harbour rate, dealers in grain and "
        "other goods wrote this week.",
        True,
    ),
    (
        "The board has lifted the Northport harbour rate to 2.25%.",
        "Dealers are expected to be dismayed by a 2.5% Northport harbour rate.",
        False,
    ),
    (
        "The board has lifted the Northport lending rate to 2.25%.",
        "Dealers were dismayed by the new 2.5% Eastport lending rate.",
        False,
    ),
]


SINCE: list[tuple[str, bool]] = [
    ("Prices rose by 4%, the fastest rise since May.", True),
    ("It was the worst toll seen since the quake of 1990.", True),
    ("Prices have risen by 4% since May.", False),
    ("The largest bank has lost 4% since May.", False),
    ("The biggest bank failed on Friday.", False),
]


@pytest.mark.parametrize(("text", "outdone"), SINCE)
def test_since_when_nothing_was_so_high_is_no_time_of_a_number(text: str, outdone: bool) -> None:
    (part,) = (p for p in annotated(text).parts if p.part == "text")
    assert [beyond(part.tokens, tokens_within(part.tokens, m.span).first) for m in part.times] == [outdone]


@pytest.mark.parametrize(("one", "other", "found"), MEASURES)
def test_a_measure_with_a_name_of_its_own(tmp_path: Path, one: str, other: str, found: bool) -> None:
    told = [("2.25%", "2.5%")] if found else []
    assert [values for values, _ in _told(tmp_path, one, other)] == told
