"""Who is on either side where the tree alone does not say, and which acts are told as years past."""

from __future__ import annotations

import pytest

from consilience.events.coder import code_events
from consilience.model.event import Event
from tests.events.reading import annotated, report_of, statement

YEARS_PAST = (
    ("In 1994 the mayor was charged with fraud. He was sentenced to six years in prison.", "sentenced"),
    ("His luck held until 1997, when a Tamba jury sentenced Marlow Drew to 12 years.", "sentenced"),
    ("Marlow Drew was arrested seven times between age 17 and 25.", "arrested"),
    ("Marlow Drew was arrested twice when he was a teenager.", "arrested"),
    ("Police arrested Marlow Drew two years ago.", "arrested"),
)
# Text, trigger, and the status that every event told by it has.
BACKGROUND = (
    (
        "Rudi Marlow was convicted on Friday. The trial lasted a month. Marlow shot Ada Brook in May 2003. "
        "The jury was out for a day. Relatives wept. Neighbours prayed. Marlow killed Ada Brook in her garden.",
        "killed",
        "historical",
    ),
    (
        "The town remembers. People still come on Sunday. In 1998 Rudi Marlow kidnapped a guard. "
        "Minutes later, Marlow stabbed a nurse. Then he attacked a porter. Marlow wounded a driver. "
        "Then he stabbed a priest.",
        "stabbed a priest",
        "historical",
    ),
    (
        "The court met on Friday. Lawyers spoke for an hour. Rudi Marlow was convicted in June 1998 of theft.",
        "convicted",
        "historical",
    ),
    (
        "Rudi Marlow was found guilty last month of murdering two bailiffs in the May 2003 rampage. "
        "The trial lasted a month. Relatives wept. Marlow shot a clerk in the hall.",
        "shot a clerk",
        "historical",
    ),
    ("Rudi Marlow is charged with the killing of two neighbours in 1998.", "charged", "ongoing"),
    ("Rudi Marlow stabbed a guard on Friday. In 1998 Marlow stabbed a nurse.", "stabbed a guard", "happened"),
    (
        "The town is shocked. Police searched on Monday. In 1998 Rudi Marlow stabbed a nurse. "
        "Marlow stabbed a guard on Friday.",
        "stabbed a guard",
        "happened",
    ),
    (
        "The town is shocked. Police searched on Monday. Rudi Marlow, who was jailed in 1998 for theft, fled. "
        "Marlow stabbed a guard.",
        "stabbed",
        "happened",
    ),
    (
        "The town is shocked. Police searched on Monday. In 1998 Rudi Marlow stabbed a nurse. "
        "The mayor spoke on Friday. Marlow stabbed a guard.",
        "stabbed a guard",
        "happened",
    ),
    ("FREETOWN, 4 May 2003 - Rudi Marlow was arrested in May 2003. Police spoke on Friday.", "arrested", "happened"),
)
NO_EVENT = (
    "During the tour, Defence Minister Ada Brook was shown banned ballistic missiles.",
    "The judge agreed that the actress should remain at the clinic.",
    "It was the leader's first international trip since the flood.",
    "Ben Marlow shot himself in the foot.",
    "The Republicans seized on the issue.",
)


def _events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


def _named(event: Event) -> tuple[list[str], list[str]]:
    return [p.name for p in event.actors], [p.name for p in event.recipients]


@pytest.mark.parametrize(("text", "trigger"), YEARS_PAST)
def test_years_past(text: str, trigger: str) -> None:
    found = [e for e in _events(text) if trigger in text[e.trigger.start : e.trigger.end]]
    assert found
    assert {e.status for e in found} == {"historical"}


@pytest.mark.parametrize(("text", "told", "status"), BACKGROUND)
def test_background_goes_on(text: str, told: str, status: str) -> None:
    at = text.index(told)
    found = [e for e in _events(text) if e.trigger.start <= at < e.trigger.end]
    assert found
    assert {e.status for e in found} == {status}


def test_what_is_told_of_now_is_no_history() -> None:
    text = "In 1994 the mayor was charged with fraud. On Tuesday the police arrested his brother."
    assert [e.status for e in _events(text) if e.type == "COERCE"] == ["happened"]


@pytest.mark.parametrize("text", NO_EVENT)
def test_no_event(text: str) -> None:
    assert _events(text) == ()


def test_the_inviter_is_who_an_acceptance_is_told_to() -> None:
    text = "Ada Brook invited Ben Marlow to visit Norway. Marlow accepted the invitation with pleasure."
    accepted, visit = (next(e for e in _events(text) if e.rule.startswith(rule)) for rule in ("accept", "visit"))
    assert _named(accepted) == (["Ben Marlow"], ["Ada Brook"])
    assert visit.status == "hypothetical"


def test_who_says_we_is_the_speaker() -> None:
    text = "Ada Brook said: “We support the Freedonian government.”"
    said = statement(text, "We support the Freedonian government", cue="said", act="asserted")
    assert not [e for e in code_events(report_of(text), annotated(text), (said,)) if _named(e)[0] == ["We"]]


def test_a_passive_in_a_headline_keeps_its_sides() -> None:
    assert [_named(e) for e in _events("Ada Brook blasted by Ben Marlow over dam")] == [(["Ben Marlow"], ["Ada Brook"])]


def test_a_vow_of_support_is_support() -> None:
    text = "Ada Brook vowed support for Norway's fight on Wednesday."
    assert [(e.type, *_named(e)) for e in _events(text)] == [("SUPPORT", ["Ada Brook"], ["Norway"])]
