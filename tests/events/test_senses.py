"""The sense in which a word is meant, in invented sentences: attacks in words, questions, rallies, private life."""

from __future__ import annotations

import pytest

from tests.events.test_coder import events


def told(text: str) -> set[tuple[str, str]]:
    return {(e.type, e.status) for e in events(text)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Senator Ada Brook attacked Governor Carl Marr as a coward.", {"ACCUSE"}),
        ("Ada Brook attacked Carl Marr for selling the harbour.", {"ACCUSE"}),
        ("Ada Brook's attacks on Carl Marr pleased her party.", {"ACCUSE"}),
        ("Ada Brook clashed with Carl Marr over the budget.", set()),
        ("The senator's battle with her rival went on.", set()),
        ("Militants attacked the village of Northport.", {"ASSAULT"}),
        ("Ada Brook attacked Carl Marr with a knife.", {"ASSAULT"}),
        ("Freedonian soldiers clashed with rebels.", {"ASSAULT"}),
        ("Governor Carl Marr suffered a heart attack.", set()),
    ],
)
def test_fights_in_words(text: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in told(text)} == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked the minister for details of the plan.",
        "President Ada Brook asked for an interview.",
        "The candidate appealed to young voters.",
        "The government pressed ahead.",
        "The study demonstrates that the dam is safe.",
        "Senator Ada Brook held a rally in Northport.",
        "The general was released from hospital.",
        "Ada Brook seized on the report.",
        "Viewers questioned the senator about her shoes.",
        "Experts warned the minister.",
        "The two presidents often meet.",
        "The senator helped voters sleep.",
        "Ada Brook spoke with reporters.",
        "The rebels' threat is real.",
    ],
)
def test_no_act(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Police questioned the senator.", "ACCUSE", "happened"),
        ("Thousands of workers held a rally against the government.", "PROTEST", "happened"),
        ("The president pressed the envoy to resign.", "REQUEST", "happened"),
        ("Governor Ada Brook called the minister a liar.", "ACCUSE", "happened"),
        ("Governor Ada Brook lashed out at the minister.", "ACCUSE", "happened"),
        ("The minister faces charges.", "ACCUSE", "ongoing"),
        ("The president spoke with the chancellor about the truce.", "CONSULT", "happened"),
        ("President Ada Brook welcomed the agreement.", "SUPPORT", "happened"),
        ("The minister refused to testify.", "REJECT", "happened"),
        ("The president's promise to reform the army angered the senators.", "AGREE", "happened"),
        ("The government rejected the rebels' demand for talks.", "REQUEST", "happened"),
        ("Police took the general into custody.", "COERCE", "happened"),
        ("The government cracked down on the rebels.", "COERCE", "happened"),
        ("The parliament impeached the president.", "ACCUSE", "happened"),
        ("The government finally backed down.", "CONCEDE", "happened"),
    ],
)
def test_acts_told_otherwise(text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The judge ordered prison for a man convicted of bombing the bridge.", "SANCTION", "happened"),
        ("The general is to be sentenced in May.", "SANCTION", "planned"),
        ("The ministers did not meet the envoys until May.", "CONSULT", "happened"),
        ("After condemning the raid, the minister has nothing to add.", "ACCUSE", "happened"),
        ("A wiser parliament would demand elections from the government.", "REQUEST", "hypothetical"),
        ("The inquiry found no evidence that Freedonia had hacked the ministry.", "COERCE", "hypothetical"),
        ("The minister had to defend the president.", "SUPPORT", "happened"),
        ("The senator faces prison when he is sentenced by the court.", "SANCTION", "planned"),
        ("When the reforms began in 1987, the general was released from prison.", "RETREAT", "historical"),
    ],
)
def test_status_by_what_stands_around(text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(text)


def test_private_life_is_no_politics() -> None:
    private = "Ada met Carl at a dance. They ate cake. The music was loud. Ada invited Carl to dinner. They were happy."
    public = (
        "The senator met Carl at a dance. Voters cheered. The election was near. The mayor ate cake. Ministers came."
    )
    assert told(private) == set()
    assert ("CONSULT", "happened") in told(public)


@pytest.mark.parametrize(
    "text",
    [
        "The state must shell out more for the bridge.",
        "The villagers band together.",
        "The senator demanded to know who had called.",
        "The senator destroyed her emails.",
        "Police blocked the street.",
        "The studio released a film about the general.",
        "In Freedonia a person can face charges for such words.",
        "The battle over the harbour goes on.",
        "Two thirds of voters back the plan in a new poll.",
        "The guild-backed minister spoke.",
        "The general does not support the minister.",
        "On Friday the senator called the plan long.",
    ],
)
def test_no_act_either(text: str) -> None:
    assert told(text) == set()


def test_what_is_known_took_place() -> None:
    assert ("COERCE", "happened") in told("Ada Brook did not know that police had arrested the general.")
    assert ("REQUEST", "happened") in told("The minister can be seen asking the guards to open the gate.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Governor Ada Brook trashed Senator Carl Marr on Monday.", {("ACCUSE", "happened")}),
        ("The singer ripped the roof off the hall.", set()),
        ("The minister warned the envoy that the river could rise.", set()),
        ("The minister warned the rebels that they would be crushed.", {("THREATEN", "happened")}),
        ("The president met her grandson.", set()),
        ("The Marr-backing senator spoke.", set()),
        ("The pope was not attacking the minister.", {("ACCUSE", "denied")}),
    ],
)
def test_more_senses(text: str, kinds: set[tuple[str, str]]) -> None:
    assert {t for t in told(text) if t[0] != "ASSAULT" or t[1] != "threatened"} == kinds


