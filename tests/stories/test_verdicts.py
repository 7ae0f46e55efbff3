import pytest

from consilience.settings import StorySettings
from consilience.stories.copies import copies
from consilience.stories.overlaps import Overlap
from consilience.stories.verdicts import _KEPT, Recalled, Verdict, Verdicts
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, noted


@pytest.mark.parametrize("found", [Overlap(0, 1, 1000, 1000), Overlap(1, 0, 999, 3), Overlap(1, 0, 0, 0)])
@pytest.mark.parametrize("copy", [True, False])
def test_a_verdict_is_recalled_as_it_was(found: Overlap, copy: bool) -> None:
    recalled = Recalled(Verdicts(), [40, 7])
    assert recalled.get((0, 1)) is None
    assert recalled.put((0, 1), found, copy) == recalled.get((0, 1)) == Verdict(found, copy)


def test_numbers_of_texts_tell_pairs_apart() -> None:
    verdicts = Verdicts()
    Recalled(verdicts, [40, 7]).put((0, 1), Overlap(0, 1, 500, 400), True)
    assert Recalled(verdicts, [9, 40, 7]).get((1, 2)) == Verdict(Overlap(1, 2, 500, 400), True)
    assert Recalled(verdicts, [7, 40]).get((0, 1)) is None


def test_copies_are_the_same_when_they_are_recalled() -> None:
    texts = [noted(n, text).text for n, text in (("a", FIRE), ("b", FIRE[: len(FIRE) // 2]), ("c", ELECTION))]
    texts += [noted("d", FIRE + FIRE_AGAIN).text]
    settings, verdicts = StorySettings(), Verdicts()
    found = copies(texts, settings)
    assert found
    assert copies(texts[:2], settings, Recalled(verdicts, [4, 5])) == tuple(o for o in found if max(o.pair()) < 2)
    assert copies(texts, settings, Recalled(verdicts, [4, 5, 8, 9])) == found
    assert copies(texts, settings, Recalled(verdicts, [4, 5, 8, 9])) == found


def test_the_oldest_verdicts_are_forgotten() -> None:
    verdicts = Verdicts()
    for key in range(_KEPT + 1):
        verdicts.put(key, key)
    assert verdicts.get(0) is None
    assert verdicts.get(_KEPT) == _KEPT
