"""The arguments that several commands take, and the exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ALL_READ, SOME_FAILED, USAGE, NOTHING_READ = 0, 1, 2, 3

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...", help="Text and HTML files (also .gz), JSON Lines files, folders; - is standard input."
    ),
]
Jsonl = Annotated[
    list[str] | None,
    typer.Option(
        "--jsonl",
        metavar="FILE",
        help="A file of JSON Lines (id, text; if known title, outlet, date, url); may be given again.",
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="The outlet of text files that no reports.csv describes.")
]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of text files that no reports.csv describes.")
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="A TOML file of settings.")]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option("--corrections", metavar="FILE", help="Corrections by hand, JSON Lines as `correct` writes them."),
]
Workers = Annotated[
    int, typer.Option(min=1, help="Processes that read reports; the output is the same for any number.")
]
AccountFile = Annotated[
    Path | None,
    typer.Option("--account", metavar="FILE", help="A file that read --json wrote, instead of paths."),
]
