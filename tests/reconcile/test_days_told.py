"""The words of a side that tells another day: with the time before a clause."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.story import Story
from consilience.reconcile.differences import _with_times
from consilience.reconcile.frame import frame
from consilience.reconcile.library import library_of, passages_at, words_at


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The guests waited there on Friday when the leaders kissed the mayor.",
            "Friday when the leaders kissed the mayor",
        ),
        ("In May 1997 the leaders kissed the mayor.", "In May 1997 the leaders kissed the mayor"),
        ("The fair was dull, when the leaders kissed the mayor.", "the leaders kissed the mayor"),
    ],
)
def test_the_time_before_a_clause_is_shown_with_it(tmp_path: Path, text: str, shown: str) -> None:
    (tmp_path / "r0.txt").write_text(f"{text}\n", "utf-8")
    results = consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine())
    reports = consilience.separate(results)[0]
    story = Story("s", tuple(r.report.id for r in reports), (), (), ())
    library = library_of(frame(story, reports), reports)
    (told,) = (p for p in reports[0].propositions if p.act == "kiss")
    passages = passages_at(library, told.report, told.part, told.spans)
    assert words_at(library, _with_times(library, told, passages)) == shown
