"""What each report calls the actors: more than their names, in its own voice or in a quotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of

HARL = "Ode Harl"


def _calls(tmp_path: Path, *texts: str) -> dict[str, list[tuple[list[str], list[str]]]]:
    """For each actor the words of each report, its own and those in quotations."""
    account = account_of(tmp_path, *texts)
    names = {actor.id: actor.name for actor in account.frame.actors}
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    for row in account.wording:
        cell = [w.text for w in row.words], [w.text for w in row.quoted]
        found.setdefault(row.name or names[row.actor], []).append(cell)
    return found


PAIRS = [
    (
        "Colonel Ode Harl closed the port. The colonel's words were few.",
        "Ode Harl, a colonel of the Tarn Guards' Union, closed the port.",
        [(["Colonel Ode Harl"], []), (["a colonel of the Tarn Guards' Union"], [])],
    ),
    (
        "Firebrand union leader Ode Harl closed the port.",
        "Ode Harl, president of the Free Dockers' Union, closed the port.",
        [(["Firebrand union leader Ode Harl"], []), (["president of the Free Dockers' Union"], [])],
    ),
    (
        "The dictator Ode Harl closed the port.",
        "“Ode Harl is ill,” an aide said. “President Ode Harl closed the port.”",
        [(["dictator Ode Harl"], []), ([], ["President Ode Harl"])],
    ),
    (
        "Tough-talking Ode Harl closed the port. He left at noon.",
        "Ode Harl, president of the Free Dockers' Union, closed the port. The 60-year-old Harl left.",
        [(["Tough-talking Ode Harl"], []), (["president of the Free Dockers' Union"], [])],
    ),
    (
        "White House chief of staff Ode Harl closed the port.",
        "Mr. Harl has left. The miners' leader, Ode Harl, closed the port.",
        [(["White House chief of staff Ode Harl"], []), (["miners' leader"], [])],
    ),
]


@pytest.mark.parametrize(("first", "second", "cells"), PAIRS)
def test_what_a_report_says_beside_a_name(
    tmp_path: Path, first: str, second: str, cells: list[tuple[list[str], list[str]]]
) -> None:
    assert _calls(tmp_path, first, second)[HARL] == cells


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ode Harl closed the port.", "Mr. Harl closed the port."),
        ("Mayor Ode Harl closed the port.", "Mayor Ode Harl closed the old port."),
        ("Mayors Ada Brook and Ode Harl met.", "On Monday Ode Harl closed the port."),
    ],
)
def test_where_nothing_differs_there_is_no_row(tmp_path: Path, first: str, second: str) -> None:
    assert HARL not in _calls(tmp_path, first, second)


def test_a_report_that_only_gives_the_name_is_told_too(tmp_path: Path) -> None:
    texts = (
        "Mayor Ode Harl closed the port.",
        "Ode Harl, a leader of the miners, closed the port.",
        "Ode Harl told the council that she had closed the port.",
    )
    assert _calls(tmp_path, *texts)[HARL][2] == (["Ode Harl"], [])


def test_people_without_a_name_have_a_row(tmp_path: Path) -> None:
    texts = (
        "Guards cleared the quay of Tarn on Monday. The rioters were arrested by the guards at dawn on the quay.",
        "Guards cleared the quay of Tarn on Monday. The dockers were arrested by the guards at dawn on the quay.",
    )
    rows = _calls(tmp_path, *texts)
    assert rows.get("people without a name") == [(["rioters"], []), (["dockers"], [])]