def test_the_first_line_without_a_headline_tells_what_happened() -> None:
    assert ("ACCUSE", "happened") in told("Senator slams governor over dam. The dam broke in May.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The deputies seized the floor.", set()),
        ("Youths are threatening the peace of the village.", set()),
        ("The president visited the grave of the general.", set()),
        ("Ada Brook protested, saying the bill was old.", set()),
        ("The party agrees on little.", set()),
        ("The president urged the rebels not to attack the village.", {("REQUEST", "happened")}),
        ("A treaty opened the door to the extradition of the general.", set()),
        ("The general faces prison.", set()),
        ("The visit by President Ada Brook to Freedonia shows that the quarrel is over.", {("CONSULT", "happened")}),
        ("The minister did not plan to resign.", {("RETREAT", "denied")}),
    ],
)
def test_senses_by_what_is_acted_on(text: str, kinds: set[tuple[str, str]]) -> None:
    assert told(text) == kinds


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The jury found the senator guilty of murder.", "SANCTION", "happened"),
        ("A bomb explosion killed two soldiers.", "ASSAULT", "happened"),
        ("Farmers sued to stop the dam.", "ACCUSE", "happened"),
        ("The minister called for lifting the ban.", "REQUEST", "happened"),
        ("Governor Ada Brook dropped out of the race on Friday.", "RETREAT", "happened"),
        ("Two guards were beaten to death by the rebels.", "ASSAULT", "happened"),
        ("Police told the villagers to leave the valley.", "REQUEST", "happened"),
        ("The senator is expected to be indicted on Friday.", "ACCUSE", "planned"),
        ("I think the minister will be blamed by the senate.", "ACCUSE", "hypothetical"),
        ("The governor alleged that rebels had attacked the village.", "ASSAULT", "hypothetical"),
        ("The guard has been jailed pending trial.", "COERCE", "happened"),
    ],
)
def test_further_acts(text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(text)


def test_jailed_pending_trial_is_no_conviction() -> None:
    assert {kind for kind, _ in told("The guard has been jailed pending trial.")} == {"COERCE"}


def test_a_car_is_no_army() -> None:
    assert told("Carl Marr was hit by a Freedonia near the bridge.") == set()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The president might call the envoy back before he met the rebels.", "AGREE", "planned"),
        ("Asked if Freedonia intended to attack the rebels, the minister smiled.", "ASSAULT", "hypothetical"),
        ("Ada Brook became the second guard to be killed by rebels.", "ASSAULT", "happened"),
        ("Ada Brook's endorsement of Carl Marr could help the senator.", "SUPPORT", "happened"),
        ("Criticism from the senators angered the ministry.", "ACCUSE", "happened"),
        ("Protesters set up burning barricades.", "PROTEST", "happened"),
    ],
)
def test_status_by_words_around(text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(text)


def test_what_somebody_is_accused_of_is_only_alleged() -> None:
    assert ("AID", "hypothetical") in told("Freedonia has accused Norway of providing weapons to France.")


def test_the_setting_of_an_act_may_be_long_past() -> None:
    assert ("ASSAULT", "historical") in told("The governor was captured by France in the 1867 harbour war.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Freedonia launched an assault on freedom.", set()),
        ("The minister rejected reports that the dam had cracked.", set()),
        ("Senators protested that the vote was late.", set()),
        ("The senator was asked if she would vote for the dam.", set()),
        ("The minister took to the stage on Friday to condemn the rebels.", {("ACCUSE", "happened")}),
        ("The general did not oppose the bill.", set()),
        ("Any suit brought by the government would fail.", set()),
    ],
)
def test_words_and_views(text: str, kinds: set[tuple[str, str]]) -> None:
    assert told(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The actress shot to fame in Freedonia.",
        "The jury condemned the general to death row.",
        "The pirates will be handed over to authorities.",
        "The senators negotiated with themselves.",
        "The speech gave Congress ammunition.",
        "Police officers entered the plant.",
    ],
)
def test_other_verbs(text: str) -> None:
    assert told(text) == set()


def test_what_was_speculated_is_only_alleged() -> None:
    assert ("AGREE", "happened") not in told("Many have speculated that the president offered to help the rebels.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("As fights broke out between youths, police arrested 40 people.", {("COERCE", "happened")}),
        ("Ada Brook clashed with Marr Industries over the film.", set()),
        ("Pirates attacked a ship flying a flag in Freedonia.", {("ASSAULT", "happened")}),
    ],
)
def test_fights_and_flags(text: str, kinds: set[tuple[str, str]]) -> None:
    assert told(text) - {("ASSAULT", "ongoing")} == kinds
