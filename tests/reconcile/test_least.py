"""The least count: what the reports show and nothing more; and the laws that no report can break."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.model.account import Claim, Stance
from consilience.model.annotations import EntityType
from consilience.model.statement import Act, Status
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.told import account_of as read_account
from tests.reconcile.worlds import account_of, claim_with

_CLOSED = "the Lessing Mill closed its gates for good on Monday"
_NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"), ("Vane", "person"), ("Brandt Ossel", "person"), ("Weavers' Guild", "organisation"),
    ("Lessing Mill", "facility"), ("Ferry Register", "organisation"),
)  # fmt: skip


def _said(source: str, name: str, act: Act = "asserted", kind: EntityType = "person", words: str = _CLOSED) -> Draft:
    text = f"{name} said {words}."
    names = tuple((n, k) for n, k in _NAMES if n in text)
    return Draft(source, text, (Clause(words, "close", ("Lessing Mill",), (), Says(name, act=act, type=kind)),), names,
                 {}, f"Outlet {source}", date(2031, 3, 5))  # fmt: skip


def _own(source: str, text: str, words: str, act: str = "close", status: Status = "happened") -> Draft:
    names = tuple((n, k) for n, k in _NAMES if n in text)
    clause = Clause(words, act, ("Lessing Mill",), (), None, status)
    return Draft(source, text, (clause,), names, {}, f"Outlet {source}", date(2031, 3, 5))


def _both(text: str, words: str, act: str = "close", status: Status = "happened") -> Claim:
    """The claim of two outlets that tell the same in their own voice, in other words around it."""
    drafts = [_own(f"{n}.txt", f"{before} {text}", words, act, status) for n, before in enumerate(("Now", "At Tarn"))]
    return claim_with(account_of(drafts), words.split(" ", 1)[1])


def test_two_outlets_are_witnesses_of_what_happened_in_the_open() -> None:
    claim = _both("the Lessing Mill closed its gates on Monday.", "the Lessing Mill closed its gates on Monday")
    assert (claim.origins.low, claim.standing) == (2, "agreed by independent origins")


@pytest.mark.parametrize(
    ("words", "act", "status"),
    [
        ("the Lessing Mill guard tried to close the gates on Monday", "try", "unknown"),
        ("calls to the Lessing Mill were not answered on Monday", "answer", "negated"),
    ],
)
def test_what_was_tried_and_calls_that_were_not_answered_are_seen(words: str, act: str, status: Status) -> None:
    assert _both(f"{words}.", words, act, status).origins.low == 2


def test_what_somebody_told_police_may_be_what_police_tell() -> None:
    """The detective need not have seen it."""
    detective = _said("1.txt", "Orla Vane")
    detective = replace(detective, described={"Orla Vane": ("detective",)})
    witness = replace(_said("2.txt", "Brandt Ossel"), text=f"Brandt Ossel told police {_CLOSED}.")
    claim = claim_with(account_of([detective, witness]), "closed its gates")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    alone = claim_with(account_of([detective, _said("2.txt", "Brandt Ossel")]), "closed its gates")
    assert alone.origins.low == 2


@pytest.mark.parametrize(
    ("words", "act", "status", "why"),
    [
        ("the Lessing Mill closed its gates for good on Monday", "close", "planned", "planned"),
        ("the Lessing Mill threatened its weavers on Monday", "threaten", "happened", "somebody said"),
        ("the Lessing Mill wanted cheaper wool on Monday", "want", "happened", "thinks or wants"),
        ("the Lessing Mill is the oldest mill in Tarn", "be", "ongoing", "how things are"),
        ("the Lessing Mill previously closed its gates in spring", "close", "happened", "before the news"),
        ("the Lessing Mill added ten looms in the old hall", "add", "happened", "without being told"),
        ("the Lessing Mill organised a new shift", "organise", "happened", "without being told"),
        ("the Lessing Mill secretly closed its lower gates", "close", "happened", "in the open"),
    ],
)
def test_outlets_are_no_witnesses_of_what_nobody_can_see(words: str, act: str, status: Status, why: str) -> None:
    claim = _both(f"{words}.", words, act, status)
    assert (claim.origins.low, claim.standing) == (1, "outlet's own voice")
    assert why in claim.origins.because


@pytest.mark.parametrize(("before", "least"), [("our reporter saw that", 2), ("in Tarn", 1)])
def test_an_outlet_is_a_witness_beside_a_source_of_the_like_where_its_reporter_saw_it(before: str, least: int) -> None:
    words = "the Lessing Mill closed its gates on Monday"
    ossel = _said("0.txt", "Brandt Ossel", words=words)
    told = _own("1.txt", f"Orla Vane was not there, but {before} {words}.", words)
    assert claim_with(account_of([ossel, told]), "closed").origins.low == least


def test_an_outlet_that_names_the_source_may_have_it_from_there() -> None:
    words = "the Lessing Mill closed its gates on Monday"
    named = _own("1.txt", f"Brandt Ossel was not there, but in Tarn {words}.", words)
    claim = claim_with(account_of([_said("0.txt", "Brandt Ossel", words=words), named]), "closed")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")
    assert "may have it from Brandt Ossel" in claim.origins.because


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ("Orla Vane", "Brandt Ossel", 2),
        ("Orla Vane", "Vane", 1),
        ("Tim Ossel", "Timothy Ossel", 1),
        ("AKB", "Aldersea Kiln Board", 1),
    ],
)
def test_names_that_may_be_one_count_once(left: str, right: str, least: int) -> None:
    claim = claim_with(account_of([_said("0.txt", left), _said("1.txt", right)]), "closed")
    assert claim.origins.low == least


def test_a_denial_of_what_nobody_says_is_one_origin_and_no_dispute() -> None:
    claim = claim_with(account_of([_said("0.txt", "Orla Vane", "denied")]), "closed")
    assert claim.standing == "one origin"
    assert "a denial by Orla Vane" in claim.standing_because


def test_a_denial_of_what_another_says_is_a_dispute() -> None:
    claim = claim_with(account_of([_said("0.txt", "Orla Vane", "denied"), _said("1.txt", "Brandt Ossel")]), "closed")
    assert claim.standing == "disputed"


def test_one_known_source_and_speakers_who_stay_open_are_one_origin() -> None:
    open_one = Draft("1.txt", f"She said {_CLOSED}.", (Clause(_CLOSED, "close", (), (), Says(None, words="She")),), (), {},
                     "Outlet 1", date(2031, 3, 5))  # fmt: skip
    claim = claim_with(account_of([_said("0.txt", "Orla Vane"), open_one]), "closed")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "one origin")


_KINDS = st.sampled_from(("open", "anonymous", "own", "known", "other"))


def _any(number: int, kind: str) -> Draft:
    source = f"{number}.txt"
    if kind == "own":
        return _own(source, f"Now {_CLOSED}.", _CLOSED)
    if kind == "known":
        return _said(source, "Orla Vane")
    if kind == "other":
        return _said(source, "Brandt Ossel")
    says = Says(None, type="anonymous", words="an official") if kind == "anonymous" else Says(None, words="she")
    text = f"{says.words} said {_CLOSED}."
    return Draft(source, text, (Clause(_CLOSED, "close", (), (), says),), (), {}, f"Outlet {source}", date(2031, 3, 5))


def _least(kinds: list[str]) -> tuple[int, int, str, tuple[Stance, ...]]:
    claim = claim_with(account_of([_any(n, kind) for n, kind in enumerate(kinds)]), "closed")
    return claim.origins.low, claim.origins.high, claim.standing_because, tuple(s.stance for s in claim.support)


@settings(max_examples=25, deadline=None)
@given(st.lists(_KINDS, min_size=1, max_size=4))
def test_a_speaker_who_stays_open_never_raises_the_least_count(kinds: list[str]) -> None:
    assert _least([*kinds, "open"])[0] <= max(1, _least(kinds)[0])


@settings(max_examples=25, deadline=None)
@given(st.lists(_KINDS, min_size=1, max_size=3))
def test_the_least_is_never_above_the_most_and_every_standing_has_a_reason(kinds: list[str]) -> None:
    low, high, because, _ = _least(kinds)
    assert 1 <= low <= high
    assert because


@settings(max_examples=40, deadline=None)
@given(st.lists(_KINDS, min_size=2, max_size=5))
def test_whom_the_reason_names_stands_in_the_list_of_origins(kinds: list[str]) -> None:
    """As a member, or as one with a member; and a list is never longer than the most."""
    account = account_of([_any(n, kind) for n, kind in enumerate(kinds)])
    for claim in account.claims:
        members = claim.origins.members
        told = {o.name for o in account.origins if o.name in claim.standing_because}
        assert all(any(name == m.name or name in m.because for m in members) for name in told)
        assert len(members) <= claim.origins.high


def test_an_officer_may_speak_for_the_police() -> None:
    names: tuple[tuple[str, EntityType], ...] = (
        ("Tim Orre", "person"),
        ("Tarn Police", "government"),
        ("Lessing Mill", "facility"),
    )

    def told(source: str, name: str, kind: EntityType, title: str) -> Draft:
        text = f"{title}{name} said {_CLOSED}."
        clause = Clause(_CLOSED, "close", ("Lessing Mill",), (), Says(name, type=kind))
        here = tuple((n, k) for n, k in names if n in text)
        described: dict[str, tuple[str, ...]] = {name: (title.strip().lower(),)} if title else {}
        return Draft(source, text, (clause,), here, described, f"Outlet {source}", date(2031, 3, 5))

    police = told("1.txt", "Tarn Police", "government", "")
    constable = told("0.txt", "Tim Orre", "person", "Constable ")
    claim = claim_with(account_of([constable, police]), "closed")
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 1, "one origin")
    more: tuple[tuple[str, EntityType], ...] = (("Vask Police", "government"),)
    other = Draft("2.txt", "Vask Police slept.", (), more, {}, "Outlet 2", date(2031, 3, 5))
    claim = claim_with(account_of([constable, police, other]), "closed")
    assert (claim.origins.low, claim.origins.high) == (1, 2)  # of which force the constable is stays open
    claim = claim_with(account_of([told("0.txt", "Tim Orre", "person", "Weaver "), police]), "closed")
    assert claim.origins.low == 2


def test_what_only_tells_when_something_else_was_is_not_surely_said(tmp_path: Path) -> None:
    """Each tells of something else, and of the gates only by the way."""
    account = read_account(
        tmp_path,
        "Orla Vane said she was singing as the guards opened the gates.",
        "Brandt Ossel said the weavers had fled before the guards opened the gates.",
    )
    told = [c for c in account.claims if len({s.report for s in c.support}) == 2]
    assert all(c.origins.low == 1 for c in told)
    assert told
