"""How long after or before another thing an act was, over two reports about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.story import Story
from consilience.reconcile.frame import frame
from consilience.reconcile.lapses import lapses_told_differently
from consilience.reconcile.library import library_of


def _told(tmp_path: Path, *texts: str) -> list[tuple[tuple[str, ...], str]]:
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    results = consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine())
    reports = consilience.separate(results)[0]
    story = Story("s", tuple(r.report.id for r in reports), (), (), ())
    found = lapses_told_differently(library_of(frame(story, reports), reports))
    return [(tuple(s.value for s in d.sides), d.scope) for d in found]


AFTER = "the harbour court charged twelve pilots with hiding grain."


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            f"The meeting comes days after {AFTER}",
            f"The meeting comes three days after {AFTER}",
            [(("three days after", "days after"), "finer detail")],
        ),
        (
            f"The meeting comes four days after {AFTER}",
            f"The meeting comes three days after {AFTER}",
            [(("three days after", "four days after"), "conflict")],
        ),
        (f"The meeting comes days after {AFTER}", f"Her speech comes three days after {AFTER}", []),  # another act
        (f"The meeting comes days before {AFTER}", f"The meeting comes three days after {AFTER}", []),  # the other way
        (f"The meeting comes days after {AFTER}", f"The meeting comes three weeks after {AFTER}", []),  # another unit
        (f"The meeting comes days after {AFTER}", "The meeting comes three days after a storm sank a ferry.", []),
        (f"The meeting comes three days after {AFTER}", f"The meeting comes three days after {AFTER}", []),
    ],
)
def test_how_long_after_the_same_thing_the_same_act_was(
    tmp_path: Path, left: str, right: str, told: list[tuple[tuple[str, ...], str]]
) -> None:
    assert _told(tmp_path, left, right) == told
