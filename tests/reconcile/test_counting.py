"""Origins counted: who is one source with whom, what leans on what, and the interval where nothing decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Weavers' Guild", "organisation"),
    ("Mill Ministry", "government"), ("Lessing Mill", "facility"), ("Tarn Press", "agency"),
)  # fmt: skip
_WORDS = "the Lessing Mill closed its gates for good last winter"


def _told(source: str, says: Says | None = None, outlet: str | None = None, described: str = "") -> Draft:
    speaker = says.name or says.words if says else ""
    text = f"{speaker} said {_WORDS}. Orla Vane." if says else f"In Tarn {_WORDS}. Orla Vane."
    clause = Clause(_WORDS, "close", ("Lessing Mill",), (), says)
    names = tuple((name, kind) for name, kind in _NAMES if name in text or name in described)
    return Draft(
        source, text, (clause,), names, {"Orla Vane": (described,)} if described else {}, outlet, date(2031, 3, 5)
    )


def _claim(*drafts: Draft) -> Claim:
    return claim_with(account_of(drafts), "closed ")


def _body(name: str) -> Says:
    return Says(name, type="organisation")


def test_a_spokeswoman_and_her_guild_are_one() -> None:
    claim = _claim(
        _told("1.txt", Says("Orla Vane"), described="Weavers' Guild spokeswoman"),
        _told("2.txt", _body("Weavers' Guild")),
    )
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "one origin")
    assert "count as one" in claim.origins.because


def test_a_minister_and_the_ministry_are_one() -> None:
    ministry = Says("Mill Ministry", type="government")
    claim = _claim(_told("1.txt", Says("Orla Vane"), described="Mill Minister"), _told("2.txt", ministry))
    assert (claim.origins.low, claim.origins.high) == (1, 1)


def test_two_people_who_share_no_voice_are_two() -> None:
    claim = _claim(_told("1.txt", Says("Orla Vane")), _told("2.txt", Says("Brandt Ossel")))
    assert (claim.origins.low, claim.standing) == (2, "agreed by independent origins")


def test_unnamed_groups_of_two_tellings_may_be_one() -> None:
    crowd = Says(None, type="anonymous", words="two weavers")
    claim = _claim(_told("1.txt", crowd), _told("2.txt", crowd))
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")


def test_a_speaker_who_stays_open_never_raises_the_least_count() -> None:
    claim = _claim(_told("1.txt", Says("Orla Vane")), _told("2.txt", Says(None, words="she")))
    assert (claim.origins.low, claim.origins.high) == (1, 2)


def test_a_government_that_is_not_named_may_be_the_ministry() -> None:
    ministry = Says("Mill Ministry", type="government")
    claim = _claim(_told("1.txt", ministry), _told("2.txt", Says("the government", type="government")))
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    assert "who may be one source" in claim.standing_because


def test_unnamed_officials_may_have_a_minister_among_them() -> None:
    officials = Says(None, type="anonymous", words="officials")
    minister = _told("1.txt", Says("Orla Vane"), described="Mill Minister")
    claim = _claim(minister, _told("2.txt", officials))
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    friends = Says(None, type="anonymous", words="friends")
    assert _claim(minister, _told("2.txt", friends)).standing == "unsure"


def test_a_foreign_minister_does_not_speak_for_what_a_name_is_cut_to() -> None:
    cut: tuple[str, EntityType] = ("Lessing foreign", "organisation")
    minister = _told("1.txt", Says("Orla Vane"), described="Foreign Minister")
    minister = replace(minister, text=f"{minister.text} Lessing foreign.", names=(*minister.names, cut))
    other = _told("2.txt", Says("Brandt Ossel"), described="")
    other = replace(other, described={"Brandt Ossel": ("Lessing foreign ministry spokesman",)})
    assert _claim(minister, other).origins.because == "Brandt Ossel; Orla Vane"


def test_a_cited_medium_shows_no_origin_beside_somebody_named() -> None:
    medium = _cited("2.txt", Says("Tarn Press", type="agency"))
    claim = _claim(_told("1.txt", Says("Orla Vane")), medium)
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    assert claim.standing_because == "it rests on Orla Vane; Tarn Press reports it, which shows no other origin"
    hidden = Says(None, type="anonymous", words="a weaver")
    assert _claim(_told("1.txt", hidden), medium).standing == "unsure"


def _cited(source: str, says: Says) -> Draft:
    """The same told by somebody cited, in other words."""
    words = "the Lessing Mill closed all its gates last winter"
    names: tuple[tuple[str, EntityType], ...] = (("Lessing Mill", "facility"), (says.name or "", says.type))
    clause = Clause(words, "close", ("Lessing Mill",), (), says)
    return Draft(source, f"{says.name} said {words}.", (clause,), names, published=date(2031, 3, 5))


def test_a_group_with_a_name_is_nobody_elses_body() -> None:
    claim = _claim(_told("1.txt", Says("Orla Vane")), _told("2.txt", Says("Weavers of Tarn", type="group")))
    assert (claim.origins.high, claim.standing) == (2, "unsure")


def test_both_members_of_a_compound_speak() -> None:
    both = Says("Orla Vane and Brandt Ossel", members=("Orla Vane", "Brandt Ossel"))
    claim = _claim(_told("1.txt", both))
    assert [o.name for o in claim.origins.members] == ["Brandt Ossel"]
    assert claim.origins.because == "Brandt Ossel and Orla Vane count as one"


def test_who_counts_as_one_shows_one_stake() -> None:
    """The strongest that is known of the group; an outlet that adds nothing shows none."""
    claim = _claim(
        _told("1.txt", Says("Orla Vane"), described="Weavers' Guild spokeswoman"),
        _told("2.txt", _body("Weavers' Guild")),
        _told("3.txt", None, "The Ferry Post"),
    )
    assert len(claim.origins.members) == 1
    assert "one with" in claim.origins.members[0].because


def test_a_statement_made_jointly_is_one_act_of_saying() -> None:
    both = Says("Orla Vane and Brandt Ossel", members=("Orla Vane", "Brandt Ossel"))
    claim = _claim(_told("1.txt", both))
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "one origin")


def test_who_says_it_jointly_and_alone_counts_once() -> None:
    both = Says("Orla Vane and Brandt Ossel", members=("Orla Vane", "Brandt Ossel"))
    joint, one, other = _told("1.txt", both), _told("2.txt", Says("Orla Vane")), _told("3.txt", Says("Brandt Ossel"))
    assert [_claim(*drafts).origins.low for drafts in ((joint, one), (joint, one, other), (one, other))] == [1, 2, 2]
    assert _claim(joint, one).origins.high == 2


def test_an_outlet_that_prints_a_speakers_long_words_as_its_own_adds_nothing() -> None:
    claim = _claim(_told("1.txt", Says("Orla Vane")), _told("2.txt", None, "The Ferry Post"))
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "one origin")


@pytest.mark.parametrize(
    ("says", "stake"),
    [
        (Says(None, type="anonymous", words="a weaver"), "anonymous"),
        (Says("Lessing Mill", type="facility"), "party"),
        (Says("Brandt Ossel"), "unknown"),
    ],
)
def test_stakes(says: Says, stake: str) -> None:
    assert [o.stake for o in _claim(_told("1.txt", says)).origins.members] == [stake]


def test_a_company_that_is_only_pointed_back_at_never_raises_the_least_count() -> None:
    company = Says("the company", type="organisation", words="the company")
    claim = _claim(_told("1.txt", Says("Orla Vane")), _told("2.txt", company))
    assert (claim.origins.low, claim.origins.high) == (1, 2)


def test_the_chief_of_a_body_by_her_letters_speaks_for_it() -> None:
    claim = _claim(
        _told("1.txt", Says("Orla Vane"), described="Weavers' Guild CEO"), _told("2.txt", _body("Weavers' Guild"))
    )
    assert (claim.origins.low, claim.origins.high) == (1, 1)
