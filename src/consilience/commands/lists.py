"""`consilience show`, `disputes`, `only-one-origin`, `left-out`: an account, or a short list out of it."""

from __future__ import annotations

from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import console, end_shown, put_lines
from consilience.model.account import Findings
from consilience.present import lists, terminal

Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines, one claim or difference a line.")]


def show(
    paths: Paths = None,
    account: AccountFile = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Print the account; with --account FILE one that was written before."""
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    terminal.render(findings, console())
    end_shown(findings, account)


def disputes(
    paths: Paths = None,
    account: AccountFile = None,
    json: Json = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show what is denied or told differently, by whom and through whom."""
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    _put(findings, "disputes", lists.disputes(findings), json)
    end_shown(findings, account)


def only_one_origin(
    paths: Paths = None,
    account: AccountFile = None,
    json: Json = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show what rests on one origin, however many reports carry it."""
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    _put(findings, "only-one-origin", lists.only_one_origin(findings), json)
    end_shown(findings, account)


def left_out(
    paths: Paths = None,
    account: AccountFile = None,
    json: Json = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show which reports do not carry what others tell, and whether they could have known it."""
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    _put(findings, "left-out", lists.left_out(findings), json)
    end_shown(findings, account)


def _put(findings: Findings, kind: str, shown: lists.Listed, json: bool) -> None:
    if json:
        put_lines(lists.rows(findings, kind))
    else:
        console().print(shown)
