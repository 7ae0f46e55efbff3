"""No report is lost to its quotation marks: whatever the marks, its statements are found and nothing fails."""

from __future__ import annotations

import pytest

from consilience.annotate.report import annotate
from consilience.attribute.report import told_in
from consilience.engines import Engine, load_engine
from consilience.model.statement import Told
from consilience.settings import AttributeSettings
from tests.builders import plain_report

PAIRS = [
    ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("« ", " »"), ("»", "«"), ("„", "“"), ("„", "”"), ("„", '"'),
    ("”", "”"), ("“", '"'), ('"', "”"), ("``", "''"), ("''", "''"), ("＂", "＂"), ("‟", "”"), ("〝", "〞"), ("「", "」"),
    ("『", "』"), ("‘‘", "’’"), ("‚", "‘"), ("“", "“"),
]  # fmt: skip
BROKEN = [
    "“We will stay in the valley until the spring, Tessa Brandt said. The dam is old.",
    "We will stay in the valley until the spring,” Tessa Brandt said. The dam is old.",
    "““We will stay in the valley until the spring,”” Tessa Brandt said.",
    "“We will “stay” in the valley until the spring,” Tessa Brandt said.",
    "“We will ‘stay’ in the valley,’ Tessa Brandt said.",
    "\"We're 6'2\" tall and we will stay,\" Tessa Brandt said.",
    "”We will stay in the valley until the spring,“ Tessa Brandt said.",
    "\ufffdWe will stay in the valley until the spring,\ufffd Tessa Brandt said.",
    "\x93We will stay in the valley until the spring,\x94 Tessa Brandt said.",
    "â€œWe will stay in the valley until the spring,â€\x9d Tessa Brandt said.",
    "&quot;We will stay in the valley until the spring,&quot; Tessa Brandt said.",
    "′We will stay in the valley until the spring,′ Tessa Brandt said.",
    "\"\"\"We will stay in the valley until the spring,\"\"\" Tessa Brandt said.",
    "'''We will stay in the valley until the spring,''' Tessa Brandt said.",
    "“ ” ‘ ’ \" ' « » „ ‟ `` '' Tessa Brandt said she would stay in the valley until the spring.",
    "“\n\n”\n\n“We will stay in the valley until the spring,” Tessa Brandt said.",
    "The workers' and sailors' unions' 'last' offer's 'good', Tessa Brandt said.",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def told(text: str, engine: Engine) -> Told:
    report = plain_report(text)
    return told_in(report, annotate(report, engine), AttributeSettings())


@pytest.mark.parametrize(("opening", "closing"), PAIRS)
def test_a_quotation_in_whatever_marks(opening: str, closing: str, engine: Engine) -> None:
    """Both quotations are found as what their speaker said in so many words."""
    text = (
        f"{opening}We will stay in the valley until the spring,{closing} Tessa Brandt told a reporter on Monday.\n\n"
        f"{opening}Nobody has asked us what we need,{closing} she said."
    )
    found = [s for s in told(text, engine).statements if s.speaker is not None and s.speaker.name == "Tessa Brandt"]
    for words in ("We will stay in the valley until the spring", "Nobody has asked us what we need"):
        start = text.index(words)
        fitting = [s for s in found if s.content[0].start <= start and start + len(words) <= s.content[-1].end]
        assert [s.manner for s in fitting] == ["direct"], (words, found)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_marks_lose_no_statement(text: str, engine: Engine) -> None:
    """With marks that are missing, doubled, turned round or wrongly decoded there is still a statement of the speaker."""
    speakers = {s.speaker.name for s in told(text, engine).statements if s.speaker is not None}
    assert speakers == {"Tessa Brandt"}
