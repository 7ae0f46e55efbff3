"""The scorer of times: annotated times given as prediction score 1, and each counts once."""

from __future__ import annotations

from pathlib import Path

from quality.cat import Document, document
from quality.times import Found, Score, scored, table

CAT = """<?xml version="1.0"?>
<Document doc_id="7">
<token t_id="1" sentence="0" number="0">Ferry</token><token t_id="2" sentence="0" number="1">sinks</token>
<token t_id="3" sentence="1" number="2">May</token><token t_id="4" sentence="1" number="3">3</token>
<token t_id="5" sentence="2" number="4">It</token><token t_id="6" sentence="2" number="5">sank</token>
<token t_id="7" sentence="2" number="6">yesterday</token><token t_id="8" sentence="2" number="7">.</token>
<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2024-05-03"><token_anchor t_id="3"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2024-05-02"><token_anchor t_id="7"/></TIMEX3>
<EVENT_MENTION m_id="9"><token_anchor t_id="6"/></EVENT_MENTION>
</Markables>
</Document>
"""


def made(tmp_path: Path) -> Document:
    """The document above."""
    path = tmp_path / "7-Ferry_sinks.xml"
    path.write_text(CAT, "utf-8")
    return document(path)


def test_document_as_text(tmp_path: Path) -> None:
    read = made(tmp_path)
    assert (read.number, read.written, read.title, read.text) == (
        "7",
        "2024-05-03",
        "Ferry sinks",
        "It sank yesterday.\n",
    )
    assert [read.text[slice(*t.span)] for t in read.times] == ["yesterday"]
    assert [read.text[slice(*e[0].span)] for e in read.events] == ["sank"]


def test_gold_as_prediction_scores_one(tmp_path: Path) -> None:
    read = made(tmp_path)
    told = [Found("7", t.sentence, t.span, t.type, t.value) for t in read.times]
    assert scored(read, told) == Score(1, 1, 1, 1)
    assert "F1 1.000" in table([scored(read, told)])


def test_a_second_find_of_one_time_counts_against_precision(tmp_path: Path) -> None:
    read = made(tmp_path)
    told = [Found("7", t.sentence, t.span, t.type, v) for t in read.times for v in ("2024-05-02", "2024")]
    assert scored(read, told) == Score(2, 1, 1, 1)
