"""Sources that may be one: a text that was before another outlet, a spokesperson without a name, who told the police."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.claims.align import align
from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from consilience.model.spans import Passage, Span
from consilience.model.story import SharedStretch
from consilience.reconcile.account import reconcile
from consilience.reconcile.frame import frame
from consilience.settings import AccountSettings, ClaimSettings
from tests.reconcile.build import Clause, Draft, Says, made, story
from tests.reconcile.worlds import account_from, account_of, claim_with

_DAY = date(2031, 3, 5)
_CLOSED = "the Lessing Mill closed its gates for good on Monday"
_NAMES: tuple[tuple[str, EntityType], ...] = (("Lessing Mill", "facility"),)
_TAIL = "The looms were sold to a dealer in Tarn before the wool fair began."


def _own(number: int, before: str, words: str, act: str = "close", tail: str = "") -> Draft:
    clause = Clause(words, act, ("Lessing Mill",))
    return Draft(f"{number}.txt", f"{before} {words}. {tail}", (clause,), _NAMES, {}, f"Outlet {number}", _DAY)


def _shared(text: str) -> Claim:
    """The claim of two outlets of which the second prints the last sentence of the first."""
    reports = [made(_own(n, before, text, tail=_TAIL)) for n, before in enumerate(("Now", "At Tarn it is said that"))]
    sides = [Passage(r.report.id, "text", Span(len(r.report.text) - len(_TAIL), len(r.report.text))) for r in reports]
    plain = story(reports)
    whole = frame(replace(plain, shared=(SharedStretch(sides[0], sides[1], 13),)), reports)
    return claim_with(reconcile(whole, reports, align(whole, reports, ClaimSettings()), AccountSettings()), "its gates")


def test_who_prints_a_sentence_of_another_may_have_the_rest_from_it() -> None:
    claim = _shared(_CLOSED)
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "outlet's own voice")
    assert "stands in the other" in claim.standing_because


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the Lessing Mill weaver was taken to a hospital", "take"),
        ("the Lessing Mill cart was pulled over", "pull over"),
    ],
)
def test_outlets_are_no_witnesses_of_what_rescuers_and_police_did(words: str, act: str) -> None:
    drafts = [_own(n, before, words, act) for n, before in enumerate(("Now", "At Tarn"))]
    claim = claim_with(account_of(drafts), "Lessing Mill")
    assert (claim.standing, claim.origins.low) == ("outlet's own voice", 1)
    assert "whoever was in charge" in claim.standing_because


def _said(number: int, says: Says, described: str = "") -> Draft:
    names = (*_NAMES, (says.name, says.type)) if says.name else _NAMES
    text = f"{says.name or says.words} said {_CLOSED}."
    clause = Clause(_CLOSED, "close", ("Lessing Mill",), (), says)
    about: dict[str, tuple[str, ...]] = {says.name: (described,)} if says.name and described else {}
    return Draft(f"{number}.txt", text, (clause,), names, about, f"Outlet {number}", _DAY)


_SPOKESMAN = Says(None, type="anonymous", words="A spokesman")
_OFFICIALS = Says(None, type="anonymous", words="Officials")
_RESIDENT = Says(None, type="anonymous", words="A resident")
_WITNESSES = Says(None, type="anonymous", words="Witnesses")
_WEAVERS = Says("Weavers Union", type="organisation")
_PERSON = Says("Orla Vane")


@pytest.mark.parametrize(
    ("unnamed", "named", "described", "standing"),
    [
        (_SPOKESMAN, _WEAVERS, "", "one origin"),
        (_RESIDENT, _WEAVERS, "", "agreed by independent origins"),
        (_OFFICIALS, _PERSON, "chief of the fire department", "one origin"),
        (_OFFICIALS, _PERSON, "head of the ferry office", "one origin"),
        (_OFFICIALS, _PERSON, "baker", "unsure"),
        (_RESIDENT, _PERSON, "neighbour", "one origin"),
        (_RESIDENT, _PERSON, "baker", "unsure"),
        (_WITNESSES, Says("Tarn Police", type="organisation"), "", "unsure"),
    ],
)
def test_who_is_unnamed_may_be_who_is_named(unnamed: Says, named: Says, described: str, standing: str) -> None:
    claim = claim_with(account_of([_said(1, unnamed), _said(2, named, described)]), "its gates")
    assert claim.standing == standing, claim.standing_because


def test_headlines_alone_are_as_many_origins_as_outlets_at_most() -> None:
    told = []
    for n, head in enumerate(("Lessing Mill closed its gates", "Lessing Mill closed its gates for good")):
        clause = Clause(head, "close", ("Lessing Mill",))
        read = made(Draft(f"{n}.txt", f"{head}. It rained in Tarn.", (clause,), _NAMES, {}, f"Outlet {n}", _DAY))
        told.append(replace(read, report=replace(read.report, headline=Span(0, len(head)))))
    claim = claim_with(account_from(told), "its gates")
    assert (claim.origins.low, claim.origins.high, len(claim.origins.members)) == (1, 2, 2)
    assert "a headline sums up" in claim.standing_because
