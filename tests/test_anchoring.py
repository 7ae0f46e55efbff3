"""Which time belongs to which act."""

from __future__ import annotations

import pytest

from consilience.anchoring import own_times
from consilience.annotate.times import times
from tests.events.reading import analysis

CASES = [
    ("Rebels attacked the port on Friday.", "attacked", "Friday"),
    ("The minister condemned Friday's attack.", "condemned", None),
    ("The minister condemned Friday's attack.", "attack", "Friday"),
    ("On Monday the army said it attacked the port in May.", "attacked", "May"),
    ("On Monday the army said it attacked the port in May.", "said", "Monday"),
    ("The talks were held on Tuesday in Northport.", "talks", "Tuesday"),
    ("On Friday soldiers stormed the hall and arrested ten people.", "arrested", "Friday"),
    ("Police fired on the crowd on Friday, killing two.", "killing", "Friday"),
    ("Ada Brook is expected on Sunday to visit Northport.", "visit", "Sunday"),
]


@pytest.mark.parametrize(("text", "act", "expected"), CASES)
def test_own_time(text: str, act: str, expected: str | None) -> None:
    read = analysis(text)
    at = next(i for i, t in enumerate(read.tokens) if t.word == act)
    rivals = [i for i, t in enumerate(read.tokens) if t.word in {c[1] for c in CASES}]
    found = own_times(read.tokens, times("text", text, read.tokens, read.sentences, None), at, rivals)
    words = [text[slice(*t.span)] for t in found]
    assert words == ([expected] if expected else [])
