"""Laws of statements: spans lie in the text, ids are unique, chains and `within` agree."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.engines import Engine, load_engine
from consilience.model.statement import Statement
from consilience.settings import AttributeSettings
from tests.builders import plain_report

PIECES = [
    "“We will stay,” Tessa Brandt said. ", "He said the dam was “old”. ", "According to Reuters, ", "Asked why, ",
    "Ola Berg told the BBC that ", "the bridge will close. ", "\n\n", "“And we", " never ask.” ", "adding that ", "“", "”",
    "The paper wrote:\n\n", "(", "It denied that. ", "'", "😀 ",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def statements(text: str, engine: Engine) -> tuple[Statement, ...]:
    report = plain_report(text)
    return attribute(report, annotate(report, engine), AttributeSettings())


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=9))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_laws_of_statements(pieces: list[str], engine: Engine) -> None:
    """However the pieces fall together, what comes out is well formed and the same again."""
    text = "".join(pieces)
    found = statements(text, engine)
    ids = [s.id for s in found]
    assert len(set(ids)) == len(ids)
    for s in found:
        spans = (*s.content, *([s.source] if s.source else []), *([s.cue] if s.cue else []))
        assert s.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert s.within is None or s.within in ids
        assert s.within != s.id
        assert s.because
        assert s.speaker is None or (s.chain and s.chain[-1].name == s.speaker.name)
    assert found == statements(text, engine)


def test_confidence_setting_drops_what_the_heads_found(engine: Engine) -> None:
    """With an impossible threshold only the rules speak."""
    report = plain_report("The bridge will close in May, according to Ola Berg.")
    found = attribute(report, annotate(report, engine), AttributeSettings(least_confidence=1001))
    assert {s.rule for s in found} == {"according to"}


def test_headline_that_came_apart(engine: Engine) -> None:
    """Statements of the headline have part `title`."""
    report = plain_report("The bridge was built in 1931.", title="Ola Berg: bridge will close in May")
    found = attribute(report, annotate(report, engine), AttributeSettings())
    assert {s.part for s in found} <= {"title"}
