"""What the program finds in the example reports, cut into pieces that the documentation shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from functools import cache, partial
from io import StringIO
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import get_args

from rich.console import Console

import consilience
from consilience.model.account import Claim, DifferenceScope, Stake, Standing
from consilience.pipeline import Reading
from consilience.present import terminal
from consilience.present.labels import ranges as report_ranges
from consilience.present.labels import report_names, standing_badge
from consilience.present.method import BadgeErrors

__all__ = ["BLOCKS", "Reading", "measured_blocks", "reading"]

_ROOT = Path(__file__).resolve().parents[2]
_DIFFERENCE = re.compile(r" *d\d+ ")
_WIDTH = 100
_NOT_YET = "not measured yet"


@cache
def reading() -> Reading:
    """The example reports, read from the root of the checkout as the README's command reads them."""
    with chdir(_ROOT):
        return consilience.read(["examples/reports"])


def printed(findings: Reading) -> list[str]:
    """The lines that `consilience read` prints into a pipe."""
    out = StringIO()
    terminal.render(findings, Console(file=out, width=_WIDTH, highlight=False, soft_wrap=False, color_system=None))
    return out.getvalue().splitlines()


def head(findings: Reading) -> str:
    """The first story's title, day, place and counts."""
    lines = printed(findings)
    return "\n".join(["```text", *lines[_top(lines) : lines.index("The account") - 1], "```"])


def _top(lines: list[str]) -> int:
    """Where the first story begins: after the last empty line but one before its account."""
    return max(at for at in range(lines.index("The account") - 1) if not lines[at]) + 1


def excerpt(findings: Reading) -> str:
    """The first story's head, its account, and what is told differently."""
    lines = printed(findings)
    account = lines.index("The account")
    end = lines.index("", account)
    odd = lines.index("Disputed or odd", end)
    told = [at for at in range(odd, lines.index("", odd)) if _DIFFERENCE.match(lines[at])]
    last = max(told, default=odd)
    while told and lines[last + 1].startswith("     "):
        last += 1
    shown = [*lines[_top(lines) : end], "", "[…]", "", *lines[odd : last + 1]]
    return "\n".join(["```text", *shown, "[…]", "```"])


def example_of(standing: Standing, findings: Reading) -> str:
    """The first claim of the example reports that has a standing, with the reasons the program gives."""
    numbered = [claim for account in findings.accounts for claim in account.claims]
    for number, claim in enumerate(numbered, start=1):
        if claim.standing == standing and not claim.background:
            return "\n".join(["```text", *_claim_lines(number, claim, findings), "```"])
    return "No claim of the example reports has this standing."


def _claim_lines(number: int, claim: Claim, findings: Reading) -> list[str]:
    badge = standing_badge(claim.standing, claim.origins)
    names = report_names(findings)
    reports = report_ranges([names[r] for r in dict.fromkeys(s.report for s in claim.support)])
    said = (
        f"claim {number}: {claim.wording}",
        f"{badge.shape} {badge.word} {badge.number} · {reports}",
        f"why: {claim.standing_because}",
        f"counted: {claim.origins.because}",
    )
    return [line for text in said for line in wrap(text, _WIDTH, subsequent_indent="    ")]


def measured_blocks(rows: Sequence[BadgeErrors]) -> Mapping[str, Callable[[], str]]:
    """For each standing, stake and scope how often it is wrong, and all of them as one table."""
    badges = (*get_args(Standing), *get_args(Stake), *get_args(DifferenceScope))
    blocks = {f"errors of {badge}": partial(_measured, rows, badge) for badge in badges}
    return MappingProxyType({**blocks, "errors by badge": partial(_table, rows)})


def decisions(root: Path) -> str:
    """The pages of decisions with their titles."""
    listed = sorted((root / "docs" / "decisions").glob("*.md"))
    titles = [page.read_text("utf-8").lstrip().splitlines()[0].lstrip("# ") for page in listed]
    return "\n".join(f"- [{title}](decisions/{page.name})" for title, page in zip(titles, listed, strict=True))


def _measured(rows: Sequence[BadgeErrors], badge: str) -> str:
    found = next((row for row in rows if row.badge == badge and row.wrong), None)
    if found is None:
        return f"How often this badge is wrong: **{_NOT_YET}**."
    return f"How often this badge is wrong: **{found.wrong}** ({found.counted_on})."


def _table(rows: Sequence[BadgeErrors]) -> str:
    """All badges, one a row."""
    listed = (f"| {row.badge} | {row.wrong or _NOT_YET} | {row.counted_on} |".replace("|  |", "| |") for row in rows)
    return "\n".join(("| badge | wrong | counted on |", "|---|---|---|", *listed))


BLOCKS: Mapping[str, Callable[[Reading], str]] = MappingProxyType(
    {
        "account head": head,
        "account excerpt": excerpt,
        **{f"example of {s}": partial(example_of, s) for s in get_args(Standing)},
    }
)
