"""Whose words stand for a claim: a source's own before those that lean on it."""

from __future__ import annotations

from datetime import date

from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_WORDS = "The Lessing Mill closed its gates to all weavers on Tuesday"


def _told(source: str, says: Says | None) -> Draft:
    text = f"{_WORDS}, Orla Vane said." if says else f"{_WORDS}. Orla Vane."
    clause = Clause(_WORDS, "close", ("Lessing Mill",), (), says, times=(("Tuesday", "weekday:1"),))
    names = (("Orla Vane", "person"), ("Lessing Mill", "facility"))
    return Draft(source, text, (clause,), names, {}, f"Outlet {source}", date(2031, 3, 5))  # type: ignore[arg-type]


def test_a_source_is_shown_before_an_outlet_that_prints_its_words() -> None:
    claim = claim_with(account_of([_told("0.txt", None), _told("1.txt", Says("Orla Vane"))]), "closed its gates")
    spoken = {s.report for s in claim.support if s.statement is not None}
    assert {p.report for p in claim.passages} == spoken
