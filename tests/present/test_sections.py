"""Lists of the page that are put together from the account's: each thing once, reasons in words."""

from dataclasses import replace

import pytest

from consilience.model.account import Findings, NotTold, NotToldKind
from consilience.model.correction import Correction, CorrectionState, Mark
from consilience.model.spans import Span
from consilience.present.day_lines import days, told_once
from consilience.present.sections import corrections, untold
from consilience.present.shelf import shelve
from consilience.present.story import story_views
from tests.present.accounts import findings

FOUND = findings()
ACCOUNT = FOUND.accounts[0]
LONG = "His account could not be verified, and the port office did not respond."
SHORT = "The port office did not respond."


def _line(kind: NotToldKind, text: str, report: int) -> NotTold:
    known = ACCOUNT.not_told[0]
    place = replace(known.passages[0], report=FOUND.reports[report].report.id)
    return replace(known, kind=kind, text=text, legible="", passages=(place,))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (_line("declined", SHORT, 0), [("unclear, declined", LONG)]),
        (_line("unclear", SHORT, 0), [("unclear", LONG)]),
        (_line("declined", SHORT, 1), [("unclear", LONG), ("declined", SHORT)]),
        (_line("declined", "The ministry did not respond.", 0), None),
    ],
)
def test_what_stands_in_another_line_of_the_same_report_is_told_once(
    second: NotTold, expected: list[tuple[str, str]] | None
) -> None:
    """Its kind is told with the longer words; another report's words, and other words, keep their line."""
    account = replace(ACCOUNT, not_told=(_line("unclear", LONG, 0), second))
    shown = [(line.kind, line.words) for line in untold(account, shelve(FOUND))]
    assert shown == (expected or [("unclear", LONG), ("declined", second.text)])


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("given", "Day as given with it."),
        ("date line", "Day from its date line."),
        ("article:published_time", "Day from its page's data."),
        ("datePublished in JSON-LD", "Day from its page's data."),
    ],
)
def test_the_day_of_a_report_says_where_it_stands(rule: str, words: str) -> None:
    """No field of a page's markup is named to a reader."""
    entry = next(e for e in ACCOUNT.timeline if e.lane == "reported")
    found = Findings(
        FOUND.reports, (replace(ACCOUNT, timeline=(replace(entry, because=rule),)),), FOUND.rejected, FOUND.engine
    )
    shelf = shelve(found)
    (day,) = days(story_views(found, shelf)[0], shelf)
    assert [line.because for line in day.reported] == [words]


@pytest.mark.parametrize(("lines", "left"), [(2, 2), (3, 0), (5, 0)])
def test_the_day_that_names_are_counted_from_is_told_once(lines: int, left: int) -> None:
    """Where three lines or more share it; a reason of another day stays with its line."""
    entry = next(e for e in ACCOUNT.timeline if e.lane == "happened")
    shared = "“Tuesday” counted from 2024-03-05, which The Sule Courier states"
    other = "“March” counted from 2024-03-09, which The Sule Courier states"
    timeline = tuple(replace(entry, id=f"t{n}", because=shared) for n in range(lines))
    timeline = (*timeline, replace(entry, id="t-other", because=other))
    found = replace(FOUND, accounts=(replace(ACCOUNT, timeline=timeline),))
    shelf = shelve(found)
    (day,), note = told_once(days(story_views(found, shelf)[0], shelf))
    reasons = [line.because for line in day.happened if line.because]
    assert len(reasons) == left + 1
    assert reasons[-1].startswith("“March” counted from 9 March 2024")
    assert ("counted from 5 March 2024, which The Sule Courier states" in note) == (left == 0)


@pytest.mark.parametrize("words", ["“We left,”", '"We left,"', "We left,"])
def test_a_correction_quotes_its_words_once(words: str) -> None:
    """Words of a quotation carry their marks; they are not put in marks again."""
    made = Correction("not a quote", (Mark("0" * 64, "text", Span(0, len(words)), words),), "2024-05-20", "")
    found = replace(FOUND, corrections=(CorrectionState(made, True, "its words stand where they stood"),))
    assert corrections(found)[0].startswith("not a quote: “We left,” (2024-05-20). Applied")
