"""Events through the engine: type, status, who and to whom, in invented sentences."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event
from tests.events.reading import annotated, report_of, statement

CASES: list[tuple[str, str, str, list[str], list[str]]] = [
    ("Freedonia provided $400 million to Sylvania.", "AID", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonia provided Sylvania with weapons.", "AID", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonia granted asylum to the general.", "AID", "happened", ["Freedonia"], ["the general"]),
    ("Sylvania was accused by Freedonia of arming the rebels.", "ACCUSE", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonia condemned the attack on Northport.", "ACCUSE", "happened", ["Freedonia"], []),
    ("The ministry summoned the Sylvanian ambassador.", "ACCUSE", "happened", ["The ministry"], ["Sylvanian"]),
    (
        "Protesters in Northport demonstrated against the government.",
        "PROTEST",
        "happened",
        ["Protesters in Northport"],
        ["the government"],
    ),
    ("Workers went on strike in Northport.", "PROTEST", "happened", ["Workers"], []),
    (
        "Freedonian troops withdrew from Northport on Monday.",
        "RETREAT",
        "happened",
        ["Freedonian troops"],
        ["Northport"],
    ),
    ("The president resigned on Monday.", "RETREAT", "happened", ["The president"], []),
    ("The rebels declared a ceasefire.", "RETREAT", "happened", ["The rebels"], []),
    ("Freedonia threatened to bomb Northport.", "THREATEN", "happened", ["Freedonia"], ["Northport"]),
    ("The general vowed to attack the rebels.", "THREATEN", "happened", ["The general"], ["the rebels"]),
    ("The president promised to help the refugees.", "AGREE", "happened", ["The president"], ["the refugees"]),
    ("Ada Brook invited Carl Marr to visit Northport.", "AGREE", "happened", ["Ada Brook"], ["Carl Marr"]),
    (
        "Ada Brook accepted Carl Marr's invitation to visit Northport.",
        "AGREE",
        "happened",
        ["Ada Brook"],
        ["Carl Marr"],
    ),
    ("Freedonia imposed sanctions on Sylvania.", "SANCTION", "happened", ["Freedonia"], ["Sylvania"]),
    ("Sanctions were imposed on Sylvania by Freedonia.", "SANCTION", "happened", ["Freedonia"], ["Sylvania"]),
    ("The court sentenced the general to ten years in prison.", "SANCTION", "happened", ["The court"], ["the general"]),
    ("Freedonia recalled its ambassador from Sylvania.", "SANCTION", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonia broke off relations with Sylvania.", "SANCTION", "happened", ["Freedonia"], ["Sylvania"]),
    (
        "Freedonia expelled three Sylvanian diplomats.",
        "SANCTION",
        "happened",
        ["Freedonia"],
        ["three Sylvanian diplomats"],
    ),
    ("The two presidents held talks in Northport.", "CONSULT", "happened", ["The two presidents"], []),
    ("The minister paid a visit to Northport on Friday.", "CONSULT", "happened", ["The minister"], ["Northport"]),
    (
        "The president hosted the prime minister for talks.",
        "CONSULT",
        "happened",
        ["the prime minister"],
        ["The president"],
    ),
    ("Talks between Freedonia and Sylvania ended on Friday.", "CONSULT", "happened", ["Freedonia", "Sylvania"], []),
    ("Freedonia and Sylvania signed a peace agreement.", "SUPPORT", "happened", ["Freedonia", "Sylvania"], []),
    ("Freedonia praised Sylvania for its help.", "SUPPORT", "happened", ["Freedonia"], ["Sylvania"]),
    ("The minister apologised to the families.", "SUPPORT", "happened", ["The minister"], ["the families"]),
    ("Police arrested 14 people on Monday.", "COERCE", "happened", ["Police"], ["14 people"]),
    ("Fourteen people were arrested by police.", "COERCE", "happened", ["police"], ["Fourteen people"]),
    ("Hackers hacked the ministry.", "COERCE", "happened", ["Hackers"], ["the ministry"]),
    ("The army seized a ship.", "COERCE", "happened", ["The army"], ["a ship"]),
    ("Rebels fired rockets at Northport.", "ASSAULT", "happened", ["Rebels"], ["Northport"]),
    ("Gunmen killed 12 people on Monday.", "ASSAULT", "happened", ["Gunmen"], ["12 people"]),
    ("The rebels kidnapped two teachers.", "ASSAULT", "happened", ["The rebels"], ["two teachers"]),
    ("The soldiers who attacked the village fled.", "ASSAULT", "happened", ["The soldiers"], ["the village"]),
    ("Freedonia's invasion of Sylvania shocked the world.", "ASSAULT", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonian soldiers clashed with rebels.", "ASSAULT", "happened", ["Freedonian soldiers", "rebels"], []),
    ("Police fired tear gas at protesters.", "ASSAULT", "happened", ["Police"], ["protesters"]),
    ("Freedonia fired two missiles into the sea.", "MOBILIZE", "happened", ["Freedonia"], []),
    ("Freedonia held military exercises near the border.", "MOBILIZE", "happened", ["Freedonia"], []),
    ("Freedonia and Sylvania held joint exercises.", "COOPERATE", "happened", ["Freedonia", "Sylvania"], []),
    ("Freedonia rejected Sylvania's offer.", "REJECT", "happened", ["Freedonia"], ["Sylvania"]),
    ("The general refused to meet the envoy.", "REJECT", "happened", ["The general"], ["the envoy"]),
    ("Freedonia cancelled the summit with Sylvania.", "REJECT", "happened", ["Freedonia"], ["Sylvania"]),
    ("The envoy called on Freedonia to stop the war.", "REQUEST", "happened", ["The envoy"], ["Freedonia"]),
    ("Freedonia urged Sylvania to release the pilot.", "REQUEST", "happened", ["Freedonia"], ["Sylvania"]),
    ("Freedonia lifted the ban on Sylvanian ships.", "CONCEDE", "happened", ["Freedonia"], ["Sylvanian ships"]),
]

NOT_HAPPENED: list[tuple[str, str, str]] = [
    ("The army did not attack the village.", "ASSAULT", "denied"),
    ("Rebels never fired rockets at Northport.", "ASSAULT", "denied"),
    ("Freedonia failed to launch a spy satellite.", "MOBILIZE", "denied"),
    ("There were no talks between Freedonia and Sylvania.", "CONSULT", "denied"),
    ("Freedonia will not release the prisoners.", "RETREAT", "denied"),
    ("No sanctions were imposed on Sylvania.", "SANCTION", "denied"),
    ("Freedonia may impose sanctions on Sylvania.", "SANCTION", "hypothetical"),
    ("If Freedonia attacks Northport, people will flee.", "ASSAULT", "hypothetical"),
    ("Sylvania wants to visit Northport.", "CONSULT", "hypothetical"),
    ("Possible talks between Freedonia and Sylvania were discussed.", "CONSULT", "hypothetical"),
    ("The army could have attacked the village.", "ASSAULT", "hypothetical"),
    ("The government plans to deploy troops along the border.", "MOBILIZE", "planned"),
    ("Freedonian President Ada Brook will meet Carl Marr on Tuesday.", "AGREE", "planned"),
    ("Ada Brook is expected to visit Northport.", "AGREE", "planned"),
    ("Ada Brook was scheduled to visit Northport.", "AGREE", "planned"),
]

NO_EVENTS = [
    "The minister said the weather was fine.",
    "The storm killed 12 people.",
    "Twelve people were killed in a crash.",
    "The two men live in Northport.",
    "The president refused to comment.",
    "Ada Brook offered details.",
    "The meeting was long.",
    "Ada Brook told reporters that it rained.",
]


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(("text", "kind", "status", "actors", "recipients"), CASES)
def test_event(text: str, kind: str, status: str, actors: list[str], recipients: list[str]) -> None:
    first = next(e for e in events(text) if e.type == kind)
    assert (first.status, [p.name for p in first.actors], [p.name for p in first.recipients]) == (
        status,
        actors,
        recipients,
    )
    assert text[slice(*first.trigger)]
    assert first.because


@pytest.mark.parametrize(("text", "kind", "status"), NOT_HAPPENED)
def test_what_did_not_happen_is_never_told_as_happened(text: str, kind: str, status: str) -> None:
    assert [e.status for e in events(text) if e.type == kind] == [status]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_no_event(text: str) -> None:
    assert not [(e.type, e.rule) for e in events(text)]


def test_what_a_speaker_denies_is_denied() -> None:
    text = "The army denied that its soldiers attacked the village."
    told = statement(text, "its soldiers attacked the village", cue="denied", act="denied")
    event = code_events(report_of(text), annotated(text), (told,))[0]
    assert (event.type, event.status, event.statement) == ("ASSAULT", "denied", told.id)


def test_an_event_hangs_on_the_innermost_statement() -> None:
    text = "The agency said that Ada Brook said that rebels fired rockets at Northport."
    outer = statement(
        text, "Ada Brook said that rebels fired rockets at Northport", cue="said that Ada", act="asserted"
    )
    inner = statement(
        text, "rebels fired rockets at Northport", cue="said that rebels", act="asserted", within=outer.id
    )
    assert [e.statement for e in code_events(report_of(text), annotated(text), (outer, inner))] == [inner.id]


def test_an_old_act_is_history() -> None:
    text = "It rained on 1 May 2023. President Ada Brook visited Northport in 2010."
    assert [e.status for e in events(text) if e.mode == "visit"] == ["historical"]


def test_ids_are_made_from_content() -> None:
    text = "Rebels fired rockets at Northport."
    assert events(text) == events(text)
