"""One actor over reports: what is joined, what stays apart, and why."""

from __future__ import annotations

import pytest

from consilience.model.annotations import EntityType
from consilience.reconcile.entities import actors_of, name_key
from tests.reconcile.build import Draft, made


def _actors(*reports: tuple[tuple[str, EntityType], ...]) -> list[set[str]]:
    drafts = [
        Draft(f"{n}.txt", " ".join(name for name, _ in names) + ".", (), names) for n, names in enumerate(reports)
    ]
    return [{a.name, *a.aliases} for a in actors_of([made(d) for d in drafts], {})]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tan Hye-rin", "Tan Hye Rin"),
        ("Sergey Malin", "Sergei Malin"),
        ("Dr Orla Vane", "Orla Vane"),
        ("José Ardiles", "Jose Ardiles"),
        ("Orla B. Vane", "Orla Vane"),
        ("Vane", "Orla Vane"),
    ],
)
def test_two_spellings_of_one_person_are_one(left: str, right: str) -> None:
    assert _actors(((left, "person"),), ((right, "person"),)) in ([{left, right}], [{right, left}])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Orla Vane", "Petra Vane"),
        ("Tan Hye-rin", "Tan Min-ho"),
        ("Sergei Malin", "Viktor Malin"),
    ],
)
def test_people_who_share_a_surname_alone_stay_apart(left: str, right: str) -> None:
    assert len(_actors(((left, "person"),), ((right, "person"),))) == 2


def test_a_surname_that_two_people_have_belongs_to_neither() -> None:
    found = _actors((("Orla Vane", "person"),), (("Petra Vane", "person"),), (("Vane", "person"),))
    assert {"Vane"} in found
    assert len(found) == 3


def test_a_person_and_a_place_of_one_name_stay_apart() -> None:
    assert len(_actors((("Ardmore", "place"),), (("Ardmore", "person"),))) == 2


def test_a_body_with_and_without_article_is_one() -> None:
    assert len(_actors((("The Free Weavers' Union", "organisation"),), (("Free Weavers’ Union", "organisation"),))) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [("The Ferry Post", "ferry post"), ("Mr. Vane", "vane"), ("Hye-rin", "hye rin"), ("General", "general")],
)
def test_name_keys(name: str, key: str) -> None:
    assert name_key(name) == key
