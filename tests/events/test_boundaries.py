"""The codebook's boundary rules, in invented sentences."""

from __future__ import annotations

import pytest

from tests.events.test_coder import events

CASES: list[tuple[str, set[tuple[str, str | None]]]] = [
    ("Protesters demonstrated in Northport, demanding the resignation of the president.", {("PROTEST", "demo")}),
    ("The ministry summoned the Sylvanian ambassador.", {("ACCUSE", "disapprove")}),
    ("Freedonia withdrew aid from Sylvania.", {("SANCTION", "discontinue")}),
    ("The government has suspended all aid to Sylvania.", {("SANCTION", "discontinue")}),
    ("Freedonia cancelled the meeting with Sylvania.", {("REJECT", "meet")}),
    ("Freedonia and Sylvania held joint exercises.", {("COOPERATE", None)}),
    ("Freedonia held military exercises near the border.", {("MOBILIZE", "troops")}),
    ("Freedonia deployed troops to Northport after the earthquake.", {("AID", None)}),
    ("Freedonia deployed troops to Northport.", {("MOBILIZE", "troops")}),
    ("Freedonian soldiers detained two rebels in fighting near Northport.", {("ASSAULT", "abduct")}),
    ("Police detained two rebels in Northport.", {("COERCE", "arrest")}),
    (
        "The court sentenced the general to ten years in prison.",
        {("SANCTION", "convict"), ("COERCE", "arrest")},
    ),
    ("The court fined the general.", {("SANCTION", "convict")}),
    ("Freedonia massed troops on the border and attacked Sylvania.", {("ASSAULT", None)}),
]


@pytest.mark.parametrize(("text", "coded"), CASES)
def test_boundary(text: str, coded: set[tuple[str, str | None]]) -> None:
    assert {(e.type, e.mode) for e in events(text)} == coded


def test_an_act_that_counts_twice_has_two_ids() -> None:
    told = events("The court sentenced the general to ten years in prison.")
    assert len({e.id for e in told}) == len(told) == 2


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Freedonian warplanes bombed the village in an airstrike.", "ASSAULT", "explosives"),
        ("Freedonia attacked the rebels with drones.", "ASSAULT", "drone"),
        ("Gunmen killed two soldiers in Northport.", "ASSAULT", "firearms"),
        ("The minister refused to meet the envoy.", "REJECT", "meet"),
        ("Freedonia threatened to attack Sylvania.", "THREATEN", "violence"),
        ("Freedonia urged Sylvania to release the pilot.", "REQUEST", "yield"),
        ("The two presidents held talks by phone.", "CONSULT", "phone"),
    ],
)
def test_mode(text: str, kind: str, mode: str) -> None:
    assert mode in {e.mode for e in events(text) if e.type == kind}


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        (
            "Gunmen killed 12 people and wounded 30 others in Northport.",
            "ASSAULT",
            {("dead", 12, 12), ("injured", 30, 30)},
        ),
        ("Police arrested at least 14 people in Northport.", "COERCE", {("people", 14, None)}),
        ("Freedonia gave $400 million to Sylvania.", "AID", {("money", 400_000_000, 400_000_000)}),
    ],
)
def test_magnitude(text: str, kind: str, values: set[tuple[str, float | None, float | None]]) -> None:
    told = next(e for e in events(text) if e.type == kind)
    assert {(m.kind, m.low, m.high) for m in told.magnitude} >= values


def test_contexts_stand_in_the_order_of_the_ontology() -> None:
    told = events("The army attacked the mosque after the election.")[0]
    assert told.context == ("military", "election", "religion ethnicity")


def test_the_quad_follows_from_the_type() -> None:
    assert [e.quad for e in events("Freedonia imposed sanctions on Sylvania.")] == [4]
