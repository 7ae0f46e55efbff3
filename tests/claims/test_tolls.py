"""Counts of people by what befell them."""

from __future__ import annotations

import pytest

from consilience.claims.tolls import numbers_of
from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.event import Participant, Proposition
from consilience.model.spans import Span

_Count = tuple[str, float | None, float | None, str]


def _told(text: str, act: str, people: tuple[str, ...], counts: tuple[_Count, ...]) -> list[_Count]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    quantities = tuple(Quantity("text", at(w), low, high, unit, None) for w, low, high, unit in counts)
    part = PartAnnotations("text", (), (), (), (), (), (), (), (), quantities)
    who = tuple(Participant(at(p), p, None, None) for p in people)
    proposition = Proposition(
        "p", "r", "text", 0, (Span(0, len(text)),), None, act, at(text.split()[0]), who, (), (), (),
        tuple(q.span for q in quantities), False, "happened", b"",
    )  # fmt: skip
    return [
        (text[q.span.start : q.span.end], q.low, q.high, q.unit) for q in numbers_of(part, proposition, (act,), text)
    ]


@pytest.mark.parametrize(
    ("text", "act", "people", "counts", "wanted"),
    [
        ("two miners died", "die", ("two miners",), (("two miners", 2, 2, "miner"),), (2, 2, "killed")),
        (
            "two miners and a guard died",
            "die",
            ("two miners", "a guard"),
            (("two miners", 2, 2, "miner"),),
            (3, 3, "killed"),
        ),
        (
            "six people lost their lives",
            "lose",
            ("six people",),
            (("six people", 6, 6, "person"),),
            (6, 6, "killed"),
        ),
        ("the death toll has risen to 17", "rise", (), (), (17, 17, "killed")),
        ("THE LAKE SLEPT AS 20 DROWNED", "sleep", (), (), (20, 20, "killed")),
        ("11 bodies were found", "find", (), (("11 bodies", 11, 11, "body"),), (11, 11, "killed")),
        (
            "90 people were taken to a school",
            "take",
            ("90 people",),
            (("90 people", 90, 90, "person"),),
            (90, 90, "evacuated"),
        ),
    ],
)
def test_people_are_counted_by_their_fate(
    text: str, act: str, people: tuple[str, ...], counts: tuple[_Count, ...], wanted: tuple[float, float, str]
) -> None:
    assert [found[1:] for found in _told(text, act, people, counts)] == [wanted]


@pytest.mark.parametrize(
    ("text", "act", "people", "counts"),
    [
        ("four of the dead were found", "find", (), (("four", 4, 4, "killed"),)),
        ("90 people were taken to a court", "take", ("90 people",), (("90 people", 90, 90, "person"),)),
    ],
)
def test_a_part_or_another_errand_is_no_count(
    text: str, act: str, people: tuple[str, ...], counts: tuple[_Count, ...]
) -> None:
    assert not {unit for *_, unit in _told(text, act, people, counts)} & {"killed", "evacuated"}


@pytest.mark.parametrize(("after", "wanted"), [("There were 12", [12.0]), ("He was 77", [])])
def test_a_number_alone_after_words_of_the_dead_is_a_toll_and_no_age(after: str, wanted: list[float]) -> None:
    text = f"The miller died at the weir. {after}"
    part = PartAnnotations("text", (), (), (), (), (), (), (), (), ())
    spans = (Span(text.index(after), len(text)),)
    proposition = Proposition(
        "p", "r", "text", 1, spans, None, "be", spans[0], (), (), (), (), (), False, "happened", b""
    )  # fmt: skip
    assert [q.low for q in numbers_of(part, proposition, ("be",), text)] == wanted
