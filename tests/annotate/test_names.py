"""Names made whole, on parses written by hand."""

from __future__ import annotations

from dataclasses import replace

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


def test_names_within_a_name_stay_with_it() -> None:
    """The place inside the ministry's name is kept when the ministry's name is made whole."""
    parse = parsed(
        "The/the/DT/2/det Ministry/Ministry/NNP/6/nsubj of/of/IN/4/case Norland/Norland/NNP/2/nmod "
        "has/have/VBZ/6/aux spoken/speak/VBN/0/root"
    )
    place = name(parse, 3, 4, "LOC")
    (whole,) = mend_names(parse, [replace(name(parse, 1, 4, "ORG"), nested=(place,))])
    assert whole.nested == (place,)


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


def test_two_names_that_a_hyphen_joins_are_two() -> None:
    """The talks of Orban and Vell have no speaker called Orban-Vell."""
    line = (
        "Lena/Lena/NNP/3/nsubj Orban/Orban/NNP/1/flat met/meet/VBD/0/root "
        "Tomas/Tomas/NNP/3/obj Vell/Vell/NNP/4/flat at/at/IN/10/case "
        "Orban/Orban/NNP/10/compound -/-/HYPH/7/punct Vell/Vell/NNP/7/flat talks/talk/NNS/3/obl"
    )
    found = mended(line, (0, 2, "PERSON"), (3, 5, "PERSON"), (6, 9, "PERSON"))
    assert found == [("Lena Orban", "PERSON"), ("Tomas Vell", "PERSON"), ("Orban", "PERSON"), ("Vell", "PERSON")]


def test_a_name_with_a_hyphen_stays_one_where_its_parts_are_unknown() -> None:
    """Ola Berg-Lund is one person."""
    line = "Ola/Ola/NNP/5/nsubj Berg/Berg/NNP/1/flat -/-/HYPH/4/punct Lund/Lund/NNP/1/flat left/leave/VBD/0/root"
    assert mended(line, (0, 4, "PERSON")) == [("Ola Berg - Lund", "PERSON")]


SHAPES: list[tuple[str, NameType, str]] = [
    ("the/the/DT/3/det Norland/Norland/NNP/3/compound War/War/NNP/4/nsubj ended/end/VBD/0/root", "MISC", "EVENT"),
    ("the/the/DT/3/det Buenos/Buenos/NNP/3/compound Aires/Aires/NNP/4/nsubj voted/vote/VBD/0/root", "MISC", "LOC"),
    ("the/the/DT/3/det Northern/Northern/NNP/3/amod Fleet/Fleet/NNP/4/nsubj sailed/sail/VBD/0/root", "FAC", "ORG"),
]


@pytest.mark.parametrize(("line", "kind", "told"), SHAPES)
def test_the_last_word_tells_the_type(line: str, kind: NameType, told: str) -> None:
    """Wars are events and fleets are bodies, whatever the engine took them for."""
    assert [t for _, t in mended(line, (1, 3, kind))] == [told]


def test_short_capitals_are_a_body_and_no_person() -> None:
    """But in a line of capitals everything is written so."""
    line = "TGP/TGP/NNP/2/nsubj reported/report/VBD/0/root it/it/PRP/2/obj"
    assert mended(line, (0, 1, "PERSON")) == [("TGP", "ORG")]
    line = "VELL/Vell/NNP/2/nsubj RESIGNS/resign/VBZ/0/root"
    assert mended(line, (0, 1, "PERSON")) == [("VELL", "PERSON")]


def test_words_without_a_capital_are_no_names() -> None:
    """Nor are the days of the week places."""
    line = "eastern/eastern/JJ/2/amod towns/town/NNS/3/nsubj waited/wait/VBD/0/root Tuesday/Tuesday/NNP/3/obl:tmod"
    assert mended(line, (0, 1, "LOC"), (3, 4, "FAC")) == [("Tuesday", "DATE")]


def test_what_stands_beside_a_name_tells_a_broadcaster_from_a_person() -> None:
    line = (
        "Varo/Varo/NNP/6/nsubj ,/,/,/5/punct a/a/DT/5/det private/private/JJ/5/amod broadcaster/broadcaster/NN/1/appos "
        "reported/report/VBD/0/root it/it/PRP/6/obj"
    )
    assert mended(line, (0, 1, "PERSON")) == [("Varo", "ORG")]


def test_where_something_happens_is_a_place() -> None:
    """What people have confidence in may be a person."""
    line = "He/he/PRP/2/nsubj spoke/speak/VBD/0/root in/in/IN/4/case Sethmar/Sethmar/NNP/2/obl"
    assert mended(line, (3, 4, "PERSON")) == [("Sethmar", "LOC")]
    line = "He/he/PRP/2/nsubj lost/lose/VBD/0/root confidence/confidence/NN/2/obj in/in/IN/5/case Vell/Vell/NNP/3/nmod"
    assert mended(line, (4, 5, "PERSON")) == [("Vell", "PERSON")]


def test_a_given_name_and_its_surname_are_one_person() -> None:
    """Two persons that stand together are one, unless the first is known as a surname."""
    line = "Ada/Ada/NNP/3/nsubj Brook/Brook/NNP/3/nsubj met/meet/VBD/0/root Cem/Cem/NNP/3/obj Marr/Marr/NNP/4/flat"
    assert mended(line, (0, 1, "PERSON"), (1, 2, "PERSON"), (3, 5, "PERSON")) == [
        ("Ada Brook", "PERSON"),
        ("Cem Marr", "PERSON"),
    ]
    line = "Marr/Marr/NNP/3/nsubj Brook/Brook/NNP/3/nsubj met/meet/VBD/0/root Cem/Cem/NNP/3/obj Marr/Marr/NNP/4/flat"
    assert mended(line, (0, 1, "PERSON"), (1, 2, "PERSON"), (3, 5, "PERSON"))[0] == ("Marr", "PERSON")


_GUARD = (
    "Norland/Norland/NNP/4/nmod:poss 's/'s/POS/1/case Harbour/Harbour/NNP/4/compound Guard/Guard/NNP/5/nsubj "
    "left/leave/VBD/0/root Norland/Norland/NNP/5/obj"
)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], [("Norland 's Harbour Guard", "ORG")]),
        ([(5, 6, "LOC")], [("Norland", "LOC"), ("Harbour Guard", "ORG"), ("Norland", "LOC")]),
    ],
)
def test_a_land_and_its_body_are_two_names(
    others: list[tuple[int, int, NameType]], expected: list[tuple[str, str]]
) -> None:
    assert mended(_GUARD, (0, 4, "ORG"), *others) == expected


def test_a_rank_cut_from_its_name_is_no_name() -> None:
    """The full stop behind a short form is no end of a name."""
    line = "Const/Const/NNP/3/nmod:desc ././PUNCT/1/punct Ossel/Ossel/NNP/4/nsubj rang/ring/VBD/0/root"
    assert mended(line, (0, 1, "PERSON"), (2, 3, "PERSON")) == [("Ossel", "PERSON")]
    alone = "Const/Const/NNP/2/nsubj rang/ring/VBD/0/root"
    assert mended(alone, (0, 1, "PERSON")) == [("Const", "PERSON")]
