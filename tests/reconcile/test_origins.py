"""The origins of a story: one record a real-world source."""

from __future__ import annotations

from consilience.model.account import Account, OriginRecord
from tests.reconcile.build import Says
from tests.reconcile.worlds import account_of, entered, shots, toll


def _account() -> Account:
    return account_of(
        [
            entered("1.txt", "The Ellery Lantern"),
            toll("2.txt", "Orla Vane", "five", 5, "The Norhaven Mirror"),
            toll("3.txt", "Brandt Ossel", "five", 5, "Ferry Post"),
            shots("4.txt", "Orla Vane", False, "Ferry Post"),
        ]
    )


def _named(account: Account, name: str) -> OriginRecord:
    (found,) = [record for record in account.origin_records if name in record.names]
    return found


def test_each_source_has_one_record_with_its_claims_and_reports() -> None:
    record = _named(_account(), "Orla Vane")
    assert record.kind == "person"
    assert len(record.claims) == 2
    assert len(record.reports) == 2


def test_what_rests_on_one_origin_is_told_apart() -> None:
    account = _account()
    counted = {claim.id: claim.origins.high for claim in account.claims}
    alone = {claim for record in account.origin_records for claim in record.alone}
    assert alone
    assert all(counted[claim] == 1 for claim in alone)


def test_an_outlets_own_voice_is_its_own_reporting() -> None:
    assert _named(_account(), "The Ellery Lantern").kind == "outlet's own reporting"


def test_every_origin_of_a_shown_claim_stands_in_one_record() -> None:
    account = _account()
    members = [origin for record in account.origin_records for origin in record.members]
    assert len(members) == len(set(members))
    assert {s.origin for claim in account.claims for s in claim.support if s.stance == "asserts"} <= set(members)


def test_who_speaks_with_one_voice_is_one_record_that_says_why() -> None:
    guard = Says("Harbour Guard", type="government")
    assert guard.name is not None
    account = account_of(
        [entered("1.txt"), toll("2.txt", "Harbour Guard", "five", 5), toll("3.txt", "Orla Vane", "six", 6)]
    )
    assert _named(account, "Harbour Guard").kind == "body"
    assert _named(account, "unidentified outlets").because == ("outlets that are not stated may all be one",)
