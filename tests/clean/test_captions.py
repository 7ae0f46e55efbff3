"""Captions and photo credits told apart from the text, and from each other."""

from __future__ import annotations

import pytest

from consilience.clean.captions import credit_start
from tests.clean.pages import BODY, kept, removed, report

HEADLINE = "Storm closes the harbour of Port Ellery"
CREDITED = [
    ("The wall after the storm. (Mara Lind/AP)", "(Mara Lind/AP)"),
    ("The wall after the storm. KCNA via REUTERS", "KCNA via REUTERS"),
    ("The wall after the storm. Photo: Lantern archive", "Photo: Lantern archive"),
    ("The wall after the storm. Photograph: Mara Lind/Ellery Lantern", "Photograph: Mara Lind/Ellery Lantern"),
    ("The wall. (AP Photo/Mara Lind)", "(AP Photo/Mara Lind)"),
    ("The wall. Mara Lind/AFP/Getty Images", "Mara Lind/AFP/Getty Images"),
    ("The wall. REUTERS/Mara Lind", "REUTERS/Mara Lind"),
]


@pytest.mark.parametrize(("line", "credit"), CREDITED)
def test_the_credit_at_a_lines_end_is_found(line: str, credit: str) -> None:
    start = credit_start(line)
    assert start is not None
    assert line[start:] == credit


@pytest.mark.parametrize(
    "line",
    [
        "She told The Associated Press (AP).",
        "The vote was won by Anna Lind (Coast Party).",
        "The image of the party has suffered.",
        "He was seen with the editor of the Lantern.",
        "June 26 -- Lind Center, Allentown, PA",
    ],
)
def test_a_sentence_has_no_photo_credit(line: str) -> None:
    assert credit_start(line) is None


def test_a_caption_beside_an_agencys_letters_is_recorded_and_removed() -> None:
    caption = "Mayor Anna Lind, second from left, and the harbour master, center, inspect the wall on Monday."
    made = report(f"{HEADLINE}\n\nAP\n{caption}\n\n{BODY}")
    assert removed(made) == {"AP": "photo credit", caption: "caption"}
    assert [made.text[slice(*span)] for span in made.captions] == [caption]
    assert kept(made)[0] == HEADLINE
    assert made.agency is None


def test_a_caption_printed_twice_is_recorded_once() -> None:
    caption = "The harbour wall of Port Ellery in this image released by the coast guard."
    made = report(f"{HEADLINE}\n\n{caption} KCNA via REUTERS\n\n{caption} (KCNA via REUTERS)\n\n{BODY}")
    assert [r.rule for r in made.removed] == ["caption", "caption"]
    assert len(made.captions) == 1


def test_a_paragraph_beside_a_credit_stays() -> None:
    first, second = (line for line in BODY.splitlines() if line)
    made = report(f"{HEADLINE}\n\n{first}\n\n(Mara Lind/AP)\n\n{second}\n")
    assert kept(made) == [HEADLINE, first, second]


def test_a_noun_that_is_also_a_verb_makes_no_caption_beside_a_credit() -> None:
    line = "The Lind Brothers will unite with their former singer for a 2031 Northland tour celebrating the harbour."
    assert line in kept(report(f"{HEADLINE}\n\n(Mara Lind/AP)\n\n{line}\n\n{BODY}"))
