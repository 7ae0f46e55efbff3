"""Markdown with footnotes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from consilience.model.account import Findings
from consilience.present.markdown import escaped, markdown
from tests.present.accounts import findings
from tests.present.worlds import hostile, two_stories

READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
OURS = {"h1", "h2", "h3", "p", "ul", "ol", "li", "em", "br", "table", "thead", "tbody", "tr", "th", "td"}


def _tags(text: str) -> set[str]:
    return set(re.findall(r"<([a-zA-Z0-9]+)", READER.render(text)))


@pytest.mark.parametrize("found", [findings(), hostile(), two_stories()])
def test_only_our_own_markup_comes_out(found: Findings) -> None:
    """Words of reports never become tags, links, images or code."""
    assert _tags(markdown(found)) <= OURS


@given(st.text(alphabet=st.sampled_from("ab <>&[]()*_`#!|~@:/.\\-+=1\n\t\"'$^{}w")))
def test_escaped_text_is_read_as_itself(text: str) -> None:
    """Whatever is escaped renders as one paragraph of the same words."""
    shown = READER.render("x " + escaped(text)) + READER.render(escaped(text))
    assert set(re.findall(r"<([a-zA-Z0-9]+)", shown)) <= {"p"}


def test_every_mark_has_its_note() -> None:
    """Each footnote mark of the account leads to one note with the report and its words."""
    text = markdown(findings())
    marks = set(re.findall(r"\[\^([\d-]+)\](?!:)", text))
    notes = re.findall(r"^\[\^([\d-]+)\]: ", text, re.MULTILINE)
    assert marks <= set(notes)
    assert len(notes) == len(set(notes))
    assert "[^1-7]: The Sule Courier: “two people were hurt”" in text


def test_empty_lists_are_said() -> None:
    """Nothing found is written, not left out."""
    text = markdown(two_stories())
    assert "No differences were found." in text
    assert "No words of a named speaker were found." in text
