"""What the shape of a clause leaves open, and what lies ahead, was withdrawn or goes on."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event

from .reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(
    ("text", "kind", "doubt"),
    [
        ("Freedonian officials do not meet with rebels.", "CONSULT", "told of what is done as a rule"),
        ("Whenever Ada Brook meets Carl Marr, she condemns him.", "ACCUSE", "told of what is done as a rule"),
        ("Senator Ada Brook pledged to be tough on the banks.", "AGREE", "what is promised may be harm"),
        ("Two senators attended the event, also not necessarily to support Ada Brook.", "SUPPORT", "the words may deny it"),
        ("A law firm defended Senator Ada Brook.", "SUPPORT", "may be a lawyer's trade"),
        ("The lawyer acting for the sergeant, who has been charged, spoke.", "ACCUSE", "whose clause it is is open"),
        ("She spoke with Ada Brook, the aunt of Ben Marr, who was arrested.", "COERCE", "whose clause it is is open"),
        ("The talks with ministers went on in Arven.", "CONSULT", "nobody found who takes part beside"),
        ("Ada Brook was struck by a bullet as Carl Marr shot at rivals.", "ASSAULT", "who did it may be told beside"),
        ("Party leaders hope that Senator Carl Marr will tone down his attacks against Ada Brook.", "ACCUSE",
            "it goes on, and only its end is wished for"),
    ],
)  # fmt: skip
def test_in_doubt(text: str, kind: str, doubt: str) -> None:
    assert doubt in {e.doubt for e in events(text) if e.type == kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Brook met Carl Marr in Northport.", "CONSULT"),
        ("Ministers did not meet the rebels.", "CONSULT"),
        ("Two senators came to the hall to support Ada Brook.", "SUPPORT"),
        ("Ada Brook praised the mayor who fought the fire.", "SUPPORT"),
        ("The rebels fought the soldiers.", "ASSAULT"),
        ("President Ada Brook arrived in Northport on Monday.", "CONSULT"),
        ("The board of elections in Northport rejected both objections.", "REJECT"),
        ("Ada Brook gave money to the party supporting Carl Marr.", "SUPPORT"),
        ("Nine people were killed in a terrorist attack in Northport.", "ASSAULT"),
        ("The governing party's candidate Ada Brook condemned the ministry.", "ACCUSE"),
    ],
)
def test_sure(text: str, kind: str) -> None:
    assert [e.doubt for e in events(text) if e.type == kind] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ada Brook will wait until she meets Carl Marr.", "AGREE", "planned"),
        ("Ada Brook arrived on the eve of her meeting with Carl Marr.", "AGREE", "planned"),
        ("The vote comes on the heels of the ministry's attack on the rebels.", "ASSAULT", "happened"),
        ("Ada Brook retracted her criticism of Carl Marr.", "ACCUSE", "denied"),
    ],
)
def test_status(text: str, kind: str, status: str) -> None:
    assert status in {e.status for e in events(text) if e.type == kind}


@pytest.mark.parametrize(
    "text",
    ["Ada Brook accepted an invitation from Carl Marr.", "Ada Brook accepted Carl Marr's invitation."],
)
def test_whose_invitation(text: str) -> None:
    assert [[p.name for p in e.recipients] for e in events(text)] == [["Carl Marr"]]
