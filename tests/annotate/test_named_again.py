"""A name missed at one place is found by the others; a word that only looks like it is not."""

from __future__ import annotations

import pytest

from consilience.annotate.named_again import named_again
from consilience.model.annotations import Name, NameType
from consilience.model.spans import TokenRange
from consilience.parses import Parse, span_of, words_of
from tests.builders import parsed

LINES = [
    ("Vell left. They saw Vell today", ["Vell", "Vell"]),
    ("Vell left. They saw vell today", ["Vell"]),
    ("Vell left. They saw Vell Rovers today", ["Vell"]),
    ("Vell left. They saw Mr. Vell today", ["Vell", "Vell"]),
    ("Vell left. They saw Ada - Vell today", ["Vell"]),
    ("Vell left. Vell Vell . Vell , Vell , Vell came", ["Vell"]),
]


def tree(line: str) -> Parse:
    """The words in one sentence after another, those with a capital proper nouns, all below the first."""
    marks = {"They": "PRP", ".": ".", ",": ",", "-": "HYPH"}
    words = line.replace("left.", "left .").split()
    tags = [marks.get(w, "NNP" if w[0].isupper() else "NN") for w in words]
    rows = (
        f"{w}/{w}/{t}/{1 if i else 0}/{'dep' if i else 'root'}"
        for i, (w, t) in enumerate(zip(words, tags, strict=True))
    )
    return parsed(" ".join(rows))


def first_name(parse: Parse, kind: NameType) -> Name:
    stretch = TokenRange(0, 1)
    return Name(span_of(parse, stretch), stretch, kind)


@pytest.mark.parametrize(("line", "found"), LINES, ids=[line for line, _ in LINES])
def test_where_a_name_is_found_again(line: str, found: list[str]) -> None:
    parse = tree(line)
    names = named_again(parse, [first_name(parse, "PERSON")])
    assert [words_of(parse, name.tokens) for name in names] == found
    assert {name.type for name in names} == {"PERSON"}


@pytest.mark.parametrize("kind", ["DATE", "MISC", "NORP", "PRODUCT"])
def test_some_kinds_are_not_looked_for(kind: NameType) -> None:
    parse = tree(LINES[0][0])
    assert len(named_again(parse, [first_name(parse, kind)])) == 1
