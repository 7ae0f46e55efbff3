"""What is announced is an agreement, and what the program is not sure of says why."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events, coded_acts
from consilience.model.event import Event

from .reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(
    ("text", "announced", "act"),
    [
        ("Ada Brook will visit Northport.", "AGREE", "CONSULT"),
        ("Freedonia will withdraw its troops from Northport.", "CONCEDE", "RETREAT"),
        ("The ministry is willing to negotiate with the rebels.", "AGREE", "CONSULT"),
    ],
)
def test_what_is_announced_is_not_yet_the_act(text: str, announced: str, act: str) -> None:
    assert announced in {e.type for e in events(text)}
    assert act not in {e.type for e in events(text)}
    assert act in {e.type for e in coded_acts(report_of(text), annotated(text), ())}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook visited Northport.",
        "The senator refused to testify.",
        "Freedonia withdrew its troops from Northport.",
        "Ada Brook condemned the ministry.",
    ],
)
def test_sure(text: str) -> None:
    assert events(text)
    assert all(e.sure for e in events(text))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Ada Brook condemned the delays.", None),
        ("The senator called for cheaper bread.", None),
        ("Ada Brook condemned the delays at Northport.", "nobody found at whom it was aimed"),
    ],
)
def test_nobody_aimed_at(text: str, doubt: str | None) -> None:
    assert [e.doubt for e in events(text)] == [doubt]


def test_who_agrees_with_each_other_needs_no_third() -> None:
    told = events("Ada Brook and Carl Marr agreed to cut taxes.")
    assert [(e.type, e.doubt) for e in told] == [("AGREE", None)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Ada Brook leaned on the governor to join her rivals to condemn the ministry.", "told by an infinitive alone"),
        ("Two drivers wounded by rebels at the pier greeted the reporters.", "only says who or what is meant"),
        ("Within five years Freedonia will threaten the rebels with war.", "violence that is only expected"),
        ("President Ada Brook helped the party last week.", "help of no stated kind"),
        ("The army is expected to attack the rebels.", "violence that is only expected"),
    ],
)
def test_what_the_words_leave_open(text: str, doubt: str) -> None:
    assert doubt in {e.doubt for e in events(text)}
