"""`consilience read`: the main job."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from consilience.commands.inputs import Told, inputs_of, job_of, pages_of, read_all
from consilience.commands.options import CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile, Workers
from consilience.commands.outputs import check_outputs, console, end, write
from consilience.present import terminal
from consilience.run.packs import write_pack


def read(
    paths: Paths = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the account as one self-contained page.")
    ] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the account as JSON.")] = None,
    md: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the account as Markdown with footnotes.")
    ] = None,
    pack: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a pack that `verify` can make the account again from.")
    ] = None,
    hashes_only: Annotated[
        bool, typer.Option("--hashes-only", help="With --pack: keep the inputs' hashes in the pack, not their bytes.")
    ] = False,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
    workers: Workers = 1,
) -> None:
    """Read reports and print one account a story."""
    inputs = inputs_of(paths, jsonl)
    check_outputs((html, json, md, pack), inputs, settings)
    job = job_of(Told(outlet, date, settings, corrections), workers)
    sources = tuple(pages_of(inputs, job)) if pack is not None else None
    reading = read_all(inputs, job, sources)
    for target, writer in ((html, reading.to_html), (json, reading.to_json), (md, reading.to_markdown)):
        if target is not None:
            write(target, writer)
    if pack is not None and sources is not None:
        write(pack, partial(write_pack, sources=sources, reading=reading, job=job, bodies=not hashes_only))
    terminal.render(reading, console())
    end(reading.rejected, bool(reading.reports))
