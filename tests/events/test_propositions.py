"""Propositions: clauses of statements and of the outlet's voice, each with its words, act, people and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from consilience.events.propositions import propositions, wording
from consilience.model.event import Proposition
from consilience.model.statement import Statement
from tests.events.reading import annotated, engine, report_of, statement


def told(text: str, statements: Sequence[Statement] = ()) -> tuple[Proposition, ...]:
    return propositions(report_of(text), annotated(text), statements, engine())


def pieces(text: str, proposition: Proposition) -> list[str]:
    return [wording(text, [span]) for span in proposition.spans]


PIECES: list[tuple[str, list[list[str]]]] = [
    ("Ada Brook visited Northport on Friday.", [["Ada Brook visited Northport on Friday"]]),
    (
        "Ada Brook visited Northport and met the mayor there.",
        [["Ada Brook visited Northport"], ["Ada Brook", "met the mayor there"]],
    ),
    (
        "Ada Brook, who leads Freedonia, visited Northport.",
        [["Ada Brook", "visited Northport"], ["Ada Brook, who leads Freedonia"]],
    ),
    (
        "Ada Brook visited Northport after the rebels left the town.",
        [["Ada Brook visited Northport"], ["the rebels left the town"]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_pieces_read_on_their_own(text: str, expected: list[list[str]]) -> None:
    assert sorted(pieces(text, p) for p in told(text)) == sorted(expected)


ACTS: list[tuple[str, str, list[str], list[str], str, bool]] = [
    ("Ada Brook visited Northport.", "visit", ["Ada Brook"], ["Northport"], "happened", False),
    ("Northport was visited by Ada Brook.", "visit", ["Ada Brook"], ["Northport"], "happened", False),
    ("Ada Brook plans to visit Northport.", "visit", ["Ada Brook"], ["Northport"], "planned", False),
    ("Ada Brook will visit Northport.", "visit", ["Ada Brook"], ["Northport"], "planned", False),
    ("Ada Brook may visit Northport.", "visit", ["Ada Brook"], ["Northport"], "possible", False),
    ("Ada Brook did not visit Northport.", "visit", ["Ada Brook"], ["Northport"], "negated", True),
    ("Ada Brook will not visit Northport.", "visit", ["Ada Brook"], ["Northport"], "planned", True),
    ("Freedonia failed to launch the rocket.", "launch", ["Freedonia"], ["the rocket"], "negated", True),
    ("The leaders held talks with the mayor.", "talk", ["The leaders"], ["the mayor"], "happened", False),
    (
        "Ada Brook accepted the invitation of the mayor.",
        "accept",
        ["Ada Brook"],
        ["the invitation of the mayor"],
        "happened",
        False,
    ),
    ("Freedonia is building a bridge.", "build", ["Freedonia"], ["a bridge"], "ongoing", False),
]


@pytest.mark.parametrize(("text", "act", "who", "whom", "status", "negated"), ACTS)
def test_who_does_what(text: str, act: str, who: list[str], whom: list[str], status: str, negated: bool) -> None:
    found = told(text)[0]
    assert (found.act, found.status, found.negated) == (act, status, negated)
    assert [p.name for p in found.who] == who
    assert [p.name for p in found.whom] == whom


def test_the_cue_is_no_proposition_and_the_content_belongs_to_its_statement() -> None:
    text = "The mayor said that rebels burned two boats on Friday."
    says = statement(text, "rebels burned two boats on Friday", cue="said", act="asserted")
    found = told(text, [says])
    assert [(pieces(text, p), p.statement) for p in found] == [(["rebels burned two boats on Friday"], says.id)]


WHEN_CLAUSES: list[tuple[str, list[str]]] = [
    ("The last summit was in May 1997, when the leaders kissed the mayor.", ["May 1997"]),
    ("The guests waited there on Friday when the leaders kissed the mayor.", ["Friday"]),
    ("The guests waited there on Friday, while the leaders kissed the mayor.", []),
    ("The guests waited on Friday in Northport when the leaders kissed the mayor.", []),
    ("The guests waited for two hours when the leaders kissed the mayor.", []),
    ("The guests have waited since Friday, when the leaders kissed the mayor.", []),
]


@pytest.mark.parametrize(("text", "expected"), WHEN_CLAUSES)
def test_a_clause_with_when_has_the_time_right_before_it(text: str, expected: list[str]) -> None:
    (found,) = (p for p in told(text) if p.act == "kiss")
    assert [text[slice(*t)] for t in found.times] == expected


def test_times_and_quantities_stand_in_their_own_clause() -> None:
    text = "Rebels burned two boats on Friday and the army seized 12 ships."
    by_act = {p.act: p for p in told(text)}
    assert [text[slice(*q)] for q in by_act["burn"].quantities] == ["two boats"]
    assert [text[slice(*t)] for t in by_act["burn"].times] == ["Friday"]
    assert not by_act["seize"].times


def test_a_content_without_a_verb_stays_with_its_cue() -> None:
    text = "Ada Brook pledged full support for the plan."
    says = statement(text, "full support for the plan", cue="pledged", act="promised")
    found = told(text, [says])
    assert [(pieces(text, p), p.statement) for p in found] == [
        (["Ada Brook pledged full support for the plan"], says.id)
    ]


def test_what_is_denied_keeps_its_own_status() -> None:
    """A denial is the statement's act; the content is told as it would be if it were asserted."""
    text = "The army denied that its soldiers burned the boats."
    says = statement(text, "its soldiers burned the boats", cue="denied", act="denied")
    found = told(text, [says])[0]
    assert (found.act, found.status, found.negated) == ("burn", "happened", False)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army has denied burning the boats.", True),
        ("The army has not denied burning the boats.", False),
        ("The army has denied the burning of the boats.", False),
    ],
)
def test_who_denies_having_done_it_tells_that_it_was_not_done(text: str, negated: bool) -> None:
    content = text.partition("denied ")[2].rstrip(".")
    found = told(text, [statement(text, content, cue="denied", act="denied")])
    assert [p.negated for p in found] == [negated]


def test_a_plan_is_told_by_whoever_tells_of_it() -> None:
    text = "The envoys are to meet on Friday to decide whether to call a strike."
    plan = replace(statement(text, "whether to call a strike", cue="meet", act="asserted"), scope="plan")
    assert [(p.act, p.statement) for p in told(text, [plan])] == [("meet", None)]


def test_a_statement_that_names_nobody_is_told_whole() -> None:
    text = "She said that they did not know who had done it."
    says = statement(text, "they did not know who had done it", cue="said", act="asserted")
    assert [(pieces(text, p), p.negated) for p in told(text, [says])] == [(["they did not know who had done it"], True)]


def test_vectors_are_of_the_words() -> None:
    text = "Ada Brook visited Northport."
    assert told(text)[0].vector == engine().vectors(["Ada Brook visited Northport"])[0]


def test_a_torn_content_stands_with_the_clause_that_it_hangs_on() -> None:
    content = "the mill keeps all rules, but there are things that they can talk about, discuss and mend"
    text = f"Vane said {content}."
    found = told(text, [statement(text, content, cue="said", act="asserted")])
    assert not any("rules" in " ".join(pieces(text, p)) and "mend" in " ".join(pieces(text, p)) for p in found)
