"""One source under two names: the company, the chairwoman, a firm's own man, an aide, a witness named elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_DAY = date(2031, 3, 5)
_FIX = "the gate had a flaw for two whole weeks"
_Names = tuple[tuple[str, EntityType], ...]
_FIRMS: _Names = (
    ("Lessing Looms", "company"),
    ("Tarn Wool", "company"),
    ("Orla Vane", "person"),
    ("Brandt Ossel", "person"),
)


def _told(source: str, text: str, says: Says, described: dict[str, tuple[str, ...]] | None = None) -> Draft:
    names = tuple((n, k) for n, k in _FIRMS if n in text)
    return Draft(source, text, (Clause(_FIX, "have", (), (), says),), names, described or {}, f"Outlet {source}", _DAY)


def _claim(*drafts: Draft) -> Claim:
    return claim_with(account_of(drafts), "flaw")


_FIRM = _told("0.txt", f"Lessing Looms said {_FIX}.", Says("Lessing Looms", type="company"))
_POINTS = Says("company", type="organisation", words="The company")


@pytest.mark.parametrize(
    ("text", "high"),
    [
        (f"Lessing Looms shut on Monday. The company said {_FIX}.", 1),
        (f"Lessing Looms shut. Tarn Wool rang Lessing Looms. The company said {_FIX}.", 2),
        (f"Lessing Looms shut. It rained. It blew. It froze. It cleared. The company said {_FIX}.", 2),
        (f"The company said {_FIX}.", 2),
    ],
)
def test_the_company_is_the_one_that_leads_its_report_and_was_named_last(text: str, high: int) -> None:
    assert _claim(_FIRM, _told("1.txt", text, _POINTS)).origins.high == high


@pytest.mark.parametrize(
    ("text", "described", "low"),
    [
        (f"Lessing Looms's Orla Vane said {_FIX}.", (), 1),
        (f"Lessing Looms shut. Company spokeswoman Orla Vane said {_FIX}.", ("company spokeswoman",), 1),
        (f"Lessing Looms shut. Orla Vane said {_FIX}.", ("weaver",), 2),
    ],
)
def test_a_companys_own_man_is_the_company(text: str, described: tuple[str, ...], low: int) -> None:
    vane = _told("1.txt", text, Says("Orla Vane"), {"Orla Vane": described} if described else None)
    assert _claim(_FIRM, vane).origins.low == low


def _chair(second: tuple[str, ...]) -> Claim:
    vane = _told("0.txt", f"Orla Vane said {_FIX}.", Says("Orla Vane"), {"Orla Vane": ("guild chairwoman",)})
    office = Says(None, words="the chairwoman")
    text = f"Brandt Ossel rang Orla Vane, and the chairwoman said {_FIX}."
    return _claim(vane, _told("1.txt", text, office, {"Brandt Ossel": second}))


def test_an_office_alone_is_its_only_holder() -> None:
    assert _chair(("weaver",)).origins.high == 1
    assert _chair(("mill chairwoman",)).origins.high == 2


def test_who_is_unnamed_and_named_elsewhere_with_the_same_words_is_one() -> None:
    words = "the carter cracked his whip and drove across the gate in the rain"
    names: _Names = (("Orla Vane", "person"), ("Brandt Ossel", "person"))

    def told(source: str, says: Says, text: str) -> Draft:
        described: dict[str, tuple[str, ...]] = {"Orla Vane": ("witness",)} if "Orla" in text else {}
        here = tuple((n, k) for n, k in names if n in text)
        return Draft(source, text, (Clause(words, "drive", (), (), says),), here, described, f"Outlet {source}", _DAY)

    named = told("0.txt", Says("Orla Vane"), f"Witness Orla Vane said {words}.")
    unnamed = told("1.txt", Says(None, type="anonymous", words="a witness"), f"A witness said {words}.")
    other = told("2.txt", Says(None, type="anonymous", words="a weaver"), f"A weaver said {words}.")
    assert claim_with(account_of([named, unnamed]), "cracked").origins.high == 1
    assert claim_with(account_of([named, other]), "cracked").origins.high == 2


def test_two_states_that_both_confirm_it_are_two_voices_unless_they_say_it_jointly() -> None:
    words = "the bridge between the two lands had been opened"
    names: _Names = (("Vandria", "place"), ("Selvia", "place"), ("Vandrian", "people"), ("Selvian", "people"))

    def told(how: str) -> Claim:
        text = f"A Vandrian ship left. A Selvian ship came. Vandria and Selvia{how} confirmed {words}."
        says = Says("Vandria and Selvia", type="place", members=("Vandria", "Selvia"))
        draft = Draft("0.txt", text, (Clause(words, "open", (), (), says),), names, {}, "Tarn Mail", _DAY)
        return claim_with(account_of([draft]), "bridge")

    assert told("").origins.high == 2
    assert told(" jointly").origins.high == 1


def test_what_a_speaker_took_back_is_disputed_and_not_agreed() -> None:
    served = "she had served in the long war on the islands"
    names: _Names = (("Orla Vane", "person"),)
    said = Draft("0.txt", f"Orla Vane said {served}.", (Clause(served, "serve", (), (), Says("Orla Vane")),), names, {},
                 "Outlet 0", _DAY)  # fmt: skip
    text = f"Orla Vane had misspoken at a fair in Tarn at which she said {served}."
    back = Draft("1.txt", text, (Clause(served, "serve", (), (), Says("Orla Vane")),), names, {}, "Outlet 1", _DAY)
    claim = claim_with(account_of([said, back]), "served")
    assert claim.standing == "disputed"
    assert claim.standing_because == "taken back by Orla Vane, who had said so"


def test_a_paper_cited_for_what_somebody_says_of_herself_is_no_second_origin() -> None:
    paper = _told("1.txt", f"The Tarn Register said {_FIX}.", Says("Tarn Register", type="unknown"))
    assert _claim(_told("0.txt", f"Orla Vane said {_FIX}.", Says("Orla Vane")), paper).origins.low == 1


@pytest.mark.parametrize(
    ("left", "right", "high"),
    [
        ("Ministry of Water", "Water Ministry", 1),
        ("Central Commission for Elections", "Central Election Commission of Tarn", 1),
        ("Ministry of Water", "Ministry of Trade", 2),
        ("Water Board", "Central Water Election Board", 2),
    ],
)
def test_the_names_of_one_body_in_other_order_and_form_are_one(left: str, right: str, high: int) -> None:
    def told(source: str, name: str) -> Draft:
        clause = Clause(_FIX, "have", (), (), Says(name, type="organisation"))
        names: _Names = ((name, "organisation"),)
        return Draft(source, f"{name} said {_FIX}.", (clause,), names, {}, f"Outlet {source}", _DAY)

    assert _claim(told("0.txt", left), told("1.txt", right)).origins.high == high


def test_a_surname_spelled_in_two_ways_is_one_person() -> None:
    def told(source: str, name: str) -> Draft:
        clause = Clause(_FIX, "have", (), (), Says(name))
        return Draft(source, f"{name} said {_FIX}.", (clause,), ((name, "person"),), {}, f"Outlet {source}", _DAY)

    assert _claim(told("0.txt", "Gregor Milliot"), told("1.txt", "Gregor Miliot")).origins.high == 1
    assert _claim(told("0.txt", "Gregor Milliot"), told("1.txt", "Tilda Miliot")).origins.high == 2


def test_numbers_that_outlets_give_differ_and_are_not_disputed() -> None:
    names: _Names = (("Orla Vane", "person"), ("Lessing Mill", "facility"))

    def told(source: str, number: str, value: float, says: Says | None) -> Draft:
        words = f"{number} weavers were killed in the Lessing Mill"
        text = f"{'Orla Vane said ' if says else 'Now '}{words}."
        clause = Clause(words, "kill", (), (), says, counts=((number, "killed", value, value),))
        here = tuple((n, k) for n, k in names if n in text)
        return Draft(source, text, (clause,), here, {}, f"Outlet {source}", _DAY)

    account = account_of([told("0.txt", "three", 3, Says("Orla Vane")), told("1.txt", "nine", 9, None)])
    assert [d.kind for d in account.differences] == ["number"]
    assert "disputed" not in {c.standing for c in account.claims}


def test_what_a_paper_tells_of_somebody_who_says_it_too_rests_on_that_one() -> None:
    words = "Orla Vane had served in the long war on the islands"
    names: _Names = (("Orla Vane", "person"), ("Tarn Register", "medium"))

    def told(source: str, name: str, kind: EntityType) -> Draft:
        text = f"{name} said {words}."
        clause = Clause(words, "serve", ("Orla Vane",), (), Says(name, type=kind))
        return Draft(
            source, text, (clause,), tuple((n, k) for n, k in names if n in text), {}, f"Outlet {source}", _DAY
        )

    claim = claim_with(
        account_of([told("0.txt", "Orla Vane", "person"), told("1.txt", "Tarn Register", "medium")]), "served"
    )
    assert (claim.origins.high, claim.standing) == (1, "one origin")


def test_the_president_is_who_is_called_that_and_nothing_more() -> None:
    """The president of a guild is called so with the guild."""
    described: dict[str, tuple[str, ...]] = {"Orla Vane": ("president",), "Brandt Ossel": ("guild president",)}
    text = f"Brandt Ossel met Orla Vane. The president said {_FIX}."
    points = Says(None, type="person", words="The president")
    assert [o.name for o in _claim(_told("1.txt", text, points, described)).origins.members] == ["Orla Vane"]
    both: dict[str, tuple[str, ...]] = {"Orla Vane": ("mill president",), "Brandt Ossel": ("guild president",)}
    assert [o.name for o in _claim(_told("1.txt", text, points, both)).origins.members] == ["“The president”"]
