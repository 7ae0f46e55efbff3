"""Speakers as whole reports tell them: a government, pointers back, juries, onlookers."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.model.account import Account
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.told import account_of
from tests.reconcile.worlds import account_of as reconciled

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


def _sources(account: Account) -> dict[str, str]:
    """For each origin record of somebody's words its kind."""
    return {record.name: record.kind for record in account.origin_records}


@pytest.mark.parametrize(
    ("first", "then", "unnamed"),
    [
        ("a senior engineer contradicted the council", "Petra Lindqvist, an engineer of the mill,", False),
        ("a senior engineer contradicted the council", "Petra Lindqvist, a baker of the town,", True),
        (
            "a senior engineer, who asked not to be named, told the council that its beams had rotted",
            "Petra Lindqvist, an engineer,",
            True,
        ),
    ],
)
def test_who_is_named_right_after_by_the_same_office_was_meant_before(
    tmp_path: Path, first: str, then: str, unnamed: bool
) -> None:
    text = f"The Tarn mill was shut on Monday after {first}.\n\n“The roof will fall,” {then} said on Tuesday."
    assert ("anonymous sources" in _sources(account_of(tmp_path, text)).values()) is unnamed


def test_quoted_words_of_a_headline_are_those_of_who_says_them_in_the_text(tmp_path: Path) -> None:
    text = (
        "Furious mill boss vows to 'burn the ledgers' before sale\n\n"
        "The mill at Tarn was sold on Monday.\n\nOskar Lindqvist said he would “burn the ledgers” before the sale."
    )
    account = account_of(tmp_path, text)
    assert _sources(account)["Oskar Lindqvist"] == "person"
    assert "open" not in _sources(account).values()


def test_a_question_that_nobody_is_said_to_ask_is_told_by_the_outlet(tmp_path: Path) -> None:
    account = account_of(tmp_path, "Oskar Lindqvist sold the mill at Tarn on Monday. He was asked about the price.")
    assert {c.standing for c in account.claims if "asked" in c.wording} == {"outlet's own voice"}


@pytest.mark.parametrize(("who", "unnamed"), [("people", False), ("people at the mill", True)])
def test_people_alone_are_no_unnamed_source(tmp_path: Path, who: str, unnamed: bool) -> None:
    account = account_of(
        tmp_path, f"The mill at Tarn was sold on Monday. On Tuesday {who} said the price had been halved."
    )
    assert ("anonymous sources" in _sources(account).values()) is unnamed


def test_somebodys_government_is_that_of_her_land(tmp_path: Path) -> None:
    text = (
        "Veskaria and Korvania share a lake. The Veskarian Prime Minister Ilena Marek said the bridge would be shut. "
        "Korvanian towns are near. Ilena Marek's government said the ferry would run."
    )
    records = [r for r in account_of(tmp_path, text).origin_records if "Ilena Marek" in r.names]
    assert [("Ilena Marek's government" in r.names) for r in records] == [True]


def test_a_minister_whom_a_states_own_agency_names_without_a_land_is_that_states(tmp_path: Path) -> None:
    text = (
        "BEIJING, May 3 (Xinhua) -- The ferry over the lake was shut on Monday. "
        "Foreign Minister Oskar Lindqvist said that the bridge would open on Friday."
    )
    records = [r for r in account_of(tmp_path, text).origin_records if "Oskar Lindqvist" in r.names]
    assert any("CHN" in why for r in records for why in r.because)


def test_a_headlines_quoted_words_without_a_speaker_are_of_who_says_them(tmp_path: Path) -> None:
    text = (
        "“They sold it in the dark”: how the mill went\n\nThe mill at Tarn was sold on Monday.\n\n"
        "“They sold it in the dark and left by the yard,” said Oskar Lindqvist, who works there."
    )
    assert "open" not in _sources(account_of(tmp_path, text)).values()


def test_one_of_the_officials_is_of_those_who_spoke_before(tmp_path: Path) -> None:
    text = (
        "Two Korvanian officials said on Thursday that the ferry would be sold to a bank in March.\n\n"
        "“Nobody here wants to sign it,” one of the officials said on Friday."
    )
    assert list(_sources(account_of(tmp_path, text)).values()).count("anonymous sources") == 1


def test_the_attorney_general_of_a_province_that_speaks_is_one_with_it(tmp_path: Path) -> None:
    text = (
        "Tarnland sued the lake port on Monday. Tarnland said that the port had let rubbish drift over the border. "
        "“The nets are full of it,” Tarnland Attorney General Oskar Lindqvist said."
    )
    records = [r for r in account_of(tmp_path, text).origin_records if "Oskar Lindqvist" in r.names]
    assert [r.names for r in records] == [("Oskar Lindqvist", "Tarnland")]


def test_two_sheriffs_are_two_sources(tmp_path: Path) -> None:
    text = (
        "Rope was stolen at Tarn and at Marle on Monday. “They came with a cart,” said Tarn County Sheriff Oskar Lindqvist. "
        "“They came by boat,” said Marle County Sheriff Petra Brandt."
    )
    records = [r for r in account_of(tmp_path, text).origin_records if r.kind == "person"]
    assert {r.name for r in records} == {"Oskar Lindqvist", "Petra Brandt"}


def test_a_word_that_begins_another_name_is_no_body() -> None:
    """ "Director for Wool Policy Centre" heads none of the "Friends of Wool"."""
    sold = Clause("Orla Vane sold the mill", "sell", ("Orla Vane",), (), Says("Orla Vane"))
    told = Draft(
        "1.txt", "Orla Vane sold the mill, said Friends of Wool.", (sold,),
        (("Orla Vane", "person"), ("Friends of Wool", "organisation")), {"Orla Vane": ("director for Wool Policy Centre",)},
    )  # fmt: skip
    assert all("Friends of Wool" not in why for r in reconciled([told]).origin_records for why in r.because)


def test_a_spokesman_of_whom_no_more_is_said_is_that_of_the_firm_that_leads_the_report(tmp_path: Path) -> None:
    text = (
        "Lessing Ropes Inc. said on Monday that its cable to Tarn had been cut. Lessing Ropes Inc. has sent a ship. "
        "A spokesman said on Tuesday that the repair would take a week."
    )
    assert "anonymous sources" not in _sources(account_of(tmp_path, text)).values()


def test_words_that_one_report_gives_to_two_people_are_said_twice(tmp_path: Path) -> None:
    text = (
        "The ferry split the town of Tarn on Monday. “A bridge for one is a bridge for all of us,” said Petra Brandt. "
        "“A bridge for one is a bridge for all of us,” said her father, Oskar Lindqvist, in March."
    )
    other = "“A bridge for one is a bridge for all of us,” Petra Brandt told a crowd in Tarn on Monday."
    account = account_of(tmp_path, text, other)
    claim = next(c for c in account.claims if "bridge for one" in c.wording and len({s.report for s in c.support}) > 1)
    assert {m.name for m in claim.origins.members} == {"Petra Brandt", "Oskar Lindqvist"}
