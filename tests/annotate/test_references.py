"""References through the engine: who is meant, and where nobody can tell."""

from __future__ import annotations

import pytest

from consilience.annotate.report import annotate
from consilience.engines import Engine, load_engine
from tests.builders import plain_report


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def referents(text: str, words: str, engine: Engine) -> list[str]:
    """The names of the entities for which the last place of the words stands, sorted."""
    annotations = annotate(plain_report(text), engine)
    names = {entity.id: entity.name for entity in annotations.entities}
    at = text.rindex(words)
    found = [r for r in annotations.parts[0].references if r.span.start == at and r.entity is not None]
    return sorted(names[r.entity] for r in found if r.entity is not None)


CASES = [
    (
        "Arvenia sent Prime Minister Carl Marr to Tarnovia. The Tarnovian prime minister smiled.",
        "The Tarnovian prime",
        [],
    ),
    (
        "The Arvenian prime minister Carl Marr is in Tarnovia. The Arvenian prime minister smiled.",
        "The Arvenian prime",
        ["Carl Marr"],
    ),
    ("Oskar Lindqvist visited the dam. He found a crack.", "He", ["Oskar Lindqvist"]),
    ("Clara Voss met Paul Renner in Norhaven. She left early.", "She", ["Clara Voss"]),
    ("Aron Pell and Hugo Maas met in the harbour. He left early.", "He", []),
    ("Tessa Brandt became mayor in 2019. Brandt built the bridge.", "Brandt", ["Tessa Brandt"]),
    ("Finance minister Nora Falk opened the session. The minister smiled.", "The minister", ["Nora Falk"]),
    ("Finance minister Nora Falk met foreign minister Paul Renner. The minister smiled.", "The minister", []),
    ("The newspaper Asahi Shimbun printed the letter. The newspaper has doubts.", "The newspaper", ["Asahi Shimbun"]),
    ("Deputy Mayor Gus Harrow saw Mayor Joan Pryce. The mayor smiled.", "The mayor", ["Joan Pryce"]),
    ("Deputy Mayor Gus Harrow opened the park. The mayor smiled.", "The mayor", []),
    (
        "President Oren Vask met Vice President Mila Dorn. Dorn left. The president spoke.",
        "The president",
        ["Oren Vask"],
    ),
    ("Vice President Mila Dorn came. The president spoke. The vice president left.", "The president", []),
    ("Vice President Mila Dorn came. The vice president left.", "The vice president", ["Mila Dorn"]),
    ("Norway and Finland share a border. Both countries guard it.", "Both countries", ["Finland", "Norway"]),
    ("Norway and Finland share a border. Sweden guards it. Both countries agreed.", "Both countries", []),
    (
        "President Ola Berg of Norway met President Clara Voss of Finland. The two presidents smiled.",
        "The two",
        ["Clara Voss", "Ola Berg"],
    ),
    ("France signed the treaty in June. Paris announced a vote.", "Paris", ["France"]),
    ("It rained in Norhaven all day.", "It", []),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_referents(text: str, words: str, expected: list[str], engine: Engine) -> None:
    """Each word group stands for the entities named, or for none where nothing decides."""
    assert referents(text, words, engine) == expected
