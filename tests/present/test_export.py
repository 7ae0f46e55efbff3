"""JSON: lists after the published schema, lines, and the way back."""

import json
from pathlib import Path

import msgspec
import pytest

from consilience.errors import InputError
from consilience.model.account import Findings
from consilience.present.export import annotate_line, from_json, group_lines, schemas, slim, to_json
from consilience.present.markdown import markdown
from consilience.present.page import page
from consilience.present.views import ReadingView
from tests.present.accounts import findings
from tests.present.worlds import hostile, many, two_stories

SCHEMAS = Path(__file__).parents[2] / "schemas"
RUNS = (findings(), hostile(), two_stories(), many(3), Findings((), (), (), "engine"))


@pytest.mark.parametrize("found", RUNS)
def test_what_is_written_reads_back(found: Findings) -> None:
    """An account read from its file shows the same page and the same text."""
    back = from_json(to_json(found))
    assert back == slim(found)
    assert page(back) == page(found)
    assert markdown(back) == markdown(found)


@pytest.mark.parametrize("found", RUNS)
def test_lists_follow_the_published_record(found: Findings) -> None:
    """The file decodes into the published record, and every item of a story names it."""
    msgspec.json.decode(to_json(found), type=ReadingView)
    lists = json.loads(to_json(found))
    stories = {story["id"] for story in lists["stories"]}
    told = (
        "sentences",
        "claims",
        "differences",
        "origins",
        "quotes",
        "timeline",
        "events",
        "wording",
        "coverage",
        "not_told",
    )
    assert {row["story"] for name in told for row in lists[name]} == stories


def test_support_leads_to_the_words() -> None:
    """Start, end and spans of a support point at words of the report."""
    found = findings()
    texts = {report.report.id: report.report.text for report in found.reports}
    for claim in json.loads(to_json(found))["claims"]:
        first = claim["support"][0]
        assert texts[first["report"]][first["start"] : first["end"]] == claim["wording"]
        assert [first["start"], first["end"]] == [first["spans"][0][0], first["spans"][-1][1]]


def test_annotated_line_has_the_fields_of_the_contract() -> None:
    """A line of `annotate` carries what design promises, in that form."""
    found = findings()
    line = json.loads(annotate_line(found.reports[0], found.engine))
    contract = (
        "id source state reason encoding sha256 language engine outlet title published text removed sentences names "
        "times places quantities statements events"
    )
    assert set(contract.split()) <= set(line)
    assert line["published"] == "2031-03-05"
    statement = line["statements"][1]
    fields = "id part content source cue manner act status hedged within speaker chain because scope rule"
    assert set(statement) == {*fields.split(), "strength", "certainty", "follows", "aside"}
    assert [line["text"][a:b] for a, b in statement["content"]] == [
        "We leave with a signature and with work still to do"
    ]
    assert statement["speaker"]["name"] == "Ilse Marrow"
    assert set(statement["chain"][0]) == {"name", "type", "source", "cue"}


def test_rejected_line_says_why() -> None:
    """A rejected input is a line too."""
    found = findings()
    line = json.loads(annotate_line(found.rejected[1], found.engine))
    assert (line["source"], line["state"], line["reason"]) == ("reports/empty.txt", "rejected", "an empty file")
    assert "text" not in line


def test_group_lines_name_story_family_and_agency() -> None:
    """Each report has one line, in the run's order."""
    lines = [json.loads(line) for line in group_lines(findings())]
    told = {"id", "source", "story", "family", "agency", "thread", "because", "family_because"}
    assert [set(line) for line in lines] == [told] * 5
    assert all(line["because"] and line["family_because"] for line in lines)
    assert lines[1]["family"] == lines[2]["family"] != lines[0]["family"]
    assert lines[2]["agency"] == "Kessian State Wire"
    assert len({line["story"] for line in lines}) == 1


def test_published_schemas_are_current() -> None:
    """The schemas in the repository are those of the records; `python schemas/write.py` writes them."""
    written = {path.name: path.read_bytes() for path in SCHEMAS.glob("*.json")}
    assert written == schemas()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b'{"format": "other/9", "record": {"version": 1, "findings": {}}}']
)
def test_foreign_files_are_refused(data: bytes) -> None:
    """A file that is no account says so instead of failing later."""
    with pytest.raises(InputError, match="account"):
        from_json(data)


def test_same_findings_same_bytes() -> None:
    """Nothing in the outputs depends on when or where they are made."""
    assert to_json(findings()) == to_json(findings())
    assert page(findings()) == page(findings())
