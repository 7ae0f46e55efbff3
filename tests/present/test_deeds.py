"""Who did what to whom, as a reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.present.deeds import Happening, happenings
from consilience.present.shelf import shelve
from consilience.present.story import story_views
from consilience.run.local import findings

HEAD = "file,outlet,date,title\n"


def _shown(tmp_path: Path, *texts: str) -> list[Happening]:
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    rows = "".join(f"r{n}.txt,Outlet {n},2024-05-14,\n" for n in range(len(texts)))
    (tmp_path / "reports.csv").write_text(HEAD + rows, "utf-8")
    job, engine = consilience.Job(), consilience.load_engine()
    found = findings(consilience.results([str(tmp_path)], job, engine), engine, job)
    shelf = shelve(found)
    return [h for view in story_views(found, shelf) for h in happenings(view, shelf)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Police arrested Carl Marr on Monday.", ("Police", "arrested", "", "Carl Marr", "happened", "13 May 2024")),
        ("Carl Marr met Ada Brook in Tarn.", ("Carl Marr and Ada Brook", "met", "meet", "each other", "happened", "")),
        (
            "The miners called for Carl Marr to quit.",
            ("The miners", "called", "call for something", "Carl Marr", "happened", ""),
        ),
        (
            "Premier Ada Brook hosted President Carl Marr in Tarn.",
            ("Ada Brook", "hosted", "receive somebody", "Carl Marr", "happened", ""),
        ),
    ],
)
def test_an_event_is_told_in_the_words_of_the_report(tmp_path: Path, text: str, row: tuple[str, ...]) -> None:
    shown = [(h.actors, h.said, h.deed, h.recipients, h.status, h.day) for h in _shown(tmp_path, text)]
    assert row in shown


def test_a_row_whose_actor_only_a_pronoun_tells_is_left_out(tmp_path: Path) -> None:
    assert [h.actors for h in _shown(tmp_path, "Its guards attacked the miners. Ada Brook condemned Carl Marr.")] == [
        "Ada Brook"
    ]


def test_what_befell_somebody_is_one_row_for_one_claim(tmp_path: Path) -> None:
    rows = _shown(
        tmp_path,
        "Guards broke up the blockade in the port of Tarn on Monday. Forty-one people were detained, Ode Harl said.",
        "Guards broke up the blockade in the port of Tarn on Monday. Mayor Ode Harl said that 41 people had been detained.",
    )
    assert [len(h.reports) for h in rows if h.said == "detained"] == [2]


def test_what_only_a_source_tells_is_said_to_have_happened(tmp_path: Path) -> None:
    (row,) = [
        h for h in _shown(tmp_path, "Ada Brook said that guards had attacked the miners in Tarn.") if h.recipients
    ]
    assert (row.actors, row.status) == ("guards", "said to have happened")
