from datetime import date

import numpy as np
import pytest
from benchmarks.newsroom import Newsroom, Plan

from consilience.settings import StorySettings
from consilience.stories import likeness
from consilience.stories.candidates import components
from consilience.stories.clusters import Grouped
from consilience.stories.likeness import Likeness
from consilience.stories.rows import MOST_WORDS
from consilience.stories.shelf import Packed, Shelf, pack
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, FIRE_ELSEWHERE, noted

SETTINGS = StorySettings()
NAMES = (("Oddenby", "LOC"), ("Ilse Torv", "PERSON"), ("Karlsund", "LOC"))
SIX = FIRE.replace("six hours", "6 hours")


def shelved(reports: list[Grouped]) -> Likeness:
    shelf = Shelf()
    shelf.add([pack(report.features, report.text.shingles) for report in reports])
    return Likeness(shelf, SETTINGS)


def alike(*reports: tuple[str, dict[str, object]]) -> int:
    """The likeness of two reports."""
    made = [noted(str(n), text, **facts) for n, (text, facts) in enumerate(reports)]
    return int(shelved(made)(0, np.array([1], np.int64))[0])


def test_a_report_is_most_like_itself() -> None:
    same = alike((SIX, {"names": NAMES}), (SIX, {"names": NAMES}))
    assert 1000 >= same > alike((SIX, {"names": NAMES}), (FIRE, {"names": NAMES})) > 500


def test_reports_of_one_happening_are_more_alike_than_others() -> None:
    assert alike((FIRE, {"names": NAMES}), (FIRE_AGAIN, {"names": NAMES})) > SETTINGS.same_story
    assert alike((FIRE, {"names": NAMES}), (ELECTION, {"names": NAMES})) < SETTINGS.same_story


@pytest.mark.parametrize(("days", "left"), [(7, 1000), (30, 796), (63, 504), (120, 0), (365, 0)])
def test_days_apart_lower_likeness(days: int, left: int) -> None:
    first = date(2024, 5, 14)
    score = alike((FIRE, {"day": first}), (FIRE, {"day": date.fromordinal(first.toordinal() + days)}))
    assert score == alike((FIRE, {"day": first}), (FIRE, {"day": first})) * left // 1000


def test_an_unknown_day_lowers_nothing() -> None:
    assert alike((FIRE, {"day": date(2024, 5, 14)}), (FIRE, {})) == alike((FIRE, {}), (FIRE, {}))


def test_one_name_in_common_says_little() -> None:
    """Two reports that name one place and nobody are hardly alike for that."""
    there = (("Karlsund", "LOC"),)
    assert alike((FIRE_ELSEWHERE, {"names": there}), (ELECTION, {"names": there})) < SETTINGS.connected


def test_other_places_lower_likeness() -> None:
    there = FIRE.replace("Oddenby", "Karlsund")
    differing = alike((FIRE, {"names": NAMES}), (there, {"names": NAMES}))
    assert differing < alike((FIRE, {"names": NAMES[1:2]}), (there, {"names": NAMES[1:2]}))


def test_other_persons_lower_likeness() -> None:
    other = FIRE.replace("Ilse Torv", "Nils Hamre")
    persons = (*NAMES, ("Nils Hamre", "PERSON"))
    assert alike((FIRE, {"names": persons}), (other, {"names": persons})) < 800


def test_other_numbers_lower_likeness() -> None:
    assert alike((SIX, {}), (SIX.replace("6", "9"), {})) < alike((SIX, {}), (SIX, {}))


def test_a_matrix_holds_the_same_scores_however_often_it_is_asked_for() -> None:
    compare = shelved([noted(str(n), text) for n, text in enumerate((FIRE, ELECTION, FIRE_AGAIN))])
    first = compare.matrix(np.array([0, 2]))
    scores = compare.matrix(np.array([0, 1, 2]))
    assert (scores == scores.T).all()
    assert scores[0, 1:].tolist() == compare(0, np.array([1, 2], np.int64)).tolist()
    assert scores[1, 2] == compare(2, np.array([1]))[0]
    assert first[0, 1] == scores[0, 2]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("known", [0, 1, 9, 16, 29])
def test_all_at_once_are_as_alike_as_one_by_one(seed: int, known: int) -> None:
    """However many are known already; reports of five words, without a day and in unknown words are among them."""
    room = Newsroom(Plan(seed, 30, days=40, topics=1, odd=0.3, length=50, story_size=1.4))
    shelf = Shelf()
    numbers = shelf.add([room.packed(number) for number in range(30)])[::-1]
    compare, alone = Likeness(shelf, SETTINGS), Likeness(shelf, SETTINGS)
    compare.matrix(numbers[:known])
    scores = compare.matrix(numbers)
    for place, number in enumerate(numbers.tolist()):
        others = np.delete(np.arange(30), place)
        assert scores[place, others].tolist() == alone(number, numbers[others]).tolist()
    assert not scores.diagonal().any()


def test_empty_reports_are_like_nothing() -> None:
    assert alike(("", {}), ("", {})) == 0


def test_components_follow_pairs() -> None:
    assert components(5, [(1, 3), (3, 4)]) == [[0], [1, 3, 4], [2]]


def test_a_shelf_gives_back_what_was_put_on_it() -> None:
    """Also what a word is, which is held in six bits, for the first and the last of many words."""
    chance = np.random.default_rng(3)
    made = [
        Packed(
            report=str(number),
            rank=number,
            words=np.sort(chance.choice(1 << 24, size, replace=False).astype(np.uint32) << 8 | np.uint32(9)),
            aspects=chance.integers(1, 64, size).astype(np.uint8),
            sketch=np.arange(number, dtype=np.uint32),
            length=5,
            first=1,
            last=2,
        )
        for number, size in enumerate((MOST_WORDS, 0, 1, 70))
    ]
    shelf = Shelf()
    shelf.add(made)
    for number, report in enumerate(made):
        held = shelf.packed(number)
        assert held.words.tolist() == report.words.tolist()
        assert held.aspects.tolist() == report.aspects.tolist()
        places = np.arange(len(report.words))
        assert shelf.rows.aspects_at(np.full(len(places), number), places).tolist() == report.aspects.tolist()


def test_many_are_compared_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    compare = shelved([noted(str(n), text) for n, text in enumerate((FIRE, ELECTION, FIRE_AGAIN))])
    whole = compare(0, np.array([1, 2, 1], np.int64)).tolist()
    monkeypatch.setattr(likeness, "_AT_ONCE", 1)
    assert compare(0, np.array([1, 2, 1], np.int64)).tolist() == whole
