"""What the engine's heads find is written with the offsets of the text."""

from __future__ import annotations

import json
from pathlib import Path

from quality.attribution_heads import main

TEXT = "The ferry sank on Monday.\n\n“Nobody was hurt,” said Ada Brook, the mayor of Vell.\n"


def test_a_quotation_is_written_as_the_scorer_reads_it(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    main(tmp_path, tmp_path / "out.jsonl")
    (found,) = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert found["doc_id"] == "one"
    assert TEXT[slice(*found["cue"])] == "said"
    assert TEXT[slice(*found["source"])].startswith("Ada Brook")
    assert "Nobody was hurt" in " ".join(TEXT[slice(*span)] for span in found["content"])
