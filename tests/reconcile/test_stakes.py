"""Stakes: who accuses a party from outside is its opponent; who is accused back, or acts upon it, takes part."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Account
from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of

_NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Veskaria", "organisation"), ("Korvania", "organisation"), ("Freedonia", "organisation"),
)  # fmt: skip
_SENT = "Veskaria sent shells to Korvania by night train"
_DAY = date(2031, 3, 5)


def _draft(source: str, text: str, *clauses: Clause) -> Draft:
    names = tuple(pair for pair in _NAMES if pair[0] in text)
    return Draft(source, text, clauses, names, {}, f"Outlet {source}", _DAY)


def _sent() -> Clause:
    return Clause(_SENT, "send", ("Veskaria",), ("Korvania",))


def _accuses(who: str, what: str, accused: str) -> Clause:
    return Clause(what, "send", (accused,), (), Says(who, act="accused", type="organisation"))


def _lead(source: str) -> Draft:
    return _draft(source, f"{_SENT}. The line runs along the lake. It was closed at noon.", _sent())


def _accusation(source: str) -> Draft:
    what = "Veskaria sent shells across the border"
    return _draft(source, f"{_SENT}. Freedonia accused them: {what}.", _sent(), _accuses("Freedonia", what, "Veskaria"))


def _stake(account: Account, name: str) -> str:
    return next(origin.stake for origin in account.origins if origin.name == name)


def test_who_accuses_a_party_from_outside_is_its_opponent() -> None:
    assert _stake(account_of([_lead("1.txt"), _lead("2.txt"), _accusation("3.txt")]), "Freedonia") == "opponent"


def test_an_accuser_that_leads_the_reports_is_no_party_for_that() -> None:
    assert _stake(account_of([_accusation("1.txt"), _accusation("2.txt"), _lead("3.txt")]), "Freedonia") == "opponent"


def test_an_accuser_that_is_accused_back_takes_part() -> None:
    what = "Freedonia sent spies to the yards"
    back = _draft("4.txt", f"{_SENT}. Veskaria answered: {what}.", _sent(), _accuses("Veskaria", what, "Freedonia"))
    again = _draft("5.txt", f"{what}. Nobody was caught. The yards stay shut.", Clause(what, "send", ("Freedonia",)))
    more = _draft("6.txt", f"{what}. Two were seen. The yards stay shut.", Clause(what, "send", ("Freedonia",)))
    account = account_of([_lead("1.txt"), _lead("2.txt"), _accusation("3.txt"), back, again, more])
    assert _stake(account, "Freedonia") == "party"


@pytest.mark.parametrize(("times", "stake"), [(1, "opponent"), (2, "party")])
def test_an_accuser_that_acts_upon_a_party_in_two_tellings_takes_part(times: int, stake: str) -> None:
    deed = "Freedonia blocked Veskaria at the ford"
    acts = [
        _draft(f"{n + 4}.txt", f"{_SENT}. It rained. The town slept. Snow fell. Then {deed}.", _sent(),
               Clause(deed, "block", ("Freedonia",), ("Veskaria",)))
        for n in range(times)
    ]  # fmt: skip
    account = account_of([_lead("1.txt"), _lead("2.txt"), _accusation("3.txt"), *acts])
    assert _stake(account, "Freedonia") == stake


_PEOPLE: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Danel Marek", "person"),
)  # fmt: skip


def _hired(source: str, beside: str) -> Draft:
    """A report about Orla Vane in which Brandt Ossel speaks, named beside her by the words."""
    sold, said = "Orla Vane sold the mill", "the price was fair"
    text = f"{sold}. {beside} said {said}. Danel Marek bought it."
    clauses = (
        Clause(sold, "sell", ("Orla Vane",)),
        Clause(said, "be", (), (), Says("Brandt Ossel")),
        Clause("Danel Marek bought it", "buy", ("Danel Marek",)),
    )
    names = tuple(pair for pair in _PEOPLE if pair[0] in text)
    return Draft(source, text, clauses, names, {}, f"Outlet {source}", _DAY)


@pytest.mark.parametrize(
    ("beside", "stake"),
    [
        ("Brandt Ossel, a lawyer for Orla Vane,", "ally of a party"),
        ("Orla Vane's lawyer Brandt Ossel", "ally of a party"),
        ("Brandt Ossel, who met Orla Vane,", "unknown"),
    ],
)
def test_who_speaks_or_acts_for_a_party_is_its_ally(beside: str, stake: str) -> None:
    account = account_of([_hired("1.txt", beside), _hired("2.txt", "Brandt Ossel")])
    assert _stake(account, "Brandt Ossel") == stake


def test_a_person_at_the_head_of_every_telling_takes_part_whomever_it_accuses() -> None:
    sent = Clause("Danel Marek sent the weavers home", "send", ("Danel Marek",))
    what = "Danel Marek took the wool"

    def told(source: str) -> Draft:
        text = f"{sent.words}. Orla Vane accused him: {what}. Orla Vane walked out."
        accuses = Clause(what, "take", ("Danel Marek",), (), Says("Orla Vane", act="accused"))
        walked = Clause("Orla Vane walked out", "walk", ("Orla Vane",))
        return Draft(source, text, (sent, accuses, walked), _PEOPLE[::2], {}, f"Outlet {source}", _DAY)

    assert _stake(account_of([told("1.txt"), told("2.txt")]), "Orla Vane") == "party"


def test_a_stake_is_the_same_in_every_claim_and_in_the_list_of_origins() -> None:
    """Who tells of a deed of his own far from the head of the reports takes no part in what the story is about."""
    hid = "Brandt Ossel hid under a desk"
    text = f"{_SENT}. It rained. The town slept. Snow fell. He said {hid}. The lamps were out, he said."
    clauses = (
        _sent(),
        Clause(hid, "hide", ("Brandt Ossel",), (), Says("Brandt Ossel")),
        Clause("The lamps were out", "be", (), (), Says("Brandt Ossel")),
    )
    names: tuple[tuple[str, EntityType], ...] = (
        ("Veskaria", "organisation"),
        ("Korvania", "organisation"),
        ("Brandt Ossel", "person"),
    )
    told = Draft("9.txt", text, clauses, names, {}, "Outlet 9", _DAY)
    account = account_of([_lead("1.txt"), _lead("2.txt"), told])
    members = {m.stake for c in account.claims for m in c.origins.members if m.name == "Brandt Ossel"}
    assert members == {r.stake for r in account.origin_records if r.name == "Brandt Ossel"} == {"unknown"}


@pytest.mark.parametrize(("doer", "stake"), [("Veskaria", "opponent"), ("Lessing", "unknown")])
def test_who_is_accused_is_the_doer_and_not_whoever_is_named_beside(doer: str, stake: str) -> None:
    what = f"{doer} sold the ferry to Korvania"
    text = f"{_SENT}. Freedonia accused them: {what}."
    accuses = Clause(what, "sell", (doer,), ("Korvania",), Says("Freedonia", act="accused", type="organisation"))
    account = account_of([_lead("1.txt"), _lead("2.txt"), _draft("3.txt", text, _sent(), accuses)])
    assert _stake(account, "Freedonia") == stake


def test_who_wants_a_party_to_resign_is_its_opponent() -> None:
    wants = Clause("Veskaria resign", "resign", ("Veskaria",), (), Says("Freedonia", act="asked", type="organisation"))
    told = _draft("3.txt", f"{_SENT}. Freedonia asked that Veskaria resign.", _sent(), wants)
    assert _stake(account_of([_lead("1.txt"), _lead("2.txt"), told]), "Freedonia") == "opponent"


@pytest.mark.parametrize(
    ("described", "stake"),
    [("Police Commissioner", "party"), ("former police commissioner", "unknown"), ("critic of the police", "unknown")],
)
def test_who_heads_police_that_shoot_takes_part(described: str, stake: str) -> None:
    shot, said = "Police shot a weaver", "the yard was dark"

    def told(source: str) -> Draft:
        text = f"{shot}. It rained. The town slept. Snow fell. Dogs ran. Brandt Ossel said {said}."
        clauses = (
            Clause(shot, "shoot", ("Police",), ()),
            *(Clause(words, "be") for words in ("It rained", "The town slept", "Snow fell", "Dogs ran")),
            Clause(said, "be", (), (), Says("Brandt Ossel")),
        )
        names: tuple[tuple[str, EntityType], ...] = (("Brandt Ossel", "person"),)
        return Draft(source, text, clauses, names, {"Brandt Ossel": (described,)}, f"Outlet {source}", _DAY)

    assert _stake(account_of([told("1.txt"), told("2.txt")]), "Brandt Ossel") == stake
