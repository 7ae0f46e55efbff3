"""What a report gives that does not go together, read by the engine from sentences about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience

_AROUND = "\n\nThe mill at Lessing stood still for the whole of the night, and nobody could say why. It rained.\n"


def _odd(tmp_path: Path, words: str) -> list[tuple[str, ...]]:
    (tmp_path / "r.txt").write_text(f"Mill stands still\n\n{words}{_AROUND}", "utf-8")
    (tmp_path / "reports.csv").write_text("file,outlet,date\nr.txt,Tarn Mail,2024-05-14\n", "utf-8")
    accounts = consilience.read([tmp_path]).accounts
    return [tuple(s.value for s in d.sides) for a in accounts for d in a.differences if d.kind == "odd"]


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Three people were hurt: two millers and two carters.", ("Three people", "two millers and two carters")),
        ("Six people were killed, including nine carters.", ("Six people", "nine carters")),
        ("Six people were killed: three millers, a carter and one guard.",
         ("Six people", "three millers, a carter and one guard")),
        ("Orla Vane, 46, runs the mill. Orla Vane was born in 1950 on a farm.", ("46", "1950")),
        ("Orla Vane, 46, born on 3 May 1950, runs the mill.", ("46", "1950")),
        ("The road from Dorvenholm was cut. People walked to Dorvennholm on foot.", ("Dorvenholm", "Dorvennholm")),
        ("Lyon lies 40 km from Paris, as the miller said.", ("Lyon", "lies 40 km from Paris")),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_odd(tmp_path: Path, words: str, sides: tuple[str, str]) -> None:
    assert _odd(tmp_path, words) == [sides]


@pytest.mark.parametrize(
    "words",
    [
        "Three people were hurt: two millers and a carter.",
        "At least three people were hurt: two millers and two carters.",
        "Six people were killed, including two carters.",
        "Two people were sentenced: ten years and five years.",
        "Two people were held: one on Monday and one on Friday.",
        "Orla Vane, 46, runs the mill. Orla Vane was born in 1977 on a farm.",
        "Orla Vane, 46, died in 1996. Orla Vane was born in 1950 on a farm.",
        "Orla Vane, 46, and Brandt Ossel, born in 1950, run the mill.",
        "The road from Dorvenholm was cut. The Dorvenholmer people walked on foot.",
        "Lyon lies 390 km from Paris, as the miller said.",
    ],
)
def test_what_goes_together_or_may_is_left_alone(tmp_path: Path, words: str) -> None:
    assert _odd(tmp_path, words) == []
