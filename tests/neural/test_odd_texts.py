"""Texts that are no clean English prose: offsets stay exact, nothing is lost, and work grows no faster than the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.model.annotations import Analysis
from consilience.model.spans import Span
from consilience.neural.features import words_of
from consilience.neural.windows import WindowSettings, walk
from tests.neural.test_engine import engine, paragraphs, read, whole

ODD = {
    "joiners": "The fer\u200dry left Se\u200blm\u2060 at noon, the mayor\u200d said.",
    "combining": "Mayor E\u0301va Ora\u0301n said “no” to the plan.\nNa\u0308chster Halt: Selm.",
    "many marks": "A" + "\u0301" * 3000 + " ferry sank.",
    "nul": "The\x00ferry\x00 sank off\x00Selm.",
    "surrogate": "The ferry \ud83d sank, \udc00she said.",
    "right to left": "The mayor said: \u202bالميناء مغلق\u202c and left.",
    "mixed scripts": "Мэр Orban 港口 sagte: Ο δήμος closed.",
    "emoji": "👩‍👩‍👧‍👦🏽🇳🇴 Ferry sinks ⚓️⚓️ 3️⃣ dead",
    "quotes": "„Nein“, said he. «Non», said she. ‚No‘, ‹no›, ``no'', \"no”.",
    "brackets": "He said [sic] ((that)) {it} <was> [… over].",
    "ellipses": "Well… he said. . . it was . . . over....",
    "byline": "By LENA ORBAN and TOMAS VELL / Selm Post | 14 May 2031 | 09:12 BST | Updated",
    "list": "• one boat\n– two boats\n* three boats\n1) four\n2. five\n(iii) six",
    "stops": ". " * 300,
    "long word": "x" * 5000 + " said the mayor.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_keep_their_offsets_and_lose_nothing(text: str) -> None:
    analysis = read(text)
    whole(text, analysis)
    assert set(left_out(text, analysis)) == set()


def left_out(text: str, analysis: Analysis) -> Iterator[str]:
    """Letters, numbers and marks of the text that stand in no token."""
    covered = {at for token in analysis.tokens for at in range(token.start, token.end)}
    return (c for at, c in enumerate(text) if at not in covered and unicodedata.category(c)[0] in "LNPS")


scripts = st.text(st.characters(exclude_categories=()), max_size=80)
news = st.lists(
    st.sampled_from([*"“”‘’\"'«»()[]…—–-.,:;!? \n\t\x00\u200d\u0301", " said ", "Mr. ", "Selm", "é", "3.5"])
)


@given(st.one_of(scripts, news.map("".join)))
@settings(deadline=None, max_examples=60)
def test_any_text_keeps_its_offsets_and_loses_nothing(text: str) -> None:
    analysis = read(text)
    whole(text, analysis)
    assert set(left_out(text, analysis)) == set()
    assert all(
        s.span.start <= analysis.tokens[i].start < s.span.end for s in analysis.sentences for i in range(*s.tokens)
    )


STRETCHES = {
    "words": "word ", "stops": ". ", "marks": "e\u0301\u0301 ", "cut quotations": "said “ he “ ", "letters": "a\u200db ",
    "lines": "One line.\n", "without a space": "a,b;", "emoji": "👍🏽 ",
}  # fmt: skip


@pytest.mark.parametrize("stretch", STRETCHES.values(), ids=STRETCHES.keys())
def test_the_work_grows_with_the_text_and_not_with_its_square(stretch: str) -> None:
    """Counted in pieces that the network reads: the square would be four times as many."""
    once, twice = (pieces_read(stretch * times) for times in (400, 800))
    assert twice < 3 * once


def pieces_read(text: str) -> int:
    """How many pieces the network is given for the text, overlaps counted again."""
    reader = engine()
    words = words_of(text, paragraphs(text), reader._cutter)
    read_window = reader._reader.over(words)
    counted = 0

    def counting(first: int, last: int) -> object:
        nonlocal counted
        counted += sum(len(pieces) for pieces in words.pieces[first:last])
        return read_window(first, last)

    for _ in walk(words, counting, WindowSettings()):  # type: ignore[arg-type]
        pass
    return counted


def test_a_million_characters_are_one_token_and_one_reading() -> None:
    text = "y" * 1_000_000
    assert [(t.start, t.end) for t in engine().read(text, [Span(0, len(text))]).tokens] == [(0, 1_000_000)]
    assert pieces_read(text) <= 8
