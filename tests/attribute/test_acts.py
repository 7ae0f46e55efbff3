"""Act and status from cue and content, on parses written by hand."""

from __future__ import annotations

import pytest

from consilience.attribute.acts import is_hedged, scope_and_act
from consilience.attribute.drafts import Draft
from consilience.attribute.status import status_of
from consilience.model.spans import TokenRange
from tests.builders import parsed

SAID = "Voss/Voss/NNP/2/nsubj said/say/VBD/0/root "
CASES = [
    (SAID + "rain/rain/NN/4/nsubj stopped/stop/VBD/2/ccomp", "happened"),
    (SAID + "rain/rain/NN/5/nsubj will/will/MD/5/aux stop/stop/VB/2/ccomp", "planned"),
    (SAID + "rain/rain/NN/5/nsubj may/may/MD/5/aux stop/stop/VB/2/ccomp", "possible"),
    (SAID + "rain/rain/NN/6/nsubj has/have/VBZ/6/aux not/not/RB/6/advmod stopped/stop/VBN/2/ccomp", "negated"),
    (SAID + "rain/rain/NN/5/nsubj is/be/VBZ/5/aux stopping/stop/VBG/2/ccomp", "ongoing"),
    (SAID + "rain/rain/NN/5/nsubj was/be/VBD/5/cop heavy/heavy/JJ/2/ccomp", "ongoing"),
    (SAID + "rain/rain/NN/5/nsubj is/be/VBZ/5/cop possible/possible/JJ/2/ccomp", "possible"),
    (SAID + "a/a/DT/4/det vote/vote/NN/2/obj", "unknown"),
]


@pytest.mark.parametrize(("line", "status"), CASES)
def test_status(line: str, status: str) -> None:
    """Tense, modal verbs, negation and copulas decide."""
    parse = parsed(line)
    draft = Draft((TokenRange(2, len(parse.tokens)),), TokenRange(1, 2), TokenRange(0, 1), 1, "reported clause", 0)
    assert status_of(parse, draft, *scope_and_act(parse, draft)) == status


NOT_SAID = "Voss/Voss/NNP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod say/say/VB/0/root when/when/WRB/4/obj"
NEITHER = (
    "Neither/neither/DT/2/det side/side/NN/4/nsubj has/have/VBZ/4/aux disclosed/disclose/VBN/0/root it/it/PRP/4/obj"
)
ACTS = [
    ("Voss/Voss/NNP/2/nsubj denied/deny/VBD/0/root it/it/PRP/2/obj", 1, ("statement", "denied")),
    ("Voss/Voss/NNP/2/nsubj plans/plan/VBZ/0/root it/it/PRP/2/obj", 1, ("plan", "asserted")),
    (NOT_SAID, 3, ("statement", "not disclosed")),
    (NEITHER, 3, ("statement", "not disclosed")),
]


@pytest.mark.parametrize(("line", "word", "expected"), ACTS)
def test_scope_and_act(line: str, word: int, expected: tuple[str, str]) -> None:
    """The lexicon gives scope and act, negation turns disclosing verbs."""
    parse = parsed(line)
    last = len(parse.tokens)
    assert (
        scope_and_act(parse, Draft((TokenRange(last - 1, last),), TokenRange(word, word + 1), None, word, "x"))
        == expected
    )


def test_hedges() -> None:
    """An adverb at the cue hedges."""
    parse = parsed("Voss/Voss/NNP/3/nsubj reportedly/reportedly/RB/3/advmod said/say/VBD/0/root so/so/RB/3/advmod")
    assert is_hedged(parse, Draft((TokenRange(3, 4),), TokenRange(2, 3), TokenRange(0, 1), 2, "x", 0))
