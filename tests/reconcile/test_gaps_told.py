"""What reports say is not told, read by the engine from sentences about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of


def _gaps(tmp_path: Path, *texts: str) -> list[tuple[str, str, int]]:
    """Kind, words and number of reports of each gap."""
    told = account_of(tmp_path, *texts).not_told
    return [(gap.kind, gap.text, len({p.report for p in gap.passages})) for gap in told]


def test_one_gap_in_other_words_is_told_once_by_the_shortest_with_all_who_carry_it(tmp_path: Path) -> None:
    found = _gaps(
        tmp_path,
        "The price of the mill has not been disclosed. Tarnmill declined to comment.",
        "Tarnmill declined to comment, and the price of the mill has not been disclosed.",
    )
    assert found == [
        ("not disclosed", "The price of the mill has not been disclosed.", 2),
        ("declined", "Tarnmill declined to comment.", 2),
    ]


def test_a_gap_of_somebody_taken_up_stands_with_the_sentence_before(tmp_path: Path) -> None:
    (gap,) = _gaps(tmp_path, "Ivo Lantry said he heard shots near the mill. He could not say who fired them.")
    assert gap[1] == "Ivo Lantry said he heard shots near the mill. He could not say who fired them."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Neither count could be verified by the Tarn Mail.", "unclear"),
        ("The Tarn Mail sent the ministry six questions and received no reply.", "declined"),
        ("The guard did not respond to a request for comment.", "declined"),
        ("The mayor did not say when the dam would open.", "not disclosed"),
        ("The mayor would not specify the price of the dam.", "not disclosed"),
        ('"I am not going to discuss the dam," Mayor Orla Vane said.', "declined"),
    ],
)
def test_gaps(tmp_path: Path, text: str, kind: str) -> None:
    assert [gap[0] for gap in _gaps(tmp_path, text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say mills were a bad idea.",
        "The driver refused to get out of his car, the police said.",
        "The mayor did not offer the miller a post.",
        "The mayor published a previously undisclosed letter on the dam.",
        "The cost of the dam has not been disclosed before.",
        "Both counts could be verified by the Tarn Mail.",
    ],
)
def test_what_keeps_nothing_back_is_no_gap(tmp_path: Path, text: str) -> None:
    assert _gaps(tmp_path, text) == []
