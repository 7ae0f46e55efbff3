"""Whose words stand for a claim: a source's own before those that lean on it."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.annotations import EntityType
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_WORDS = "The Lessing Mill closed its gates to all weavers on Tuesday"


def _told(source: str, says: Says | None) -> Draft:
    text = f"{_WORDS}, Orla Vane said." if says else f"{_WORDS}. Orla Vane."
    clause = Clause(_WORDS, "close", ("Lessing Mill",), (), says, times=(("Tuesday", "weekday:1"),))
    names: tuple[tuple[str, EntityType], ...] = (("Orla Vane", "person"), ("Lessing Mill", "facility"))
    return Draft(source, text, (clause,), names, {}, f"Outlet {source}", date(2031, 3, 5))


def test_a_source_is_shown_before_an_outlet_that_prints_its_words() -> None:
    claim = claim_with(account_of([_told("0.txt", None), _told("1.txt", Says("Orla Vane"))]), "closed its gates")
    spoken = {s.report for s in claim.support if s.statement is not None}
    assert {p.report for p in claim.passages} == spoken


_TOLL = "five weavers were killed behind the mill gates"


def _counted(source: str, after: str, says: Says | None) -> Draft:
    """A report that counts the dead, in its own voice with a sentence after it, or in a speaker's."""
    text = f"Orla Vane told us that {_TOLL}." if says else f"Now {_TOLL}.{after}"
    counts = (("five weavers", "weaver", 5.0, 5.0),)
    clauses = [Clause(_TOLL, "kill", (), (), says, counts=counts)]
    if not says:
        clauses.append(Clause("it is so as told", "confirm", (), (), Says("Orla Vane")))
    return Draft(source, text, tuple(clauses), (("Orla Vane", "person"),), {}, f"Outlet {source}", date(2031, 3, 5))


@pytest.mark.parametrize(
    ("after", "most"),
    [(" Orla Vane confirms it is so as told.", 1), ("\n\nOrla Vane confirms it is so as told.", 2)],
)
def test_the_source_in_the_next_sentence_stands_for_the_one_before(after: str, most: int) -> None:
    """In another paragraph the outlet may know it otherwise; the report names her, so nothing shows that it does."""
    claim = claim_with(account_of([_counted("0.txt", after, None), _counted("1.txt", "", Says("Orla Vane"))]), "killed")
    assert (claim.origins.low, claim.origins.high) == (1, most)
