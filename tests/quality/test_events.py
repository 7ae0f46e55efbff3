"""The event runners: gold as prediction scores full marks, and written cases are kept apart."""

from __future__ import annotations

import pytest
from quality.event_spans import agreement, marked
from quality.event_status import CASES, Verdict, cases, figures, judged
from quality.no_event import figures as shares
from quality.relations import unmarked
from quality.unit_records import plover_type, summary

from consilience.events.pairs import Marked, masked_text, mixed, stretches
from consilience.model.spans import Span
from tests.events.reading import engine

GOLD = [["B-S", "I-S", "O", "B-T"], ["O", "B-R", "O", "B-R"]]


def test_gold_as_prediction_is_perfect() -> None:
    assert agreement(GOLD, GOLD) == (1.0, 1.0)
    assert shares([True, False, True], [True, False, True]) == (1.0, 1.0, 1.0)
    rows: list[dict[str, object]] = [{"events": [{"eventcode": "190"}]}, {"events": []}]
    assert "agreed 1/1  rightly silent 1/1" in summary(rows, [{"types": ["ASSAULT"]}, {"types": []}])


def test_spans_of_tags() -> None:
    assert [marked(tags) for tags in GOLD] == [[("S", 0, 2), ("T", 3, 4)], [("R", 1, 2), ("R", 3, 4)]]
    assert agreement([["B-S", "I-S"]], [["B-S", "O"]]) == (0.0, 1.0)


@pytest.mark.parametrize(("code", "kind"), [("081", "CONCEDE"), ("0871", "RETREAT"), ("112", "ACCUSE"), ("010", None)])
def test_cameo_codes_lead_to_types(code: str, kind: str | None) -> None:
    assert plover_type(code) == kind


def test_marks_are_taken_off_and_masked() -> None:
    text, places = unmarked("<s>Freedonia</s> met <t>Sylvania</t>.")
    assert (text, places) == ("Freedonia met Sylvania.", Marked((Span(0, 9),), (Span(14, 22),)))
    assert masked_text(text, places) == "someone met somebody ."
    assert stretches(text, places) == ("", 0, " met ", 1, ".")


def test_two_heads_that_agree_are_surer() -> None:
    told = mixed({"AID": 600, "ASSAULT": 400}, (1.0, 0.0))
    assert told["AID"] > 600
    assert sum(told.values()) == 1000


def test_what_did_not_happen_is_not_told_as_happened() -> None:
    """The floors are what was reached over all cases, less a little."""
    verdicts = [judged(case, engine()) for case in cases(CASES)]
    wrong = [v.case.text for v in verdicts if not v.kept_apart]
    assert len(wrong) <= 1, wrong
    assert sum(v.status is not None for v in verdicts) >= 84, figures(verdicts)
    assert sum(v.status == v.case.status for v in verdicts) >= 77, figures(verdicts)


def test_a_verdict_counts_against_only_what_did_not_happen() -> None:
    planned = next(case for case in cases(CASES) if case.status == "planned")
    assert not Verdict(planned, "happened").kept_apart
    assert Verdict(planned, None).kept_apart
    assert Verdict(planned, "threatened").kept_apart
