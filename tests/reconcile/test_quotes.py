"""One utterance over reports: translations, fragments, paraphrases, and what must stay apart."""

from __future__ import annotations

import pytest

from consilience.model.account import Quote
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import NAMES, account_of

_FULL = "I would burn the ledgers again if I knew, as I knew then, that they were forged in Tarn"
_FRAGMENT = "would burn the ledgers again"
_OTHER = "The weavers of Lessing were promised cheap bread and nobody ever brought it"


def _said(source: str, words: str, manner: str = "direct", speaker: str = "Orla Vane") -> Draft:
    text = f"“{words},” {speaker} said."
    clause = Clause(words, "say", (), (), Says(speaker, manner=manner))  # type: ignore[arg-type]  # a manner
    return Draft(source, text, (clause,), NAMES)


def _quotes(*drafts: Draft) -> list[Quote]:
    return list(account_of(drafts).quotes)


def test_a_fragment_is_set_into_the_longer_quotation() -> None:
    (quote,) = _quotes(_said("1.txt", _FRAGMENT, "mixed"), _said("2.txt", _FULL))
    assert [w.note for w in quote.wordings] == ["", "fragment of the longer quotation"]


def test_a_paraphrase_stands_with_the_quotation() -> None:
    paraphrase = "she would burn the ledgers again if they were forged"
    (quote,) = _quotes(_said("1.txt", _FULL), _said("2.txt", paraphrase, "indirect"))
    assert [w.note for w in quote.wordings] == ["", "paraphrase"]


def test_two_utterances_of_one_speaker_stay_apart() -> None:
    assert len(_quotes(_said("1.txt", _FULL), _said("2.txt", _OTHER))) == 2


def test_the_same_thought_of_two_speakers_stays_apart() -> None:
    assert len(_quotes(_said("1.txt", _FRAGMENT), _said("2.txt", _FRAGMENT, speaker="Brandt Ossel"))) == 2


def test_long_words_that_two_speakers_share_to_the_letter_are_one_text() -> None:
    (quote,) = _quotes(_said("1.txt", _FULL), _said("2.txt", _FULL, speaker="Brandt Ossel"))
    assert "one text" in quote.because


@pytest.mark.parametrize("manner", ["indirect", "narrated"])
def test_what_is_not_quoted_alone_is_no_quote(manner: str) -> None:
    assert _quotes(_said("1.txt", _FULL, manner)) == []
