"""`consilience timeline`: what happened, what is planned and when it was reported, in order."""

from __future__ import annotations

from typing import Annotated

import typer

from consilience.commands.events import NoText, Out, put
from consilience.commands.inputs import Told, findings_of, inputs_of
from consilience.commands.options import AccountFile, CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile
from consilience.commands.outputs import check_outputs, end_shown
from consilience.errors import UsageError
from consilience.model.account import Findings
from consilience.present.tables.actor_timeline import actor_json, actor_text
from consilience.present.tables.timelines import timeline_js, timeline_json, timeline_text

_FORMATS = ("text", "json", "timelinejs")
Actor = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The timeline of a person, body or thing over all reports instead: what it did or underwent.",
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(_FORMATS)}.")]


def timeline(
    paths: Paths = None,
    form: Format = "text",
    actor: Actor = None,
    out: Out = None,
    no_text: NoText = False,
    account: AccountFile = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Print the timeline of every story.

    What happened, what is planned and when it was reported, apart; as text, as lines of JSON, or for TimelineJS.
    """
    if form not in _FORMATS:
        raise UsageError(f"--format {form}: there is {', '.join(_FORMATS)}")
    if no_text and form != "json":
        raise UsageError("--no-text goes with --format json")
    if actor is not None and (account is not None or form == "timelinejs"):
        raise UsageError("--actor reads the reports themselves (PATH...), as text or json")
    if account is None:
        check_outputs((out,), inputs_of(paths, jsonl), settings)
    findings = findings_of(paths, jsonl, account, Told(outlet, date, settings, corrections))
    put(_written(findings, form, actor, with_text=not no_text), out)
    end_shown(findings, account)


def _written(findings: Findings, name: str, actor: str | None, *, with_text: bool) -> bytes:
    if name == "timelinejs":
        return timeline_js(findings)
    if name == "json":
        rows = timeline_json(findings, with_text=with_text)
        rows = actor_json(findings, actor, with_text=with_text) if actor is not None else rows
        return b"".join(line + b"\n" for line in rows)
    lines = actor_text(findings, actor) if actor is not None else timeline_text(findings)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
