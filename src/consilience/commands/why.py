"""`consilience why`: what one claim, sentence, difference, quotation or report rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import console, end_shown
from consilience.present import terminal


def why(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="1 is claim 1; s1, d1, q1, r1 a sentence, difference, quotation, report; or an id's beginning.",
        ),
    ],
    paths: Paths = None,
    account: AccountFile = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show what a claim or sentence rests on.

    Also for differences, quotations and reports; from paths, or from an account written before.
    """
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    console().print(terminal.why(findings, wanted))
    end_shown(findings, account)
