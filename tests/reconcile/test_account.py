"""The account of small invented stories: standings, counts, and what order and copies may not change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.model.account import Account
from consilience.model.story import AnnotatedReport
from tests.reconcile.build import Clause, Draft, made, vector_of
from tests.reconcile.worlds import NAMES, account_from, account_of, claim_with, entered, shots, toll


def test_two_identified_outlets_are_two_origins() -> None:
    account = account_of([entered("1.txt", "The Ferry Post"), entered("2.txt", "Lessing Courier")])
    claim = claim_with(account, "entered")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (2, 2, "agreed by independent origins")


def test_unidentified_outlets_add_one_at_most() -> None:
    claim = claim_with(account_of([entered("1.txt"), entered("2.txt"), entered("3.txt")]), "entered")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "outlet's own voice")


def test_copies_are_one_origin() -> None:
    drafts = [entered(f"{n}.txt", f"Outlet {n}") for n in range(4)]
    claim = claim_with(account_of(drafts, [[d.source for d in drafts]]), "entered")
    assert (claim.origins.low, claim.origins.high) == (1, 1)


def test_one_speaker_in_three_outlets_is_one_origin() -> None:
    drafts = [toll(f"{n}.txt", "Orla Vane", "three", 3, f"Outlet {n}") for n in range(3)]
    claim = claim_with(account_of(drafts), "three workers")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "one origin")


def test_two_tolls_are_a_dispute_that_names_both() -> None:
    account = account_of([toll("1.txt", "Orla Vane", "three", 3), toll("2.txt", "Brandt Ossel", "nine", 9)])
    claim = claim_with(account, "three workers")
    assert claim.standing == "disputed"
    assert "Brandt Ossel" in claim.standing_because
    assert [(d.kind, d.scope) for d in account.differences] == [("number", "conflict")]
    assert {s.value for s in account.differences[0].sides} == {"three", "nine"}


def test_a_denial_makes_a_dispute() -> None:
    account = account_of([shots("1.txt", "Orla Vane", False), shots("2.txt", "Brandt Ossel", True)])
    claim = claim_with(account, "fired live rounds")
    assert claim.standing == "disputed"
    assert [(d.kind, d.scope) for d in account.differences] == [("denial", "conflict")]


def test_the_same_words_by_one_speaker_are_no_dispute() -> None:
    account = account_of([toll("1.txt", "Orla Vane", "three", 3), toll("2.txt", "Orla Vane", "nine", 9)])
    assert claim_with(account, "three workers").standing != "disputed"


def test_left_out_needs_an_earlier_report() -> None:
    early = entered("1.txt", "The Ferry Post", date(2031, 3, 5))
    late = replace(toll("2.txt", "Orla Vane", "three", 3), published=date(2031, 3, 7))
    account = account_of([early, late])
    cells = {c.report: c.coverage for c in claim_with(account, "entered").coverage}
    assert sorted(cells.values()) == ["carries", "left out"]
    assert "not yet known" in {c.coverage for c in claim_with(account, "three workers").coverage}


def test_the_title_and_every_sentence_have_passages() -> None:
    account = account_of([entered("1.txt", "The Ferry Post"), shots("2.txt", "Orla Vane", False)])
    assert account.sentences
    assert all(any(piece.passages for piece in s.pieces) for s in account.sentences)
    assert all(words.passages for words in account.title)


_DRAFTS = (
    entered("1.txt", "The Ferry Post"),
    entered("2.txt"),
    toll("3.txt", "Orla Vane", "three", 3, "Lessing Courier"),
    toll("4.txt", "Brandt Ossel", "nine", 9, "Tarn Weekly"),
    shots("5.txt", "Orla Vane", False, "Tarn Weekly"),
    shots("6.txt", "Brandt Ossel", True),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(_DRAFTS))))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    reports = [made(draft) for draft in _DRAFTS]
    assert account_from([reports[i] for i in order]) == account_from(reports)


def _counts(account: Account) -> dict[str, tuple[int, int]]:
    return {c.wording: (c.origins.low, c.origins.high) for c in account.claims}


@settings(max_examples=60, deadline=None)
@given(
    st.sets(st.integers(0, len(_DRAFTS) - 1), min_size=1),
    st.integers(0, len(_DRAFTS) - 1),
    st.sampled_from([None, "Copy House", "The Ferry Post", "Aaa"]),
    st.sampled_from(["0.txt", "9.txt"]),
)
def test_a_copy_never_raises_a_count(chosen: set[int], copied: int, outlet: str | None, source: str) -> None:
    drafts = [_DRAFTS[i] for i in sorted(chosen | {copied})]
    copy = replace(_DRAFTS[copied], source=source, outlet=outlet)
    before = _counts(account_of(drafts))
    after = _counts(account_of([*drafts, copy], [[_DRAFTS[copied].source, source]]))
    assert set(after) == set(before)
    for wording, (low, high) in after.items():
        assert low <= before[wording][0], wording
        assert high <= before[wording][1], wording


@pytest.mark.parametrize("speaker", ["Orla Vane", "Brandt Ossel"])
def test_a_speaker_is_named_in_the_sentence(speaker: str) -> None:
    account = account_of([toll("1.txt", speaker, "three", 3)])
    shown = "".join(piece.text for piece in account.sentences[0].pieces)
    assert speaker in shown


def _books(source: str, words: str, act: str, outlet: str, meaning: str) -> AnnotatedReport:
    """A report of one clause of this meaning, whatever its words."""
    told = made(Draft(source, f"{words}.", (Clause(words, act, (), ()),), NAMES, outlet=outlet))
    return replace(told, propositions=tuple(replace(p, vector=vector_of(meaning)) for p in told.propositions))


@pytest.mark.parametrize(("meaning", "sentences"), [("ledgers shown", 1), ("geese flown over", 2)])
def test_a_copy_in_other_words_is_told_once(meaning: str, sentences: int) -> None:
    first = _books("1.txt", "Orla Vane opened the ledgers to auditors", "open", "The Ferry Post", "ledgers shown")
    second = _books("2.txt", "Brandt Ossel let examiners count every crown", "let", "Lessing Sun", meaning)
    assert len(account_from([first, second], [["1.txt", "2.txt"]]).sentences) == sentences
