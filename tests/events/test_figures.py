"""Figures of speech, mishaps, welcomed guests and what is told as long past by a word."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events, coded_acts
from consilience.model.event import Event

from .reading import annotated, report_of


def events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Brook captured two delegates in the province.", "ASSAULT"),
        ("Ada Brook destroys Carl Marr in a debate.", "ASSAULT"),
        ("Two herdsmen were killed by a motorist on the pass.", "ASSAULT"),
        ("Carl Marr shot his brother in a hunting accident.", "ASSAULT"),
        ("The soldiers poured money into the race.", "MOBILIZE"),
        ("Critics noted the thrift that the senators have demonstrated.", "PROTEST"),
        ("The senators will rally behind the nominee.", "PROTEST"),
        ("Senator Ada Brook defended her decision to close the port.", "SUPPORT"),
        ("Both parties agree it will be hard to win the vote.", "AGREE"),
        ("Senator Ada Brook was pressed on why she had left the city.", "REQUEST"),
        ("The senator rejected the idea that the changes were a retreat.", "REJECT"),
        ("The ministry listed the heron as threatened.", "THREATEN"),
        ("Asked about the vote, Senator Carl Marr shot back that it was nonsense.", "ASSAULT"),
        ("Asked if the plan was to close the port, Senator Ada Brook smiled.", "REQUEST"),
        ("President Ada Brook can't pardon anybody before May.", "CONCEDE"),
        ("Senator Ada Brook seized control of the evening.", "COERCE"),
        ("Anybody who attacks President Ada Brook regrets it.", "ASSAULT"),
        ("No sensible prosecutor would charge Ada Brook.", "ACCUSE"),
        ("The senator issued a warning about the flaw.", "THREATEN"),
        ("Senator Ada Brook warned followers on the network that the rebels could cross the border.", "THREATEN"),
        ("Ada Brook boarded a ship flying a Freedonian flag.", "CONSULT"),
        ("Any ferry that asks its guests to pay twice is fined.", "REQUEST"),
        ("The guard was asked by the prosecution to recall the night.", "REQUEST"),
    ],
)
def test_no_political_act(text: str, kind: str) -> None:
    assert kind not in {e.type for e in events(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels captured the town of Northport on Friday.", "ASSAULT"),
        ("Carl Marr carried out attacks on government forces in the north.", "ASSAULT"),
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


def test_a_couple_that_is_welcomed_visits() -> None:
    told = events("President Ada Brook welcomed Carl Marr and his wife to her palace on Tuesday.")
    assert [(e.type, e.mode) for e in told] == [("CONSULT", "visit")]


def test_support_that_is_lent_is_no_aid() -> None:
    assert {e.type for e in events("Senator Ada Brook lent her support to Governor Carl Marr.")} == {"SUPPORT"}
    assert {e.type for e in events("Freedonia gave military support to the rebels.")} == {"AID"}


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
        ("Come quickly, the clerk's been shot.", "happened"),
        ("Ada Brook is believed to have visited Northport in 1994. She spoke on Monday.", "historical"),
        ("The mayor stopped short of calling on Carl Marr to resign.", "hypothetical"),
        ("The senators should show their good will by backing Carl Marr.", "hypothetical"),
        ("Senator Ada Brook criticized Carl Marr on Monday for votes he cast in the 1990s.", "happened"),
        ("Records of the 2006 vote show that Ada Brook backed Carl Marr. She spoke on Monday.", "historical"),
        ("Ada Brook offered to speak on the condition that Carl Marr give $3 million to the refugees.", "hypothetical"),
        ("Freedonia said its navy no longer needed to test torpedoes.", "denied"),
        (
            "Carl Marr is serving a term imposed in 1996 after he was convicted of theft. He spoke on Monday.",
            "historical",
        ),
        (
            "The choir was founded by Carl Marr, who was deported to Arven and who drowned in 1958. It sang on Monday.",
            "historical",
        ),
        ("It would be fine had Ada Brook congratulated Carl Marr for the dam.", "hypothetical"),
        ("If the rebels entered the port and killed soldiers, we would know it.", "hypothetical"),
        ("Carl Marr, who had formerly been convicted of theft, fled on Monday.", "historical"),
        ("Senator Carl Marr refused at first to condemn the leader Ada Brook.", "denied"),
        ("When the thaw began in 2003, the port was opened and two prisoners were freed.", "historical"),
        ("The mayor filed a 2003 land suit against the Northport school. She spoke on Monday.", "historical"),
    ],
)
def test_status_by_small_words(text: str, status: str) -> None:
    assert status in {e.status for e in events(text)}


def test_what_a_prosecutor_reports_is_no_charge() -> None:
    told = events("Customs officers seized 40 kilos of amber in Northport, the prosecutor said.")
    assert [e.status for e in told] == ["happened"]


def test_a_harsh_attack_is_one_in_words() -> None:
    told = events("Carl Marr mounted a scathing attack on Ada Brook on Sunday.")
    assert [(e.type, e.mode) for e in told] == [("ACCUSE", "disapprove")]


def test_another_victim_of_a_deed_of_years_ago() -> None:
    told = events(
        "The guard was shot by rebels in 1997 in Northport. Two others were also wounded by rebels. He spoke on Monday."
    )
    assert {e.status for e in told if e.type == "ASSAULT"} == {"historical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Freedonia pledged that it would abandon its rocket sites.", "CONCEDE"),
        ("The mayors have vowed to resist the ministry.", "REJECT"),
        ("The ministry vowed to punish the rebels.", "THREATEN"),
        ("The ministry promised to help the refugees.", "AGREE"),
        ("The protesters attacked shops and an office in Northport.", "PROTEST"),
        ("The protesters attacked two soldiers in Northport.", "ASSAULT"),
    ],
)
def test_type_by_what_is_promised_or_attacked(text: str, kind: str) -> None:
    assert kind in {e.type for e in coded_acts(report_of(text), annotated(text), ())}
