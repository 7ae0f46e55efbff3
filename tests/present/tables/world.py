"""Two invented reports of one attack, one of them an agency's copy, read by the real program once for all tests."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import consilience
from consilience.model.account import Findings

HERALD = """Rebels attacked the port of Northmoor on Monday, killing 12 soldiers, the army said.

The government of Freedonia condemned the attack. Rebels have held the hills around Lyon since March.

President Ada Brook will meet rebel leaders on 20 May.
"""
TIDE = """Rebels attacked the port of Northmoor on Monday, killing 12 soldiers, the army said.

The government of Freedonia condemned the attack. Nobody else was hurt, a doctor said.
"""


@cache
def attack() -> Findings:
    """The findings."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "herald.txt").write_text(HERALD, "utf-8")
        (Path(folder) / "tide.txt").write_text(TIDE, "utf-8")
        described = "file,outlet,date\nherald.txt,The Herald,2024-05-14\ntide.txt,=The Tide,2024-05-14\n"
        (Path(folder) / "reports.csv").write_text(described, "utf-8")
        reading = consilience.read([folder])
    return Findings(reading.reports, reading.accounts, reading.rejected, reading.engine)
