"""One thing that reports set in two places, read by the engine from sentences about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.story import Story
from consilience.reconcile.frame import frame
from consilience.reconcile.library import library_of
from consilience.reconcile.places_told import places_told_differently


def _told(tmp_path: Path, *texts: str) -> list[tuple[tuple[str, ...], str]]:
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    reports = consilience.separate(consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine()))[
        0
    ]
    library = library_of(frame(Story("s", tuple(r.report.id for r in reports), (), (), ()), reports), reports)
    return [(tuple(sorted(s.value for s in d.sides)), d.scope) for d in places_told_differently(library)]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Mayor Anna Brandt spent the weekend at her golf resort in Glasgow.",
         "Mayor Anna Brandt spent the whole weekend at a golf resort in Edinburgh.",
         [(("Edinburgh", "Glasgow"), "not comparable")]),
        ("Anna Brandt opened the steel bridge in Hamburg.",
         "Anna Brandt opened the steel bridge in Altona, Hamburg, on Sunday.",
         [(("Altona", "Hamburg"), "finer detail")]),
        ("Anna Brandt played golf at her resort in Edinburgh this weekend.",
         "Anna Brandt spent the weekend at the golf resort in Glasgow.",
         [(("Edinburgh", "Glasgow"), "not comparable")]),
        ("At a January fund-raiser in Bremen, Anna Brandt urged the lawyers to give.",
         "Anna Brandt urged the lawyers to give at a January fundraiser in Hamburg.",
         [(("Bremen", "Hamburg"), "not comparable")]),
        ("Anna Brandt spoke of the NATO summit in Brussels.", "Anna Brandt of NATO left the summit in Helsinki.", []),
        ("In 2007 thieves robbed the wooden mill shop in Dubai.",
         "On Monday, 4 May 2024, thieves robbed the wooden mill shop in Paris.", []),  # two days
        ("Anna Brandt spoke at a news conference in Brussels.",
         "Anna Brandt will appear at a news conference in Helsinki.", []),  # no word that says which one
        ("The clerk works at the embassy in Paris.", "Crowds stood outside the embassy in Berlin.", []),
        ("Anna Brandt opened a steel bridge in Hamburg.", "Anna Brandt opened a wooden bridge in Bremen.", []),
    ],
)  # fmt: skip
def test_one_thing_in_two_places(
    tmp_path: Path, left: str, right: str, found: list[tuple[tuple[str, ...], str]]
) -> None:
    assert _told(tmp_path, left, right) == found


def test_a_report_that_has_such_a_thing_in_both_places_says_nothing(tmp_path: Path) -> None:
    one = "Anna Brandt opened the steel bridge in Hamburg."
    other = "Anna Brandt opened the steel bridge in Bremen. She had built the steel bridge in Hamburg."
    assert _told(tmp_path, one, other) == []
