"""Who is one with whom: people of one state, forms of a name, two texts that are alike once, and bare words of no harm."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Origin
from consilience.model.annotations import EntityType
from consilience.model.statement import Status
from consilience.reconcile.independence import Bonds
from consilience.reconcile.standings import stands_apart
from consilience.reconcile.voices import Voice
from consilience.reconcile.witnesses import Witness
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_DAY = date(2031, 3, 5)
_CLOSED = "the Lessing Mill closed its gates for good on Monday"
_Names = tuple[tuple[str, EntityType], ...]


def _said(source: str, name: str, others: _Names) -> Draft:
    clause = Clause(_CLOSED, "close", ("Lessing Mill",), (), Says(name))
    names: _Names = ((name, "person"), ("Lessing Mill", "facility"), *others)
    text = f"{name} said {_CLOSED}. {' '.join(f'{n} was there.' for n, _ in others)}"
    return Draft(source, text, (clause,), names, {}, f"Outlet {source}", _DAY)


def _witness(name: str, kind: EntityType = "person") -> Witness:
    voice = Voice("named", (name,), name, kind, name, "")
    return Witness(voice, Origin(name, name, kind, "unknown", ""), "t", "", name, None, denies=False)


@pytest.mark.parametrize(
    ("who", "apart"),
    [
        (_witness("Brandt Ossel"), True),
        (_witness("Orla Vane"), False),
        (_witness("Marek Tarn"), False),
        (_witness("Vandrian ministry", "government"), False),
        (_witness("Ferry Guild", "organisation"), True),
    ],
)
def test_a_person_may_deny_what_another_of_the_same_state_says(who: Witness, apart: bool) -> None:
    """Who heads or speaks for the one who says it is no other voice, nor is a body of the state."""
    state = dict.fromkeys(("Orla Vane", "Brandt Ossel", "Marek Tarn", "Vandrian ministry"), "state VAN")
    bonds = Bonds(state, {}, frozenset(), {}, frozenset({("Marek Tarn", "Orla Vane")}), {})
    assert stands_apart(who, [_witness("Orla Vane")], bonds) == apart


@pytest.mark.parametrize(("name", "most"), [("T. Orla Vane", 1), ("Tilda Vane", 2), ("T. Orla Vance", 2)])
def test_an_initial_before_a_name_is_no_other_person(name: str, most: int) -> None:
    drafts = [_said("1.txt", "Orla Vane", others=(("Marek Vane", "person"),))]
    drafts.append(_said("2.txt", name, others=(("Orla Vane", "person"),)))
    assert claim_with(account_of(drafts), "closed").origins.high == most


_NEWS = "The harbour council of the old town quietly sold its last wooden ferry to a foreign brewer"
_MARCH = "the Lessing Mill closed its gates on Monday"


def _own(source: str, first: str, before: str) -> Draft:
    text = f"{first} in Tarn.\n{before} {_MARCH}."
    clauses = (Clause(first, "sell"), Clause(_MARCH, "close", ("Lessing Mill",)))
    return Draft(source, text, clauses, (("Lessing Mill", "facility"),), {}, f"Outlet {source}", _DAY)


@pytest.mark.parametrize(
    ("other", "least"),
    [
        (_NEWS.replace("quietly", "hastily").replace("brewer", "banker"), 1),
        ("A brewer from abroad has bought the last wooden ferry of Tarn", 2),
    ],
)
def test_two_texts_that_are_alike_once_may_be_one_text(other: str, least: int) -> None:
    account = account_of([_own("1.txt", _NEWS, "Now"), _own("2.txt", other, "At Tarn")])
    assert claim_with(account, "closed").origins.low == least


def _harm(source: str, name: str, words: str, act: str, negated: bool) -> Draft:
    clause = Clause(words, act, (), (), Says(name), "negated" if negated else "happened", negated)
    return Draft(source, f"{name} said {words}.", (clause,), ((name, "person"),), {}, f"Outlet {source}", _DAY)


def test_that_nobody_was_hurt_is_one_thing_in_all_its_words() -> None:
    drafts = [
        _harm("1.txt", "Orla Vane", "no one was injured", "injure", True),
        _harm("2.txt", "Brandt Ossel", "nobody was hurt", "hurt", True),
    ]
    found = [c for c in account_of(drafts).claims if c.origins.high > 1]
    assert [c.origins.low for c in found] == [2]


@pytest.mark.parametrize(("status", "name"), [("happened", "her spokesman"), ("possible", "Orla Vane")])
def test_the_dead_do_not_speak_through_their_spokesmen(status: Status, name: str) -> None:
    sold = "the old mill was sold to a weaver"
    text = f"Orla Vane died on Monday. Her spokesman said {sold}."
    clauses = (
        Clause("Orla Vane died on Monday", "die", ("Orla Vane",), (), None, status),
        Clause(sold, "sell", says=Says("Orla Vane", words="her spokesman")),
    )
    draft = Draft("1.txt", text, clauses, (("Orla Vane", "person"),), {}, "Tarn Mail", _DAY)
    assert [o.name for o in claim_with(account_of([draft]), "sold").origins.members] == [name]
