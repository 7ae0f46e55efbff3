"""Who acts and whom it befalls where the words stand apart: control, apposition, owners, letters, pronouns."""

from __future__ import annotations

import pytest

from consilience.attribute.report import told_in
from consilience.events.coder import code_events
from consilience.model.event import Event
from consilience.settings import AttributeSettings
from tests.events.reading import annotated, report_of

CASES: list[tuple[str, str, list[str], list[str]]] = [
    # control
    ("The mayor blamed the guards for killing two protesters.", "ASSAULT", ["the guards"], ["two protesters"]),
    ("Freedonia dispatched its envoy Ada Brook to meet with the rebels.", "CONSULT", ["Ada Brook", "the rebels"], []),
    ("The mayor used the feast to criticise the rebels.", "ACCUSE", ["The mayor"], ["the rebels"]),
    ("The soldiers only respond when attacked by rebels.", "ASSAULT", ["rebels"], ["The soldiers"]),
    ("Having met Carl Marr, Ada Brook will leave soon, aides say.", "CONSULT", ["Ada Brook", "Carl Marr"], []),
    ("Ada Brook spoke after five judges urged Carl Marr to go.", "REQUEST", ["five judges"], ["Carl Marr"]),
    ("In condemning the raid, Ada Brook attacked nobody.", "ACCUSE", ["Ada Brook"], []),
    ("The bishop was backed by two of the mayor's aides.", "SUPPORT", ["two of the mayor's aides"], ["The bishop"]),
    ("Ada Brook stopped short of calling on Carl Marr to resign.", "RETREAT", ["Carl Marr"], []),
    ("The union called for Carl Marr to resign.", "RETREAT", ["Carl Marr"], []),
    ("Voters called for Norway Gov. Ada Brook to resign.", "RETREAT", ["Ada Brook"], []),
    ("Bishop Ada Brook criticised for remarks on migrants", "ACCUSE", [], ["Ada Brook"]),
    ("Carl Marr wept. The judge ordered him held without bond.", "COERCE", ["The judge"], ["Carl Marr"]),
    ("Police arrested a carjacker.", "COERCE", ["Police"], ["a carjacker"]),
    ("Hunger prompted the miners to attack the guards.", "ASSAULT", ["the miners"], ["the guards"]),
    ("16-year-old Carl Marr was shot by police.", "ASSAULT", ["police"], ["Carl Marr"]),
    ("Ada Brook leaned on Carl Marr to resign.", "RETREAT", ["Carl Marr"], []),
    ("Ada Brook lobbied Arven to cut off aid to Freedonia.", "SANCTION", ["Arven"], ["Freedonia"]),
    # who is charged with an act that a noun tells, and in whose attack somebody was hurt
    ("Carl Marr was charged with the murder of Ada Brook.", "ASSAULT", ["Carl Marr"], ["Ada Brook"]),
    ("Carl Marr went on trial for the murder of his mother and sister.", "ASSAULT", ["Carl Marr"], ["his mother", "sister"]),
    ("Carl Marr, a suspect in the murder of Ada Brook, fled.", "ASSAULT", ["Carl Marr"], ["Ada Brook"]),
    ("The murder of Ada Brook shocked Northport.", "ASSAULT", [], ["Ada Brook"]),
    ("Carl Marr was killed in a Norwegian air strike.", "ASSAULT", ["Norwegian"], ["Carl Marr"]),
    ("A man shot three people at a bank.", "ASSAULT", ["A man"], ["three people"]),
    ("Carl Marr, 23 and from Northport, was charged.", "ACCUSE", [], ["Carl Marr"]),
    ("Ada Brook met one-on-one with Carl Marr.", "CONSULT", ["Ada Brook", "Carl Marr"], []),
    ("Lawyer Ada Brook of the Union of Clerks, which is suing the ministry, said so.", "ACCUSE",
        ["Union of Clerks"], ["the ministry"]),
    ("Carl Marr was found guilty of slaying Ada Brook, 34, and wounding Ben Low, 32, and Cem Dale, 11.", "ASSAULT",
        ["Carl Marr"], ["Ada Brook"]),
    ("Anger grew after the abduction of Ada Brook, who had a son on board, by pirates.", "ASSAULT",
        ["pirates"], ["Ada Brook"]),
    ("A hearing for Carl Marr, 23, charged with fraud, took place.", "ACCUSE", [], ["Carl Marr"]),
    # rows of people and bodies
    ("Police seized 12 Norwegian and 11 Danish nationals.", "COERCE", ["Police"], ["12 Norwegian and 11 Danish nationals"]),
    ("Ada Brook met with ministers, as well as the mayor's parents.", "CONSULT",
        ["Ada Brook", "ministers", "the mayor's parents"], []),
    ("Norway's president is in talks with Ada Brook.", "CONSULT", ["Ada Brook", "Norway's president"], []),
    ("The guild filed a suit alleging that it was the victim of a plot by the ministry.", "ACCUSE",
        ["The guild"], ["the ministry"]),
    # at whom it is aimed where the words stand further on
    ("Police stopped Carl Marr's car, but Marr refused to comply.", "REJECT", ["Carl Marr"], ["Police"]),
    ("Ada Brook refused to let Carl Marr finish his speech.", "REJECT", ["Ada Brook"], ["Carl Marr"]),
    ("Ministers called for the overthrow of President Carl Marr.", "REQUEST", ["Ministers"], ["Carl Marr"]),
    ("Senators call for Gov. Ada Brook to veto bill", "REQUEST", ["Senators"], ["Ada Brook"]),
    ("Ada Brook sent a letter to Mayor Carl Marr criticising the sale.", "ACCUSE", ["Ada Brook"], ["Carl Marr"]),
    ("The navy thwarted an attack by pirates on merchant ships.", "ASSAULT", ["pirates"], ["merchant ships"]),
    ("Officials from Japan, which Norway has long condemned, spoke.", "ACCUSE", ["Norway"], ["Japan"]),
    ("His mother and his aunt were found stabbed to death.", "ASSAULT", [], ["His mother", "his aunt"]),
    ("Forest deputies detained as many as six possible witnesses.", "COERCE",
        ["Forest deputies"], ["as many as six possible witnesses"]),
    ("Carl Marr was arrested five buildings away.", "COERCE", [], ["Carl Marr"]),
    ("Ada Brook said that Carl Marr told her that he was busy and asked her to wait.", "REQUEST",
        ["Carl Marr"], ["Ada Brook"]),
    ("Youths attacked a toll house, shops and banks.", "PROTEST", ["Youths"], ["a toll house", "shops", "banks"]),
    ("Ada Brook, a former agent and Marine who won a seat, was indicted.", "ACCUSE", [], ["Ada Brook"]),
    ("Having met twice, Ada Brook and Carl Marr were likely to talk, officials said.", "CONSULT",
        ["Ada Brook", "Carl Marr"], []),
    # where a side's words end
    ("A jury on Tuesday convicted Carl Marr.", "SANCTION", ["A jury"], ["Carl Marr"]),
    ("Ministers criticised the guild for the sale.", "ACCUSE", ["Ministers"], ["the guild"]),
    ("Carl Marr was found guilty of killing a mayor, a town clerk, a sheriff's deputy and an agent.", "ASSAULT",
        ["Carl Marr"], ["a mayor", "a town clerk", "a sheriff's deputy", "an agent"]),
    ("A man who opened fire at a party killing two guests was charged.", "ASSAULT", ["A man"], ["two guests"]),
    ("Rebels attacked a camp with petrol bombs.", "ASSAULT", ["Rebels"], ["a camp"]),
    ("The court jailed Carl Marr along with a colleague.", "COERCE", ["The court"], ["Carl Marr", "a colleague"]),
    ("Carl Marr was arrested in a police raid.", "COERCE", ["police"], ["Carl Marr"]),
    ("Border police used tear gas and chased the miners.", "ASSAULT", ["Border police"], ["the miners"]),
    ("Ada Brook condemned voters, aides and thinkers.", "ACCUSE", ["Ada Brook"], ["voters", "aides", "thinkers"]),
    ("President Ada Brook visited a factory in Northport and the ministry of Arven.", "CONSULT",
        ["Ada Brook"], ["a factory", "the ministry of Arven"]),
    ("Ben Low, a pollster with the mayor's party who cooperated with Carl Marr, spoke.", "COOPERATE",
        ["Ben Low"], ["Carl Marr"]),
    ("Police arrested tens of thousands of miners.", "COERCE", ["Police"], ["tens of thousands of miners"]),
    # shared objects and one who helps another
    ("A man came in, shot and killed a clerk.", "ASSAULT", ["A man"], ["a clerk"]),
    ("Soldiers began arresting, beating and deporting dissidents.", "COERCE", ["Soldiers"], ["dissidents"]),
    ("Ada Brook began cooperating with prosecutors.", "COOPERATE", ["Ada Brook"], ["prosecutors"]),
    # slips of the tree
    ("After the attorney general resigned in 1972, Ada Brook went home.", "RETREAT", ["the attorney general"], []),
    ("The navy kept pirates from attacking a ship and arrested 23.", "COERCE", ["The navy"], ["23"]),
    ("Ada Brook left to meet the rebels as Carl Marr sought a truce.", "CONSULT", ["Ada Brook", "the rebels"], []),
    # apposition and titles
    ("The province's senator, Ada Brook, endorsed Carl Marr.", "SUPPORT", ["Ada Brook"], ["Carl Marr"]),
    ("President Ada Brook and House Speaker Carl Marr met on Monday.", "CONSULT", ["Ada Brook", "Carl Marr"], []),
    ("Ada Brook, a teacher accused of spying, was released by Freedonia.", "RETREAT", ["Freedonia"], ["Ada Brook"]),
    ("The guild is a union that endorsed Carl Marr.", "SUPPORT", ["a union"], ["Carl Marr"]),
    ("Ada Brook is a singer who endorsed Carl Marr.", "SUPPORT", ["Ada Brook"], ["Carl Marr"]),
    ("Ada Brook, a reporter for the Arven Times arrested in May, was tried.", "COERCE", [], ["Ada Brook"]),
    ("Police arrested two Freedonian and Sylvanian men.", "COERCE", ["Police"], ["two Freedonian and Sylvanian men"]),
    ("Ada Brook, a former mayor and a judge, was sentenced by the court.", "SANCTION", ["the court"], ["Ada Brook"]),
    ("Ada Brook is a liar and a bully who attacked the miners.", "ASSAULT", ["Ada Brook"], ["the miners"]),
    ("Former prosecutor and city mayor Ada Brook condemned the guards.", "ACCUSE", ["Ada Brook"], ["the guards"]),
    (
        "The suit brought by Arven's prosecutor, Ada Brook, and Norway's prosecutor, Carl Marr, accused the miners.",
        "ACCUSE",
        ["Ada Brook", "Carl Marr"],
        ["the miners"],
    ),
    ("The guild backed Democrat Ada Brook.", "SUPPORT", ["The guild"], ["Ada Brook"]),
    ("The former head of the guild, Marr resigned on Monday.", "RETREAT", ["Marr"], []),
    ("Arven, Norway file federal suit against Freedonia over fish", "ACCUSE", ["Arven", "Norway"], ["Freedonia"]),
    ("It was begun by one of the worst bandits, Carl Marr, who was deported.", "COERCE", [], ["Carl Marr"]),
    # surnames that two share
    ("Ada Brook and Carl Brook left. Later Ms. Brook praised the bishop.", "SUPPORT", ["Ms. Brook"], ["the bishop"]),
    ("Mayor Brook left with his wife, Ada Brook. Brook condemned the guards.", "ACCUSE", ["Brook"], ["the guards"]),
    # owners
    ("The boy whose killing by police began the riots was 15.", "ASSAULT", ["police"], ["The boy"]),
    ("The bishops' criticism of the mayor's plan grew.", "ACCUSE", ["The bishops"], ["the mayor"]),
    ("Carl Marr asked for a delay, but Ada Brook rejected his request.", "REJECT", ["Ada Brook"], ["Carl Marr"]),
    ("Soldiers burned the village's harvest.", "ASSAULT", ["Soldiers"], ["the village"]),
    # what speaks for its author
    ("The union issued a statement urging the governor to resign.", "REQUEST", ["The union"], ["the governor"]),
    ("A letter from the bishops condemned the general.", "ACCUSE", ["the bishops"], ["the general"]),
    # aims
    ("Carl Marr pledged to help the guild win its case.", "AGREE", ["Carl Marr"], ["the guild"]),
    ("Ada Brook's accusation that Carl Marr lied was printed.", "ACCUSE", ["Ada Brook"], ["Carl Marr"]),
    ("Ada Brook refused to support Carl Marr.", "REJECT", ["Ada Brook"], ["Carl Marr"]),
    ("The union called for Carl Marr to resign.", "REQUEST", ["The union"], ["Carl Marr"]),
    ("The union called for Carl Marr's resignation.", "REQUEST", ["The union"], ["Carl Marr"]),
    # whose thing it is, and whom a lawsuit or a demand is aimed at
    ("Ada Brook denounced suggestions by the bishops.", "ACCUSE", ["Ada Brook"], ["the bishops"]),
    ("Ada Brook slammed an effort backed by Carl Marr.", "ACCUSE", ["Ada Brook"], ["Carl Marr"]),
    ("Ada Brook assailed policies of the Carl Marr era.", "ACCUSE", ["Ada Brook"], ["Carl Marr"]),
    ("Ada Brook filed a lawsuit alleging that Carl Marr defrauded 500 people.", "ACCUSE", ["Ada Brook"], ["Carl Marr"]),
    ("The guild filed a suit on Monday, claiming that Arven's levy is illegal.", "ACCUSE", ["The guild"], ["Arven"]),
    ("The guild filed a suit to force the bishops to pay.", "ACCUSE", ["The guild"], ["the bishops"]),
    ("The cabinet ignored the parliament's demand.", "REQUEST", ["the parliament"], ["The cabinet"]),
    ("Ada Brook offered support for the nomination of Carl Marr.", "SUPPORT", ["Ada Brook"], ["Carl Marr"]),
    ("Ada Brook defended her criticism of a rule in the premier's health plan.", "ACCUSE", ["Ada Brook"], ["the premier"]),
    ("Ada Brook agreed to plead guilty in a deal with prosecutors.", "AGREE", ["Ada Brook"], ["prosecutors"]),
    ("The miners are opposed to Carl Marr.", "REJECT", ["The miners"], ["Carl Marr"]),
    # who undergoes
    ("Ada Brook received an endorsement from the teachers' union.", "SUPPORT", ["the teachers' union"], ["Ada Brook"]),
    # pronouns
    ("Ada Brook complained that Carl Marr attacked her with a knife.", "ASSAULT", ["Carl Marr"], ["Ada Brook"]),
    ("Carl Marr spoke. Ben Drew promised to stay, and he praised Ada Brook.", "SUPPORT", ["Ben Drew"], ["Ada Brook"]),
    ("Carl Marr spoke at noon. Ben Drew was on probation when he was arrested.", "COERCE", [], ["Ben Drew"]),
    # people by many nouns
    ("The mayor was criticised by some of his rivals.", "ACCUSE", ["some of his rivals"], ["The mayor"]),
    ("Conservatives criticised the bishop.", "ACCUSE", ["Conservatives"], ["the bishop"]),
    ("An officer killed a suspected carjacker.", "ASSAULT", ["An officer"], ["a suspected carjacker"]),
    ("A 17-year-old attacked the guard.", "ASSAULT", ["A 17-year-old"], ["the guard"]),
]  # fmt: skip
NOBODY = (
    "Dozens sang about how many kids were lost as they marched against the police.",
    "Hurricane Ada destroyed the clinic in 1998.",
    "A policy to arrest migrants was wanted.",
    "Attacking villagers in a land of villages is a shame.",
    "The council approved the bridge plan by a vote of 28 to 19.",
    "Ada Brook supported the Freedonian Trade Agreement.",
    "A plane was shot down over Arven, killing 20 passengers.",
    "Attacking migrants in a land of migrants is no answer.",
)


