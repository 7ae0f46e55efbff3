"""Lands that no table knows: by the words for their people."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consilience.reconcile.lands import _LAND, _people, _stems

_WORDS = st.text(alphabet="abni", min_size=1, max_size=9)


@given(st.sets(_WORDS, max_size=8), st.sampled_from(("norland", "iran", "benin", "abnia", "binani")) | _WORDS)
def test_a_land_is_found_by_any_word_for_its_people(vocabulary: set[str], land: str) -> None:
    """The look-up by stems finds what comparing a land with every word finds."""
    vocabulary |= {"norlandese", "iranian", "beninese"}
    found = len(land) >= _LAND and land[:-1] in _stems(vocabulary)
    assert found == any(_people(land, word) for word in vocabulary)
