"""Corrections by hand: applied on every run, shown as such; what fits no longer is listed, never dropped."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import consilience
from consilience import Engine, Job, Reading, UsageError
from consilience.corrections import correction_line, load_corrections, stands
from consilience.model.correction import Correction, Mark
from consilience.model.spans import Passage, Span
from consilience.present.marking import marks_of

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
DAY = "2031-05-14"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return consilience.load_engine()


@pytest.fixture(scope="module")
def plain(engine: Engine) -> Reading:
    return consilience.read([EXAMPLES], engine=engine)


def again(engine: Engine, *corrections: Correction) -> Reading:
    return consilience.read([EXAMPLES], Job(corrections=corrections), engine)


def numbered_claims(reading: Reading) -> list[tuple[str, int]]:
    """The claims as the screen numbers them, with how many reports carry each."""
    return [(c.id, len({s.report for s in c.support})) for account in reading.accounts for c in account.claims]


def test_not_a_quote_takes_a_statement_out(plain: Reading, engine: Engine) -> None:
    told = next(found for found in plain.reports if found.statements)
    statement = told.statements[0]
    marks = marks_of(plain, "not a quote", (statement.id,))
    reading = again(engine, Correction("not a quote", marks, DAY))
    there = next(found for found in reading.reports if found.report.id == told.report.id)
    assert statement.id not in {s.id for s in there.statements}
    assert any(s.aside == "taken out by hand" for s in there.asides)
    assert [state.applied for state in reading.corrections] == [True]
    assert all(s.within != statement.id for s in there.statements)


def test_claims_set_together_and_apart(plain: Reading, engine: Engine) -> None:
    claims = numbered_claims(plain)
    alone = [at for at, (_, reports) in enumerate(claims, 1) if reports == 1][:2]
    together = marks_of(plain, "same claim", (str(alone[0]), str(alone[1])))
    with pytest.raises(UsageError, match="the same words"):
        marks_of(plain, "same claim", (str(alone[0]), str(alone[0])))
    reading = again(engine, Correction("same claim", together, DAY))
    both = [
        claim
        for account in reading.accounts
        for claim in account.claims
        if all(any(_covers(reading, support.passages, mark) for support in claim.support) for mark in together)
    ]
    assert len(both) == 1
    assert reading.corrections[0].applied
    several = next(at for at, (_, reports) in enumerate(claims, 1) if reports > 2)
    reports = sorted(
        {
            s.report
            for account in plain.accounts
            for c in account.claims
            if c.id == claims[several - 1][0]
            for s in c.support
        }
    )
    numbers = {found.report.id: at for at, found in enumerate(plain.reports, 1)}
    apart = marks_of(plain, "not the same", (f"{several}:{numbers[reports[0]]}", f"{several}:{numbers[reports[1]]}"))
    reading = again(engine, Correction("not the same", apart, DAY))
    for account in reading.accounts:
        for claim in account.claims:
            held = [any(_covers(reading, s.passages, mark) for s in claim.support) for mark in apart]
            assert not all(held)


def _covers(reading: Reading, passages: tuple[Passage, ...], mark: Mark) -> bool:
    pages = {found.report.id: found.report.sha256 for found in reading.reports}
    return any(pages[p.report] == mark.page and p.part == mark.part and p.span == mark.span for p in passages)


def test_actors_become_one_and_come_apart(plain: Reading, engine: Engine) -> None:
    marks = marks_of(plain, "same actor", ("Radko Belisar", "Davor Hest"))
    reading = again(engine, Correction("same actor", marks, DAY))
    names = [{actor.name, *actor.aliases} for account in reading.accounts for actor in account.frame.actors]
    assert any({"Radko Belisar", "Davor Hest"} <= listed for listed in names)


def test_one_origin_by_hand_lowers_the_count(plain: Reading, engine: Engine) -> None:
    marks = marks_of(plain, "same origin", ("Anselm Pruvik", "Mirela Oskan"))
    reading = again(engine, Correction("same origin", marks, DAY))
    assert reading.corrections[0].applied
    assert all(account.frame.joined for account in reading.accounts[:1])
    before = sum(claim.origins.high for account in plain.accounts for claim in account.claims)
    after = sum(claim.origins.high for account in reading.accounts for claim in account.claims)
    assert after <= before


def test_what_fits_no_longer_is_listed(plain: Reading, engine: Engine) -> None:
    report = plain.reports[0].report
    gone = Mark("0" * 64, "text", Span(0, 4), "Gone")
    moved = Mark(report.sha256, "text", Span(0, 4), "zzzz")
    reading = again(engine, *(Correction("not a quote", (mark,), DAY, "why") for mark in (gone, moved)))
    assert [state.applied for state in reading.corrections] == [False, False]
    assert reading.accounts == plain.accounts
    listed = json.loads(reading.to_json())["corrections"]
    assert [row["applied"] for row in listed] == [False, False]
    assert "is not among the inputs" in reading.to_html()
    assert "do not stand there any more" in reading.to_html()
    assert not stands(moved, report)


def test_a_correction_survives_its_file(tmp_path: Path, plain: Reading) -> None:
    made = Correction(
        "not a quote", marks_of(plain, "not a quote", (plain.reports[0].statements[0].id,)), DAY, "a title"
    )
    file = tmp_path / "corrections.jsonl"
    file.write_text(correction_line(made) + "\n\n", "utf-8")
    assert load_corrections(file) == (made,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "corrections.jsonl:1: not a correction"),
        ('{"kind": "bogus", "marks": [], "date": "2031-05-14"}', "not a correction"),
        ('{"kind": "same claim", "marks": [], "date": "2031-05-14"}', "needs 2 marks, 0 given"),
        (
            '{"kind": "not a quote", "marks": [{"page": "a", "part": "text", "span": [0, 1], "words": "a"}], "date": "May"}',
            "'May' is no day",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "corrections.jsonl"
    file.write_text(line, "utf-8")
    with pytest.raises(UsageError, match=r".") as error:
        load_corrections(file)
    assert said in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_corrections(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("kind", "wanted", "said"),
    [
        ("same claim", ("s1", "1"), "is no claim"),
        ("not a quote", ("1",), "neither a statement nor a quotation"),
        ("same claim", ("1:99", "2"), "report 99 has no wording"),
        ("same actor", ("Nobody Atall", "Davor Hest"), "no report names anybody"),
        ("same claim", ("zzz", "1"), "nothing has the number or id"),
    ],
)
def test_what_cannot_be_marked_is_said(plain: Reading, kind: str, wanted: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError) as error:
        marks_of(plain, kind, wanted)  # type: ignore[arg-type]
    assert said in str(error.value)


def test_marks_hold_the_words_where_they_stand(plain: Reading) -> None:
    reports = {found.report.sha256: found.report for found in plain.reports}
    for mark in marks_of(plain, "same claim", ("1", "2")):
        assert stands(mark, reports[mark.page])
        assert not stands(replace(mark, words=mark.words + "x"), reports[mark.page])
