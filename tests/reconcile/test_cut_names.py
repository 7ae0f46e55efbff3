"""A "place" that is a body's name cut short."""

from __future__ import annotations

import pytest

from consilience.reconcile.cut_names import whole_name
from tests.reconcile.build import Draft, made

_BODIES = {"Brandel Mills", "Tarn Daily Bell"}


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Brandel Mills shares fell. Brandel declined to comment.", "Brandel", "Brandel Mills"),
        ("Brandel declined to comment.", "Brandel", None),  # no mention tells what it is cut from
        ("Brandel Mills shares fell. Rain fell in Brandel.", "Brandel", None),  # somebody can be in it
        ("Tarn Daily Bell reported it. The boats stayed near Tarn.", "Tarn", None),
        ("Tarn Harbour Guard was not there.", "Tarn", None),  # no body of the story has this name
    ],
)
def test_a_name_is_made_whole_where_the_text_does_it(text: str, name: str, whole: str | None) -> None:
    told = made(Draft("1.txt", text, (), ((name, "place"),)))
    assert whole_name(told, told.annotations.entities[0], _BODIES) == whole
