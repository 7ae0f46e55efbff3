"""Copies that cut and add: no outlet is named for words that its own report does not have."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.report import Report
from consilience.model.story import Family
from consilience.reconcile.carried import carried, printing
from tests.reconcile.build import Draft, made

_FIRST = "The ferry at Tarn was closed on Monday after a cable broke near the quay."
_ADDED = "Its crew had asked for a new cable in the spring, the harbour master says."
_TEXTS = {"The Ellery Lantern": _FIRST, "The Norhaven Mirror": f"{_FIRST} {_ADDED}", "Ferry Post": f"{_FIRST} {_ADDED}"}


def _reports() -> list[Report]:
    drafts = [
        Draft(f"{n}.txt", text, (), (), {}, outlet, date(2031, 3, 5 + n))
        for n, (outlet, text) in enumerate(_TEXTS.items())
    ]
    return [made(draft).report for draft in drafts]


@pytest.mark.parametrize(
    ("passage", "named"),
    [
        ("The ferry at Tarn was closed on Monday", ("The Ellery Lantern",)),
        ("Its crew had asked for a new cable in the spring", ("The Norhaven Mirror",)),
        ("The grain was brought by road", ("Ferry Post",)),
    ],
)
def test_a_text_is_counted_for_the_first_that_prints_the_words(passage: str, named: tuple[str, ...]) -> None:
    reports = _reports()
    family = Family("f", "copy", tuple(sorted(r.id for r in reports)), None, "")
    last = reports[-1].id
    text = carried([family], reports)[last]
    found = printing(text, last, passage)
    assert found.names == named
    assert found.outlets == text.outlets
