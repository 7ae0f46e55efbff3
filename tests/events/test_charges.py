"""Charges, verdicts and orders of a court; captures; throwing in protests; attempts; words that fit in no political sense."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event
from tests.events.reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


# Text, trigger, type and status.
STATUS = (
    ("The judge ordered Carl Marr held without bond pending his next hearing on Monday.", "held", "COERCE", "happened"),
    ("Two men went on trial on Wednesday for killing a mayor.", "killing", "ASSAULT", "hypothetical"),
    ("A 60-year-old woman was charged with killing two men 41 years ago.", "charged", "ACCUSE", "happened"),
    ("Carl Marr was found guilty of killing Ada Brook in October 2001.", "found", "SANCTION", "happened"),
    ("Carl Marr was found guilty of killing Ada Brook in 2001.", "killing", "ASSAULT", "historical"),
    ("Carl Marr was convicted of the June 2001 murder of Ada Brook.", "convicted", "SANCTION", "happened"),
    ("The council has opposed similar changes in the past.", "opposed", "REJECT", "historical"),
    ("Carl Marr, who had been previously convicted of fraud, fled.", "convicted", "SANCTION", "happened"),
    ("The navy captured 23 pirates in the gulf.", "captured", "COERCE", "happened"),
    ("The navy captured two boats of the pirates.", "captured", "COERCE", "happened"),
    ("The navy captured 23 pirates in a gunfight.", "captured", "ASSAULT", "happened"),
    ("Rebels captured the town of Arven.", "captured", "ASSAULT", "happened"),
    ("Police arrested 23 pirates, the latest in a series of clashes.", "arrested", "COERCE", "happened"),
    ("Youths pelted police with stones on Monday.", "pelted", "PROTEST", "happened"),
    ("The protesters hurled petrol bombs at the officers.", "hurled petrol bombs", "PROTEST", "happened"),
    ("Freedonia extradited Carl Marr to Sylvania on Monday.", "extradited", "COOPERATE", "happened"),
    (
        "The men were accused of launching cyber attacks against a union.",
        "launching cyber attacks",
        "COERCE",
        "hypothetical",
    ),
    ("The court has a week to decide whether to endorse the government.", "endorse", "SUPPORT", "hypothetical"),
    (
        "Senator Carl Marr would feel better if Ada Brook was not meeting the rebels.",
        "meeting",
        "CONSULT",
        "hypothetical",
    ),
    ("Director Carl Marr decided not to recommend indicting Ada Brook.", "indicting", "ACCUSE", "denied"),
    ("President Ada Brook is talking about deporting thousands of migrants.", "deporting", "COERCE", "hypothetical"),
    ("The minister was right to urge the rebels to go.", "urge", "REQUEST", "happened"),
    ("President Ada Brook arrived for her summit with President Carl Marr.", "summit", "AGREE", "planned"),
    ("Carl Marr was charged with stealing a car.", "charged", "ACCUSE", "happened"),
    (
        "Aides said the mayor was hypocritical because the council had sent weapons to rebels.",
        "sent weapons",
        "AID",
        "happened",
    ),
    (
        "The summit ended amid sanctions over the Freedonian invasion of Sylvania.",
        "invasion",
        "ASSAULT",
        "ongoing",
    ),
    ("Freedonia lifted sanctions on Sylvania.", "lifted sanctions", "RETREAT", "happened"),
    ("Freedonia lifted the curfew.", "lifted the curfew", "CONCEDE", "happened"),
    ("Environmental groups were quick to praise the ministry.", "praise", "SUPPORT", "happened"),
    ("Carl Marr was ordered held without bail.", "held", "COERCE", "happened"),
    ("Police held a guard on charges that Carl Marr killed two miners.", "killed", "ASSAULT", "hypothetical"),
    ("A jury ordered death for a man convicted of murdering a sheriff in 2005.", "murdering", "ASSAULT", "historical"),
    (
        "The judge weighed all the facts in the slaying of Ada Brook in 2005, and he left.",
        "slaying",
        "ASSAULT",
        "historical",
    ),
    ("Youths attacked banks and stores on Saturday.", "attacked", "PROTEST", "happened"),
    ("President Ada Brook's visit to Sylvania is likely to be long.", "visit", "AGREE", "planned"),
    ("Thousands of people marched, destroying banks in the city.", "destroying", "PROTEST", "happened"),
    ("Rather than attacking Sylvania, Freedonia waited.", "attacking", "ASSAULT", "denied"),
    ("The president's vow to walk away from the talks was repeated.", "vow", "THREATEN", "happened"),
    ("The king's pledge to withdraw all troops from Sylvania was repeated.", "pledge", "CONCEDE", "happened"),
    ("Without her help the king would not have resigned.", "resigned", "RETREAT", "hypothetical"),
    ("The clerk did not hear of it until the king resigned.", "resigned", "RETREAT", "happened"),
    (
        "The king's speech recalled the resignation of Ada Brook in 1974, and he wept.",
        "resignation",
        "RETREAT",
        "historical",
    ),
    ("The premier has pledged to ensure security, rejecting calls for an election.", "rejecting", "REJECT", "happened"),
    ("The protesters promised to remain on the streets.", "promised", "THREATEN", "happened"),
    ("Young people attacked banks.", "attacked", "PROTEST", "happened"),
    ("The Arven Foundation congratulates Senator Ada Brook.", "congratulates", "SUPPORT", "happened"),
    (
        "Carl Marr was indicted on Friday on charges related to fraud in the 1998 election.",
        "indicted",
        "ACCUSE",
        "happened",
    ),
    ("The clerk can be seen falling after she is shot.", "shot", "ASSAULT", "happened"),
    ("The militia surrendered on Monday.", "surrendered", "RETREAT", "happened"),
)
NOTHING = (
    "Ada Brook, 66, was killed when she was struck twice by a car outside the store.",
    "The country cannot surrender without a fight.",
    "Dairy farmers fought a losing battle against imports of milk.",
    "Carl Marr bombed Ben Brook with a hard left hand in the ninth round.",
    "The school was charging pupils more than $30,000.",
    "The family's dog was found beaten to death in the yard.",
    "When people could not pay, the doctor did not charge them.",
    "The clerk had never met Senator Ada Brook.",
    "The account of Senator Ada Brook was supported by two aides.",
    "The minister cannot fault Senator Ada Brook.",
    "Carl Marr hit and killed a woman in the car park.",
    "Senator Ada Brook chanced to meet a minister in the lobby.",
    "Anarchists roamed the streets, hacking chunks of marble off buildings.",
    "Carl Marr appealed his sentence after a week.",
    "The president talked about this with the press.",
    "The panel was charged with overseeing the port.",
    "The party let reporters tour its headquarters.",
    "Most of them were seeking asylum from Arven.",
    "This government has rejected anything with a whiff of reason.",
    "The Herons beat visiting Northport, 91-73.",
    "The president must demonstrate that there will be a price.",
)
DOUBTED = (
    ("Soldiers tried to arrest Ada Brook.", "arrest", "only tried, and its end is not told"),
    ("If the driver was charged in court, that may help.", "charged", "told of any such case"),
    ("The host has to be funny without insulting the mayor.", "insulting", "told of any such case"),
    ("The host has to be funny without going too far and insulting the mayor.", "insulting", "told of any such case"),
    ("A robber sentenced to life in prison fled.", "sentenced", "only says who or what is meant"),
)


@pytest.mark.parametrize(("text", "trigger", "kind", "status"), STATUS)
def test_status(text: str, trigger: str, kind: str, status: str) -> None:
    told = [(e.type, e.status) for e in events(text) if text[e.trigger.start : e.trigger.end] == trigger]
    assert told == [(kind, status)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_act(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(("text", "trigger", "doubt"), DOUBTED)
def test_doubts(text: str, trigger: str, doubt: str) -> None:
    told = [e.doubt for e in events(text) if text[e.trigger.start : e.trigger.end] == trigger]
    assert told
    assert set(told) == {doubt}


def test_a_deed_that_somebody_is_charged_with_is_theirs_and_open() -> None:
    told = events("Carl Marr was charged on Monday with the murder of his mother, Ada Marr.")
    assert [(e.type, [p.name for p in e.actors], e.status) for e in told] == [
        ("ACCUSE", [], "happened"),
        ("ASSAULT", ["Carl Marr"], "hypothetical"),
    ]


def test_a_look_back_on_a_life() -> None:
    text = (
        "Marlow Drew, who led the dockers, died on Friday. He was 91. He was born in 1917. In 1934 Drew joined the union. "
        "He was jailed in 1951. It is an old story, says a son. Police arrested Drew at the gate. He left the port in 1966."
    )
    told = {text[e.trigger.start : e.trigger.end]: e.status for e in events(text)}
    assert told["arrested"] == "historical"


def test_the_accused_is_who_is_meant() -> None:
    told = events("The man accused of shooting two colleagues is Carl Marr.")
    assert [(e.type, e.sure) for e in told] == [("ACCUSE", True), ("ASSAULT", True)]


def test_a_name_behind_which_a_distance_stands() -> None:
    told = events("A guard chased the car and arrested Carl Marr, 23, of Northport, several blocks away.")
    assert [[p.name for p in e.recipients] for e in told] == [["Carl Marr"]]


def test_the_deed_that_a_trial_is_about() -> None:
    text = (
        "A jury found Marlow Drew guilty on Tuesday. The trial lasted a week. Many still think of the May 2003 rampage. "
        "Relatives wept. Drew shot a clerk in the hall, a witness said. He will be sentenced in June."
    )
    told = {text[e.trigger.start : e.trigger.end]: e.status for e in events(text)}
    assert told["shot"] == "historical"
    assert told["found"] == "happened"


def test_a_trial_of_late() -> None:
    text = (
        "A jury found Marlow Drew guilty on Tuesday. The trial lasted a week. Drew shot a clerk on Friday, a witness said. "
        "In the May 2003 rampage nobody was hurt."
    )
    assert {e.status for e in events(text) if e.type == "ASSAULT"} == {"happened"}


def test_a_meeting_whose_end_is_only_asked_for() -> None:
    told = events("The council wants to scrap the talks between Freedonia and Sylvania.")
    assert [e.status for e in told if e.type in ("AGREE", "CONSULT")] == ["planned"]
