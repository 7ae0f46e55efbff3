"""`consilience quotes`: who said what, through whom, in which wordings."""

from __future__ import annotations

from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import console, end_shown, put_lines
from consilience.present.quotes import Wanted, saying_lines
from consilience.present.quotes_shown import quotes as shown


def quotes(
    paths: Paths = None,
    account: AccountFile = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this speaker says; a part of the name will do.")
    ] = None,
    variants: Annotated[
        bool, typer.Option("--variants", help="Only utterances that several reports word, side by side.")
    ] = False,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only what comes from or through NAME: an agency, a medium, a body, a person."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one utterance a line.")] = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show who said what.

    Every statement by speaker, with its outlet and chain; wordings of one utterance stand side by side.
    """
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    wanted = Wanted(speaker, origin, variants)
    if json:
        put_lines(saying_lines(findings, wanted))
    else:
        console().print(shown(findings, wanted))
    end_shown(findings, account)
