"""`consilience verify`: make the account of a pack again and compare it byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consilience.commands.inputs import Inputs, Told, job_of, pages_of
from consilience.commands.options import ALL_READ, SOME_FAILED, Jsonl, Paths
from consilience.engines import load_engine
from consilience.errors import InputError, UsageError
from consilience.run.packs import read_pack
from consilience.run.packs import verify as checked


def verify(
    pack: Annotated[Path, typer.Argument(metavar="PACK", help="A file that read --pack wrote.")],
    paths: Paths = None,
    jsonl: Jsonl = None,
) -> None:
    """Make the account of a pack again and compare it byte for byte.

    Give the inputs too where the pack carries only their hashes. Exit code 0: the same bytes; 1: not.
    """
    try:
        found = read_pack(pack)
    except InputError as error:
        raise UsageError(str(error)) from error
    given = pages_of(Inputs(tuple(paths or ()), tuple(jsonl or ())), job_of(Told()))
    verdict = checked(found, given, load_engine())
    count = len(found.manifest.pages)
    if verdict.same:
        typer.echo(f"{pack}: the same account, byte for byte, from {count} input{'s' if count != 1 else ''}")
        raise typer.Exit(ALL_READ)
    typer.echo(f"{pack}: not the same account")
    for line in verdict.differs:
        typer.echo(f"  {line}")
    raise typer.Exit(SOME_FAILED)
