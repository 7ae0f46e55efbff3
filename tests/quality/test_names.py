from __future__ import annotations

from quality.names import innermost, marks_innermost, projected, sentences

from consilience.model.annotations import Name
from consilience.model.spans import Span, TokenRange


def test_sentences_end_at_blank_lines_and_comments() -> None:
    lines = ["# newdoc\n", "Port\tB-LOC\n", "Selm\tI-LOC\n", "\n", "1\tshe\tO\t-\t-\n"]
    assert list(sentences(lines)) == [["Port", "Selm"], ["she"]]


def test_a_name_tags_every_token_it_touches() -> None:
    """`Selm-based` is one token of the input, though the name ends inside it."""
    spans = [Span(0, 4), Span(5, 15), Span(16, 20)]
    assert projected([Name(Span(0, 9), TokenRange(0, 2), "LOC")], spans) == ["B-LOC", "I-LOC", "O"]


def test_the_innermost_name_tags_a_token_of_a_name_that_holds_it() -> None:
    """Bank of Norland Selm: the bank's own words begin anew behind the place."""
    spans = [Span(0, 4), Span(5, 7), Span(8, 15), Span(16, 20)]
    place = Name(Span(8, 15), TokenRange(2, 3), "LOC")
    bank = Name(Span(0, 20), TokenRange(0, 4), "ORG", nested=(place,))
    assert projected(innermost([bank]), spans) == ["B-ORG", "I-ORG", "B-LOC", "B-ORG"]
    assert projected([bank], spans) == ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]


def test_five_columns_mark_whole_names_fewer_the_innermost() -> None:
    assert not marks_innermost(["# sent_id = 1", "1\tSelm\tB-LOC\t-\t-"])
    assert marks_innermost(["# doc", "Selm\tB-ORG\tB-LOC", ""])
