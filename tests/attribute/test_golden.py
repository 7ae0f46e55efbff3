"""The golden cases: reports written and labelled by somebody who saw neither the rules nor what they find."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.engines import Engine, load_engine
from tests.attribute.golden_cases import complaints, read_case

FOLDERS = sorted(path for path in (Path(__file__).parent / "golden").iterdir() if path.is_dir())
DOUBTED: dict[str, str] = {}
PENDING = frozenset(
    """
    according_to_end_document according_to_front act_declined_to_say act_not_disclosed
    act_not_disclosed_gave_no act_vowed_quote block_narrated_colon block_statement_in_full
    chain_agency_quotes_official chain_conflict_agency_reporter chain_he_said_agency_reported
    chain_tail_two_verbs cue_as_x_put_it cue_verb_reporting_confirmed dash_attribution_end dash_dialogue
    distance_naming_described_as indirect_zero_that multi_paragraph_reopened_mark
    nested_ministry_says_rebels_claim poll_shows post_embedded scope_perception_saw scope_plan_intends
    second_quote_no_new_speaker single_marks_headline single_marks_straight_apostrophes
    speaker_anonymous_sources speaker_company_it speaker_metonym_building speaker_spokesperson_unnamed
    status_possible_may strength_believed_to transcript_turns
    """.split()
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_golden_case(folder: Path, engine: Engine) -> None:
    """Everything expected is found with its speaker, and nothing is found where nothing is said."""
    if folder.name in PENDING:
        pytest.xfail("no rule yet")
    if folder.name.endswith("_held"):
        pytest.skip("kept back while rules are made")
    if folder.name in DOUBTED:
        pytest.xfail(DOUBTED[folder.name])
    assert complaints(folder, read_case(folder, engine)) == []