def _events(text: str) -> tuple[Event, ...]:
    return code_events(report_of(text), annotated(text), ())


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES, ids=lambda value: str(value)[:50])
def test_sides(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = next(e for e in _events(text) if e.type == kind)
    assert ([p.name for p in event.actors], [p.name for p in event.recipients]) == (actors, recipients)


UNCLEAR = (
    "The people who live by the river condemned Carl Marr.",
    "Ada Brook warned any friends of Carl Marr.",
    "Ada Brook shunned Carl Marr during his visit to Norway.",
)


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_nobody_could_tell_is_doubted(text: str) -> None:
    assert all(event.doubt for event in _events(text) if event.type != "CONSULT" or event.mode == "visit")


def test_who_killed_may_be_told_beside() -> None:
    killed = [event for event in _events("Two killed as gunmen storm Arven bank") if not event.actors]
    assert killed
    assert all(event.doubt for event in killed)


TOLD_ONCE = (
    "A man came in, shot and killed a clerk.",
    "The bishops criticised and denounced the mayor.",
)


@pytest.mark.parametrize("text", TOLD_ONCE)
def test_one_act_by_two_words(text: str) -> None:
    assert len(_events(text)) == 1


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert not [e for e in _events(text) if e.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "The firm denied it. They used tear gas to push through a wall of carts, according to two villagers.",
        "Villagers wept at the bridge. They used tear gas to push through a wall of carts, according to the villagers.",
    ],
)
def test_those_according_to_whom_it_is_told_did_not_do_it(text: str) -> None:
    report, annotations = report_of(text), annotated(text)
    told = told_in(report, annotations, AttributeSettings())
    assert [s.cue for s in told.statements if s.cue is not None]
    events = code_events(report, annotations, told.statements)
    assert not [p.name for e in events if e.sure for p in e.actors if "villagers" in p.name.lower()]
