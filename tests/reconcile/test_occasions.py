"""Utterances and the occasions they belong to: one speech in two translations, toasts at two meals."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.reconcile.library import library_of
from consilience.reconcile.occasions import Occasion, occasion_of, one_at_table, one_occasion, other_meals
from tests.reconcile.told import account_of, read_together

_NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "meals", "kinds", "days"),
    [
        ("“Wool is dear,” Orla Vane said in a televised speech on Tuesday.", (), ("speech",), ("tuesday",)),
        ("“Wool is dear,” Orla Vane told guests over lunch on Friday.", ("lunch",), (), ("friday",)),
        ("“The speech at lunch was dear,” Orla Vane said.", (), (), ()),
    ],
)
def test_the_occasion_stands_beside_the_words_and_not_in_them(
    tmp_path: Path, text: str, meals: tuple[str, ...], kinds: tuple[str, ...], days: tuple[str, ...]
) -> None:
    library = library_of(*read_together(tmp_path, text))
    report, told = next(iter(library.reports.items()))
    found = [occasion_of(library, report, statement) for statement in told.statements]
    assert Occasion(frozenset(meals), frozenset(kinds), frozenset(days)) in found


def test_meals_and_speeches_are_told_apart() -> None:
    dinner, lunch = (Occasion(frozenset((meal,)), _NONE, _NONE) for meal in ("dinner", "lunch"))
    speech = Occasion(_NONE, frozenset(("speech",)), frozenset(("monday",)))
    assert other_meals(dinner, lunch)
    assert not other_meals(dinner, speech)
    assert one_at_table(dinner, speech)
    assert one_occasion(speech, speech)
    assert not one_occasion(dinner, dinner)  # no day is told


def _quoted(place: str, words: str, at: str) -> str:
    return f"It rained in {place}. “{words},” Orla Vane said {at}."


def test_toasts_at_two_meals_are_two_utterances(tmp_path: Path) -> None:
    first = _quoted("Tarn", "We raise this cup to the weavers of the valley and to old friends", "at dinner")
    second = _quoted("Lessing", "We raise this cup to the weavers of the coast and to new friends", "over lunch")
    assert len(account_of(tmp_path, first, second).quotes) == 2
    again = _quoted("Lessing", "We raise this cup to the weavers of the coast and to new friends", "at dinner")
    assert len(account_of(tmp_path, first, again).quotes) == 1
