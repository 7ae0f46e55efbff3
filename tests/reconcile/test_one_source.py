"""One source told of in two ways: first unnamed and then named, by the kind of body alone, a state and its minister."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_DAY = date(2031, 3, 5)
_WORDS = "the valve in the Lessing Mill opened by itself for two whole hours"
_QUOTED = "The valve itself opened in our Lessing Mill, by itself, whole two hours"
_UNNAMED = Says(None, type="anonymous", words="A miller")


def _named(text: str, words: str = _WORDS) -> Claim:
    clauses = (
        Clause(words, "open", ("Lessing Mill",), (), _UNNAMED),
        Clause(_QUOTED, "open", ("Lessing Mill",), (), Says("Orla Vane", "direct")),
    )
    names: tuple[tuple[str, EntityType], ...] = (("Orla Vane", "person"), ("Lessing Mill", "facility"))
    return claim_with(account_of([Draft("1.txt", text, clauses, names, {}, "Tarn Mail", _DAY)]), "valve")


def test_who_is_named_right_after_is_the_unnamed_one() -> None:
    told = f"A miller told us that {_WORDS}. “{_QUOTED},” said Orla Vane."
    claim = _named(told)
    assert (claim.origins.low, claim.origins.high, claim.origins.members[0].name) == (1, 1, "Orla Vane")


@pytest.mark.parametrize(
    "told",
    [
        f"Orla Vane walked on. A miller told us that {_WORDS}. “{_QUOTED},” said Orla Vane.",
        f"A miller who was not named told us that {_WORDS}. “{_QUOTED},” said Orla Vane.",
        f"A miller told us that {_WORDS}. It rained. It blew. It froze. “{_QUOTED},” Orla Vane said.",
    ],
)
def test_who_may_be_somebody_else_stays_somebody_else(told: str) -> None:
    assert _named(told).origins.high == 2


def _ministry(first: str) -> Claim:
    says = Says("ministry", type="government")
    words = "the Lessing Mill closed its gates"
    text = f"{first} said it was late. {words[0].upper()}{words[1:]}, the ministry said."
    clause = Clause(words[4:], "close", ("Lessing Mill",), (), says)
    draft = Draft("1.txt", text, (clause,), (("Lessing Mill", "facility"),), {}, "Tarn Mail", _DAY)
    return claim_with(account_of([draft]), "closed its gates")


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("The water ministry", "water ministry"),
        ("The water ministry and the trade ministry", "ministry"),
        ("The ministry", "ministry"),
    ],
)
def test_a_body_called_by_its_kind_is_the_one_named_before(first: str, name: str) -> None:
    assert [o.name for o in _ministry(first).origins.members] == [name]


def _talks(said: str) -> Claim:
    words = "the two countries would hold talks"
    names: tuple[tuple[str, EntityType], ...] = (("Vandria", "place"), ("Vandrian", "people"), ("Ode Harl", "person"))
    text = f"Vandria has complained that nobody rang. “{said},” Ode Harl said. A Vandrian ship left. He said {words}."
    clauses = (
        Clause("nobody rang", "ring", (), (), Says("Vandria", type="place")),
        Clause(said, "hear", (), (), Says("Ode Harl", "direct")),
        Clause(words, "hold", (), (), Says("Ode Harl"), "planned"),
    )
    draft = Draft("1.txt", text, clauses, names, {"Ode Harl": ("Foreign Minister",)}, "Tarn Mail", _DAY)
    return claim_with(account_of([draft]), "nobody rang")


def test_a_state_is_tied_to_the_minister_who_says_we_right_after() -> None:
    assert "through Ode Harl" in _talks("We heard of it by radio").origins.members[0].because
    assert "through" not in _talks("The radio told of it").origins.members[0].because
