"""What words of a wording take up stands in brackets where the sentences before surely tell it, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.spans import Passage, Span
from consilience.reconcile.library import library_of
from consilience.reconcile.pointing import pointers

_AROUND = (
    "The mill at Lessing was closed on Monday after a week of rain.\n\n"
    "{}\n\n"
    "Workers carried the sacks of grain to the church by hand.\n"
)


def _read(folder: Path, text: str) -> list[str]:
    """The legible wordings of all claims of two reports with one text."""
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(_AROUND.format(text), "utf-8")
    return [c.legible or c.wording for a in consilience.read([str(folder)]).accounts for c in a.claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Firefighters reached the granary before noon on Tuesday. They pumped water from the river for six hours.",
            "They [firefighters] pumped water from the river for six hours",
        ),
        (
            "The wooden bridge collapsed on Tuesday. It carried the only road to the quarry.",
            "It [the wooden bridge] carried the only road to the quarry",
        ),
        (
            "A lawyer opened the Harbour Street case in March. Judge Orla Vane adjourned the case until Friday.",
            "Judge Orla Vane adjourned the [Harbour Street] case until Friday",
        ),
        (
            "Mayor Orla Vane opened the market on Monday. A reporter asked the mayor about the flood on Tuesday.",
            "A reporter asked the mayor [Orla Vane] about the flood on Tuesday",
        ),
    ],
)
def test_the_sentence_before_tells_what_is_meant(tmp_path: Path, text: str, told: str) -> None:
    assert told in [words.rstrip(".") for words in _read(tmp_path, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters warned the farmers before noon on Tuesday. They drove the cattle to the hills.",
        "The bridge crushed a barge on Tuesday. It sank within nine minutes.",
        "A lawyer opened the Harbour Street case in March and the Quay Street case in April. "
        "Judge Orla Vane adjourned the case until Friday.",
        "It rained on the town for nine days. It was the second flood of the year.",
    ],
)
def test_where_two_may_be_meant_nothing_is_put_in(tmp_path: Path, text: str) -> None:
    assert not [words for words in _read(tmp_path, text) if "[" in words.replace("[…]", "")]


def test_a_source_that_watched_others_is_not_put_in_for_them(tmp_path: Path) -> None:
    told = _read(tmp_path, "The guards came at dawn. They broke the doors of the granary, witnesses said on Tuesday.")
    assert not [words for words in told if "[witnesses]" in words.casefold() or "[the witnesses]" in words.casefold()]
    assert any("broke the doors" in words for words in told)


def test_of_what_one_report_tells_words_that_point_elsewhere_come_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The mill at Lessing was closed on Monday.\n\n"
        "The bridge crushed a barge on Tuesday. It sank within nine minutes.\n\n"
        "Workers carried the sacks of grain to the church by hand.\n",
        "utf-8",
    )
    (tmp_path / "b.txt").write_text("The mill at Lessing was closed on Monday, the guild said.\n", "utf-8")
    claims = [c for a in consilience.read([str(tmp_path)]).accounts for c in a.claims if len(c.support) == 1]
    told = [c.wording for c in claims]
    assert [words.startswith("It sank") for words in told].index(True) == len(told) - 1


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("This was no accident", True),
        ("The weavers opposed this rule", True),
        ("Orla Vane opposed this rule", False),
        ("The weavers came this week", False),
        ("The weavers made a rule and opposed that rule", False),
    ],
)
def test_words_that_point_at_what_was_told_before(tmp_path: Path, words: str, points: bool) -> None:
    (tmp_path / "a.txt").write_text(_AROUND.format(f"Bread is dear. {words}."), "utf-8")
    story = consilience.read([str(tmp_path)])
    told = story.reports[0]
    library = library_of(story.accounts[0].frame, story.reports)
    at = told.report.text.index(words)
    assert bool(pointers(library, (Passage(told.report.id, "text", Span(at, at + len(words))),))) == points
