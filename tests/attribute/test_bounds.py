"""Where reported words begin and end, on parses written by hand."""

from __future__ import annotations

import pytest

from consilience.attribute.bounds import with_bounds
from consilience.attribute.drafts import Draft
from consilience.model.spans import TokenRange
from consilience.parses import words_of
from tests.builders import parsed

DATELINE = (
    "SOLVANG/SOLVANG/NNP/6/dep (/(/-LRB-/3/punct Reuters/Reuters/NNP/1/appos )/)/-RRB-/3/punct -/-/:/1/punct "
    "Rain/rain/NN/7/nsubj stopped/stop/VBD/0/root ,/,/,/7/punct Voss/Voss/NNP/10/nsubj said/say/VBD/7/parataxis"
)
RELATIVE = (
    "Rain/rain/NN/6/nsubj ,/,/,/4/punct which/which/WDT/4/nsubj fell/fall/VBD/1/acl:relcl ,/,/,/4/punct "
    "stopped/stop/VBD/0/root ,/,/,/9/punct Voss/Voss/NNP/9/nsubj said/say/VBD/6/parataxis"
)
AS_CLAIMED = (
    "Voss/Voss/NNP/2/nsubj denied/deny/VBD/0/root it/it/PRP/2/obj rained/rain/VBD/2/ccomp hard/hard/RB/4/advmod "
    ",/,/,/8/punct as/as/IN/8/mark claimed/claim/VBN/4/advcl"
)
CASES = [
    (DATELINE, TokenRange(0, 7), TokenRange(9, 10), TokenRange(8, 9), "Rain stopped"),
    (RELATIVE, TokenRange(2, 6), TokenRange(8, 9), TokenRange(7, 8), "Rain , which fell , stopped"),
    (AS_CLAIMED, TokenRange(2, 8), TokenRange(1, 2), TokenRange(0, 1), "it rained hard"),
]


@pytest.mark.parametrize(("line", "content", "cue", "source", "expected"), CASES)
def test_bounds(line: str, content: TokenRange, cue: TokenRange, source: TokenRange, expected: str) -> None:
    """Datelines, cut sentences and others' clauses."""
    parse = parsed(line)
    draft = Draft((content,), cue, source, cue.first, "attribution heads")
    assert [words_of(parse, part) for part in with_bounds(parse, (), [draft])[0].content] == [expected]


def test_the_next_sentence_is_the_outlets() -> None:
    """Words without marks end with their sentence."""
    said = "Voss/Voss/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/4/nsubj rained/rain/VBD/2/ccomp ./././2/punct"
    parse = parsed(said, "Let/let/VB/0/root it/it/PRP/1/obj")
    draft = Draft((TokenRange(2, 7),), TokenRange(1, 2), TokenRange(0, 1), 1, "attribution heads")
    assert [words_of(parse, part) for part in with_bounds(parse, (), [draft])[0].content] == ["it rained"]
