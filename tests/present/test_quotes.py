"""`consilience quotes`: who said what, filtered by speaker, by who stands in the chain, by having several wordings."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import consilience
from consilience import Reading
from consilience.present.quotes import UNRESOLVED, Wanted, saying_lines, sayings
from consilience.present.quotes_shown import quotes

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return consilience.read([EXAMPLES])


def shown(reading: Reading, wanted: Wanted) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(quotes(reading, wanted))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_every_statement_stands_once(reading: Reading) -> None:
    told = [(one.report, one.statement) for saying in sayings(reading) for one in saying.wordings]
    wanted = {(found.report.id, s.id) for found in reading.reports for s in found.statements if s.scope == "statement"}
    inner = {(found.report.id, s.within) for found in reading.reports for s in found.statements}
    assert len(told) == len(set(told))
    assert set(told) >= wanted - inner


def test_words_stand_at_their_passages(reading: Reading) -> None:
    texts = {found.report.id: found.report for found in reading.reports}
    for saying in sayings(reading):
        for one in saying.wordings:
            first = one.passages[0]
            text = texts[first.report].title if first.part == "title" else texts[first.report].text
            assert " ".join(text[first.span.start : first.span.end].split()) in one.words
            assert one.chain


def test_by_speaker_by_origin_and_by_variants(reading: Reading) -> None:
    hest = sayings(reading, Wanted(speaker="davor HEST"))
    assert hest
    assert {saying.speaker for saying in hest} == {"Davor Hest"}
    vesta = sayings(reading, Wanted(origin="vesta"))
    assert vesta
    assert all("VESTA" in one.chain[1:] for saying in vesta for one in saying.wordings)
    assert all(len(saying.reports) > 1 for saying in sayings(reading, Wanted(variants=True)))
    assert not sayings(reading, Wanted(speaker="nobody at all"))
    assert not sayings(reading, Wanted(speaker="  "))


def test_unresolved_speakers_come_last(reading: Reading) -> None:
    for account in reading.accounts:
        named = [s.speaker == UNRESOLVED for s in sayings(reading) if s.story == account.frame.story.id]
        assert named == sorted(named)


def test_lines_and_screen(reading: Reading) -> None:
    rows = [json.loads(line) for line in saying_lines(reading, Wanted(variants=True))]
    assert rows
    assert {"story", "speaker", "type", "quote", "wordings"} <= rows[0].keys()
    screen = shown(reading, Wanted(speaker="Hest", variants=True))
    assert "No live ammunition was issued" in screen
    assert "the same words" in screen
    assert shown(reading, Wanted(speaker="nobody", origin="none")).strip() == (
        "No statement by “nobody” through “none” was found."
    )


def test_a_reading_tells_them_too(reading: Reading) -> None:
    assert reading.sayings(speaker="Hest") == sayings(reading, Wanted(speaker="Hest"))
    assert reading.sayings(variants=True) == sayings(reading, Wanted(variants=True))
