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
        ("The ministry listed the heron as threatened.", "THREATEN"),
        ("Asked about the vote, Senator Carl Marr shot back that it was nonsense.", "ASSAULT"),
        ("Asked if part of the aim was to force a vote, Senator Ada Brook smiled.", "REQUEST"),
        ("President Ada Brook can't pardon anybody in that case.", "CONCEDE"),
        ("Senator Ada Brook seized back control of her campaign.", "COERCE"),
        ("Anybody who attacks President Ada Brook regrets it.", "ASSAULT"),
        ("No reasonable prosecutor would charge Ada Brook.", "ACCUSE"),
        ("The senator issued a warning about the flaw.", "THREATEN"),
        ("Senator Ada Brook warned followers on the network that the rebels could cross the border.", "THREATEN"),
        ("Ada Brook boarded a ship flying a Freedonian flag.", "CONSULT"),
        ("Any company that asks its customers to pay more is fined.", "REQUEST"),
        ("When asked by the prosecution to recall the night, the guard wept.", "REQUEST"),
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
    told = events("President Ada Brook welcomed Carl Marr and his wife to the White House on Tuesday.")
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
        ("Help me, my daughter's been shot.", "happened"),
        ("Ada Brook is believed to have visited Northport in 1997. She spoke on Monday.", "historical"),
        ("Governor Ada Brook stopped short of calling on Senator Carl Marr to resign.", "hypothetical"),
        ("The senators should show their good will by backing Carl Marr.", "hypothetical"),
        ("Senator Ada Brook criticized Carl Marr on Monday for votes he cast in the 1990s.", "happened"),
        ("Records of the 2008 race show that Ada Brook backed Carl Marr. She spoke on Monday.", "historical"),
        ("Ada Brook offered to speak on the condition that Carl Marr give $5 million to the refugees.", "hypothetical"),
        ("Freedonia said its army no longer needed to test missiles.", "denied"),
        (
            "Carl Marr died serving a term imposed in 1997 after he was convicted of theft. He was buried on Monday.",
            "historical",
        ),
        (
            "The gang was led by Carl Marr, who was deported to Arven and who died in 1962. It met on Monday.",
            "historical",
        ),
        ("It would have been cool had Ada Brook congratulated Carl Marr.", "hypothetical"),
        ("If the rebels entered the port and killed soldiers, we would know it.", "hypothetical"),
        ("Carl Marr, who had formerly been convicted of theft, fled on Monday.", "historical"),
        ("Senator Carl Marr declined at first to criticize the leader Ada Brook.", "denied"),
        ("When the reforms began in 2010, the port was opened and two prisoners were freed.", "historical"),
        ("The senator filed a 2010 fraud lawsuit against the Northport school. She spoke on Monday.", "historical"),
    ],
)
def test_status_by_small_words(text: str, status: str) -> None:
    assert status in {e.status for e in events(text)}


def test_what_a_prosecutor_reports_is_no_charge() -> None:
    told = events("Customs officers seized 40 kilos of amber in Northport, the prosecutor said.")
    assert [e.status for e in told] == ["happened"]


def test_a_harsh_attack_is_one_in_words() -> None:
    told = events("Carl Marr unleashed a harsh attack on Ada Brook last night.")
    assert [(e.type, e.mode) for e in told] == [("ACCUSE", "disapprove")]


def test_another_victim_of_a_deed_of_years_ago() -> None:
    told = events(
        "The guard was shot by rebels in 1997 in Northport. Two others were also wounded by rebels. He spoke on Monday."
    )
    assert {e.status for e in told if e.type == "ASSAULT"} == {"historical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Freedonia pledged that it would abandon its nuclear programs.", "CONCEDE"),
        ("Some local officials have vowed to resist the ministry.", "REJECT"),
        ("The ministry vowed to punish the rebels.", "THREATEN"),
        ("The ministry promised to help the refugees.", "AGREE"),
        ("The protesters attacked banks and shops in Northport.", "PROTEST"),
        ("The protesters attacked two soldiers in Northport.", "ASSAULT"),
    ],
)
def test_type_by_what_is_promised_or_attacked(text: str, kind: str) -> None:
    assert kind in {e.type for e in coded_acts(report_of(text), annotated(text), ())}
