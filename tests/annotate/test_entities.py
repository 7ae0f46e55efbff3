"""Which names of a report are one entity, and what it is called at its fullest."""

from __future__ import annotations

import pytest

from consilience.annotate.entities import Mention, full_name, group_mentions, make_entity
from consilience.model.annotations import NameType
from consilience.model.spans import Span


def mention(words: str, kind: NameType, *described: str, caption: bool = False) -> Mention:
    """A mention at the start of the text."""
    return Mention("text", 0, Span(0, len(words)), words, kind, described, None, caption)


@pytest.mark.parametrize(
    ("short", "full"),
    [("KCNA", "Korean Central News Agency"), ("the AP", "Associated Press"), ("Tass", "TASS"), ("Norhaven Post", None)],
)
def test_full_names_of_media(short: str, full: str | None) -> None:
    """Acronyms that the table knows lead to the full name."""
    assert full_name(short) == full


def test_an_agency_is_named_in_full_though_only_its_acronym_is_printed() -> None:
    """What the text prints is an alias."""
    entity = make_entity("r", [mention("AFP", "ORG")])
    assert (entity.name, entity.aliases, entity.type) == ("Agence France-Presse", ("AFP",), "agency")


def test_acronym_and_full_name_are_one() -> None:
    """Whether or not the text says so."""
    assert group_mentions([mention("AP", "ORG"), mention("Associated Press", "ORG"), mention("Reuters", "ORG")]) == (
        0,
        0,
        1,
    )


def test_a_caption_lends_name_and_country_but_no_mention() -> None:
    """The text itself prints the surname alone."""
    listed = [mention("Berg", "PERSON"), mention("Ola Berg", "PERSON", "Norwegian leader", caption=True)]
    assert group_mentions(listed) == (0, 0)
    entity = make_entity("r", listed)
    assert (entity.name, entity.country, entity.aliases) == ("Ola Berg", "NOR", ("Berg",))
    assert len(entity.mentions) == 1


def test_a_middle_name_does_not_part_people() -> None:
    """Two full names with the same ends are one person."""
    assert group_mentions([mention("Ola Berg", "PERSON"), mention("Ola M. Berg", "PERSON")]) == (0, 0)


SHORT_BODIES: list[tuple[tuple[tuple[str, NameType], ...], tuple[int, ...]]] = [
    ((("Civic League", "ORG"), ("League", "ORG")), (0, 0)),
    ((("Helmark Ports", "FAC"), ("Helmark", "ORG")), (0, 0)),
    ((("Drosna Evening Mirror", "ORG"), ("Evening Mirror", "ORG"), ("Mirror", "ORG")), (0, 0, 0)),
    ((("League", "ORG"), ("Civic League", "ORG")), (0, 1)),
    ((("Civic League", "ORG"), ("Harbour League", "ORG"), ("League", "ORG")), (0, 1, 2)),
    ((("White House", "ORG"), ("House", "ORG")), (0, 1)),
]


@pytest.mark.parametrize(("given", "groups"), SHORT_BODIES)
def test_a_body_is_called_by_a_part_of_its_name(
    given: tuple[tuple[str, NameType], ...], groups: tuple[int, ...]
) -> None:
    """After its full name, if no other body of the report has that part, and no table knows the part by itself."""
    assert group_mentions([mention(*words) for words in given]) == groups


HOMES = [
    ("Anatoly Vell", "PERSON", "Norway’s ambassador to the United States", "NOR"),
    ("Anatoly Vell", "PERSON", "ambassador to the United States", None),
    ("Sea of Japan", "LOC", "", None),
]


@pytest.mark.parametrize(("words", "kind", "described", "country"), HOMES)
def test_whose_country_a_description_tells(words: str, kind: NameType, described: str, country: str | None) -> None:
    """An ambassador is of the country that sends; a sea is of none."""
    assert make_entity("r", [mention(words, kind, *filter(None, [described]))]).country == country


ALIKE = [
    (("NATO", "North Atlantic Treaty Organisation"), (0, 0)),
    (("U.N. Security Council", "United Nations Security Council"), (0, 0)),
    (("UN", "United Nations", "UNHCR"), (0, 0, 1)),
]


@pytest.mark.parametrize(("words", "groups"), ALIKE)
def test_large_organisations_are_known_by_short_and_full_name(words: tuple[str, ...], groups: tuple[int, ...]) -> None:
    """The table says what an acronym stands for, though no report spells it out."""
    assert group_mentions([mention(w, "ORG") for w in words]) == groups


def test_the_people_of_a_land_belong_to_it_though_no_table_knows_it() -> None:
    """As the table says of real countries."""
    assert group_mentions([mention("Korvania", "LOC"), mention("Korvanian", "NORP")]) == (0, 0)
    assert group_mentions([mention("Selm", "LOC"), mention("Korvanian", "NORP")]) == (0, 1)
    entity = make_entity("r", [mention("Korvanian", "NORP"), mention("Korvania", "LOC"), mention("Korvanian", "NORP")])
    assert (entity.name, entity.type, entity.aliases) == ("Korvania", "place", ("Korvanian",))
