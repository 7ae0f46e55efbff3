"""Keys of large organisations."""

from __future__ import annotations

import pytest

from consilience.organisations import known_organisations, plain_key, whole_key

CASES = [
    ("NATO", "north atlantic treaty organization"),
    ("U.N. Security Council", "united nations security council"),
    ("World Health Organisation", "world health organization"),
    ("EU Commission", "european union commission"),
    ("Norhaven Harbour Board", "norhaven harbour board"),
    ("Euro Lines", "euro lines"),
]


@pytest.mark.parametrize(("name", "whole"), CASES)
def test_a_short_name_leads_to_the_full_one(name: str, whole: str) -> None:
    assert whole_key(plain_key(name)) == whole


def test_a_full_name_leads_to_itself() -> None:
    full = {whole_key(key) for key in known_organisations()}
    assert {whole_key(key) for key in full} == full
