"""Quotation marks are paired paragraph by paragraph, whatever the marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.model.spans import Span
from consilience.quotation import inside, quotations

CASES = [
    ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
    ('"One," he said.', ['"One,"']),
    ("‘One,’ he said.", ["‘One,’"]),
    ("«One», he said.", ["«One»"]),
    ("“One and never closed", ["“One and never closed"]),
    ("“He called it ‘old’,” she said.", ["“He called it ‘old’,”"]),
    ("The workers' party met.", []),
    ("It is the ship's mast.", []),
    ("He is 6'2\" tall.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    """Each quotation is found with its marks."""
    found = quotations(text, (Span(0, len(text)),))
    assert [text[slice(*q.span)] for q in found] == expected


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    """A mark that is never closed does not swallow the next paragraph."""
    text = "“One.\n“Two.”"
    found = quotations(text, (Span(0, 5), Span(6, 12)))
    assert [(q.paragraph, q.closed) for q in found] == [(0, False), (1, True)]


@given(st.text(alphabet="ab '\"“”‘’.\n", max_size=60))
def test_quotations_are_sorted_and_apart(text: str) -> None:
    """Quotations never overlap, stay in the text, and `inside` agrees with them."""
    found = quotations(text, (Span(0, len(text)),))
    ends = 0
    for quote in found:
        assert ends <= quote.span.start < quote.span.end <= len(text)
        ends = quote.span.end
        assert inside(found, quote.span.start) == quote


def test_a_quotation_runs_over_lines_to_the_mark_that_closes_nothing_else() -> None:
    """Texts with a line for each sentence close a quotation lines after it is opened; a blank line ends the search."""
    text = 'The guild said: "Wool is dear.\nThe mill stood idle.\nIt burned. "\nSnow fell.'
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    (found,) = quotations(text, lines)
    assert (text[slice(*found.span)], found.closed) == ('"Wool is dear.\nThe mill stood idle.\nIt burned. "', True)
    apart = text.replace("idle.\n", "idle.\n\n")
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", apart)]
    assert not any(q.closed for q in quotations(apart, lines))
