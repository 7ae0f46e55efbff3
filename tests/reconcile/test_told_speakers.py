"""Speakers as whole reports tell them: a government, pointers back, juries, onlookers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of

_MINISTRY = "Guards stormed the mine on Monday. Veskaria's Interior Ministry said four miners were killed at Tarn."
_GOVERNMENT = "the mine at Tarn was stormed on Monday and the government said four miners were killed at Tarn."


@pytest.mark.parametrize(("land", "high"), [("In Veskaria", 1), ("In Veskaria, near Korvania,", 2)])
def test_the_government_is_that_of_the_only_land_named_before(tmp_path: Path, land: str, high: int) -> None:
    lands = "Veskaria and Korvania share a lake. Veskarian and Korvanian towns are near."
    account = account_of(tmp_path, f"{_MINISTRY} {lands}", f"{land} {_GOVERNMENT} {lands}")
    told = next(c for c in account.claims if "killed" in c.wording and len({s.report for s in c.support}) > 1)
    assert told.origins.high == high


def test_one_of_them_and_the_insider_are_the_unnamed_source_that_spoke_last(tmp_path: Path) -> None:
    text = (
        "The council of Tarn sold the mill on Monday. Two clerks with knowledge of the sale said the price had been halved "
        "in March. “The paper was signed in a kitchen,” said one of them."
    )
    account = account_of(tmp_path, text)
    unnamed = [r for r in account.origin_records if r.kind == "anonymous sources"]
    assert [len(r.claims) > 1 for r in unnamed] == [True]


@pytest.mark.parametrize(("verb", "own"), [("found", True), ("said", False)])
def test_a_verdict_is_what_outlets_have_heard(tmp_path: Path, verb: str, own: bool) -> None:
    account = account_of(tmp_path, f"The jury {verb} the miller Oskar Lindqvist had burnt the barn at Tarn on Monday.")
    stands = {c.standing for c in account.claims if "jury" in c.wording.lower()}
    assert (stands == {"outlet's own voice"}) is own


def test_who_saw_or_heard_it_is_a_bystander(tmp_path: Path) -> None:
    text = (
        "Guards cleared the mill at Tarn on Monday. They came before dawn. The road was shut. Nobody was hurt.\n\n"
        "Tessa Brandt was in the yard. Brandt said she heard shots from the lake. “They had nine trucks,” she said."
    )
    assert {o.stake for o in account_of(tmp_path, text).origins if o.name == "Tessa Brandt"} == {"bystander"}
