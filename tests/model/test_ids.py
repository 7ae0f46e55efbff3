"""Content ids: the same for the same content, different for different content, on any machine."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span

values = st.recursive(
    st.none() | st.text(max_size=5) | st.integers() | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)


def test_an_id_does_not_change_between_versions() -> None:
    assert content_id("report", b"\x00", 7, None, date(2024, 5, 14), Span(1, 2)) == "90c701dcfd40"


@given(values, values)
def test_different_content_gives_different_ids(a: object, b: object) -> None:
    assert (content_id(a) == content_id(b)) == (a == b)


def test_neighbours_do_not_run_together() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")
    assert content_id(("a",), "b") != content_id("a", ("b",))


def test_records_are_hashed_by_their_fields() -> None:
    passage = Passage("r", "text", Span(0, 4))
    assert content_id(passage) == content_id(Passage("r", "text", Span(0, 4)))
    assert content_id(passage) != content_id(Passage("r", "title", Span(0, 4)))


def test_what_has_no_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        content_id({1, 2})
