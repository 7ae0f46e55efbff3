"""Acts behind other words: due, tried, failed, held."""

from __future__ import annotations

import pytest

from consilience.claims.acts import told_act
from consilience.model.annotations import Token

_Parsed = tuple[tuple[str, str, str, int, str], ...]


def _tokens(parsed: _Parsed) -> tuple[Token, ...]:
    """Tokens from (word, lemma, part of speech, head, relation)."""
    return tuple(
        Token(9 * n, 9 * n + 8, w, lemma, pos, "", "", head, rel) for n, (w, lemma, pos, head, rel) in enumerate(parsed)
    )


_DUE = (("Vane", "Vane", "PROPN", 2, "nsubj"), ("is", "be", "AUX", 2, "cop"), ("due", "due", "ADJ", -1, "root"),
        ("to", "to", "PART", 4, "mark"), ("visit", "visit", "VERB", 2, "xcomp"))  # fmt: skip
_TRIES = (("Vane", "Vane", "PROPN", 1, "nsubj"), ("made", "make", "VERB", -1, "root"),
          ("failed", "failed", "ADJ", 3, "amod"), ("attempts", "attempt", "NOUN", 1, "obj"),
          ("to", "to", "PART", 5, "mark"), ("visit", "visit", "VERB", 3, "acl"))  # fmt: skip
_FAILS = (("Vane", "Vane", "PROPN", 1, "nsubj"), ("failed", "fail", "VERB", -1, "root"), ("to", "to", "PART", 3, "mark"),
          ("visit", "visit", "VERB", 1, "xcomp"))  # fmt: skip
_HELD = (
    ("Vane", "Vane", "PROPN", 1, "nsubj"),
    ("held", "hold", "VERB", -1, "root"),
    ("talks", "talk", "NOUN", 1, "obj"),
)
_BOAT = (
    ("Vane", "Vane", "PROPN", 1, "nsubj"),
    ("held", "hold", "VERB", -1, "root"),
    ("ropes", "rope", "NOUN", 1, "obj"),
)
_TRY_FELL = (("attempt", "attempt", "NOUN", 3, "nsubj"), ("to", "to", "PART", 2, "mark"),
             ("visit", "visit", "VERB", 0, "acl"), ("failed", "fail", "VERB", -1, "root"))  # fmt: skip


@pytest.mark.parametrize(
    ("parsed", "at", "act", "failed", "ahead"),
    [
        (_DUE, 2, "visit", False, True),
        (_TRIES, 1, "visit", True, False),
        (_FAILS, 1, "visit", True, False),
        (_HELD, 1, "discuss", False, False),
        (_BOAT, 1, "hold", False, False),
        (_TRY_FELL, 3, "collapse", False, False),
    ],
)
def test_the_act_told(parsed: _Parsed, at: int, act: str, failed: bool, ahead: bool) -> None:
    tokens = _tokens(parsed)
    told = told_act(tokens, at, tokens[at].lemma)
    assert (told.act, told.failed, told.ahead) == (act, failed, ahead)
