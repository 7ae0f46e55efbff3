from datetime import date

import numpy as np
import pytest

from consilience.settings import StorySettings
from consilience.stories.candidates import candidates, components
from consilience.stories.likeness import compared, likeness, matrix
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, noted

SETTINGS = StorySettings()
NAMES = (("Oddenby", "LOC"), ("Ilse Torv", "PERSON"), ("Karlsund", "LOC"))


def alike(*reports: tuple[str, dict[str, object]]) -> int:
    """The likeness of two reports."""
    made = [noted(str(n), text, **facts).features for n, (text, facts) in enumerate(reports)]
    return int(likeness(compared(made, SETTINGS), 0, np.array([1], np.int64))[0])


def test_a_report_is_wholly_like_itself() -> None:
    assert alike((FIRE, {"names": NAMES}), (FIRE, {"names": NAMES})) == 1000


def test_reports_of_one_happening_are_more_alike_than_others() -> None:
    assert alike((FIRE, {"names": NAMES}), (FIRE_AGAIN, {"names": NAMES})) > SETTINGS.same_story
    assert alike((FIRE, {"names": NAMES}), (ELECTION, {"names": NAMES})) < SETTINGS.same_story


@pytest.mark.parametrize(
    ("days", "low", "high"), [(0, 800, 800), (7, 800, 800), (30, 500, 700), (120, 0, 0), (365, 0, 0)]
)
def test_days_apart_lower_likeness(days: int, low: int, high: int) -> None:
    first = date(2024, 5, 14)
    score = alike((FIRE, {"day": first}), (FIRE, {"day": date.fromordinal(first.toordinal() + days)}))
    assert low <= score <= high


def test_an_unknown_day_lowers_nothing() -> None:
    assert alike((FIRE, {"day": date(2024, 5, 14)}), (FIRE, {})) == 800  # no names: words alone


def test_other_places_lower_likeness() -> None:
    there = FIRE.replace("Oddenby", "Karlsund")
    differing = alike((FIRE, {"names": NAMES}), (there, {"names": NAMES}))
    assert differing < alike((FIRE, {"names": NAMES[1:2]}), (there, {"names": NAMES[1:2]}))


def test_a_matrix_holds_the_same_scores() -> None:
    made = compared([noted(str(n), text).features for n, text in enumerate((FIRE, ELECTION, FIRE_AGAIN))], SETTINGS)
    scores = matrix(made, [0, 1, 2])
    assert (scores == scores.T).all()
    assert scores[0, 1:].tolist() == likeness(made, 0, np.array([1, 2], np.int64)).tolist()


def test_empty_reports_are_like_nothing() -> None:
    assert alike(("", {}), ("", {})) == 0


def test_pairs_that_share_two_rare_words_are_compared() -> None:
    made = [noted(str(n), text).features for n, text in enumerate((FIRE, ELECTION, FIRE_AGAIN))]
    assert candidates(made) == [(0, 2)]


def test_components_follow_pairs() -> None:
    assert components(5, [(1, 3), (3, 4)]) == [[0], [1, 3, 4], [2]]
