"""Linguistic cases: short invented texts through the real engine, with the statements that must come out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.engines import Engine, load_engine
from consilience.model.statement import Statement
from consilience.settings import AttributeSettings
from tests.builders import plain_report

FILES = sorted(Path(__file__).parent.joinpath("cases").glob("*.toml"))
CASES = [
    pytest.param(
        case,
        id=f"{file.stem}: {case['name']}",
        marks=[pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else [],
    )
    for file in FILES
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]
_FIELDS = ("manner", "act", "status", "hedged", "scope")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def bare(text: str) -> str:
    """Words alone, without an opening "that"."""
    return " ".join(re.findall(r"\w[\w'’-]*", text)).replace("’", "'").removeprefix("that ")


def fits(text: str, statement: Statement, wanted: Mapping[str, object]) -> bool:
    """Whether a statement is the wanted one in all that is asked of it."""
    content = bare(" ".join(text[slice(*span)] for span in statement.content))
    speaker = statement.speaker
    names = (speaker.name or "") if speaker else ""
    checks = [
        bare(str(wanted["content"])) == content if "content" in wanted else str(wanted.get("contains", "")) in content,
        "speaker" not in wanted or wanted["speaker"] == names,
        "type" not in wanted or (speaker is not None and wanted["type"] == speaker.type),
        "members" not in wanted or (speaker is not None and wanted["members"] == list(speaker.members)),
        "chain" not in wanted or wanted["chain"] == [link.name or "" for link in statement.chain],
        wanted.get("within", statement.within is not None) == (statement.within is not None),
        *(wanted.get(field, getattr(statement, field)) == getattr(statement, field) for field in _FIELDS),
    ]
    return all(checks)


@pytest.mark.parametrize("case", CASES)
def test_statements_of_a_case(case: Mapping[str, object], engine: Engine) -> None:
    """All wanted statements are found; where `only` is set there are no others; `none` stands in no content."""
    text = str(case["text"])
    report = plain_report(text)
    found = attribute(report, annotate(report, engine), AttributeSettings())
    listed = case["statements"]
    assert isinstance(listed, list)
    told = [(s.speaker, [text[slice(*c)] for c in s.content], s.manner, s.act, s.status, s.chain) for s in found]
    for wanted in listed:
        assert any(fits(text, s, wanted) for s in found), (wanted, told)
    if case.get("only"):
        assert len(found) == len(listed), told
    for words in case.get("none", ()):  # type: ignore[attr-defined]
        assert not any(words in text[slice(*c)] for s in found for c in s.content), told
