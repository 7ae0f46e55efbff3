"""`consilience events`: who did what to whom, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of, inputs_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import check_outputs, end_shown, write
from consilience.errors import UsageError
from consilience.present.tables import formats
from consilience.present.tables.table import available, parquet

Format = Annotated[
    str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(formats.FORMATS)}; Parquet needs --out.")
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write to this file instead of standard output.")
]
NoText = Annotated[
    bool,
    typer.Option("--no-text", help="Leave out the reports' sentences; where they stand and their hashes are kept."),
]


def events(
    paths: Paths = None,
    form: Format = "jsonl",
    out: Out = None,
    no_text: NoText = False,
    account: AccountFile = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Print who did what to whom, when and where, with all mentions.

    PLOVER JSON Lines, tables after ICEWS and GDELT, CSV, Parquet or GeoJSON.
    """
    _check(form, out)
    if account is None:
        check_outputs((out,), inputs_of(paths, jsonl), settings)
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    if out is not None and form in formats.PARQUET_FORMATS:
        made = formats.table(findings, form, with_text=not no_text)
        write(out, lambda path: parquet(made, path))
    else:
        data = formats.written(findings, form, with_text=not no_text)
        put(data, out)
    end_shown(findings, account)


def put(data: bytes, out: Path | None) -> None:
    """Write the bytes to the file, or to standard output where none is named."""
    if out is not None:
        write(out, lambda path: path.write_bytes(data))
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def _check(name: str, out: Path | None) -> None:
    """Refuse a format that is not there before anything is read."""
    if name not in formats.FORMATS:
        raise UsageError(f"--format {name}: there is {', '.join(formats.FORMATS)}")
    if name in formats.PARQUET_FORMATS:
        if out is None:
            raise UsageError(f"--format {name} is no text: give --out FILE")
        available()
