"""Meetings that are announced and still to come, and acts that were only thought of."""

from __future__ import annotations

import pytest

from .test_open_doubts import events

_RIVALS = "Ada Morel will meet Teo Brandt on Monday. "


def _meetings(text: str) -> list[tuple[str, str]]:
    return [(e.type, e.status) for e in events(text) if len(e.actors) > 1]


@pytest.mark.parametrize(
    "text",
    [
        "Chancellor Ada Morel claimed ahead of her summit with Teo Brandt that the harbour was safe.",
        "President Ada Morel is tweeting about chess, two days before a summit with Teo Brandt.",
        "Teo Brandt's plane landed an hour late, pushing back his meeting with President Ada Morel.",
        _RIVALS + "I am confident that Ada Morel's meeting with Teo Brandt will put the country in a better place.",
        _RIVALS + "Ada Morel had breakfast in town before the meeting with Teo Brandt.",
    ],
)
def test_a_meeting_to_come_is_agreed(text: str) -> None:
    told = _meetings(text)
    assert set(told) == {("AGREE", "planned")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Morel met Teo Brandt on Monday. Ahead of the meeting with Teo Brandt, Ada Morel criticized Carl Marr.",
        "Ada Morel criticized Carl Marr two days before her summit with Teo Brandt.",
        "Ada Morel was cheerful after her meeting with Teo Brandt.",
    ],
)
def test_a_meeting_that_was_held_has_happened(text: str) -> None:
    told = _meetings(text)
    assert set(told) == {("CONSULT", "happened")}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The chancellor hadn't thought about asking Teo Brandt to extradite the captains.", "REQUEST", "denied"),
        ("The chancellor had given no thought to asking Teo Brandt to extradite the captains.", "REQUEST", "denied"),
        ("The chancellor thought about the harbour after asking Teo Brandt to help.", "REQUEST", "happened"),
        ("A possible deal could see rebels releasing forty prisoners.", "RETREAT", "hypothetical"),
        ("The accord will see rebels releasing forty prisoners.", "CONCEDE", "planned"),
        ("Reporters saw rebels releasing forty prisoners.", "RETREAT", "happened"),
    ],
)
def test_what_was_only_thought_of(text: str, kind: str, status: str) -> None:
    assert [e.status for e in events(text) if e.type == kind] == [status]


def test_an_invitation_announces_no_visit() -> None:
    text = "Ada Morel invited Teo Brandt to visit Arven. Brandt accepted the invitation."
    assert not [e for e in events(text) if e.status == "planned"]
    text = "Ada Morel invited President Teo Brandt to visit President Carl Marr, and Brandt accepted the invitation."
    assert [e.type for e in events(text) if e.status == "planned"] == ["AGREE"]
