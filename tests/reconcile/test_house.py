"""Whose medium an outlet is by the reports' own words: a state's, a party's, or nobody's."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Origin
from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft
from tests.reconcile.worlds import account_of, claim_with

_DAY = date(2031, 3, 5)
_FLAW = "the sluice gate had a flaw"


def _origin(outlet: str, *others: tuple[str, str], tail: str = "") -> Origin:
    """What a claim that one outlet tells rests on, beside reports that call a name something."""
    text = f"Norlandians know that {_FLAW}. The Weavers League met in Norland.{tail}"
    told = Draft(
        "0.txt",
        text,
        (Clause(_FLAW, "have"),),
        (("Weavers League", "organisation"), ("Norland", "place")),
        {},
        outlet,
        _DAY,
    )
    beside = [
        Draft(
            f"{n}.txt",
            f"The {called} {name} wrote of the weather in Norland.",
            (Clause("wrote of the weather", "write"),),
            ((name, "organisation"),),
            {name: (called,)},
            f"Outlet {n}",
            _DAY,
        )
        for n, (name, called) in enumerate(others, 1)
    ]
    (member,) = claim_with(account_of((told, *beside)), "flaw").origins.members
    return member


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("state news agency", "state_media"),
        ("state-run broadcaster", "state_media"),
        ("state agency", "state_media"),
        ("news agency", "outlet"),
        ("agency of a small state", "outlet"),
    ],
)
def test_an_outlet_that_a_report_calls_a_states_medium_is_one(called: str, kind: str) -> None:
    assert _origin("Norpress", ("Norpress", called)).type == kind


def test_a_state_agency_that_brings_no_news_is_no_medium() -> None:
    assert _origin("The Tarn Herald", ("Norwater", "state agency")).type == "outlet"


def test_an_outlet_that_a_body_publishes_is_that_bodys() -> None:
    tail = " The Loom is published by the Press Office of the Weavers League."
    assert "published by the Press Office of the Weavers League" in _origin("The Loom", tail=tail).because
    assert "published" not in _origin("The Loom", tail=" The Loom is published by Tarn Prints.").because


@pytest.mark.parametrize(
    ("outlet", "stake"),
    [("goweavers-league.example", "bystander"), ("goweaversleague.com", "party"), ("tarnherald.com", "bystander")],
)
def test_the_site_of_a_body_speaks_with_its_voice(outlet: str, stake: str) -> None:
    """By its address, where that body takes part in what the reports tell at their head."""
    text = f"The Weavers League met in Norland. Norlandians know that {_FLAW}."
    clauses = (Clause("The Weavers League met in Norland", "meet", ("Weavers League",)), Clause(_FLAW, "have"))
    names: tuple[tuple[str, EntityType], ...] = (("Weavers League", "organisation"), ("Norland", "place"))
    drafts = [Draft(f"{n}.txt", text, clauses, names, {}, name, _DAY) for n, name in enumerate((outlet, "Outlet 2"))]
    members = {m.name: m for m in claim_with(account_of(drafts), "flaw").origins.members}
    assert members[outlet].stake == stake
