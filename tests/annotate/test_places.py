"""Places: their kind, and a point only where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from consilience.annotate.gazetteer import towns_named
from consilience.annotate.places import places
from consilience.model.annotations import Name, NameType, PlaceMention
from consilience.model.spans import Span, TokenRange

NORP_WORDS = {"French", "Russian", "Canadian"}


def found(text: str, words: Sequence[str], kind: NameType = "LOC") -> dict[str, PlaceMention]:
    """The places of a text whose names are given by their words; the first occurrence of each."""
    names = []
    for word in words:
        at = text.index(word)
        names.append(Name(Span(at, at + len(word)), TokenRange(0, 0), "NORP" if word in NORP_WORDS else kind))
    return {p.name: p for p in places("text", text, (), sorted(names, key=lambda n: n.span))}


KINDS: list[tuple[str, str, str, str | None]] = [
    ("He flew to France.", "France", "country", "FRA"),
    ("He flew to the United States.", "United States", "country", "USA"),
    ("They spoke of Korea.", "Korea", "country", None),
    ("He flew to eastern Russia.", "eastern Russia", "country", "RUS"),
    ("He went to Ohio.", "Ohio", "region", "USA"),
    ("He went to the Moskva region.", "Moskva", "region", "RUS"),
    ("He went to Lyon Oblast.", "Lyon Oblast", "region", "FRA"),
    ("He went to the province of Lyon.", "Lyon", "region", "FRA"),
    ("He went to the Balkans.", "Balkans", "region", None),
    ("He swam in the Sea of Japan.", "Sea of Japan", "water", None),
    ("He swam in Lake Victoria.", "Lake Victoria", "water", None),
    ("He swam in the Mediterranean.", "Mediterranean", "water", None),
    ("He came to Lyon Airport.", "Lyon Airport", "facility", "FRA"),
    ("He came to Lyon Cosmodrome.", "Lyon Cosmodrome", "facility", "FRA"),
    ("He came to Lyon prison.", "Lyon", "facility", "FRA"),
    ("He came to Zzyqtown.", "Zzyqtown", "unknown", None),
    ("He came to Springfield.", "Springfield", "town", None),
]


@pytest.mark.parametrize(("text", "word", "kind", "country"), KINDS)
def test_kind_without_a_point(text: str, word: str, kind: str, country: str | None) -> None:
    place = found(text, [word])[word]
    assert (place.kind, place.country, place.latitude) == (kind, country, None)
    assert place.because


POINTS: list[tuple[str, list[str], str, str]] = [
    ("He came to Vladivostok.", ["Vladivostok"], "Vladivostok", "RUS"),
    ("He came to Paris in France.", ["Paris", "France"], "Paris", "FRA"),
    ("French police searched Paris.", ["French", "Paris"], "Paris", "FRA"),
    ("He came to Paris, Texas.", ["Paris"], "Paris", "USA"),
    ("Canadian police came to London.", ["Canadian", "London"], "London", "CAN"),
    ("He came to London.", ["London"], "London", "GBR"),
    ("He spoke in Washington.", ["Washington"], "Washington", "USA"),
    ("He came to Springfield, Ohio.", ["Springfield"], "Springfield", "USA"),
    ("He came from Kiev in Ukraine.", ["Kiev", "Ukraine"], "Kiev", "UKR"),
]


@pytest.mark.parametrize(("text", "words", "word", "country"), POINTS)
def test_point(text: str, words: list[str], word: str, country: str) -> None:
    place = found(text, words)[word]
    assert (place.kind, place.country) == ("town", country)
    assert place.latitude is not None


def test_two_towns_of_one_name_in_the_country_named_give_no_point() -> None:
    place = found("The United States sent help to Springfield.", ["United States", "Springfield"])["Springfield"]
    assert (place.country, place.latitude) == ("USA", None)


def test_another_spelling_alone_is_no_point() -> None:
    """A name that only resembles a foreign spelling of a large town is not that town."""
    assert found("He saw Angara.", ["Angara"])["Angara"].latitude is None


def test_a_facility_is_never_the_town_of_its_name() -> None:
    assert found("He came to Lyon.", ["Lyon"], "FAC")["Lyon"].kind == "facility"


def test_short_name_of_a_facility() -> None:
    text = "He came to Zvezda Cosmodrome. Near Zvezda it rained."
    names = [Name(Span(11, 28), TokenRange(0, 0), "FAC"), Name(Span(35, 41), TokenRange(0, 0), "LOC")]
    assert [p.kind for p in places("text", text, (), names)] == ["facility", "facility"]


def test_people_are_no_places() -> None:
    assert found("French police came.", ["French"]) == {}


@pytest.mark.parametrize("name", ["", "a", "zzz", "ÿÿ", "Aachen", "Zwolle"])
def test_any_name_can_be_asked_for(name: str) -> None:
    assert all(town.inhabitants >= 0 for town in towns_named(name))


DISTANCES: list[tuple[str, dict[str, str | None]]] = [
    ("Springfield, about 75 km from Worcester, was calm.", {"Springfield": "USA", "Worcester": "USA"}),
    ("Lyon, 390 kilometres from Paris, was calm.", {"Lyon": "FRA", "Paris": "FRA"}),
    ("Lyon, 3,900 kilometres from Paris, was calm.", {"Lyon": None, "Paris": None}),
]


@pytest.mark.parametrize(("text", "points"), DISTANCES)
def test_a_distance_chooses_between_namesakes_or_takes_the_point_away(text: str, points: dict[str, str | None]) -> None:
    placed = found(text, list(points))
    assert {word: p.country if p.latitude is not None else None for word, p in placed.items()} == points


def test_the_towns_of_the_text_tell_a_state_from_a_country() -> None:
    assert found("Voters in Georgia went to the polls in Atlanta.", ["Georgia", "Atlanta"])["Georgia"].country == "USA"
    assert found("Voters in Georgia went to the polls in Tbilisi.", ["Georgia", "Tbilisi"])["Georgia"].country == "GEO"


def test_a_point_has_a_radius_and_no_region_has_one() -> None:
    placed = found("He went from Paris in France to Bavaria.", ["Paris", "France", "Bavaria"])
    assert placed["Paris"].radius is not None
    assert placed["Bavaria"].radius is None
    assert placed["Bavaria"].country == "DEU"


def test_one_name_with_its_state_is_two_places() -> None:
    text = "He came to Springfield, Ohio."
    names = [Name(Span(11, 28), TokenRange(0, 0), "LOC")]
    assert [(p.name, p.kind, p.country) for p in places("text", text, (), names)] == [
        ("Springfield", "town", "USA"), ("Ohio", "region", "USA"),
    ]  # fmt: skip
