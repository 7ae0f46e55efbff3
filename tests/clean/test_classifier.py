"""The line classifier in integers."""

from __future__ import annotations

from consilience.clean.classifier import Trees, features_at, line_scores, own_features, shipped_trees
from consilience.clean.lines import lines_of
from tests.clean.pages import BODY

# One tree: lines of at most five words are furniture.
SMALL = Trees(
    (0,), (0, 0, 0), (5, 0, 0), (1, -1, -1), (2, -1, -1), (0, -3_000_000, 3_000_000), 0, (-1_000_000, 0, 1_000_000)
)


def test_a_tree_is_walked_by_its_limits() -> None:
    lines = lines_of("Share this\nTwo boats were lost in the storm on Monday\n")
    assert line_scores(lines, (0, 1), SMALL) == {0: 0, 1: 3}


def test_features_are_integers_of_one_length() -> None:
    lines = lines_of(f"Menu\n{BODY}")
    own = [own_features(line) for line in lines]
    rows = [features_at(own, place, 1) for place in range(len(lines))]
    assert len({len(row) for row in rows}) == 1
    assert all(isinstance(value, int) for row in rows for value in row)


def test_the_shipped_trees_tell_a_paragraph_from_a_menu() -> None:
    lines = lines_of("Home\nSections\nMy profile\nCompany news\nContact\nHelp\nLog in\nSubscribe\n" + BODY * 4)
    scores = line_scores(lines, range(len(lines)), shipped_trees())
    assert max(scores[place] for place in range(8)) <= min(scores[place] for place in range(8, len(lines)))
