"""`consilience correct`: one line for the file of corrections."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from consilience.commands.inputs import Told, findings_of, is_day
from consilience.commands.options import AccountFile, Jsonl, Paths
from consilience.corrections import correction_line
from consilience.errors import UsageError
from consilience.model.correction import Correction, CorrectionKind
from consilience.present.marking import marks_of

_KINDS: dict[str, CorrectionKind] = {
    "same-claim": "same claim",
    "not-the-same": "not the same",
    "not-a-quote": "not a quote",
    "same-actor": "same actor",
    "not-the-same-actor": "not the same actor",
    "same-origin": "same origin",
}


def correct(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=", ".join(_KINDS) + ".")],
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="A claim (3, or 3:2 for the wording of report 2), a quotation (q1), an id, or a name."
        ),
    ],
    other: Annotated[
        str | None, typer.Option("--and", metavar="WHAT", help="The other claim or name, where the kind needs two.")
    ] = None,
    paths: Paths = None,
    account: AccountFile = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept with the correction.")] = "",
    day: Annotated[
        str | None, typer.Option("--day", metavar="YYYY-MM-DD", help="The day of the correction; today if not given.")
    ] = None,
    jsonl: Jsonl = None,
) -> None:
    """Print one line for the file of corrections that --corrections reads.

    It holds the hash of the page, the span and the words it is about.
    """
    if kind not in _KINDS:
        raise UsageError(f"{kind}: there is no such correction; there are {', '.join(_KINDS)}")
    if (other is None) != (kind == "not-a-quote"):
        raise UsageError(
            f"{kind} takes one WHAT" if kind == "not-a-quote" else f"{kind} takes two: WHAT and --and WHAT"
        )
    made = day or datetime.date.today().isoformat()
    if not is_day(made):
        raise UsageError(f"--day {made}: a day is written as 2024-05-14")
    findings = findings_of(paths, jsonl, account, Told())
    marks = marks_of(findings, _KINDS[kind], (wanted,) if other is None else (wanted, other))
    typer.echo(correction_line(Correction(_KINDS[kind], marks, made, note)))
