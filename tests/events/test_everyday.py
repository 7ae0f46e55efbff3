"""What ships and people do every day; hijackings, captures and riots; police told as doers by the noun beside the act."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event
from tests.events.reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


NO_EVENT = (
    ("The captain declined to give her name to reporters.", "REJECT"),
    ("The minister refused to disclose details.", "REJECT"),
    ("The bureau was warned about Carl Marr.", "THREATEN"),
    ("The bureau was warned by the Freedonian government that he was a danger.", "THREATEN"),
    ("Officers named in the indictment were blown for further work.", "ASSAULT"),
    ("Ada Brook waited for the agencies to read the transcripts before releasing them.", "RETREAT"),
    ("The frigate headed to Freedonia on Monday.", "CONSULT"),
    ("After the quarrel the Hill Street Crew retreated outside.", "RETREAT"),
    ("The Gulls (7-7) will visit the Northport Hawks (0-14) on Sunday.", "AGREE"),
)


@pytest.mark.parametrize(("text", "kind"), NO_EVENT)
def test_no_event(text: str, kind: str) -> None:
    assert kind not in [e.type for e in events(text)]


def test_the_same_words_of_a_real_act() -> None:
    assert "REJECT" in [e.type for e in events("The minister refused to give aid to the rebels.")]
    assert "CONSULT" in [e.type for e in events("The minister headed to Freedonia on Monday.")]
    assert "RETREAT" in [e.type for e in events("The Freedonian army retreated from Northport.")]


# Text, type, mode and status.
CODED: tuple[tuple[str, str, str | None, str], ...] = (
    ("Freedonian pirates seized a Sylvanian tanker on Monday.", "ASSAULT", "abduct", "happened"),
    ("The trawler had been commandeered by pirates.", "ASSAULT", "abduct", "happened"),
    ("Police seized a boat on Monday.", "COERCE", "seize", "happened"),
    ("The navy captured 23 of the raiders in the gulf.", "COERCE", "arrest", "happened"),
    ("Foremost in the fight against smuggling, the navy arrested three men.", "COERCE", "arrest", "happened"),
    ("Two dozen protesters marched and trashed a shop.", "PROTEST", "riot", "happened"),
    ("The march turned into a riot after young people lashed out at officers.", "PROTEST", "riot", "happened"),
    ("There were unconfirmed reports the shop was looted.", "PROTEST", "riot", "hypothetical"),
    ("The navy launched a helicopter to stop the pirates from hijacking the vessel.", "ASSAULT", "abduct", "denied"),
    ("Carl Marr had previously been arrested four times.", "COERCE", "arrest", "happened"),
    ("Mayors Ada Brook and Ben Low fired back at Carl Marr over the plan.", "ACCUSE", "disapprove", "happened"),
    ("The region is full of terrorists bent on attacking Freedonia.", "ASSAULT", None, "hypothetical"),
    ("Senator Ada Brook is leaning toward supporting Carl Marr.", "SUPPORT", None, "hypothetical"),
    (
        "Eight years after backing Ada Brook, Senator Carl Marr is looking for a candidate.",
        "SUPPORT",
        None,
        "historical",
    ),
    ("Two years before, he said, an officer arrested Carl Marr.", "COERCE", "arrest", "historical"),
)


@pytest.mark.parametrize(("text", "kind", "mode", "status"), CODED)
def test_coded_as(text: str, kind: str, mode: str | None, status: str) -> None:
    assert (kind, mode, status) in [(e.type, e.mode, e.status) for e in events(text)]


# Text, type, who acts and whom it befalls.
SIDES: tuple[tuple[str, str, list[str], list[str]], ...] = (
    (
        "Freedonia's navy sank a Sylvanian fishing trawler.",
        "ASSAULT",
        ["Freedonia's navy"],
        ["a Sylvanian fishing trawler"],
    ),
    ("The fatal police shooting of Carl Marr shook Northport on Monday.", "ASSAULT", ["police"], ["Carl Marr"]),
    ("Carl Marr was hit twice by police bullets.", "ASSAULT", ["police"], ["Carl Marr"]),
    ("The sailors exchanged fire with the pirates.", "ASSAULT", ["The sailors", "the pirates"], []),
)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), SIDES)
def test_sides(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [([p.name for p in e.actors], [p.name for p in e.recipients]) for e in events(text) if e.type == kind]
    assert found == [(actors, recipients)]


DOUBTED = (
    ("The frigate opened fire across the bows.", "ASSAULT"),
    ("Republicans hijacked the floor of the House of Arven for a day.", "ASSAULT"),
    ("Newspaper The Northport Herald dismissed the inquiry and praised Carl Marr.", "SUPPORT"),
    ("The teenagers threw bottles at the windows.", "PROTEST"),
    ("The marines boarded the pirate boats and seized seven rifles.", "COERCE"),
    ("Ada Brook, head of the guild, said lifting the requirement was one of many errors.", "CONCEDE"),
)


@pytest.mark.parametrize(("text", "kind"), DOUBTED)
def test_doubted(text: str, kind: str) -> None:
    told = [e for e in events(text) if e.type == kind]
    assert told
    assert not any(e.sure for e in told)
