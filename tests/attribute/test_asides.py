"""What is set aside, how strongly a thing is said, and what certainty is given."""

from __future__ import annotations

import dataclasses

import pytest

from consilience.annotate.report import annotate
from consilience.attribute import sieve
from consilience.attribute.certainty import certainty_of
from consilience.attribute.report import told_in
from consilience.engines import Engine, load_engine
from consilience.lexicons import table
from consilience.model.spans import Span
from consilience.model.statement import Told
from consilience.settings import AttributeSettings
from tests.builders import plain_report


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def told(text: str, engine: Engine) -> Told:
    report = plain_report(text)
    return told_in(report, annotate(report, engine), AttributeSettings())


SET_ASIDE = [
    ("The old ferry is believed to have sunk near the cape in 1904.", "believed_by_nobody"),
    ("Mayor Tessa Brandt talked about the harbour with her guests for two hours.", "topic_only"),
    ("The guard found the painting on Monday after a visitor recognised the frame.", "thing_seen"),
    ("Nobody denies that the ferry sank in the bay.", "not_one_says"),
]


@pytest.mark.parametrize(("text", "name"), SET_ASIDE)
def test_what_is_no_statement_is_kept_with_its_reason(text: str, name: str, engine: Engine) -> None:
    found = told(text, engine)
    assert found.statements == ()
    assert [a.aside for a in found.asides] == [name]
    assert found.asides[0].because == f"set aside: {sieve.reason_of(name)}"


def test_statements_and_asides_are_apart(engine: Engine) -> None:
    """No attribution is both, and only asides name a sieve."""
    found = told("Tessa Brandt said the dam was old. It is thought to leak. “We will stay,” she added.", engine)
    assert {s.id for s in found.statements}.isdisjoint(a.id for a in found.asides)
    assert all(s.aside is None for s in found.statements)
    assert all(a.aside is not None for a in found.asides)


STRENGTHS = [
    ("Tessa Brandt said the bridge will close in May.", "said"),
    ("Tessa Brandt signalled that the bridge will close in May.", "signalled"),
    ("Tessa Brandt said the council was open to talks on the bridge.", "open to"),
    ("Tessa Brandt said the bridge may close in May.", "may"),
    ("The bridge is believed to have been built by prisoners in 1811.", "believed"),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_the_rung_on_which_a_thing_is_told(text: str, strength: str, engine: Engine) -> None:
    found = told(text, engine)
    assert {s.strength for s in (*found.statements, *found.asides)} == {strength}


def test_a_picture_credit_is_set_aside(engine: Engine) -> None:
    """The caption is the content, the credit the source."""
    text = "The bridge in Halden on Monday. Image: Ola Berg.\n\nThe bridge will close in May, Tessa Brandt said."
    caption = text.index("\n")
    report = dataclasses.replace(plain_report(text), captions=(Span(0, caption),))
    found = told_in(report, annotate(report, engine), AttributeSettings())
    credit = next(a for a in found.asides if a.aside == "picture_credit")
    assert credit.speaker is not None
    assert credit.speaker.name == "Ola Berg"
    assert [text[slice(*span)] for span in credit.content] == ["The bridge in Halden on Monday."]


def test_a_quotation_that_goes_on_follows_its_statement(engine: Engine) -> None:
    text = "Goalkeeper Tessa Brandt said she had not eaten all day.\n\n“Nobody has asked us what we need this winter.”"
    first, second = told(text, engine).statements
    assert (first.follows, second.follows) == (None, first.id)
    assert second.speaker == first.speaker


def test_certainty_is_given_where_it_was_measured(engine: Engine) -> None:
    """Each statement has the share of its kind, or none where too few were measured."""
    assert certainty_of("no such kind") is None
    assert all(0 < int(share) < 1000 for share in table("certainty", "right").values())
    found = told("“We will stay in the valley,” Tessa Brandt said on Monday.", engine).statements
    assert [(s.measured_as, s.certainty) for s in found] == [("direct", certainty_of("direct"))]
