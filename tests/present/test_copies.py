"""Copies and origins as records, and as the commands print them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from consilience import read
from consilience.errors import UsageError
from consilience.model.account import Findings
from consilience.present.copies import copy_lines, copy_maps
from consilience.present.copies_shown import copies
from consilience.present.export import from_json, to_json
from consilience.present.origins import origin_lines, origins, origins_of

WIRE = (
    "TARN (Nordwire) - A fire tore through the sawmill in Oddenby before sunrise on Tuesday. Two carpenters were taken to "
    "hospital with burns. The brigade needed six hours to bring the flames under control. Sparks had set light to a stack of "
    "larch planks. Mayor Ilse Torv said the sawmill would be rebuilt within a year. Neighbours carried buckets from the pond."
)
EDITED = WIRE.removeprefix("TARN (Nordwire) - ").replace("six hours", "nearly six hours").replace("planks", "boards")
OTHER = (
    "Bakers in Oddenby gave away four hundred loaves on Wednesday. The sawmill fire had left the street without power. Ilse "
    "Torv, the mayor, thanked them from the steps of the hall."
)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder = tmp_path_factory.mktemp("reports")
    rows = [
        {"id": "wire", "outlet": "Lantern", "url": "https://lantern.example/1", "date": "2031-05-06", "text": WIRE},
        {"id": "copy", "outlet": "Mirror", "url": "https://mirror.example/1", "date": "2031-05-07", "text": EDITED},
        {"id": "other", "outlet": "Post", "url": "https://post.example/1", "date": "2031-05-08", "text": OTHER},
    ]
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return read([path])


def shown(block: RenderableType) -> str:
    console = Console(file=io.StringIO(), width=100, color_system=None)
    console.print(block)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_family_with_its_first_carrier_and_its_edits(findings: Findings) -> None:
    (family,) = [family for found in copy_maps(findings) for family in found.families]
    assert [carrier.id for carrier in family.reports] == ["wire", "copy"]
    assert (family.first, family.outlets) == ("wire", 2)
    assert [link.kind for link in family.links] == ["edited"]
    texts = {told.report.id: told.report.text for told in findings.reports}
    changed = {
        (texts[s.left][slice(*e.left)], texts[s.right][slice(*e.right)]) for s in family.stretches for e in s.edits
    }
    assert {frozenset(pair) for pair in changed} >= {frozenset(("planks", "boards")), frozenset(("nearly", ""))}


def test_stretches_point_at_sentences_of_both_reports(findings: Findings) -> None:
    texts = {told.report.id: told.report.text for told in findings.reports}
    for found in copy_maps(findings):
        for stretch in (*found.shared, *(s for family in found.families for s in family.stretches)):
            assert texts[stretch.left][slice(*stretch.left_span)].strip()
            assert texts[stretch.right][slice(*stretch.right_span)].endswith(".")


def test_copies_in_the_terminal(findings: Findings) -> None:
    text = shown(copies(findings))
    assert "2 copies from 2 outlets" in text
    assert re.search(r"Earliest known: Report \d, wire \(Lantern, 2031-05-06\)", text)
    assert "the agency is stated: Nordwire" in " ".join(text.split())
    assert "[+nearly+]" in text or "[-nearly-]" in text


def test_an_account_that_was_written_shows_the_same(findings: Findings) -> None:
    again = from_json(to_json(findings))
    assert shown(copies(again)) == shown(copies(findings))
    assert shown(origins(again)) == shown(origins(findings))


def test_lines_of_json_are_one_story_each(findings: Findings) -> None:
    stories = [account.frame.story.id for account in findings.accounts]
    assert [json.loads(line)["story"] for line in copy_lines(findings)] == stories
    assert [json.loads(line)["story"] for line in origin_lines(findings)] == stories


def test_the_origins_of_a_story_say_what_rests_on_them(findings: Findings) -> None:
    (mayor,) = [o for story in origins_of(findings) for o in story.origins if "Ilse Torv" in o.names]
    assert mayor.kind == "person"
    assert mayor.claims
    text = shown(origins(findings))
    assert "Ilse Torv" in text
    assert "on nothing else" in text


@pytest.mark.parametrize("wanted", ["99", "nothing"])
def test_a_story_that_is_none_is_said(findings: Findings, wanted: str) -> None:
    with pytest.raises(UsageError, match="no story"):
        origins_of(findings, wanted)


def test_one_story_is_known_by_number_or_id(findings: Findings) -> None:
    story = findings.accounts[0].frame.story.id
    assert origins_of(findings, "1") == origins_of(findings, story[:8])


def test_texts_that_differ_nowhere_and_stories_without_copies_are_told_in_a_line(tmp_path: Path) -> None:
    rows = [
        {"id": "one", "outlet": "Lantern", "text": WIRE + " So it was. " + OTHER},
        {"id": "two", "outlet": "Mirror", "text": WIRE + " So it was. " + OTHER},
        {"id": "three", "outlet": "Post", "text": "A goat won the chess cup of Vellby after a night of snow and song."},
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    text = " ".join(shown(copies(read([path]))).split())
    assert re.search(r"\d+ words in 2 stretches, no edit · Lantern and Mirror", text)
    assert "Earliest: no report of it states a day" in text
    assert text.endswith("No report of story 2 is a copy of another.")
    assert shown(copies(read([tmp_path / "nothing.txt"]))).strip() == "No story: no report could be read."


def test_every_copy_but_the_first_says_what_ties_it_to_another(tmp_path: Path) -> None:
    more = " A day later the mill was still smoking."
    texts = {"one": WIRE, "two": EDITED, "three": WIRE + more, "four": EDITED + more}
    rows = [{"id": n, "outlet": "Mirror" if n in ("one", "four") else n, "text": t} for n, t in texts.items()]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    text = " ".join(shown(copies(read([path]))).split())
    assert len(re.findall(r"; beside Report \d, (?:one is|the two texts)", text)) == 3
    assert text.count("another version by this outlet") == 1
