from __future__ import annotations

import numpy as np

from consilience.model.spans import TokenRange
from consilience.neural.linking import attributions
from consilience.neural.sequences import span_rules
from consilience.neural.telling import (
    TAGS,
    WHOLE,
    Links,
    LinkWindow,
    ScoreSheet,
    Told,
    between,
    shares,
    told_spans,
    with_marks,
)

NONE, BS, IS, BK, IK, BC, IC = range(7)


def scores(*tags: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Scores that are sure of these tags."""
    sheet = np.zeros((len(tags), len(TAGS)), np.float32)
    sheet[np.arange(len(tags)), tags] = 9
    return sheet


def links(count: int, pointing: dict[int, int], first: int = 0) -> LinkWindow:
    """Each word of a window points for sure at the word named, the others at nothing."""
    chances = np.zeros((count, count + 1), np.int64)
    for word in range(count):
        target = pointing.get(word + first)
        chances[word, 0 if target is None else target - first + 1] = WHOLE
    return LinkWindow(first, first + count, chances)


def plain(sheet: np.ndarray[tuple[int, ...], np.dtype[np.float32]], quotes: tuple[int, ...]) -> Told:
    _, pairs = span_rules(TAGS)
    return told_spans(sheet, np.zeros_like(pairs), quotes)


def test_a_content_takes_the_marks_of_its_quotation() -> None:
    assert with_marks(TokenRange(1, 3), (2, 1, 1, 3)) == TokenRange(0, 4)
    assert with_marks(TokenRange(1, 3), (2, 4, 4)) == TokenRange(0, 3)
    assert with_marks(TokenRange(0, 2), (0, 0, 3)) == TokenRange(0, 2)


def test_speaker_cue_and_content_are_joined_by_their_links() -> None:
    """She | said | (that) (it) (rained): the content points at the cue, the cue at the source."""
    sheet = scores(BS, BK, BC, IC, IC)
    told = plain(sheet, (0,) * 5)
    (found,) = attributions(told, shares(sheet), Links([links(5, {1: 0, 2: 1, 3: 1, 4: 1})]))
    assert found.source == TokenRange(0, 1)
    assert found.cue == TokenRange(1, 2)
    assert found.content == (TokenRange(2, 5),)
    assert 950 < found.confidence <= 1000


def test_a_cue_that_points_at_nothing_has_no_source() -> None:
    sheet = scores(BS, BK, BC)
    (found,) = attributions(plain(sheet, (0,) * 3), shares(sheet), Links([links(3, {2: 1})]))
    assert found.source is None


def test_a_cue_the_tags_missed_is_found_through_the_links() -> None:
    sheet = scores(BC, IC, NONE, BS)
    (found,) = attributions(plain(sheet, (0,) * 4), shares(sheet), Links([links(4, {0: 2, 1: 2, 2: 3})]))
    assert found.cue == TokenRange(2, 3)
    assert found.source == TokenRange(3, 4)


def test_a_content_without_any_link_stands_alone() -> None:
    sheet = scores(NONE, BC, IC)
    (found,) = attributions(plain(sheet, (0,) * 3), shares(sheet), Links([links(3, {})]))
    assert (found.cue, found.source, found.content) == (None, None, (TokenRange(1, 3),))


def test_of_two_windows_the_one_with_more_text_around_decides() -> None:
    sheet = ScoreSheet(6)
    sheet.add(0, 4, scores(NONE, NONE, NONE, BC), np.zeros((4, 5), np.float32))
    sheet.add(2, 6, scores(BK, BK, BK, BK), np.zeros((4, 5), np.float32))
    assert [int(row.argmax()) for row in sheet.scores] == [NONE, NONE, NONE, BK, BK, BK]


def test_links_far_away_are_not_asked() -> None:
    table = Links([links(4, {0: 1}, 0), links(4, {5: 7}, 4)])
    assert between(table.pointing(TokenRange(5, 6)), TokenRange(7, 8)) == WHOLE
    assert between(table.pointing(TokenRange(0, 1)), TokenRange(7, 8)) == -1
    assert [w.first for w in table.near(TokenRange(5, 6))] == [4]
