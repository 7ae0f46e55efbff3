"""What a number, a day or a "not" must share with what it is set against before anybody is said to dispute it."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Comparison
from consilience.model.annotations import EntityType
from consilience.reconcile.frame import frame
from consilience.reconcile.library import Library, library_of
from consilience.reconcile.same_matter import of_one_matter
from tests.reconcile.build import Clause, Draft, Says, made, story

_NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"),
    ("Brandt Ossel", "person"),
    ("Danel Marek", "person"),
    ("Lessing Mill", "facility"),
)


def _library(*texts: tuple[str, Clause]) -> Library:
    drafts = (
        Draft(
            f"{n}.txt", text, (clause,), tuple(p for p in _NAMES if p[0] in text), {}, f"Outlet {n}", date(2031, 3, 5)
        )
        for n, (text, clause) in enumerate(texts)
    )
    reports = [made(draft) for draft in drafts]
    return library_of(frame(story(reports), reports), reports)


def _compared(library: Library, kind: str) -> Comparison:
    left, right = sorted(library.propositions.values(), key=lambda p: library.reports[p.report].report.source)
    return Comparison(left.id, right.id, kind, "conflict", "told differently")  # type: ignore[arg-type]


def _count(text: str, number: str, value: float, unit: str, says: Says | None = None) -> tuple[str, Clause]:
    words = text.removesuffix(".")
    return f"{text}", Clause(words, "count", (), (), says, counts=((number, unit, value, value),))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("9 weavers were killed.", "9", "killed"), ("14 weavers were killed.", "14", "killed"), True),
        (("9 weavers were killed.", "9", "killed"), ("In February 14 weavers were killed.", "14", "killed"), False),
        (("9 of the 14 wounded were weavers.", "9", "wounded"), ("14 weavers were wounded.", "14", "wounded"), False),
        (("The mill wove 9 carpets.", "9", "carpet"), ("The mill wove 14 carpets.", "14", "carpet"), False),
    ],
)
def test_a_count_is_disputed_where_people_are_counted_at_one_time_and_in_whole(
    left: tuple[str, str, str], right: tuple[str, str, str], same: bool
) -> None:
    library = _library(*(_count(text, number, float(number), unit) for text, number, unit in (left, right)))
    assert of_one_matter(library, _compared(library, "number")) is same


def test_other_numbers_are_disputed_by_speakers_only() -> None:
    said = []
    for name, number in (("Orla Vane", 9.0), ("Brandt Ossel", 14.0)):
        words = f"the mill wove {number:.0f} carpets"
        counts = ((f"{number:.0f}", "carpet", number, number),)
        said.append((f"{name} said {words}.", Clause(words, "weave", (), (), Says(name), counts=counts)))
    library = _library(*said)
    assert of_one_matter(library, _compared(library, "number"))


@pytest.mark.parametrize(("other", "same"), [("Danel Marek", True), ("Brandt Ossel", False)])
def test_a_not_speaks_against_the_same_act_upon_the_same_people(other: str, same: bool) -> None:
    did = ("The suit names Danel Marek.", Clause("The suit names Danel Marek", "name", (), ("Danel Marek",)))
    did_not = (
        f"The paper does not name {other}.",
        Clause(f"The paper does not name {other}", "name", (), (other,), None, "negated", True),
    )
    library = _library(did, did_not)
    assert of_one_matter(library, _compared(library, "denial")) is same
