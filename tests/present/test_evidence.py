"""The rows of a claim's evidence: one for what one speaker says in one sentence, with all its words marked."""

from __future__ import annotations

from pathlib import Path

import consilience
from consilience.present.shelf import shelve
from consilience.present.story import story_views

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"


def test_a_sentence_of_one_speaker_stands_once_in_the_evidence() -> None:
    reading = consilience.read([EXAMPLES])
    views = [view for story in story_views(reading, shelve(reading)) for view in story.claims]
    assert any(len(view.evidence) < len(view.claim.support) for view in views)
    for view in views:
        rows = ["".join(piece.text for piece in e.pieces) for e in view.evidence]
        keys = [(e.report, row, e.chain, e.origin, e.stance) for e, row in zip(view.evidence, rows, strict=True)]
        assert len(set(keys)) == len(keys)
        marked = sum(len(piece.text) for e in view.evidence for piece in e.pieces if piece.kind == "marked")
        assert marked >= max(p.span.end - p.span.start for s in view.claim.support for p in s.passages)
