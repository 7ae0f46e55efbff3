from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.neural.lemmas import Lemmas, applied, rule_for


@pytest.mark.parametrize(
    ("word", "rule", "lemma"),
    [
        ("Houses", "c1|", "house"),
        ("said", "c2|y", "say"),
        ("Ministries", "C3|y", "Ministry"),
        ("was", "W:be", "be"),
        ("NATO", "K", "NATO"),
        ("The", "L", "the"),
        ("s", "c1|", "s"),
    ],
)
def test_a_rule_makes_the_dictionary_form(word: str, rule: str, lemma: str) -> None:
    assert applied(word, rule) == lemma


@given(st.text("abyzAB", min_size=3, max_size=8), st.text("abyzAB", min_size=3, max_size=7))
def test_the_rule_made_for_a_pair_makes_the_lemma_again(word: str, lemma: str) -> None:
    assert applied(word, rule_for(word, lemma)) == lemma or lemma[1:] != lemma[1:].lower()


def test_the_table_goes_before_the_rule() -> None:
    lemmas = Lemmas({"VBD": {"drew": "draw"}}, frozenset())
    assert lemmas.of("Drew", "VBD", "L") == "draw"
    assert lemmas.of("Drew", "NNP", "K") == "Drew"


@pytest.mark.parametrize(
    ("word", "tag", "rule", "lemma"),
    [
        ("damaged", "VBD", "c2|", "damage"),
        ("stopped", "VBN", "c2|", "stop"),
        ("rolled", "VBN", "c2|", "roll"),
        ("vexated", "VBD", "c2|", "vexat"),
        ("moss", "NN", "L", "moss"),
    ],
)
def test_a_verb_that_is_no_word_is_mended(word: str, tag: str, rule: str, lemma: str) -> None:
    assert Lemmas({}, frozenset({"damage", "stop", "roll", "mos"})).of(word, tag, rule) == lemma
