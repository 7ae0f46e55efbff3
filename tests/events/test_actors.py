"""Who an actor is: bodies with their days, titles, and what stays unknown."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.events.actors import body_named, described_as
from tests.events.test_coder import events


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("prime minister", ("GOV",)),
        ("defence minister", ("GOV", "MIL")),
        ("former president", ("ELI",)),
        ("police officer", ("COP",)),
        ("rebel leader", ("REB",)),
        ("military spokesman", ("MIL",)),
        ("opposition leader", ("OPP",)),
        ("two soldier", ("MIL",)),
    ],
)
def test_an_office_tells_the_sector(words: str, sectors: tuple[str, ...]) -> None:
    told = described_as([tuple(words.split())])
    assert told is not None
    assert told.sectors == sectors
    assert told.role == words


def test_what_no_noun_tells_stays_unknown() -> None:
    assert described_as([("tall", "neighbour")]) is None


def test_a_body_holds_between_its_days() -> None:
    before, after = body_named(["Taliban"], date(2010, 5, 1)), body_named(["Taliban"], date(2022, 5, 1))
    assert before is not None
    assert after is not None
    assert (before.sectors, after.sectors) == (("REB",), ("GOV",))
    assert body_named(["Taliban"], None) is None


def test_an_international_body_has_no_country() -> None:
    told = body_named(["the United Nations"], None)
    assert told is not None
    assert (told.international, told.country) == ("UNO", None)


def test_participants_carry_country_sector_and_office() -> None:
    actor = events("French President Ada Brook visited Northport.")[0].actors[0]
    assert (actor.name, actor.country, actor.sectors) == ("Ada Brook", "FRA", ("GOV",))
    assert actor.because


def test_who_stands_after_an_unlisted_calling_is_meant_not_whose_he_is() -> None:
    told = events("Northport Herons defensive tackle Carl Marr was arrested on Sunday.")[0]
    assert [person.name for person in told.recipients] == ["Carl Marr"]
