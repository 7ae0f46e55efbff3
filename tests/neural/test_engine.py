from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.engines import Engine
from consilience.model.annotations import Analysis, Token
from consilience.model.spans import Span, TokenRange
from consilience.neural.engine import NeuralEngine
from consilience.wording import cosine

STORIES = (
    "Mayor Lena Orban of Port Selm said on Tuesday that the harbour would not reopen before July. "
    '"We do not have the money," she told reporters.\n'
    "According to the harbour office, two ferries were damaged in the storm. A spokesman for Norland Lines "
    "denied that its captain had ignored the warning, and declined to comment further.",
    "The council of Ardmoor voted 7-2 to close the Vell mill, which employs 300 people.\n"
    "“It is a black day,” said Tomas Vell, whose family has run it since 1921. He added that talks with a buyer "
    "“went nowhere.”",
    "Short text.",
)


@cache
def engine(threads: int = 1) -> NeuralEngine:
    return NeuralEngine(threads=threads)


def paragraphs(text: str) -> list[Span]:
    """The lines of a text."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def read(text: str, reader: Engine | None = None) -> Analysis:
    return (reader or engine()).read(text, paragraphs(text))


def spelled(text: str, analysis: Analysis, stretch: TokenRange | None) -> str | None:
    if stretch is None:
        return None
    return text[analysis.tokens[stretch.first].start : analysis.tokens[stretch.last - 1].end]


def test_a_plain_statement_is_read_whole() -> None:
    text = STORIES[0]
    analysis = read(text)
    told = [
        (
            spelled(text, analysis, a.source),
            spelled(text, analysis, a.cue),
            [spelled(text, analysis, c) for c in a.content],
        )
        for a in analysis.attributions
    ]
    assert ("she", "told", ['"We do not have the money,"']) in told
    assert ("Norland Lines", "PERSON") not in [(text[n.span.start : n.span.end], n.type) for n in analysis.names]
    assert "Lena Orban" in [text[n.span.start : n.span.end] for n in analysis.names if n.type == "PERSON"]


def test_subject_object_and_lemma_are_found() -> None:
    text = "The storm damaged two ferries."
    words: dict[str, Token] = {token.word: token for token in read(text).tokens}
    assert words["damaged"].lemma == "damage"
    assert (words["storm"].relation, words["ferries"].relation) == ("nsubj", "obj")
    assert words["damaged"].head == -1


def test_neighbours_change_nothing() -> None:
    """Each text alone, after the others, before the others, and in a fresh engine."""
    alone = [read(text) for text in STORIES]
    assert [read(text) for text in reversed(STORIES)] == alone[::-1]
    fresh = NeuralEngine()
    assert [read(text, fresh) for text in STORIES * 2] == alone * 2


def test_threads_change_nothing() -> None:
    two = engine(2)
    assert [read(text, two) for text in STORIES] == [read(text) for text in STORIES]
    assert two.vectors(STORIES) == engine().vectors(STORIES)


def test_a_paragraph_far_away_changes_nothing() -> None:
    """Two texts that differ only in their last paragraph agree on their first, which no window joins with it."""
    long = "\n".join(
        [STORIES[0], *["The ferry left the port on time and came back in the evening with few on board."] * 40]
    )
    one, other = (read(f"{long}\n{end}") for end in STORIES[1:])
    count = one.sentences[3].tokens.last
    assert one.tokens[:count] == other.tokens[:count]


def test_a_vector_depends_on_its_text_alone() -> None:
    vectors = engine().vectors(STORIES)
    assert [engine().vectors([text])[0] for text in STORIES] == list(vectors)


def test_vectors_are_unit_vectors_that_know_likeness() -> None:
    near, same, far, nothing = engine().vectors(
        ["The harbour is closed.", "The port has been shut.", "She likes plums.", ""]
    )
    lengths = [np.linalg.norm(np.frombuffer(v, np.int8).astype(float)) for v in (near, same, far)]
    assert all(abs(length - 127) < 2 for length in lengths)
    assert cosine(near, same) > cosine(near, far) + 200
    assert nothing == bytes(384)


def test_the_fingerprint_is_one_line_that_names_weights_and_libraries() -> None:
    line = engine().fingerprint
    assert "\n" not in line
    assert all(word in line for word in ("weights", "onnxruntime", "numpy"))


def whole(text: str, analysis: Analysis) -> None:
    """What holds of every analysis."""
    assert [i for s in analysis.sentences for i in range(*s.tokens)] == list(range(len(analysis.tokens)))
    assert all(text[t.start : t.end] == t.word for t in analysis.tokens)
    for sentence in analysis.sentences:
        heads = [analysis.tokens[i].head for i in range(*sentence.tokens)]
        assert heads.count(-1) == 1
        assert all(h == -1 or sentence.tokens.first <= h < sentence.tokens.last for h in heads)
    for found in analysis.attributions:
        assert 0 <= found.confidence <= 1000
        assert all(0 <= a < b <= len(analysis.tokens) for a, b in found.content)
        assert list(found.content) == sorted(set(found.content))


ODD = (
    "", " \t", "😀😀👍🏽", "قال الرئيس إن المحادثات كانت جيدة.", "\x00\x01", "a\ud800b", "\u0301", "x" * 1_000_000,
    '"' * 500, "word " * 700, "…", "“", "No.", "1", "?! " * 50,
)  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_are_read(text: str) -> None:
    whole(text, engine().read(text, [Span(0, len(text))]))


@given(st.text(max_size=120))
@settings(deadline=None, max_examples=40)
def test_any_text_is_read(text: str) -> None:
    whole(text, read(text))


def test_no_paragraphs_no_words() -> None:
    assert engine().read("Nothing is kept.", []) == Analysis((), (), (), ())


def test_a_paragraph_border_ends_a_sentence() -> None:
    text = "The mayor of\nPort Selm resigned"
    assert [s.paragraph for s in read(text).sentences] == [0, 1]
