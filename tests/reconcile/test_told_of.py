"""Who tells it, where the words only tell that somebody spoke: the outlet, or the speaker within whose words it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of
from tests.reconcile.worlds import claim_with


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Tarn council approved the new lease on Monday.", "approved", "Outlet 0"),
        ("Orla Vane was asked by Judge Brandt Ossel whether she knew the ferryman.", "was asked", "Outlet 0"),
        ("Brandt Ossel said that the Tarn council had approved the new lease on Monday.", "approved", "Brandt Ossel"),
        ("Orla Vane said the Tarn council would sell the mill.", "sell", "Orla Vane"),
    ],
)
def test_a_deed_done_by_speaking_is_told_by_who_saw_it(tmp_path: Path, text: str, words: str, name: str) -> None:
    account = account_of(tmp_path, f"{text} It rained.")
    claim = claim_with(account, words)
    assert [o.name for o in claim.origins.members] == [name]


def test_speakers_who_stay_open_are_shown_by_the_reports_words(tmp_path: Path) -> None:
    account = account_of(tmp_path, "The guild met on Monday. Her agent said the mill was sold to a weaver.")
    assert [o.name for o in claim_with(account, "sold").origins.members] == ["“Her agent”"]


def test_an_unnamed_friend_told_of_in_the_same_words_may_be_one(tmp_path: Path) -> None:
    first = "Orla Vane left Tarn. A friend of the singer said that she had sold the old mill to a weaver."
    second = "A friend of the singer told the guild on Tuesday that Orla Vane had sold the old mill to a weaver."
    claim = claim_with(account_of(tmp_path, first, second), "sold")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    assert "may be one" in claim.standing_because


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        (
            "Orla Vane argued that the mill had been sold, a contention the weaver's lawyer disputed.",
            "sold",
            "disputed",
        ),
        ("Orla Vane said the mill had been sold. Brandt Ossel is disputing that claim.", "sold", "disputed"),
        ("Orla Vane said the mill had been sold. Brandt Ossel denied it.", "sold", "disputed"),
        ("The guild disputed Orla Vane's claims that the mill was rotten.", "rotten", "disputed"),
        ("Orla Vane promised to sell the mill. All weavers have denied it.", "sell", "one origin"),
        ("Orla Vane said the mill had been offered to the guild. Brandt Ossel rejected it.", "offered", "one origin"),
    ],
)
def test_what_is_denied_by_words_that_point_back(tmp_path: Path, text: str, words: str, standing: str) -> None:
    account = account_of(tmp_path, f"It rained in Tarn. {text}")
    assert standing in {c.standing for c in account.claims if words in c.wording}
    assert (standing == "disputed") == any(c.standing == "disputed" for c in account.claims)


def test_who_denies_reports_that_something_happened_does_not_tell_it(tmp_path: Path) -> None:
    account = account_of(tmp_path, "Brandt Ossel denied reports that the old mill had closed on Monday.")
    stances = {s.stance for c in account.claims for s in c.support}
    assert stances == {"denies"}


def test_a_report_that_tells_the_same_denial_carries_it(tmp_path: Path) -> None:
    """Though nothing in it was lined up with the words of denial."""
    said = "It rained in Tarn. Orla Vane said the guards fired live rounds at the weavers. The Tarn Guard spoke later."
    denied = "“No live rounds were fired at the weavers,” Brandt Ossel, spokesman for the Tarn Guard, said."
    again = "Snow fell. Orla Vane says the guards fired live rounds at the weavers; the Tarn Guard denies it."
    account = account_of(tmp_path, f"{said} {denied}", again)
    denial = next(c for c in account.claims if c.standing == "disputed" and "No live" in c.wording)
    assert [cell.coverage for cell in denial.coverage] == ["carries", "carries"]


def test_words_set_against_others_are_those_that_say_not(tmp_path: Path) -> None:
    text = (
        "It rained in Tarn. Orla Vane, who says she had a clear view of the old mill, says the miller did not light the "
        "lamp. Her words are at odds with those of Brandt Ossel, who said the miller had lit the lamp."
    )
    disputed = [c.wording for c in account_of(tmp_path, text).claims if c.standing == "disputed"]
    assert disputed
    assert not any("clear view" in wording for wording in disputed)


def test_later_sentences_of_a_quotation_are_those_of_who_began_it(tmp_path: Path) -> None:
    text = (
        "Snow fell in Tarn.\nAccording to the guild's statement, the guards saw a weaver \"leave the old mill in haste.\n"
        'The weaver carried a lamp.\nBoth guards followed the weaver to the quay. "\nIt rained later.'
    )
    account = account_of(tmp_path, text)
    names = {o.name for c in account.claims if "lamp" in c.wording or "quay" in c.wording for o in c.origins.members}
    assert names
    assert "Outlet 0" not in names
