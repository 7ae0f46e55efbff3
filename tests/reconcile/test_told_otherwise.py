"""What is told otherwise without being another value, read by the engine from sentences about invented people and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of


def _sides(tmp_path: Path, kind: str, *texts: str) -> list[tuple[str, ...]]:
    account = account_of(tmp_path, *texts)
    return [tuple(side.value for side in d.sides) for d in account.differences if d.kind == kind]


WHOLE = 'The mill must open. "I would close the mill again if I knew that the dam was cracked," Mayor Orla Vane said.'


@pytest.mark.parametrize(
    "bare",
    [
        'Mayor Orla Vane said she "would close the mill again" on Monday.',
        "Mayor Orla Vane said that she would close the mill again.",
    ],
)
def test_a_condition_that_is_lost_is_shown(tmp_path: Path, bare: str) -> None:
    (found,) = _sides(tmp_path, "strength", WHOLE, bare)
    assert "if I knew that the dam was cracked" in found[0]
    assert "if" not in found[1]


@pytest.mark.parametrize(
    "other",
    [
        WHOLE,
        "Mayor Orla Vane said that she would close the mill again if the dam was cracked.",
        'Mayor Orla Vane said she "would close the mill again". She would only do so if the dam was cracked.',
        'Mayor Orla Vane said that the dam was cracked. "I knew that the dam was cracked," Mayor Orla Vane said.',
    ],
)
def test_a_condition_that_stays_or_other_words_are_no_difference(tmp_path: Path, other: str) -> None:
    assert _sides(tmp_path, "strength", WHOLE, other) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("at about 4:40 a.m.", "shortly after 4.30am", [("shortly after 4.30am", "at about 4:40 a.m.")]),
        ("at 8.40pm", "at 9.30pm", [("8.40pm", "9.30pm")]),
        ("at 4:40 a.m.", "at 4.40am", []),
        ("at 8.40pm", "at 11.40pm", []),
        ("at 8.40pm local time", "at 9.10pm GMT", []),
    ],
)
def test_hours_of_one_act(tmp_path: Path, left: str, right: str, expected: list[tuple[str, str]]) -> None:
    texts = [f"Units of the Tarn Guard entered the mill of Orlo {hour}, two millers said." for hour in (left, right)]
    assert _sides(tmp_path, "day", *texts) == expected


HELD = "The Tarn Guard cleared the mill of Orlo. Forty-one {} were detained at the mill of Orlo, the mayor said."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("rioters", "people", [("rioters", "people")]),
        ("rioters", "troublemakers", [("rioters", "troublemakers")]),
        ("millers", "people", []),
        ("rioters", "rioters", []),
    ],
)
def test_people_called_otherwise(tmp_path: Path, left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert _sides(tmp_path, "naming", HELD.format(left), HELD.format(right)) == expected


def test_who_uses_both_words_calls_nobody_otherwise(tmp_path: Path) -> None:
    both = HELD.format("people") + " The rioters had slept in the mill."
    assert _sides(tmp_path, "naming", HELD.format("rioters"), both) == []


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("The invasion of Kalmera began in May.", "The operation in Kalmera began in May.", 1),
        ("The invasion of Kalmera began in May.", "The operation in Selva began in May.", 0),
        ('The war in Kalmera began. "The invasion of Kalmera began in May," Orla Vane said.', "The war in Kalmera began.", 0),
        ("The operation in Kalmera began in May.", "The war in Kalmera began in May.", 0),
        ('What it calls a "liberation" of Kalmera began in May.', "The war in Kalmera began in May.", 0),
    ],
)  # fmt: skip
def test_acts_called_otherwise(tmp_path: Path, left: str, right: str, count: int) -> None:
    assert len(_sides(tmp_path, "naming", left, right)) == count


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Kalmeran dictator Orlo Vane opened the dam.", "Kalmeran leader Orlo Vane opened the dam.",
         [("Kalmeran dictator", "Kalmeran leader")]),
        ("Kalmeran president Orlo Vane opened the dam.", "Kalmeran leader Orlo Vane opened the dam.", []),
    ],
)  # fmt: skip
def test_persons_called_otherwise(tmp_path: Path, left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert _sides(tmp_path, "naming", left, right) == expected


def test_no_more_than_three_of_a_kind_are_shown(tmp_path: Path) -> None:
    lands = ("Kalmera", "Selva", "Drovia", "Ostania", "Varenna")
    texts = [" ".join(f"The {noun} in {land} went on." for land in lands) for noun in ("invasion", "operation")]
    assert len(_sides(tmp_path, "naming", *texts)) <= 3


def test_a_denial_joins_the_words_that_stand_against_the_same_claim(tmp_path: Path) -> None:
    account = account_of(
        tmp_path,
        "The Millers' Union accused the Tarn Guard of firing live rounds at millers. \"No live rounds were fired at "
        'millers," Colonel Davor Hest of the Tarn Guard said.',
        "The Millers' Union said that the Tarn Guard had fired live rounds at millers. The Tarn Guard denied it.",
    )
    assert len([d for d in account.differences if d.kind == "denial"]) == 1


@pytest.mark.parametrize(
    ("left", "right", "weak"),
    [
        ("Mayor Orla Vane said that Orlo would help Lessing rebuild the mill.",
         "Mayor Orla Vane signaled that Orlo would help Lessing rebuild the mill.", "signal"),
        ("The Tarn Guard arrested the miller of Lessing on Monday.",
         "The Tarn Guard reportedly arrested the miller of Lessing on Monday.", "reportedly"),
        ("The Tarn Guard arrested the miller of Lessing on Monday.",
         "The Tarn Guard arrested the miller of Lessing on Monday.", None),
        ("Mayor Orla Vane said that Orlo would help Lessing rebuild the mill.",
         "Councillor Brandt Ossel signalled that Orlo would help Lessing rebuild the mill.", None),
    ],
)  # fmt: skip
def test_strength_of_commitment(tmp_path: Path, left: str, right: str, weak: str | None) -> None:
    account = account_of(tmp_path, left, right)
    found = [d.because for d in account.differences if d.kind == "strength"]
    assert len(found) == (weak is not None)
    assert all(f"“{weak}”" in because for because in found)


PLAN = "The visit of the Kalmeran president, Orlo Vane, to Lessing will take place on Friday, the mayor said."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two officials said that Orlo Vane was considering cutting his visit to Lessing on Friday.", 1),
        ("Two officials said that Brandt Ossel was considering cutting his visit to Lessing on Friday.", 0),
        ("Two officials said that Orlo Vane was considering cutting his speech in Lessing on Friday.", 0),
        ("Two officials said that Orlo Vane cut his visit to Lessing.", 0),
    ],
)
def test_plans_in_doubt(tmp_path: Path, text: str, count: int) -> None:
    assert len(_sides(tmp_path, "strength", PLAN, text)) == count


MOVED = "Mayor Orla Vane said that the guards had moved in after learning that rifles were kept in the mill of Lessing."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two officials said that the order was signed on Sunday, hours before any report of rifles.", 1),
        ("Two officials said that the order was signed on Sunday, hours before any report of floods.", 0),
        ("Mayor Orla Vane said that the order was signed on Sunday, hours before any report of rifles.", 0),
        ("Two officials said that the order was signed on Sunday, hours before the storm.", 0),
    ],
)
def test_before_any_word_of_it(tmp_path: Path, text: str, count: int) -> None:
    found = [d for d in account_of(tmp_path, MOVED, text).differences if "before any word" in d.because]
    assert len(found) == count


LONG = "The mill of Lessing stood still for the whole of the night, and nobody in the town could say why. " * 7


@pytest.mark.parametrize(
    ("title", "said", "count"),
    [
        ("Mayor: 'I would do it again'", '"I would give the same order again," the mayor said.', 1),
        ("Mayor sees 'significant risk'", '"It will significantly raise the risk of floods," the mayor said.', 1),
        ("Mayor 'showing a little class'", '"You should show a little class," the mayor said.', 0),
        ("Mayor would 'give the same order'", '"I would give the same order again," the mayor said.', 0),
        ("Mayor sees '1-in-3 risk'", '"There is a one-in-three risk of floods," the mayor said.', 0),
        ("Mayor opens 'mill of dreams'", '"I would give the same order again," the mayor said.', 0),
    ],
)
def test_words_in_marks_of_a_headline(tmp_path: Path, title: str, said: str, count: int) -> None:
    account = account_of(tmp_path, f"{said} {LONG}", title=title)
    assert len([d for d in account.differences if d.kind == "headline"]) == count


def test_a_denial_beside_the_clause_it_denies_is_told(tmp_path: Path) -> None:
    account = account_of(
        tmp_path,
        "The Millers' Union says that the Tarn Guard fired live rounds at millers in Lessing; the Tarn Guard denies it.",
        "The Millers' Union says that the Tarn Guard fired live rounds at millers in Lessing.",
    )
    (found,) = [d for d in account.differences if d.kind == "denial"]
    assert {p.report for side in found.sides for p in side.passages} == set(account.frame.story.reports)


def test_who_tells_the_opposite_alone_has_left_out_the_denial(tmp_path: Path) -> None:
    warned = "Mayor Orla Vane said that Tarnmill, the owner, had been warned of a cracked boiler in April."
    account = account_of(
        tmp_path,
        f"Two millers died in a fire at a mill in Lessing. {warned} The owner denied it. "
        '"Nobody warned us of a cracked boiler," its spokesman, Brandt Ossel, said.',
        f"Two millers died in a fire at a mill in Lessing. {warned}",
        f"{warned} Tarnmill, the owner, said that nobody had warned it of a cracked boiler.",
    )
    (denial,) = [c for c in account.claims if "obody warned us" in c.wording]
    assert [cell.coverage for cell in denial.coverage if cell.coverage.startswith("left")] == ["left out"]


def test_what_a_pronoun_stands_for_is_not_guessed_for_a_denial(tmp_path: Path) -> None:
    account = account_of(
        tmp_path,
        "The court has not approved it yet, the lawyer of Orla Vane said.",
        "Orla Vane left a mill in Lessing that was approved by the court.",
    )
    assert [d for d in account.differences if d.kind == "denial"] == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("At least nine people were killed in Lessing on Monday, the mayor said.", 1),
        ("At least nine people were killed in Lessing in September last year, the mayor said.", 0),
    ],
)
def test_a_count_of_another_month_is_no_other_count_of_the_headline(tmp_path: Path, body: str, count: int) -> None:
    account = account_of(tmp_path, body, title="Twenty people killed in Lessing")
    assert len([d for d in account.differences if d.kind == "headline"]) == count


def test_all_who_carry_a_denial_stand_on_its_side(tmp_path: Path) -> None:
    both = (
        "The Millers' Union accused the Tarn Guard of firing live rounds at millers in Lessing. "
        '"No live rounds were fired at millers," the Tarn Guard said.'
    )
    account = account_of(tmp_path, both, both, "Mills stood still. The Tarn Guard has denied using live rounds.")
    sides = [side for d in account.differences if d.kind == "denial" for side in d.sides]
    assert max(len({p.report for p in side.passages}) for side in sides) == 3


def test_what_was_needed_before_is_not_denied_by_what_is_not_needed_now(tmp_path: Path) -> None:
    account = account_of(
        tmp_path,
        "Orla Vane originally injured her knee in May and needed surgery on her knee.",
        "Brandt Ossel said that the knee of Orla Vane does not need surgery this time.",
    )
    assert [d for d in account.differences if d.kind == "denial"] == []


def test_words_that_one_report_cuts_from_their_condition_are_shown_with_it(tmp_path: Path) -> None:
    whole = '"If the council does not pay, then we will stay in the mill until Easter," Orla Vane said.'
    account = account_of(tmp_path, 'Orla Vane has vowed to "stay in the mill until Easter".', whole)
    shown = [
        c.wording for c in account.claims if "until Easter" in c.wording and len({s.report for s in c.support}) == 2
    ]
    assert ["If the council" in wording for wording in shown] == [True]


_SEEN = "Sergeant Orla Vane said that a guest had recognised the tune. "


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("“We owe a great deal to a woman with sharp ears,” Vane told the Tarn Mail.", True),
        ("“She had danced to it as a girl,” Vane said.", False),
        (
            "The mill stayed closed.\n\n“We owe a great deal to a woman with sharp ears,” Vane told the Tarn Mail.",
            False,
        ),
    ],
)
def test_two_quotations_after_the_same_words_of_one_speaker(tmp_path: Path, quoted: str, shown: bool) -> None:
    told = _sides(tmp_path, "manner", f"{_SEEN}“She had danced to it as a girl,” Vane said.", f"{_SEEN}{quoted}")
    assert bool(told) is shown


_ASKED = "Asked whether any letters had been found, Mayor Orla Vane said that the search was going on."


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        (_ASKED, "Four letters were discovered in the mill, a clerk said.", True),
        (_ASKED, "Four barrels were discovered in the mill, a clerk said.", False),
        (_ASKED, "No letters were discovered in the mill, a clerk said.", False),
        (f"{_ASKED} Vane confirmed it later.", "Four letters were discovered in the mill, a clerk said.", False),
        (
            "Vane asked for the letters that had been found.",
            "Four letters were discovered in the mill, a clerk said.",
            False,
        ),
    ],
)
def test_what_is_asked_about_here_and_told_there(tmp_path: Path, question: str, answer: str, shown: bool) -> None:
    found = _sides(tmp_path, "strength", question, answer)
    assert bool(found) is shown
