"""Who stands against a sentence: those that deny it, those that tell a value otherwise; nobody where nothing is disputed."""

from dataclasses import replace

import pytest

from consilience.model.account import Account, AccountSentence, Difference, DifferenceScope, Side
from consilience.present.against import against
from tests.present.accounts import findings

ACCOUNT = findings().accounts[0]


def disputed() -> AccountSentence:
    """The sentence of the account that somebody denies."""
    return next(s for s in ACCOUNT.sentences if s.standing == "disputed")


def told_apart(account: Account, scope: DifferenceScope) -> Account:
    """The account with one difference about the disputed claim: its own origins against two others."""
    sentence = disputed()
    own = tuple(origin.id for origin in sentence.origins.members)
    others = tuple(origin.id for origin in account.origins if origin.id not in own)
    sides = (Side("three", (), own), Side("five", (), others))
    claims = tuple(c.id for c in account.claims if c.id in sentence.claims and c.standing == "disputed")
    return replace(account, differences=(Difference("d1", "number", scope, claims, sides, "Two counts."),))


def test_who_denies_stands_against_it() -> None:
    """A denial in a disputed claim of the sentence, by an origin that is not the sentence's own."""
    sentence = disputed()
    own = {origin.id for origin in sentence.origins.members}
    other = next(origin for origin in ACCOUNT.origins if origin.id not in own)
    claims = tuple(
        replace(c, support=(*c.support, replace(c.support[0], origin=other.id, stance="denies")))
        if c.id in sentence.claims and c.standing == "disputed"
        else c
        for c in ACCOUNT.claims
    )
    assert against(replace(ACCOUNT, differences=()), sentence) == ()
    assert against(replace(ACCOUNT, claims=claims, differences=()), sentence) == (other.name,)


@pytest.mark.parametrize(("scope", "more"), [("conflict", True), ("finer detail", False), ("not comparable", False)])
def test_the_other_side_of_a_conflict_stands_against_it(scope: DifferenceScope, more: bool) -> None:
    """Only what cannot both hold; the sentence's own origins stand on no other side."""
    plain = against(replace(ACCOUNT, differences=()), disputed())
    found = against(told_apart(ACCOUNT, scope), disputed())
    assert (len(found) > len(plain)) == more
    assert not {origin.name for origin in disputed().origins.members} & set(found)


def test_nobody_stands_against_what_is_not_disputed() -> None:
    """Whatever differences there are."""
    account = told_apart(ACCOUNT, "conflict")
    assert all(against(account, s) == () for s in account.sentences if s.standing != "disputed")
