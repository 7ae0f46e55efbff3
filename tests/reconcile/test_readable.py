"""The words of the account can be read alone: whole sentences first, nothing cut, nothing that points back."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.reconcile.frame import frame
from consilience.reconcile.library import Library, library_of
from consilience.reconcile.phrases import Phrase
from consilience.reconcile.readable import readable, whole_sentence
from tests.reconcile.build import Clause, Draft, Says, made, story
from tests.reconcile.worlds import NAMES, account_of, entered, shots, toll

_LEGIBLE = 14


def _library(*drafts: Draft) -> Library:
    reports = [made(draft) for draft in drafts]
    return library_of(frame(story(reports), reports), reports)


def _draft(text: str, words: str, says: Says | None = None) -> Draft:
    told = Clause(words, "open", ("Harbour Guard",) if "Harbour Guard" in words else (), (), says)
    return Draft("1.txt", text, (told,), NAMES, published=date(2031, 3, 5))


def _sentence(text: str, words: str) -> Phrase:
    library = _library(_draft(text, words))
    return whole_sentence(library, next(iter(library.propositions.values())))


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (
            "The Harbour Guard opened the gates of the mill on Tuesday.",
            "The Harbour Guard opened the gates",
            "The Harbour Guard opened the gates of the mill on Tuesday.",
        ),
        (
            "However, Orla Vane opened the gates of the mill on Tuesday.",
            "opened the gates",
            "Orla Vane opened the gates of the mill on Tuesday.",
        ),
    ],
)
def test_a_whole_sentence_without_what_ties_it_to_the_one_before(text: str, words: str, shown: str) -> None:
    phrase = _sentence(text, words)
    assert phrase.faults <= _LEGIBLE
    assert phrase.text == shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He opened the gates of the Lessing Mill on Tuesday.", "opened the gates"),
        ("Later on that day the guards opened the gates of the Lessing Mill.", "opened the gates"),
        ("In fact, the guards opened the gates of the Lessing Mill.", "opened the gates"),
        ("This opened the gates of the Lessing Mill on Tuesday.", "opened the gates"),
        ("On Tuesday morning he opened the gates of the big mill.", "opened the gates"),
        ("and the Harbour Guard opened the gates of the mill.", "opened the gates"),
        ("The Harbour Guard opened the gates of the “Lessing Mill on Tuesday.", "opened the gates"),
        ("The Harbour Guard opened the gates of the Lessing Mill:", "opened the gates"),
        ("On Tuesday we opened the gates of the Lessing Mill.", "opened the gates"),
        ("Please see whether you opened your gates at the Lessing Mill.", "opened your gates"),
    ],
)
def test_what_leans_on_other_words_is_not_read_alone(text: str, words: str) -> None:
    assert _sentence(text, words).faults > _LEGIBLE


def test_a_clause_in_lower_case_without_a_speaker_stands_nowhere() -> None:
    text = "He said nothing, a point the Harbour Guard opened again."
    library = _library(_draft(text, "a point the Harbour Guard opened"))
    assert readable(library, list(library.propositions.values()), *[frozenset(library.propositions)] * 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "In fact, the Harbour Guard opened the gates of the Lessing Mill.",
        "Its workers opened the gates of the Lessing Mill on Tuesday.",
        "The Harbour Guard said on Tuesday in a long speech at the mill.",
        "On Wednesday he opened the gates of another big mill.",
    ],
)
def test_what_leans_on_other_words_stands_nowhere_as_a_clause_either(text: str) -> None:
    words = text.rstrip(".")
    told = Clause(words, "say" if "said" in words else "open", ("Harbour Guard",) if "Guard" in words else ())
    library = _library(Draft("1.txt", text, (told,), NAMES, published=date(2031, 3, 5)))
    found = list(library.propositions.values())
    phrase = readable(library, found, frozenset(), frozenset(library.propositions))
    assert phrase is None or (phrase.unit == "sentence" and "said" in phrase.text)


def test_a_sentence_that_holds_something_disputed_is_not_shown_whole() -> None:
    text = "The Harbour Guard opened the gates of the mill on Tuesday, and shots fell."
    library = _library(_draft(text, "The Harbour Guard opened the gates of the mill on Tuesday"))
    every = frozenset(library.propositions)
    shown = readable(library, list(library.propositions.values()), every, frozenset())
    assert shown is not None
    assert shown.unit == "clause"


def test_a_name_inside_a_quotation_is_no_antecedent() -> None:
    text = '"The Harbour Guard opened the gates of the mill," he told workers on the quay.'
    library = _library(_draft(text, "The Harbour Guard opened the gates of the mill"))
    assert whole_sentence(library, next(iter(library.propositions.values()))).faults > _LEGIBLE


def test_a_sentence_whose_speaker_is_a_pronoun_is_no_whole_sentence() -> None:
    text = "The Harbour Guard opened the gates of the mill, he said."
    library = _library(_draft(text, "The Harbour Guard opened the gates of the mill", Says("Orla Vane")))
    phrase = readable(library, list(library.propositions.values()), *[frozenset(library.propositions)] * 2)
    assert phrase is None or phrase.unit == "clause"


def _report(source: str, others: str) -> Draft:
    first = "The Harbour Guard entered the Lessing Mill on Tuesday"
    told = Clause(first, "enter", ("Harbour Guard",), ("Lessing Mill",), times=(("Tuesday", "weekday:1"),))
    rest = Clause("The Lessing Mill opened in spring", "open", ("Lessing Mill",))
    return Draft(
        source, f"{others}{first}. The Lessing Mill opened in spring.", (told, rest), NAMES, {}, f"Outlet {source}"
    )


def test_the_account_begins_with_what_the_reports_begin_with() -> None:
    account = account_of([_report("1.txt", ""), _report("2.txt", ""), toll("3.txt", "Orla Vane", "three", 3)])
    first = "".join(piece.text for piece in account.sentences[0].pieces)
    assert first.startswith("The Harbour Guard entered the Lessing Mill")


def test_no_sentence_tells_what_another_tells() -> None:
    drafts = [entered("1.txt", "A"), entered("2.txt", "B"), toll("3.txt", "Orla Vane", "three", 3, "C")]
    drafts += [shots("4.txt", "Orla Vane", False, "D"), shots("5.txt", "Brandt Ossel", True, "E")]
    account = account_of(drafts)
    told = ["".join(piece.text for piece in s.pieces) for s in account.sentences]
    assert len(told) == len(set(told))
    assert sum("entered" in one for one in told) == 1


def test_a_sentence_shows_the_standing_of_a_claim_it_names() -> None:
    drafts = [shots("4.txt", "Orla Vane", False, "D"), shots("5.txt", "Brandt Ossel", True, "E"), entered("1.txt", "A")]
    account = account_of(drafts)
    claims = {c.id: c for c in account.claims}
    for sentence in account.sentences:
        assert sentence.standing == claims[sentence.claims[0]].standing
        assert sentence.origins == claims[sentence.claims[0]].origins
