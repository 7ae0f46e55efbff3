"""Scenes told differently: another town, a region and a distance, two meals."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.account import Difference
from consilience.model.annotations import EntityType, PlaceKind
from tests.reconcile.build import Clause, Draft
from tests.reconcile.worlds import account_of

_PEOPLE: tuple[tuple[str, EntityType], ...] = (("Orla Vane", "person"), ("Brandt Ossel", "person"))


def _scene(source: str, text: str, *places: tuple[str, PlaceKind]) -> Draft:
    told = Clause(text.removesuffix("."), "meet", times=(("Tuesday", "weekday:1"),), places=places)
    names = tuple((name, kind) for name, kind in _PEOPLE if name in text)
    return Draft(source, text, (told,), names, outlet=f"Outlet {source}", published=date(2031, 3, 5))


def _found(kind: str, *drafts: Draft) -> list[Difference]:
    return [d for d in account_of(drafts).differences if d.kind == kind and not d.claims]


def _in(town: str, source: str) -> Draft:
    return _scene(source, f"Orla Vane met Brandt Ossel on Tuesday in the river port of {town}.", (town, "town"))


def test_a_town_that_one_report_alone_names_stands_against_the_others() -> None:
    (found,) = _found("place", _in("Tarn", "1.txt"), _in("Tarn", "2.txt"), _in("Tarn", "3.txt"), _in("Osk", "4.txt"))
    assert (found.scope, {side.value for side in found.sides}) == ("conflict", {"Tarn", "Osk"})


def test_a_report_that_names_both_towns_sets_nothing_elsewhere() -> None:
    both = _scene(
        "4.txt",
        "Orla Vane met Brandt Ossel on Tuesday in the port of Osk, not in Tarn.",
        ("Osk", "town"),
        ("Tarn", "town"),
    )
    assert _found("place", _in("Tarn", "1.txt"), _in("Tarn", "2.txt"), _in("Tarn", "3.txt"), both) == []


def test_a_region_here_and_a_distance_there() -> None:
    mill: tuple[str, PlaceKind] = ("Lessing Mill", "facility")
    region = _scene("1.txt", "Orla Vane met Brandt Ossel on Tuesday at the Lessing Mill in the Upper Tarn region.", mill,
                    ("Upper Tarn", "region"))  # fmt: skip
    far = _scene("2.txt", "Orla Vane met Brandt Ossel on Tuesday at the Lessing Mill, 60km north of Osk.", mill)
    (found,) = _found("place", region, far)
    assert (found.scope, {side.value for side in found.sides}) == (
        "not comparable",
        {"Upper Tarn", "60km north of Osk"},
    )


def test_a_town_may_be_set_by_its_region_and_by_a_distance() -> None:
    town: tuple[str, PlaceKind] = ("Lessing", "town")
    region = _scene("1.txt", "Orla Vane met Brandt Ossel on Tuesday at Lessing in the Upper Tarn region.", town,
                    ("Upper Tarn", "region"))  # fmt: skip
    far = _scene("2.txt", "Orla Vane met Brandt Ossel on Tuesday at Lessing, 60km north of Osk.", town)
    assert _found("place", region, far) == []


@pytest.mark.parametrize(("meals", "count"), [(("lunch", "dinner"), 1), (("lunch", "lunch"), 0), (("lunch", "tea"), 0)])
def test_meals(meals: tuple[str, str], count: int) -> None:
    drafts = [_scene(f"{n}.txt", f"Over {meal} on Tuesday Orla Vane met Brandt Ossel.") for n, meal in enumerate(meals)]
    assert len(_found("manner", *drafts)) == count
