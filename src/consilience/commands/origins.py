"""`consilience origins`: the real-world sources of a story, their stake, and what rests on them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import console, end_shown, put_lines
from consilience.present.origins import origin_lines
from consilience.present.origins import origins as shown


def origins(
    paths: Paths = None,
    account: AccountFile = None,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="One story alone: its number, or the beginning of its id.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one story a line.")] = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Show the origins of each story with their stake.

    Who they are, how many claims rest on each, and why several names count as one.
    """
    wanted, listed = _story_first(story, paths)
    findings = findings_of(listed, jsonl, account, Told(outlet, date, settings, corrections))
    if json:
        put_lines(origin_lines(findings, wanted))
    else:
        console().print(shown(findings, wanted))
    end_shown(findings, account)


def _story_first(story: str | None, paths: list[str] | None) -> tuple[str | None, list[str] | None]:
    """A first argument that is a number and no file is the story that is wanted."""
    if story is None and paths and paths[0].isdecimal() and not Path(paths[0]).exists():
        return paths[0], paths[1:] or None
    return story, paths
