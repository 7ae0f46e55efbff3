"""`disputes`, `only-one-origin`, `left-out`: short lists that hold what the account holds, no more and no less."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import consilience
from consilience import Reading
from consilience.model.account import Findings
from consilience.present import lists

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return consilience.read([EXAMPLES])


def screen(listed: lists.Listed) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(listed)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(("kind", "standing"), [("disputes", "disputed"), ("only-one-origin", "one origin")])
def test_rows_are_the_claims_of_that_standing(reading: Reading, kind: str, standing: str) -> None:
    rows = [json.loads(line) for line in lists.rows(reading, kind)]
    claims = {claim.id for account in reading.accounts for claim in account.claims if claim.standing == standing}
    assert {row["id"] for row in rows if row["kind"] == "claim"} == claims
    assert len(rows) == len({row["id"] for row in rows})


def test_conflicts_stand_among_the_disputes(reading: Reading) -> None:
    rows = {json.loads(line)["id"] for line in lists.rows(reading, "disputes")}
    conflicts = {d.id for account in reading.accounts for d in account.differences if d.scope == "conflict"}
    assert conflicts
    assert conflicts <= rows


def test_what_is_left_out_is_told_by_several_and_not_by_all(reading: Reading) -> None:
    rows = [json.loads(line) for line in lists.rows(reading, "left-out")]
    assert rows
    for row in rows:
        assert len(row["reports"]) > 1
        assert row["absent"]
        assert not set(row["reports"]) & set(row["absent"].get("left out", ()))


def test_screens_say_who_denies_and_why(reading: Reading) -> None:
    assert "A denial by" in screen(lists.disputes(reading))
    assert "left out:" in screen(lists.left_out(reading))
    assert "Davor Hest" in screen(lists.only_one_origin(reading))


def test_empty_is_said() -> None:
    nothing = Findings((), (), (), "no engine")
    for listed in (lists.disputes(nothing), lists.only_one_origin(nothing), lists.left_out(nothing)):
        assert "No story" in screen(listed)
