"""What is held back, and what is not, on parses written by hand."""

from __future__ import annotations

import pytest

from consilience.attribute import sieve
from consilience.attribute.drafts import Draft
from consilience.model.spans import TokenRange
from tests.builders import parsed

BELIEVED = (
    "It/it/PRP/3/nsubj:pass is/be/VBZ/3/aux:pass believed/believe/VBN/0/root to/to/TO/6/mark "
    "be/be/VB/6/cop old/old/JJ/3/xcomp"
)
SEEK = "Voss/Voss/NNP/3/nsubj may/may/MD/3/aux seek/seek/VB/0/root help/help/NN/3/obj"
SHOWS = (
    "The/the/DT/2/det rain/rain/NN/3/nsubj shows/show/VBZ/0/root that/that/IN/6/mark "
    "spring/spring/NN/6/nsubj came/come/VBD/3/ccomp"
)
POLL = (
    "A/a/DT/2/det poll/poll/NN/3/nsubj shows/show/VBZ/0/root that/that/IN/6/mark "
    "spring/spring/NN/6/nsubj came/come/VBD/3/ccomp"
)
AGREE = "You/you/PRP/2/nsubj agree/agree/VBP/0/root to/to/IN/5/case our/our/PRP$/5/nmod:poss terms/term/NNS/2/obl"
EACH_OTHER = (
    "Calling/call/VBG/7/advcl each/each/DT/3/det other/other/JJ/1/obj friends/friend/NNS/1/xcomp ,/,/,/1/punct "
    "they/they/PRP/7/nsubj drank/drink/VBD/0/root wine/wine/NN/7/obj"
)
REASON = (
    "They/they/PRP/2/nsubj have/have/VBP/0/root reason/reason/NN/2/obj to/to/TO/5/mark want/want/VB/3/acl "
    "peace/peace/NN/5/obj"
)

AWAY = "Voss/Voss/NNP/2/nsubj rejected/reject/VBD/0/root it/it/PRP/2/obj"

CASES = [
    (AWAY, Draft((TokenRange(2, 3),), TokenRange(1, 2), TokenRange(0, 1), 1, "attribution heads", 0), "turned_away"),
    (BELIEVED, Draft((TokenRange(3, 6),), TokenRange(1, 3), None, 2, "attribution heads"), "believed_by_nobody"),
    (SEEK, Draft((TokenRange(3, 4),), TokenRange(1, 3), TokenRange(0, 1), 2, "attribution heads", 0), "only_possible"),
    (
        SHOWS,
        Draft((TokenRange(3, 6),), TokenRange(2, 3), TokenRange(0, 2), 2, "attribution heads", 1),
        "outlets_inference",
    ),
    (POLL, Draft((TokenRange(3, 6),), TokenRange(2, 3), TokenRange(0, 2), 2, "attribution heads", 1), None),
    (
        AGREE,
        Draft((TokenRange(2, 5),), TokenRange(1, 2), TokenRange(0, 1), 1, "attribution heads", 0),
        "writer_or_reader",
    ),
    (
        EACH_OTHER,
        Draft((TokenRange(1, 4),), TokenRange(0, 1), TokenRange(5, 6), 0, "attribution heads"),
        "called_by_name",
    ),
]


@pytest.mark.parametrize(("line", "draft", "name"), CASES)
def test_sieves(line: str, draft: Draft, name: str | None) -> None:
    """The sieve named holds the draft back; None passes all."""
    parse = parsed(line)
    held = [s.__name__ for s in sieve.SIEVES if s(parse, (), draft)]
    assert held[:1] == ([name] if name else [])


def test_every_sieve_says_why() -> None:
    """The docstrings are shown to users."""
    assert all((s.__doc__ or "").strip().endswith(".") for s in sieve.SIEVES)
