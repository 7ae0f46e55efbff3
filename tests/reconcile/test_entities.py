"""One actor over reports: what is joined, what stays apart, and why."""

from __future__ import annotations

import pytest

from consilience.model.annotations import EntityType
from consilience.reconcile.entities import actors_of, name_key
from consilience.settings import ActorSettings
from tests.reconcile.build import Draft, made

Named = tuple[tuple[str, EntityType], ...]


def _actors(*reports: Named, by_hand: ActorSettings | None = None) -> list[set[str]]:
    drafts = [
        Draft(f"{n}.txt", " ".join(name for name, _ in names) + ".", (), names) for n, names in enumerate(reports)
    ]
    return [{a.name, *a.aliases} for a in actors_of([made(d) for d in drafts], {}, by_hand)]


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


def test_names_joined_by_hand_are_one_actor_with_that_reason() -> None:
    reports: tuple[Named, ...] = (
        (("Orla Vane", "person"),),
        (("Widow of Selm", "person"),),
        (("Petra Vane", "person"),),
    )
    assert len(_actors(*reports)) == 3
    found = _actors(*reports, by_hand=ActorSettings(same=(("Orla Vane", "the Widow of Selm"),)))
    assert {"Orla Vane", "Widow of Selm"} in found
    assert len(found) == 2


def test_names_kept_apart_by_hand_are_two_actors() -> None:
    reports: tuple[Named, ...] = ((("Sergei Malin", "person"),), (("Sergey Malin", "person"),))
    assert len(_actors(*reports)) == 1
    assert len(_actors(*reports, by_hand=ActorSettings(apart=(("Sergei Malin", "Sergey Malin"),)))) == 2


def test_the_reason_says_that_it_was_done_by_hand() -> None:
    drafts = [Draft(f"{n}.txt", f"{name}.", (), ((name, "person"),)) for n, name in enumerate(("Ola Berg", "Ada Holm"))]
    (actor,) = actors_of([made(d) for d in drafts], {}, ActorSettings(same=(("Ola Berg", "Ada Holm"),)))
    assert actor.because == "joined by hand: “Ola Berg” and “Ada Holm”"


def test_a_single_word_that_most_reports_know_for_a_place_is_no_person() -> None:
    """One report's reading of an unknown name does not part it; a full name that bears it does."""
    places: list[Named] = [(("Veskaria", "place"),)] * 2
    assert len(_actors(*places, (("Veskaria", "person"),))) == 1
    assert len(_actors(*places, (("Ola Veskaria", "person"),), (("Veskaria", "person"),))) == 2


def test_actors_kept_apart_have_ids_of_their_own() -> None:
    """Though their names would be one but for the user."""
    drafts = [
        Draft(f"{n}.txt", f"{name}.", (), ((name, "person"),)) for n, name in enumerate(("Tan Hye-rin", "Tan Hye Rin"))
    ]
    found = actors_of([made(d) for d in drafts], {}, ActorSettings(apart=(("Tan Hye-rin", "Tan Hye Rin"),)))
    assert len({actor.id for actor in found}) == 2


def test_a_surname_is_of_the_one_whom_nearly_all_tellings_know() -> None:
    full: list[Named] = [(("Orla Vane", "person"),)] * 3
    found = _actors(*full, (("Petra Vane", "person"),), (("Vane", "person"),))
    assert {"Orla Vane", "Vane"} in found
    assert {"Petra Vane"} in found


def test_a_surname_is_not_of_somebody_whom_its_own_telling_does_not_know_by_it() -> None:
    full: list[Named] = [(("Orla Vane", "person"),)] * 3
    found = _actors(*full, (("Petra Vane", "person"), ("Vane", "person")))
    assert {"Vane"} in found


@pytest.mark.parametrize("other", ["Skipper Orlando Vane", "Orl Vane"])
def test_another_form_of_a_name_is_the_same_person(other: str) -> None:
    full: list[Named] = [(("Orlando Vane", "person"),)] * 3
    assert len(_actors(*full, ((other, "person"),))) == 1


def test_a_shorter_given_name_beside_the_longer_one_is_somebody_else() -> None:
    assert len(_actors((("Tan Hye", "person"),), (("Tan Hye-rin", "person"),))) == 1
    assert len(_actors((("Daniela Vane", "person"), ("Dan Vane", "person")))) == 2


def test_the_form_that_one_telling_alone_has_is_not_the_name() -> None:
    named = actors_of(
        [
            made(Draft(f"{n}.txt", f"{name}.", (), ((name, "person"),)))
            for n, name in enumerate(["Orla Vane"] * 3 + ["Skipper Orla Vane"])
        ],
        {},
    )
    assert [a.name for a in named] == ["Orla Vane"]


def test_whoever_is_a_mister_is_a_person() -> None:
    assert len(_actors((("Orla Vane", "person"),), (("Ms. Vane", "organisation"),))) == 1
