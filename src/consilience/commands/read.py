"""`consilience read`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consilience.commands.inputs import Told, inputs_of, job_of, read_all
from consilience.commands.options import Date, Jsonl, Outlet, Paths, SettingsFile, Workers
from consilience.commands.outputs import check_outputs, console, end, write
from consilience.present import terminal


def read(
    paths: Paths = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the account as one self-contained page.")
    ] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the account as JSON.")] = None,
    md: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the account as Markdown with footnotes.")
    ] = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    workers: Workers = 1,
) -> None:
    """Read reports and print one account a story."""
    inputs = inputs_of(paths, jsonl)
    check_outputs((html, json, md), inputs, settings)
    reading = read_all(inputs, job_of(Told(outlet, date, settings), workers))
    for target, writer in ((html, reading.to_html), (json, reading.to_json), (md, reading.to_markdown)):
        if target is not None:
            write(target, writer)
    terminal.render(reading, console())
    end(reading.rejected, bool(reading.reports))
