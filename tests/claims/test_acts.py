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
_DUE_IN = (("Vane", "Vane", "PROPN", 2, "nsubj"), ("is", "be", "AUX", 2, "cop"), ("due", "due", "ADJ", -1, "root"),
           ("in", "in", "ADP", 4, "case"), ("Tarn", "Tarn", "PROPN", 2, "obl"))  # fmt: skip
_GOES_AHEAD = (("visit", "visit", "NOUN", 2, "nsubj"), ("will", "will", "AUX", 2, "aux"), ("go", "go", "VERB", -1, "root"),
               ("ahead", "ahead", "ADV", 2, "advmod"))  # fmt: skip
_STARTS = (("inquiry", "inquiry", "NOUN", 1, "nsubj"), ("starts", "start", "VERB", -1, "root"))
_OPENS = (
    ("Vane", "Vane", "PROPN", 1, "nsubj"),
    ("opens", "open", "VERB", -1, "root"),
    ("inquiry", "inquiry", "NOUN", 1, "obj"),
)
_OPENS_DOOR = (
    ("Vane", "Vane", "PROPN", 1, "nsubj"),
    ("opens", "open", "VERB", -1, "root"),
    ("door", "door", "NOUN", 1, "obj"),
)
_CALLS_FOR = (("Vane", "Vane", "PROPN", 1, "nsubj"), ("called", "call", "VERB", -1, "root"), ("for", "for", "ADP", 3, "case"),
              ("resignation", "resignation", "NOUN", 1, "obl"))  # fmt: skip
_URGES = (("Vane", "Vane", "PROPN", 1, "nsubj"), ("urged", "urge", "VERB", -1, "root"), ("him", "he", "PRON", 1, "obj"),
          ("to", "to", "PART", 4, "mark"), ("resign", "resign", "VERB", 1, "xcomp"))  # fmt: skip
_BARS = (("Vane", "Vane", "PROPN", 2, "nsubj:pass"), ("was", "be", "AUX", 2, "aux:pass"),
         ("thrown", "throw", "VERB", -1, "root"), ("behind", "behind", "ADP", 4, "case"),
         ("bars", "bar", "NOUN", 2, "obl"))  # fmt: skip
_SUPPOSED = (("Vane", "Vane", "PROPN", 2, "nsubj:pass"), ("is", "be", "AUX", 2, "aux:pass"),
             ("supposed", "suppose", "VERB", -1, "root"), ("to", "to", "PART", 4, "mark"),
             ("arrive", "arrive", "VERB", 2, "xcomp"))  # fmt: skip


@pytest.mark.parametrize(
    ("parsed", "at", "act", "failed", "ahead"),
    [
        (_DUE_IN, 2, "arrive", False, True),
        (_GOES_AHEAD, 2, "visit", False, False),
        (_STARTS, 1, "investigate", False, False),
        (_OPENS, 1, "investigate", False, False),
        (_OPENS_DOOR, 1, "open", False, False),
        (_CALLS_FOR, 1, "demand resign", False, False),
        (_URGES, 1, "demand resign", False, False),
        (_BARS, 2, "arrest", False, False),
        (_SUPPOSED, 2, "arrive", False, True),
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
