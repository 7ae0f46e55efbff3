"""Spans: arithmetic of stretches of text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from consilience.model.spans import Span, covers, hull, merged, overlap, trimmed

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p)))


def points(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(spans, spans)
def test_overlap_counts_shared_points(a: Span, b: Span) -> None:
    assert overlap(a, b) == len(points(a) & points(b))


@given(spans, spans)
def test_covers_is_inclusion_of_points(a: Span, b: Span) -> None:
    if points(b):
        assert covers(a, b) == (points(b) <= points(a))


@given(st.lists(spans, max_size=8), st.randoms())
def test_merged_keeps_every_point_and_no_order(listed: list[Span], random: object) -> None:
    joined = merged(listed)
    assert set().union(*map(points, joined)) == set().union(*map(points, listed))
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))
    assert merged(reversed(listed)) == joined


def test_hull_covers_all() -> None:
    assert hull([Span(5, 7), Span(2, 3)]) == Span(2, 7)


@given(st.text(alphabet=" ab\n\u00a0", max_size=20))
def test_trimmed_is_strip_with_offsets(text: str) -> None:
    start, end = trimmed(text, Span(0, len(text)))
    assert text[start:end] == text.strip()
