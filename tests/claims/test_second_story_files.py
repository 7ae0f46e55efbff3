"""The second invented story is well made: its words stand in its reports, its values are allowed words."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from consilience.model.account import Coverage, DifferenceKind, DifferenceScope, NotToldKind, Standing

STORY = Path(__file__).parent / "cases" / "second_story"
EXPECTED: dict[str, Any] = json.loads((STORY / "expected.json").read_text("utf-8"))
TEXTS = {path.name: path.read_text("utf-8") for path in sorted((STORY / "reports").glob("*.txt"))}
CLAIMS = {claim["id"]: claim for claim in EXPECTED["claims"]}


def test_every_report_is_described_and_told_of() -> None:
    with (STORY / "reports" / "reports.csv").open(encoding="utf-8", newline="") as file:
        assert sorted(row["file"] for row in csv.DictReader(file)) == list(TEXTS)
    assert [sorted(story) for story in EXPECTED["stories"]] == [list(TEXTS)]
    assert all(name in TEXTS for family in EXPECTED["families"] for name in family)


@pytest.mark.parametrize("claim", EXPECTED["claims"], ids=lambda claim: claim["id"])
def test_claims_are_worded_in_the_reports(claim: dict[str, Any]) -> None:
    for words in (claim["wordings"], claim.get("denied", {})):
        assert all(TEXTS[name].count(stretch) == 1 for name, stretch in words.items())
    assert set(claim["standing"]) <= set(get_args(Standing))
    assert 1 <= claim["origins"]["lowest"] <= claim["origins"]["highest"]


@pytest.mark.parametrize("found", [*EXPECTED["differences"], *EXPECTED["not_told"]])
def test_differences_and_gaps_stand_in_the_reports(found: dict[str, Any]) -> None:
    kinds = [found["kind"]] if "sides" in found else found["kind"]
    assert set(kinds) <= set(get_args(DifferenceKind if "sides" in found else NotToldKind))
    assert set(found.get("scope", ())) <= set(get_args(DifferenceScope))
    assert all(TEXTS[side["file"]].count(side["words"]) == 1 for side in found.get("sides", [found]))
    assert set(found.get("claims", ())) <= set(CLAIMS)


@pytest.mark.parametrize("gap", EXPECTED["left_out"], ids=lambda gap: f"{gap['claim']}-{gap['file']}")
def test_a_report_that_leaves_a_claim_out_has_no_wording_of_it(gap: dict[str, Any]) -> None:
    claim = CLAIMS[gap["claim"]]
    assert gap["file"] in TEXTS
    assert gap["file"] not in {**claim["wordings"], **claim.get("denied", {})}
    assert set(gap["coverage"]) <= set(get_args(Coverage))
