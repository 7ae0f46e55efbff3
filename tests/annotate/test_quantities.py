"""Numbers with units, as ranges; and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.annotate.numerals import number
from consilience.annotate.quantities import quantities
from tests.events.reading import analysis

Found = tuple[float | None, float | None, str]

CASES: list[tuple[str, list[Found]]] = [
    ("At least 12 people were killed in Northport.", [(12, None, "killed")]),
    ("Twelve soldiers died and 30 were wounded.", [(12, 12, "soldier"), (30, 30, "wounded")]),
    ("A blast left 30 wounded.", [(30, 30, "wounded")]),
    ("Dozens were injured, officials said.", [(24, None, "wounded")]),
    ("Twelve Killed in Northport Blast", [(12, 12, "killed")]),
    ("Rebels fired two to three dozen rockets on Wednesday.", [(24, 36, "rocket")]),
    ("Some 10 to 12 ships left the port.", [(10, 12, "ship")]),
    ("The ministry bought 1,000-1,500 drones.", [(1000, 1500, "drone")]),
    ("The ministry paid $5.2 million.", [(5_200_000, 5_200_000, "USD")]),
    ("It cost about 4 million euros.", [(4_000_000, 4_000_000, "EUR")]),
    ("They were fined £20m.", [(20_000_000, 20_000_000, "GBP")]),
    ("The loan is worth US$5bn.", [(5e9, 5e9, "USD")]),
    ("The firm lost $5-7 billion.", [(5e9, 7e9, "USD")]),
    ("Exports fell to 20 billion won.", [(2e10, 2e10, "KRW")]),
    ("He won two prizes.", [(2, 2, "prize")]),
    ("Hundreds of thousands of people fled.", [(200_000, None, "person")]),
    ("Tens of thousands protested in the capital.", [(20_000, None, "person")]),
    ("The island is 60km north of Northport.", [(60, 60, "km")]),
    ("It lies nearly 40 miles from shore.", [(40, 40, "mile")]),
    ("The park covers 12 square kilometers.", [(12, 12, "km2")]),
    ("The storm brought winds of 120 km per hour.", [(120, 120, "km/h")]),
    ("Inflation rose 3.5 percent.", [(3.5, 3.5, "%")]),
    ("Turnout reached 70%.", [(70, 70, "%")]),
    ("The bank lifted its rate to between 3.15 and 3.40 percent.", [(3.15, 3.4, "%")]),  # no hours of the clock
    ("The bank has taken its rate from near zero to 2.25%.", [(2.25, 2.25, "%")]),
    ("Rates rose by two percentage points.", [(2, 2, "percentage point")]),
    ("The handshake lasted 40 seconds.", [(40, 40, "second")]),
    ("They had a 50-minute talk.", [(50, 50, "minute")]),
    ("A couple of soldiers left.", [(2, None, "soldier")]),
    ("Several civilians were among the dead.", [(3, None, "civilian")]),
    ("More than 100 civilians left the town.", [(100, None, "civilian")]),
    ("The army said 15 soldiers had been captured.", [(15, 15, "soldier")]),
    ("Between 200 and 300 protesters gathered.", [(200, 300, "protester")]),
    ("Up to 50 tanks remain.", [(None, 50, "tank")]),
    ("Fewer than 20 boats came back.", [(None, 20, "boat")]),
    ("The country has 1.3 million troops.", [(1_300_000, 1_300_000, "troop")]),
    ("They talked about two islands.", [(2, 2, "island")]),
    ("The dispute over three wells goes on.", [(3, 3, "well")]),
    ("Two hundred and fifty tonnes of rice arrived.", [(250, 250, "tonne")]),
    ("One person was killed.", [(1, 1, "killed")]),
    ("A 6.2-magnitude quake shook the coast.", [(6.2, 6.2, "magnitude")]),
    ("Half a million homes lost power.", [(500_000, 500_000, "home")]),
    ("The army lost 20 or more tanks.", [(20, None, "tank")]),
    ("Two missiles hit a market.", [(2, 2, "missile")]),
    ("They sent hundreds of billions of dollars.", [(2e11, None, "USD")]),
    ("The boats carried 300 kilograms of rice.", [(300, 300, "kg")]),
    ("It weighs 500 pounds.", [(500, 500, "pound")]),
    ("The police arrested 14 people.", [(14, 14, "arrested")]),
]

NO_QUANTITIES = [
    "Kim, 39, left early.", "The 70-year-old spoke.", "He gave 1,2,3 as an answer.", "They won 3-1.", "They voted 5-4.",
    "The 20th Congress met.", "It happened in 2019.", "He flew on a Boeing 737.", "The Mark-2 rocket stood there.",
    "The Group of Seven met.", "They met in room 12.", "Article 5 applies.", "Two-thirds agreed.",
    "It was the second attempt.",
    "On 13 September 2023 they met.", "They met at 6:15 p.m.", "Call 555-0134.", "It fell in the 1950s.", "One of them fled.",
    "They agreed for the third time.", "It is open 24/7.",
]  # fmt: skip

NUMBERS = [
    ("12", 12), ("1,200", 1200), ("1.5 million", 1_500_000), ("twenty-one", 21), ("two hundred and fifty", 250),
    ("a hundred", 100), ("half a million", 500_000), ("two dozen", 24), ("two and a half", 2.5),
    ("2 1/2", 2.5), ("2½", 2.5), ("1-3/4 million", 1_750_000),
    ("1,2,3", None), ("many", None),
    ("three hundred thousand", 300_000), ("one million two hundred thousand", 1_200_000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quantity(text: str, expected: list[Found]) -> None:
    read = analysis(text)
    assert [(q.low, q.high, q.unit) for q in quantities("text", text, read.tokens, read.sentences)] == expected


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_no_quantity(text: str) -> None:
    read = analysis(text)
    assert not [(q.low, q.high, q.unit) for q in quantities("text", text, read.tokens, read.sentences)]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_number(words: str, value: float | None) -> None:
    assert number(words) == value


def test_hedge_is_kept() -> None:
    text = "At least 12 people were killed and about 30 boats sank."
    read = analysis(text)
    assert [q.hedge for q in quantities("text", text, read.tokens, read.sentences)] == ["at least", "about"]


@given(st.integers(0, 10**9))
def test_figures_with_and_without_commas_are_one_number(value: int) -> None:
    assert number(f"{value}") == number(f"{value:,}") == value
