"""`consilience copies`: which reports share one text, who had it first, and what was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import console, end_shown, put_lines
from consilience.present.copies import copy_lines
from consilience.present.copies_shown import copies as shown


def copies(
    paths: Paths = None,
    account: AccountFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one story a line.")] = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show which reports are copies of one text.

    Families and stretches with their edits, the earliest known carrier, the agency, and why.
    """
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    if json:
        put_lines(copy_lines(findings))
    else:
        console().print(shown(findings))
    end_shown(findings, account)
