"""What the words of a clause show by themselves."""

from __future__ import annotations

from dataclasses import replace

from consilience.claims.stretches import marked_of
from consilience.model.spans import Span
from tests.reconcile.build import Clause, Draft, made

_TEXT = 'The mayor "was trying to build boats" and "had a great love of the sea" in Tarn.'


def test_words_in_a_gap_of_a_clause_are_not_its_own() -> None:
    told = made(Draft("1.txt", _TEXT, (Clause(_TEXT[:-1], "try"),), ())).propositions[0]
    gap = _TEXT.index(" and")
    apart = replace(told, spans=(Span(0, gap), Span(_TEXT.index("in Tarn"), len(_TEXT) - 1)))
    both = (("was", "trying", "to", "build", "boats"), ("had", "a", "great", "love", "of", "the", "sea"))
    assert marked_of(_TEXT, told) == both
    assert marked_of(_TEXT, apart) == both[:1]
