"""Names made whole, on parses written by hand."""

from __future__ import annotations

import pytest

from consilience.annotate.names import mend_names, name_key
from consilience.model.annotations import Name, NameType
from consilience.model.spans import TokenRange
from consilience.parses import Parse, span_of, words_of
from tests.builders import parsed


def name(parse: Parse, first: int, last: int, kind: NameType) -> Name:
    """A name over the tokens from `first` up to `last`."""
    stretch = TokenRange(first, last)
    return Name(span_of(parse, stretch), stretch, kind)


def mended(line: str, *given: tuple[int, int, NameType]) -> list[tuple[str, str]]:
    """Words and types after mending."""
    parse = parsed(line)
    names = mend_names(parse, [name(parse, *g) for g in given])
    return [(words_of(parse, n.tokens), n.type) for n in names]


KEYS = [
    ("Ola Berg-Lund", "ola berg lund"),
    ("the Norhaven Post's", "norhaven post"),
    ("U.S.", "us"),
    ("Élodie Marçal", "elodie marcal"),
]


@pytest.mark.parametrize(("words", "key"), KEYS)
def test_key_of_a_name(words: str, key: str) -> None:
    """Spellings that differ in case, accents, hyphens and article have one key."""
    assert name_key(words) == key


def test_a_body_takes_its_of_phrase() -> None:
    """A name cut before "of" is joined."""
    line = (
        "The/the/DT/2/det Ministry/Ministry/NNP/6/nsubj of/of/IN/4/case Fisheries/Fisheries/NNP/2/nmod "
        "has/have/VBZ/6/aux spoken/speak/VBN/0/root"
    )
    assert mended(line, (1, 2, "ORG")) == [("Ministry of Fisheries", "ORG")]


def test_a_body_that_the_engine_missed_is_found() -> None:
    """The tree and capitals suffice."""
    line = (
        "Workers/Worker/NNP/3/nmod:poss '/'/POS/1/case Party/Party/NNP/6/nsubj of/of/IN/5/case "
        "Norland/Norland/NNP/3/nmod won/win/VBD/0/root"
    )
    assert mended(line, (4, 5, "LOC")) == [("Workers ' Party of Norland", "ORG")]


def test_titles_and_articles_are_no_part_of_a_name() -> None:
    """The person's name alone is left."""
    line = "President/President/NNP/2/nmod:desc Emil/Emil/NNP/4/nsubj Castor/Castor/NNP/2/flat spoke/speak/VBD/0/root"
    assert mended(line, (0, 3, "PERSON")) == [("Emil Castor", "PERSON")]


def test_known_media_are_organisations() -> None:
    """A newspaper that the engine took for a person."""
    line = "Rodong/Rodong/NNP/3/nsubj Sinmun/Sinmun/NNP/1/flat wrote/write/VBD/0/root"
    assert mended(line, (0, 2, "PERSON")) == [("Rodong Sinmun", "ORG")]


def test_one_type_for_one_string() -> None:
    """The commonest type wins in a report."""
    line = (
        "Norhaven/Norhaven/NNP/0/root ,/,/,/3/punct Norhaven/Norhaven/NNP/1/conj ,/,/,/5/punct "
        "Norhaven/Norhaven/NNP/1/conj"
    )
    assert {kind for _, kind in mended(line, (0, 1, "LOC"), (2, 3, "PERSON"), (4, 5, "LOC"))} == {"LOC"}


def test_a_surname_of_the_report_is_a_person() -> None:
    """Even where it is also a capital's name."""
    line = "Vera/Vera/NNP/3/nsubj Paris/Paris/NNP/1/flat met/meet/VBD/0/root Paris/Paris/NNP/3/obj"
    assert mended(line, (0, 2, "PERSON"), (3, 4, "LOC")) == [("Vera Paris", "PERSON"), ("Paris", "PERSON")]


def test_a_name_goes_on_after_a_hyphen() -> None:
    """Two words joined by hyphens without spaces are one name."""
    parse = parsed("Stoke/Stoke/NNP/0/root")
    assert mend_names(parse, [name(parse, 0, 1, "LOC")])[0].tokens == TokenRange(0, 1)


TOLD = [
    ("spokesman/spokesman/NN/2/nmod:desc Tarn/Tarn/NNP/3/nsubj spoke/speak/VBD/0/root", "ORG", "PERSON"),
    ("newspaper/newspaper/NN/2/nmod:desc Morgen/Morgen/NNP/3/nsubj wrote/write/VBD/0/root", "PERSON", "ORG"),
    ("rival/rival/NN/2/nmod:desc Tarn/Tarn/NNP/3/nsubj sold/sell/VBD/0/root", "ORG", "ORG"),
]


@pytest.mark.parametrize(("line", "given", "expected"), TOLD)
def test_the_word_before_a_name_tells_its_type(line: str, given: NameType, expected: str) -> None:
    """A spokesman is a person, a newspaper a body."""
    assert mended(line, (1, 2, given)) == [(line.split()[1].split("/")[0], expected)]


def test_an_acronym_is_no_surname() -> None:
    """Though the last word of a full name be spelt alike."""
    line = "Ro/Ro/NNP/3/nsubj Un/Un/NNP/1/flat left/leave/VBD/0/root U.N./U.N./NNP/3/obj"
    assert mended(line, (0, 2, "PERSON"), (3, 4, "ORG"))[1] == ("U.N.", "ORG")
