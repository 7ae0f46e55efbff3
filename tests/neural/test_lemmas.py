from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.neural.lemmas import Lemmas, applied, rule_for
from consilience.neural.weights import open_weights


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
        ("denounced", "VBD", "c2|", "denounce"),
        ("panicked", "VBD", "c3|", "panic"),
        ("achieving", "VBG", "c3|", "achieve"),
        ("rescued", "VBN", "c2|", "rescue"),
        ("benches", "NNS", "c1|", "bench"),
        ("dispatched", "VBD", "c1|", "dispatch"),
        ("axes", "NNS", "c1|", "axe"),
    ],
)
def test_a_word_cut_too_short_or_too_long_is_mended(word: str, tag: str, rule: str, lemma: str) -> None:
    assert (
        Lemmas({}, frozenset({"damage", "stop", "roll", "mos", "bench", "axe", "dispatch"})).of(word, tag, rule)
        == lemma
    )


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [("fled", "VBD", "flee"), ("rung", "VBN", "ring"), ("lay", "VBD", "lie"), ("laid", "VBD", "lay")],
)
def test_irregular_verbs_are_known(form: str, tag: str, lemma: str) -> None:
    assert open_weights(None).lemmas.of(form, tag, "K") == lemma
