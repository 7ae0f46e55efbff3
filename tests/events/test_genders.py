"""What a report tells of a person's gender: title, describing words, first name, in that order."""

from __future__ import annotations

import pytest

from consilience.events.genders import gender_told, is_called_otherwise
from consilience.events.ground import grounds
from tests.events.reading import annotated, report_of


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Taylor Brook spoke.", "male"),
        ("Ms. Taylor Brook spoke.", "female"),
        ("Taylor Brook spoke on Monday.", ""),
        ("Susan Brook spoke on Monday.", "female"),
        ("Susan Brook spoke. Mr. Brook left.", "male"),
    ],
)
def test_gender_told(text: str, gender: str) -> None:
    annotations = annotated(text)
    ground = grounds(report_of(text), annotations, ())[0]
    person = next(e for e in annotations.entities if e.type == "person")
    assert gender_told(ground, person) == gender


def test_he_is_no_woman() -> None:
    text = "Susan Brook spoke, and he left."
    annotations = annotated(text)
    ground = grounds(report_of(text), annotations, ())[0]
    person = next(e for e in annotations.entities if e.type == "person")
    he = next(i for i, t in enumerate(ground.parse.tokens) if t.word == "he")
    assert is_called_otherwise(ground, he, person)
    assert not is_called_otherwise(ground, 0, person)
