"""A mended tree is a tree: whatever slips are mended at once, every way up ends at a root."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consilience.events.mended_trees import mended
from consilience.model.annotations import Name, Token
from consilience.model.spans import Span, TokenRange

WORDS = st.sampled_from(("after", ",", "—", "and", "surprise", "that", "Ada", "council", "urged", "for", "to"))
TAGS = st.sampled_from("VERB VBD|VERB VBG|VERB VB|NOUN NN|PROPN NNP|ADJ JJ|PART TO".split("|")).map(str.split)
RELATIONS = st.sampled_from(
    "nsubj obj obl acl advcl amod appos case ccomp compound conj flat mark nmod parataxis".split()
)


@st.composite
def trees(draw: st.DrawFn) -> tuple[tuple[Token, ...], tuple[Name, ...]]:
    """A tree over a few words, each hung on one that comes earlier in some order, and perhaps a name in it."""
    size = draw(st.integers(2, 10))
    order = draw(st.permutations(range(size)))
    place = {index: number for number, index in enumerate(order)}
    tokens = []
    for index in range(size):
        word, (pos, tag) = draw(WORDS), draw(TAGS)
        head = -1 if place[index] == 0 else order[draw(st.integers(0, place[index] - 1))]
        relation = "root" if head < 0 else draw(RELATIONS)
        tokens.append(Token(8 * index, 8 * index + len(word), word, word.lower(), pos, tag, "", head, relation))
    first = draw(st.integers(0, size - 2))
    name = Name(Span(8 * first, 8 * first + 9), TokenRange(first, first + 2), "PERSON") if draw(st.booleans()) else None
    return tuple(tokens), (name,) if name is not None else ()


def leads_up(tokens: tuple[Token, ...], index: int) -> bool:
    for _ in range(len(tokens) + 1):
        if index < 0:
            return True
        index = tokens[index].head
    return False


@given(trees())
def test_every_way_up_ends_at_a_root(drawn: tuple[tuple[Token, ...], tuple[Name, ...]]) -> None:
    tokens, names = drawn
    told = mended(tokens, names)
    assert len(told) == len(tokens)
    assert all(leads_up(told, index) for index in range(len(told)))


def test_two_slips_at_once_make_no_ring() -> None:
    rows = (
        ("spoke", "VERB", "VBD", -1, "root"), ("surprise", "NOUN", "NN", 3, "parataxis"), (",", "PUNCT", ",", 1, "punct"),
        ("surprise", "NOUN", "NN", 0, "conj"), ("—", "PUNCT", ",", 1, "punct"), ("bring", "VERB", "VB", 0, "conj"),
    )  # fmt: skip
    tokens = tuple(Token(9 * i, 9 * i + len(w), w, w, p, t, "", h, r) for i, (w, p, t, h, r) in enumerate(rows))
    assert all(leads_up(mended(tokens, ()), index) for index in range(len(tokens)))
