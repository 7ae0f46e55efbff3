"""By which key somebody stands in a clause."""

from __future__ import annotations

import pytest

from consilience.claims.people import Scene, actors_of, keys_of
from consilience.model.annotations import EntityType, PartAnnotations
from consilience.model.event import Participant
from consilience.model.spans import Span
from consilience.model.story import Actor, StoryFrame
from consilience.reconcile.frame import frame
from tests.reconcile.build import Draft, made, story

_EMPTY = PartAnnotations("text", (), (), (), (), (), (), (), (), ())


def _keys(name: str, **actors: str) -> set[str]:
    person = Participant(Span(0, len(name)), name, None, None)
    return set(keys_of((person,), Scene(_EMPTY, {f"={k}": v for k, v in actors.items()}, {}), ""))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the price of the lease", "=price"),
        ("gates of the quay", "=gate"),
        ("dozens of dockers", "=docker"),
        ("one of the gates", "=gate"),
        ("a visit to Tarn", "=visit"),
        ("Gate 3", "=gate"),
    ],
)
def test_somebody_goes_by_the_noun_before_of_unless_it_only_counts(name: str, key: str) -> None:
    assert _keys(name) == {key}


def test_an_office_that_one_actor_holds_is_that_actor() -> None:
    assert _keys("the harbour minister", **{"harbour minister": "a1"}) == {"a1"}


def _frame(*named: tuple[str, EntityType]) -> StoryFrame:
    reports = [
        made(Draft(f"{n}.txt", f"{name} spoke.", (), (pair,))) for n, pair in enumerate(named) for name in pair[:1]
    ]
    return frame(story(reports), reports)


def _key_of(whole: StoryFrame, actor: Actor) -> str:
    return actors_of(whole)[actor.entities[0]]


def test_one_name_is_one_actor_whatever_reports_take_it_for() -> None:
    whole = _frame(("Tarn Ports", "organisation"), ("Tarn Ports", "facility"), ("Tarn Ports", "facility"))
    assert len({_key_of(whole, actor) for actor in whole.actors}) == 1


def test_the_first_word_of_one_body_stands_for_it() -> None:
    whole = _frame(("Helmar Ports", "organisation"), ("Helmar", "organisation"))
    assert len({_key_of(whole, actor) for actor in whole.actors}) == 1
    two = _frame(("Helmar Ports", "organisation"), ("Helmar Bank", "organisation"), ("Helmar", "organisation"))
    assert len({_key_of(two, actor) for actor in two.actors}) == 3


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (("Tarn Otters", "Otters"), 1),
        (("Lessing Tarn Otters", "Tarn Otters", "Otters"), 1),
        (("Tarn Otters", "Lessing Otters", "Otters"), 3),
        (("Blue House", "House"), 2),
        (("League of the Otters", "Otters"), 2),
    ],
)
def test_a_body_is_told_by_the_last_words_of_one_longer_name(names: tuple[str, ...], keys: int) -> None:
    whole = _frame(*((name, "organisation") for name in names))
    assert len({_key_of(whole, actor) for actor in whole.actors}) == keys
