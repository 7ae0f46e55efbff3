"""The map between layer and page."""

from __future__ import annotations

import pytest

from consilience.clean.html import text_layer
from consilience.clean.layer import Meta, PageFacts, meta, to_layer, to_page
from consilience.model.spans import Span

PAGE = "<p>The  port\nof A &amp; B</p><p>closed"
LAYER = text_layer(PAGE)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("The", "The"),
        ("port", "port"),
        ("The port", "The  port"),
        ("A & B", "A &amp; B"),
        ("&", "&amp;"),
        ("closed", "closed"),
    ],
)
def test_words_of_the_layer_lead_to_what_is_written_on_the_page_and_back(words: str, written: str) -> None:
    start = LAYER.text.index(words)
    there = to_page(LAYER.runs, Span(start, start + len(words)))
    assert PAGE[there.start : there.end] == written
    assert to_layer(LAYER.runs, *there) == Span(start, start + len(words))


def test_a_break_between_blocks_leads_to_an_empty_place() -> None:
    gap = LAYER.text.index("\n\n")
    there = to_page(LAYER.runs, Span(gap, gap + 2))
    assert there.start == there.end == PAGE.index("</p>")


def test_markup_leads_to_an_empty_place_in_the_layer() -> None:
    there = to_layer(LAYER.runs, 0, 3)
    assert there.start == there.end == 0


def test_the_first_name_that_the_page_has_is_taken() -> None:
    metas = (Meta("b", "two"), Meta("a", " "), Meta("a", " one "))
    facts = PageFacts(None, metas, (), (), None, None, None, ())
    assert meta(facts, "c", "a", "b") == "one"
    assert meta(facts, "c") is None
