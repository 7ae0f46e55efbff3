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
        ("Orla Vane, 46, runs the mill. Orla Vane was born in 1950 on a farm.", ("Orla Vane, 46", "born in 1950")),
        ("Orla Vane, 46, born on 3 May 1950, runs the mill.", ("Orla Vane, 46", "born on 3 May 1950")),
        ("Orla Vane, the 46-year-old miller, was born on 3 May 1950.",
         ("Orla Vane, the 46-year-old", "born on 3 May 1950")),
        ("The mill burned down on Monday, May 12, the miller said. It was an old mill.", ("Monday", "May 12")),
        ("Ivo Lantry ran the mill. Ivo Lantrey said that it was an old mill.", ("Ivo Lantry", "Ivo Lantrey")),
        ("Nine people were hurt. Twelve of them are millers.", ("Nine people", "Twelve of them")),
        ("Nine people were killed at the mill. Five of them were men and six were women.",
         ("Nine people", "Five of them were men and six were women")),
        ("Of the nine people who were hurt, four are in hospital. Six others have gone home.",
         ("nine people", "Six others")),
        ("The road from Dorvenholm was cut. People walked to Dorvennholm on foot.", ("Dorvenholm", "Dorvennholm")),
        ("Lyon lies 40 km from Paris, as the miller said.", ("Lyon", "lies 40 km from Paris")),
        ("The town of Lille, 20 kilometres from Paris, sent men.", ("Lille", "20 kilometres from Paris")),
        ("Orla Vane, born on 3 May 1950, is 46 years old.", ("Orla Vane, born on 3 May 1950, is 46", "born on 3 May 1950")),
        ("Twelve people were hurt, among them nine men and five women.",
         ("Twelve people", "nine men and five women")),
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
        "The mill burned down on Sunday, May 12, the miller said. It was an old mill.",
        "Nine people were hurt. Seven of them were millers and six were under thirty.",
        "Nine people were killed at the mill. Five of them were men and four were women.",
        "The judge held three millers, one carter and two guards. Five of these people have been freed.",
        "Nine people were charged. Twelve of those charges were dropped.",
        "Twelve people were hurt, among them nine men and three women.",
        "Orla Vane, born on 3 May 1950, is 74 years old.",
        "Mr Brandt ran the mill. Mr Brant said that it was an old mill.",
        "Ivo Lantry ran the mill. Ida Lantrey said that it was an old mill.",
        "The mill was built on Monday, October 12, the miller said. It was an old mill.",
    ],
)
def test_what_goes_together_or_may_is_left_alone(tmp_path: Path, words: str) -> None:
    assert _odd(tmp_path, words) == []


def test_the_weekday_of_a_date_line_is_odd_too(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(f"Mill stands still\n\nThursday, 15 May 2024\n{_AROUND}", "utf-8")
    found = [d for a in consilience.read([tmp_path]).accounts for d in a.differences]
    assert [tuple(s.value for s in d.sides) for d in found] == [("Thursday", "15 May 2024")]
