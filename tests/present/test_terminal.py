"""The account in the terminal, and `why`."""

import io

import pytest
from rich.console import Console

from consilience.errors import UsageError
from consilience.model.account import Findings
from consilience.present.terminal import render, why
from tests.present.accounts import findings
from tests.present.worlds import hostile, two_stories


def shown(found: Findings, width: int = 80, **options: bool) -> str:
    """What a console of this width prints."""
    out = io.StringIO()
    render(found, Console(file=out, width=width, **options))  # type: ignore[arg-type]
    return out.getvalue()


def asked(found: Findings, wanted: str) -> str:
    """What `why` prints."""
    out = io.StringIO()
    Console(file=out, width=100).print(why(found, wanted))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("found", [findings(), hostile(), two_stories()])
def test_lines_fit_and_end_with_their_words(found: Findings, width: int) -> None:
    """No line is wider than the console or 120 columns, and none trails white space."""
    lines = shown(found, width).splitlines()
    assert max(len(line) for line in lines) <= min(width, 120)
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("found", [findings(), hostile()])
def test_piped_output_is_plain(found: Findings) -> None:
    """Without a terminal there is no escape sequence, not even one that a report brings."""
    assert "\x1b" not in shown(found)


def test_terminal_gets_colours_but_no_foreign_commands() -> None:
    """The only escape sequences are the program's own."""
    text = shown(hostile(), force_terminal=True)
    assert "\x1b[" in text
    assert "\x1b[31mred" not in text
    assert "\x1b[2J" not in text


def test_numbers_of_claims_run_on_and_are_answered() -> None:
    """Every number printed can be asked for."""
    found = two_stories()
    for wanted in ("1", "9", "10", "s1", "s7", "d3", "q2", "r6"):
        assert asked(found, wanted).strip()
    assert "Claim 10" in asked(found, "10")
    assert "Obermoor" in asked(found, "10")


def test_why_shows_words_chain_and_rule() -> None:
    """Behind a claim stand its passages, chains, counting rule and who does not carry it."""
    text = " ".join(asked(findings(), "5").split())
    for part in (
        "words: “two people were hurt”",
        "The Sule Courier → Piet Lanning",
        "anonymous: “a fire officer”",
        "Counted as 2 to 3 origins",
        "cannot tell: reports 2, 3",
    ):
        assert part in text


def test_ids_are_found_by_their_beginning() -> None:
    """A statement, timeline entry or event is asked for by its id."""
    found = findings()
    statement = found.reports[0].statements[1]
    assert "We leave with a signature" in asked(found, statement.id[:8])
    assert "4 March 2031, happened" in asked(found, found.accounts[0].timeline[0].id)
    assert "AGREE" in asked(found, found.accounts[0].events[0].id)
    assert "Report 4" in asked(found, found.reports[3].report.id)


@pytest.mark.parametrize(("wanted", "reason"), [("zz", "nothing has"), ("s99", "nothing has"), ("", "nothing has")])
def test_unknown_ids_are_refused(wanted: str, reason: str) -> None:
    """What nobody has is an error of usage."""
    with pytest.raises(UsageError, match=reason):
        why(findings(), wanted)


def test_ambiguous_beginnings_are_refused() -> None:
    """A beginning that several ids share names their kinds."""
    found = findings()
    ids = [claim.id for claim in found.accounts[0].claims] + [s.id for r in found.reports for s in r.statements]
    firsts = sorted({i[0] for i in ids if not i[0].isdigit() and sum(j[0] == i[0] for j in ids) > 1})
    with pytest.raises(UsageError, match="give more of it"):
        why(found, firsts[0])


def test_inputs_add_up() -> None:
    """What was given is what was read, read in part, rejected and passed over."""
    assert "7 inputs: 4 read, 1 read in part or with damage, 2 rejected, 0 passed over." in shown(findings())


def test_nothing_read_is_said() -> None:
    """A run without a report says so."""
    assert "No story: no report could be read." in shown(Findings((), (), (), "engine"))


def test_ascii_console_gets_ascii_signs() -> None:
    """A console without Unicode gets plain shapes for the program's own signs."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "ascii", errors="replace")
    render(findings(), Console(file=out, width=80))
    out.flush()
    assert "* agreed by 2 to 3 independent origins" in raw.getvalue().decode("ascii")
