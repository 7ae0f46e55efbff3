"""One utterance is one origin, whoever is credited with it."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.annotations import EntityType
from consilience.model.statement import Manner
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_WORDS = "The valve in the Lessing Mill opened by itself for two whole hours"


def _told(source: str, speaker: str, manner: Manner) -> Draft:
    marked = f"“{_WORDS},” {speaker} said." if manner == "direct" else f"{_WORDS}, {speaker} said."
    clause = Clause(_WORDS, "open", (), (), Says(speaker, manner))
    names: tuple[tuple[str, EntityType], ...] = ((speaker, "person"),)
    return Draft(source, marked, (clause,), names, {}, f"Outlet {source}", date(2031, 3, 5))


@pytest.mark.parametrize(("manner", "least"), [("direct", 1), ("indirect", 2)])
def test_a_quotation_given_to_two_people_is_one_utterance(manner: Manner, least: int) -> None:
    claim = claim_with(
        account_of([_told("0.txt", "Orla Vane", manner), _told("1.txt", "Danel Marek", manner)]), "opened"
    )
    assert claim.origins.low == least


@pytest.mark.parametrize("name", ["Orla Vane's office", "the Vane campaign"])
def test_a_person_and_the_office_that_speaks_for_the_person_are_one(name: str) -> None:
    claim = claim_with(
        account_of([_told("0.txt", "Orla Vane", "indirect"), _told("1.txt", name, "indirect")]), "opened"
    )
    assert claim.origins.high == 1
