"""What annotating a report gives: entities with types, and spans that lie in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consilience.annotate.report import annotate
from consilience.engines import Engine, load_engine
from consilience.model.annotations import Entity
from consilience.model.report import Removal
from consilience.model.spans import Span
from tests.builders import plain_report

TEXT = """Norwegian prime minister Ola Berg met Clara Voss, the mayor of Oslo, on Monday.

Berg thanked the Ministry of Defence and Reuters.
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def entities(text: str, engine: Engine) -> dict[str, Entity]:
    """The entities of a text by name."""
    return {entity.name: entity for entity in annotate(plain_report(text), engine).entities}


def test_entities_have_types_and_countries(engine: Engine) -> None:
    """A person takes the country of the title, tables give media and bodies their types."""
    found = entities(TEXT, engine)
    assert (found["Ola Berg"].type, found["Ola Berg"].country) == ("person", "NOR")
    assert found["Ola Berg"].described == ("Norwegian prime minister",)
    assert found["Reuters"].type == "agency"
    assert found["Ministry of Defence"].type == "government"


def test_a_short_name_belongs_to_the_full_one(engine: Engine) -> None:
    """Two spellings, one entity."""
    assert entities(TEXT, engine)["Ola Berg"].aliases == ("Berg",)


def test_the_home_of_a_person_is_a_country(engine: Engine) -> None:
    """ "Of" and a country right after the name; a title of somebody else in the same breath is not taken."""
    text = "Norwegian minister Ola Berg and counterpart Clara Voss of Finland signed the treaty."
    found = entities(text, engine)
    assert (found["Ola Berg"].country, found["Clara Voss"].country) == ("NOR", "FIN")


def test_captions_lend_full_names(engine: Engine) -> None:
    """A caption is no part of the text that is read, but tells who is meant."""
    caption, text = "Norwegian leader Ola Berg opens the dam.", "Berg spoke for an hour."
    whole = Span(0, len(caption))
    report = replace(
        plain_report(f"{caption}\n{text}"), captions=(whole,), removed=(Removal(whole, "caption", "a caption"),)
    )
    found = {entity.name: entity for entity in annotate(report, engine).entities}
    assert found["Ola Berg"].country == "NOR"
    assert [p.span.start for p in found["Ola Berg"].mentions] == [len(caption) + 1]


def test_a_headline_that_came_apart_is_its_own_part(engine: Engine) -> None:
    """Part `title` shares the entities of the text."""
    annotations = annotate(plain_report(TEXT, title="Berg meets Voss"), engine)
    assert [part.part for part in annotations.parts] == ["text", "title"]
    assert any(p.part == "title" for e in annotations.entities for p in e.mentions)


@given(text=st.text(alphabet="Abc ,.\"“”'-\n(é😀", max_size=80))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_annotated_within_its_bounds(text: str, engine: Engine) -> None:
    """No text breaks the annotation, and every span lies in it."""
    for part in annotate(plain_report(text), engine).parts:
        for span in (*(n.span for n in part.names), *(r.span for r in part.references)):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sen. Ada Brook, R-Ohio, and Rep. Tom Vane (D-N.Y.) met.", ["Ada Brook", "Tom Vane"]),
        ("Sen. Ada Brook (R) voted no.", ["Ada Brook"]),
        ("The Senate on Tuesday heard the Committee on Fisheries.", ["Senate", "Committee on Fisheries"]),
        ("Denmark's Council of Harbours opened the strait.", ["Denmark", "Council of Harbours"]),
        ("Mr. Brook met the Brook-era mayor.", ["Brook"]),
        ("Sergey Malin left. Sergei Malin returned, and Malin spoke.", ["Sergey Malin"]),
    ],
)  # fmt: skip
def test_what_the_names_of_a_text_are(text: str, named: list[str], engine: Engine) -> None:
    """Party marks, days, owners and words behind a hyphen are no part of a name; spellings of one given name are one."""
    assert [e.name for e in annotate(plain_report(text), engine).entities] == named
