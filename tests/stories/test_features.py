from datetime import date

import pytest

from consilience.model.time import Moment
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, Features, features
from consilience.stories.frequencies import RAREST, weights
from tests.stories.writing import told


def of(text: str, **facts: object) -> Features:
    return features(told("a", text, **facts), weights())  # type: ignore[arg-type]  # the facts are those of told


def having(found: Features, aspect: int) -> list[str]:
    return [item.word for item in found.words if item.aspects & aspect]


def weight(found: Features, word: str) -> int:
    return {item.word: item.weight for item in found.words}.get(word, 0)


def test_each_word_counts_once_and_an_unknown_one_as_rarest() -> None:
    found = of("Zwirbelquast met Zwirbelquast.")
    assert weight(found, "zwirbelquast") == RAREST
    assert sum(item.word == "zwirbelquast" for item in found.words) == 1


def test_words_of_the_headline_weigh_more() -> None:
    plain, headed = of("The lighthouse burned."), of("The lighthouse burned.", title="Lighthouse in flames")
    assert weight(headed, "lighthouse") == weight(plain, "lighthouse") * 3 // 2
    assert weight(headed, "flames") > 0


def test_furniture_is_not_counted() -> None:
    assert weight(of("The mill burned.\nSubscribe today!", removed=("Subscribe today!",)), "subscribe") == 0


def test_names_keep_their_first_spelling() -> None:
    found = of("Ilse Torv spoke.", names=(("Ilse Torv", "PERSON"),))
    assert found.called == (("ilse torv", "Ilse Torv"),)
    assert having(found, NAME) == having(found, PERSON) == ["ilse", "torv"]


def test_places_and_numbers_are_known() -> None:
    found = of("It burned in Oddenby for 6 hours.", names=(("Oddenby", "LOC"),))
    assert having(found, PLACE) == ["oddenby"]
    assert having(found, FIGURE) == ["6"]


def test_the_lead_is_the_headline_and_the_first_sentences() -> None:
    found = of("It burned in Oddenby. One. Two. Three. Four.", title="Mill lost")
    assert {"burned", "mill", "two"} <= set(having(found, LEAD))
    assert not {"three", "four"} & set(having(found, LEAD))


@pytest.mark.parametrize(
    ("published", "times", "day"),
    [
        (date(2024, 5, 14), (), date(2024, 5, 14)),
        (date(2024, 5, 14), ("date:2023-01-01",), date(2024, 5, 14)),
        (None, (), None),
        (None, ("date:2024-05-14",), date(2024, 5, 14)),
        (None, ("date:2024-05-14", "date:2023-05-14"), None),
        (None, ("date:2024-05", "weekday:2"), None),
        (date(1970, 1, 1), (), None),
        (date(1969, 12, 31), ("date:2024-05-14",), date(2024, 5, 14)),
        (date(2199, 1, 1), (), date(2199, 1, 1)),
    ],
)
def test_the_day_is_the_stated_one_or_the_only_full_date(
    published: date | None, times: tuple[str, ...], day: date | None
) -> None:
    assert of("It burned.", day=published, times=times).day == (Moment(day, day) if day else None)


def test_a_named_day_is_a_word_among_the_names() -> None:
    assert "2024-05-14" in having(of("It burned.", times=("date:2024-05-14",)), NAME)


@pytest.mark.parametrize("text", ["", " ", "…", "Five words stand right here"])
def test_short_texts_have_features_too(text: str) -> None:
    assert of(text).report == "a"
