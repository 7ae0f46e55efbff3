"""Which hour of the clock may stand in the words that are shown for a claim of several tellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.reconcile.beyond import carried, other_hour
from consilience.reconcile.library import library_of, proposition_passages
from tests.reconcile.told import read_together


@pytest.mark.parametrize(
    ("hours", "costs"),
    [
        (("4:40 a.m.", "4.40 a.m.", "4.30am"), [False, False, True]),  # two tellings against one
        (("4:40 a.m.", "4.30am"), [False, False]),  # one against one
        (("4:40 a.m.", "4.40 a.m.", "dawn"), [False, False, False]),
    ],
)
def test_an_hour_that_one_telling_alone_gives_does_not_stand_for_all(
    tmp_path: Path, hours: tuple[str, ...], costs: list[bool]
) -> None:
    texts = [f"The Harbour Guard entered the old yard of the Lessing Mill at {hour} on Tuesday." for hour in hours]
    library = library_of(*read_together(tmp_path, *texts))
    told = [p for p in library.propositions.values() if p.act == "enter"]
    among = carried(library, told)
    found = [bool(other_hour(library, proposition_passages(library, p), among)) for p in told]
    assert found == costs
