"""A wording is not cut off in the middle of what it tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.annotations import Token
from consilience.model.story import AnnotatedReport
from consilience.reconcile.cuts import cut_off, goes_on
from consilience.reconcile.frame import frame
from consilience.reconcile.library import library_of, proposition_passages
from tests.reconcile.build import Clause, Draft, made, story
from tests.reconcile.worlds import NAMES


def _report(text: str, words: str, ties: dict[str, tuple[str, str]]) -> AnnotatedReport:
    """A report whose words hang on others as told: word to head word and relation."""
    told = made(Draft("1.txt", text, (Clause(words, "open", ("Harbour Guard",)),), NAMES, published=date(2031, 3, 5)))
    part = told.annotations.parts[0]
    at = {token.word: number for number, token in enumerate(part.tokens)}

    def tied(token: Token) -> Token:
        head = ties.get(token.word)
        verb = replace(token, pos="VERB") if token.word in ("opened", "said") else token
        return verb if head is None else replace(verb, head=at[head[0]], relation=head[1])

    part = replace(part, tokens=tuple(tied(token) for token in part.tokens))
    return replace(told, annotations=replace(told.annotations, parts=(part,)))


@pytest.mark.parametrize(
    ("text", "words", "ties", "cut", "more"),
    [
        ("Harbour Guard opened the gates.", "Harbour Guard opened the gates", {}, False, False),
        (
            "Harbour Guard opened the gates days after rain fell.",
            "Harbour Guard opened the gates days",
            {"fell": ("days", "advcl")}, True, False,
        ),
        (
            "Harbour Guard opened the gates after rain fell.",
            "Harbour Guard opened the gates",
            {"fell": ("opened", "advcl")}, False, True,
        ),
        (
            "Harbour Guard opened the gates sooner than rain fell.",
            "Harbour Guard opened the gates sooner",
            {"fell": ("opened", "advcl"), "than": ("fell", "mark")}, True, True,
        ),
        ("Harbour Guard opened the gates for workers.", "Harbour Guard opened the gates for", {}, True, False),
        (
            "Harbour Guard opened the gates, after rain fell.",
            "Harbour Guard opened the gates",
            {"fell": ("gates", "advcl")}, False, False,
        ),
    ],
)  # fmt: skip
def test_what_is_cut_off_and_what_goes_on(
    text: str, words: str, ties: dict[str, tuple[str, str]], cut: bool, more: bool
) -> None:
    report = _report(text, words, ties)
    library = library_of(frame(story([report]), [report]), [report])
    proposition = report.propositions[0]
    last = proposition_passages(library, proposition)[-1]
    assert (cut_off(library, proposition, last) > 9) is cut
    assert bool(goes_on(library, proposition, last)) is more
