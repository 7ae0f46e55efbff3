"""Figures of speech, mishaps, welcomed guests and what is told as long past by a word."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event

from .reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Brook captured a majority of the delegates in the province.", "ASSAULT"),
        ("Poll: Ada Brook destroys Carl Marr in the north.", "ASSAULT"),
        ("A woman was struck and killed by a motorist on Friday.", "ASSAULT"),
        ("Carl Marr shot his brother in a hunting accident.", "ASSAULT"),
        ("The soldiers poured money into the race.", "MOBILIZE"),
        ("Critics noted the patience that the senators have demonstrated.", "PROTEST"),
        ("The senators will rally behind the nominee.", "PROTEST"),
        ("Senator Ada Brook defended her decision to close the port.", "SUPPORT"),
        ("Both parties agree it will be hard to win the vote.", "AGREE"),
        ("Senator Ada Brook was pressed on why she had left the city.", "REQUEST"),
        ("The senator rejected the idea that the changes were a retreat.", "REJECT"),
    ],
)
def test_no_political_act(text: str, kind: str) -> None:
    assert kind not in {e.type for e in events(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels captured the town of Northport on Friday.", "ASSAULT"),
        ("A gunman shot and killed two soldiers after an accident.", "ASSAULT"),
        ("Protesters demonstrated against the ministry in Northport.", "PROTEST"),
        ("Senator Ada Brook rejected the demand of the rebels.", "REJECT"),
    ],
)
def test_a_political_act(text: str, kind: str) -> None:
    assert kind in {e.type for e in events(text)}


def test_a_guest_who_is_welcomed_visits() -> None:
    told = [
        e for e in events("President Ada Brook welcomed Prime Minister Carl Marr to her estate on Friday.") if e.sure
    ]
    assert [(e.type, e.mode) for e in told] == [("CONSULT", "visit")]
    assert ([p.name for p in told[0].actors], [p.name for p in told[0].recipients]) == (["Carl Marr"], ["Ada Brook"])


def test_who_works_with_somebody_works_together_with_a_recipient() -> None:
    told = events("Carl Marr is cooperating with prosecutors.")
    assert [([p.name for p in e.actors], [p.name for p in e.recipients]) for e in told] == [
        (["Carl Marr"], ["prosecutors"])
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Senator Carl Marr once praised Ada Brook.", "historical"),
        ("Senator Carl Marr praised Ada Brook in the past.", "historical"),
        ("Senator Carl Marr praised Ada Brook once again.", "happened"),
        ("Senator Carl Marr praised Ada Brook in the past week.", "happened"),
        ("Senator Ada Brook said she would welcome Carl Marr.", "hypothetical"),
        ("The navy foiled the pirates' attempt to attack the freighters.", "denied"),
    ],
)
def test_status_by_small_words(text: str, status: str) -> None:
    assert status in {e.status for e in events(text)}
