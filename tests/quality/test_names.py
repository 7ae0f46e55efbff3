from __future__ import annotations

from quality.names import projected, sentences

from consilience.model.annotations import Name
from consilience.model.spans import Span, TokenRange


def test_sentences_end_at_blank_lines_and_comments() -> None:
    lines = ["# newdoc\n", "Port\tB-LOC\n", "Selm\tI-LOC\n", "\n", "1\tshe\tO\t-\t-\n"]
    assert list(sentences(lines)) == [["Port", "Selm"], ["she"]]


def test_a_name_tags_every_token_it_touches() -> None:
    """`Selm-based` is one token of the input, though the name ends inside it."""
    spans = [Span(0, 4), Span(5, 15), Span(16, 20)]
    assert projected([Name(Span(0, 9), TokenRange(0, 2), "LOC")], spans) == ["B-LOC", "I-LOC", "O"]
