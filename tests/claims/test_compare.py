"""Two clauses side by side: the same, different in one point, or neither."""

from __future__ import annotations

import pytest

from consilience.claims.align import align
from consilience.model.account import Alignment
from consilience.reconcile.frame import frame
from consilience.settings import ClaimSettings
from tests.reconcile.build import Clause, Draft, Says, made, story

_NAMES = (("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Tarn", "place"), ("Lessing", "place"))
_ONE, _TWO = Says("Orla Vane"), Says("Brandt Ossel")


def _alignment(*clauses: Clause) -> Alignment:
    reports = []
    for number, clause in enumerate(clauses):
        text = f"{clause.words}. Orla Vane, Brandt Ossel, Tarn, Lessing."
        reports.append(made(Draft(f"{number}.txt", text, (clause,), _NAMES)))  # type: ignore[arg-type]  # names are typed
    whole = frame(story(reports), reports)
    return align(whole, reports, ClaimSettings())


def _visit(words: str, who: str = "Orla Vane", where: str = "Tarn", **more: object) -> Clause:
    return Clause(words, "visit", (who,), (where,), **more)  # type: ignore[arg-type]  # any field is tried


_SAME = [
    (_visit("Orla Vane visited Tarn harbour"), _visit("Orla Vane toured the harbour of Tarn")),
    (_visit("Orla Vane visited Tarn harbour"), _visit("Orla Vane visited Tarn harbour")),
]
_APART = [
    (_visit("Orla Vane visited Tarn harbour"), _visit("Brandt Ossel visited Tarn harbour", "Brandt Ossel")),
    (_visit("Orla Vane visited Tarn harbour"), _visit("Orla Vane visited Lessing harbour", where="Lessing")),
    (_visit("Orla Vane visited Tarn harbour"), _visit("Orla Vane visits Tarn harbour", status="planned")),
    (_visit("Orla Vane visited Tarn harbour"), _visit("Orla Vane never visited Tarn harbour", negated=True)),
    (
        Clause("Orla Vane gave Tarn three old boats", "give", ("Orla Vane",), ("Tarn", "three old boats")),
        Clause(
            "Orla Vane gave three old boats to Brandt Ossel",
            "give",
            ("Orla Vane",),
            ("three old boats", "Brandt Ossel"),
        ),
    ),
]


@pytest.mark.parametrize(("left", "right"), _SAME)
def test_the_same_thing_is_one_claim(left: Clause, right: Clause) -> None:
    assert [len(c.propositions) for c in _alignment(left, right).claims] == [2]


@pytest.mark.parametrize(("left", "right"), _APART)
def test_another_thing_is_another_claim(left: Clause, right: Clause) -> None:
    assert [len(c.propositions) for c in _alignment(left, right).claims] == [1, 1]


def _count(number: str, low: float | None, high: float | None, says: Says = _ONE) -> Clause:
    return Clause(f"{number} workers were killed", "kill", says=says, counts=((number, "killed", low, high),))


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        (_count("three", 3, 3), _count("nine", 9, 9, _TWO), ["number"]),
        (_count("at least twelve", 12, None), _count("fourteen", 14, 14, _TWO), []),
        (_count("dozens", 24, None), _count("thirty", 30, 30, _TWO), []),
        (_count("three", 3, 3), _count("three", 3, 3, _TWO), []),
    ],
)
def test_numbers_differ_where_their_ranges_do_not_meet(left: Clause, right: Clause, kinds: list[str]) -> None:
    assert [c.kind for c in _alignment(left, right).comparisons] == kinds


def test_numbers_of_different_things_are_not_compared() -> None:
    ships = Clause("nine ships were counted in Tarn", "count", says=_TWO, counts=(("nine", "ship", 9, 9),))
    crews = Clause("three crews were counted in Tarn", "count", says=_ONE, counts=(("three", "crew", 3, 3),))
    assert _alignment(ships, crews).comparisons == ()


def test_a_denial_stands_against_what_it_denies() -> None:
    said = Clause("Orla Vane opened the harbour gates", "open", ("Orla Vane",), (), _TWO)
    denied = Clause("Orla Vane never opened the harbour gates", "open", ("Orla Vane",), (), _ONE, "negated", True)
    assert [(c.kind, c.scope) for c in _alignment(said, denied).comparisons] == [("denial", "conflict")]


def test_every_proposition_stands_in_exactly_one_claim() -> None:
    clauses = [pair[0] for pair in _APART] + [pair[1] for pair in _APART]
    alignment = _alignment(*clauses)
    listed = [p for claim in alignment.claims for p in claim.propositions]
    assert len(listed) == len(set(listed)) == len(clauses)


def test_two_counts_that_one_outlet_gives_are_two_things() -> None:
    first, second = "three workers were killed in Tarn", "nine workers were killed in Lessing"
    clauses = (
        Clause(first, "kill", counts=(("three", "killed", 3, 3),)),
        Clause(second, "kill", counts=(("nine", "killed", 9, 9),)),
    )
    report = made(Draft("1.txt", f"{first}. {second}.", clauses, ()))
    whole = frame(story([report]), [report])
    assert align(whole, [report], ClaimSettings()).comparisons == ()
