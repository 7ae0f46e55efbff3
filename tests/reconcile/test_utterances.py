"""Wordings of one utterance: told by meaning that stands out from the rest of the story."""

from __future__ import annotations

import numpy as np
import pytest

import consilience
from consilience.reconcile.utterances import Meanings

SAID = {
    ("a", "1"): "There are limits, but within them there is much that our two countries can talk about.",
    ("b", "1"): "Certain restrictions exist; even so, inside them we have things to discuss between our states.",
    ("a", "2"): "The harbour wall was built by my grandfather's generation and it held.",
    ("b", "2"): "Our fishermen will be paid for every day that the port stays shut.",
    ("c", "1"): "We found the tide gauge broken and nobody had reported it.",
    ("c", "2"): "The two countries have been friends since the old kings.",
    ("d", "1"): "I have asked the court for a week.",
}


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    vectors = consilience.load_engine().vectors(list(SAID.values()))
    return Meanings(dict(zip(SAID, vectors, strict=True)))


def test_two_translations_stand_out(meanings: Meanings) -> None:
    pair = meanings.likeness(("a", "1"), ("b", "1"))
    assert pair is not None
    others = [meanings.likeness(("a", "1"), key) for key in SAID if key not in (("a", "1"), ("b", "1"))]
    assert all(other is not None and other < pair - 150 for other in others)


def test_likeness_is_even_and_a_wording_is_itself(meanings: Meanings) -> None:
    for left in SAID:
        assert meanings.likeness(left, left) == 1000
        assert all(meanings.likeness(left, right) == meanings.likeness(right, left) for right in SAID)


def test_too_few_quotations_or_none_give_no_likeness() -> None:
    vector = np.arange(4, dtype=np.int8).tobytes()
    few = Meanings({("a", str(i)): vector for i in range(5)})
    assert few.likeness(("a", "0"), ("a", "1")) is None
    assert Meanings({}).likeness(("a", "0"), ("a", "1")) is None


def test_the_order_in_which_vectors_are_given_changes_nothing(meanings: Meanings) -> None:
    vectors = consilience.load_engine().vectors(list(SAID.values()))
    turned = Meanings(dict(reversed(list(zip(SAID, vectors, strict=True)))))
    assert all(turned.likeness(a, b) == meanings.likeness(a, b) for a in SAID for b in SAID)
