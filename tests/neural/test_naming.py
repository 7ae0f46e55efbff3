from __future__ import annotations

import pytest

from consilience.neural.naming import Found, made_whole
from consilience.neural.parsing import ParsedWord

CASES: list[tuple[str, list[Found], list[Found]]] = [
    ("NNP NNP IN NNP", [(0, 3, "ORG"), (3, 4, "LOC")], [(0, 4, "ORG")]),
    ("NNP NNP IN NNP", [(0, 3, "PERSON"), (3, 4, "LOC")], [(0, 2, "PERSON"), (3, 4, "LOC")]),
    ("NNP NNP IN CD", [(0, 3, "ORG"), (3, 4, "DATE")], [(0, 2, "ORG"), (3, 4, "DATE")]),
    ("NNP HYPH", [(0, 2, "LOC")], [(0, 1, "LOC")]),
    ("DT HYPH", [(0, 2, "ORG")], [(0, 1, "ORG")]),
    ("NNP IN", [(0, 2, "DATE")], [(0, 2, "DATE")]),
    ("NNP NNP", [(0, 1, "ORG"), (1, 2, "LOC")], [(0, 1, "ORG"), (1, 2, "LOC")]),
]


@pytest.mark.parametrize(("tags", "found", "whole"), CASES)
def test_cut_names_are_joined_and_loose_ends_cut_off(tags: str, found: list[Found], whole: list[Found]) -> None:
    words = [ParsedWord(tag, "X", "", "K", -1, "dep") for tag in tags.split()]
    assert made_whole(found, words) == whole
