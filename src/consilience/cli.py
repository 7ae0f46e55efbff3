"""The command line. Exit codes: 0 all read, 1 some inputs failed (the rest was done), 2 usage, 3 nothing could be read."""

from __future__ import annotations

import datetime
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from typer.exceptions import TyperException

from consilience import _version
from consilience.engines import Engine, load_engine
from consilience.errors import ConsilienceError, InputError, UsageError
from consilience.model.account import Findings
from consilience.model.report import Rejection
from consilience.pipeline import Reading
from consilience.present import export, terminal
from consilience.read.sources import ReadOptions
from consilience.run.local import Job, Result, findings, results
from consilience.settings import Settings, load_settings

ALL_READ, SOME_FAILED, USAGE, NOTHING_READ = 0, 1, 2, 3
_INTERRUPTED = 130
_FEW = 5  # inputs; with more, progress is shown

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Read many news reports of the same happenings and get one account in which every statement leads back to its "
        "sentence, its outlet and the origin it rests on. Works offline.\n\n"
        "Exit codes: 0 all inputs were read; 1 some inputs failed, the rest was done; 2 wrong usage; 3 nothing could be read."
    ),
)

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
Workers = Annotated[
    int, typer.Option(min=1, help="Processes that read reports; the output is the same for any number.")
]
AccountFile = Annotated[
    Path | None,
    typer.Option("--account", metavar="FILE", help="A file that read --json wrote, instead of paths."),
]


@app.command(no_args_is_help=True)
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
    inputs = _inputs(paths, jsonl)
    _check_outputs((html, json, md), inputs, settings)
    job = _job(outlet, date, settings, workers)
    reading = _read(inputs, job)
    for target, write in ((html, reading.to_html), (json, reading.to_json), (md, reading.to_markdown)):
        if target is not None:
            _write(target, write)
    terminal.render(reading, _console())
    _end(reading.rejected, bool(reading.reports))


@app.command(no_args_is_help=True)
def annotate(
    paths: Paths = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    workers: Workers = 1,
) -> None:
    """Print what each report says, as JSON Lines.

    One input a line, in the order given.
    """
    job = _job(outlet, date, settings, workers)
    engine = load_engine()
    rejected: list[Rejection] = []
    some = False
    for result in _results(_inputs(paths, jsonl), job, engine):
        sys.stdout.buffer.write(export.annotate_line(result, engine.fingerprint) + b"\n")
        if isinstance(result, Rejection):
            rejected.append(result)
        else:
            some = True
    sys.stdout.flush()
    _end(tuple(rejected), some)


@app.command(no_args_is_help=True)
def group(
    paths: Paths = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    workers: Workers = 1,
) -> None:
    """Print the story and copy family of each report.

    JSON Lines: id, source, story, family, agency.
    """
    reading = _read(_inputs(paths, jsonl), _job(outlet, date, settings, workers))
    for line in export.group_lines(reading):
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.flush()
    _end(reading.rejected, bool(reading.reports))


@app.command(no_args_is_help=True)
def why(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="1 is claim 1; s1, d1, q1, r1 a sentence, difference, quotation, report; or an id's beginning.",
        ),
    ],
    paths: Paths = None,
    account: AccountFile = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
) -> None:
    """Show what a claim or sentence rests on.

    Also for differences, quotations and reports; from paths, or from an account written before.
    """
    if account is not None and (paths or jsonl):
        raise UsageError("give paths or --account FILE, not both")
    if account is not None:
        reading: Findings = _account_file(account)
    else:
        reading = _read(_inputs(paths, jsonl), _job(outlet, date, settings, 1))
    _console().print(terminal.why(reading, wanted))


def _version_wanted(wanted: bool) -> None:
    if wanted:
        typer.echo(f"consilience {_version.__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version_wanted, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """The options before the command."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read: paths, and files of JSON Lines whatever their names."""

    paths: tuple[str, ...]
    jsonl: tuple[str, ...]


def _inputs(paths: list[str] | None, jsonl: list[str] | None) -> Inputs:
    inputs = Inputs(tuple(paths or ()), tuple(jsonl or ()))
    if not inputs.paths and not inputs.jsonl:
        raise UsageError(
            "no input: name files or folders, - for standard input, or --jsonl FILE (why: or --account FILE)"
        )
    return inputs


def _results(inputs: Inputs, job: Job, engine: Engine) -> Iterator[Result]:
    """What the paths hold, then what the files of JSON Lines hold."""
    lines = replace(job, options=replace(job.options, jsonl=True))
    return chain(results(inputs.paths, job, engine), results(inputs.jsonl, lines, engine))


def _job(outlet: str | None, date: str | None, settings: Path | None, workers: int) -> Job:
    if date is not None and not _is_day(date):
        raise UsageError(f"--date {date}: a day is written as 2024-05-14")
    chosen = load_settings(settings) if settings is not None else Settings()
    return Job(ReadOptions(outlet=outlet, date=date), chosen, workers)


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _read(inputs: Inputs, job: Job) -> Reading:
    engine = load_engine()
    done: list[Result] = []
    for result in _results(inputs, job, engine):
        done.append(result)
        _progress(len(done))
    _progress_end(len(done))
    return Reading.of(findings(done, engine, job.settings))


def _progress(done: int) -> None:
    """A counter on standard error: on a terminal one line that counts up, else a line every hundred inputs."""
    if done > _FEW and sys.stderr.isatty():
        print(f"\rread {done} inputs", end="", file=sys.stderr, flush=True)
    elif done % 100 == 0:
        print(f"read {done} inputs", file=sys.stderr, flush=True)


def _progress_end(done: int) -> None:
    if done > _FEW and sys.stderr.isatty():
        print(f"\rread {done} inputs; reconciling", file=sys.stderr, flush=True)


def _check_outputs(targets: Sequence[Path | None], inputs: Inputs, settings: Path | None) -> None:
    """Refuse places that cannot be written, or that are inputs, before the work is done and not after."""
    named = [target for target in targets if target is not None]
    for target in named:
        _check_writable(target)
        if target.exists() and any(
            _is_input(target, Path(path)) for path in (*inputs.paths, *inputs.jsonl, settings or "-")
        ):
            raise UsageError(f"{target}: cannot be written: it is an input")
    if len({target.resolve() for target in named}) < len(named):
        raise UsageError("two outputs have the same name")


def _is_input(target: Path, path: Path) -> bool:
    """Whether the existing file `target` would be read when `path` is."""
    if not path.exists():
        return False
    return target.samefile(path) or (path.is_dir() and path.resolve() in target.resolve().parents)


def _check_writable(target: Path) -> None:
    if target.is_dir():
        raise UsageError(f"{target}: cannot be written: it is a folder")
    if not target.parent.is_dir():
        raise UsageError(f"{target}: cannot be written: there is no folder {target.parent}")
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise UsageError(f"{target}: cannot be written: permission denied")


def _write(target: Path, write: Callable[[Path], str]) -> None:
    try:
        write(target)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror or error}") from error


def _account_file(path: Path) -> Findings:
    try:
        return export.from_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except InputError as error:
        raise UsageError(f"{path}: {error}") from error


class _Output(Console):
    """Standard output; a reader that goes away early (`| head`) is no failure."""

    def on_broken_pipe(self) -> None:
        """Leave quietly with the code of a run that did its work."""
        _discard_output()
        raise SystemExit(ALL_READ)


def _console() -> Console:
    """A console for standard output; plain and of a fixed width when piped, so that the same input gives the same bytes."""
    return _Output(width=None if sys.stdout.isatty() else 100, highlight=False, soft_wrap=False)


def _discard_output() -> None:
    """Send what Python would still write at its end nowhere, or it would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(rejected: tuple[Rejection, ...], some_read: bool) -> NoReturn:
    """Name each failed input on standard error, in one line, and leave with the documented code."""
    failed = [rejection for rejection in rejected if not rejection.passed_over]
    for rejection in failed:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    if not some_read:
        print("nothing could be read", file=sys.stderr)
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(SOME_FAILED if failed else ALL_READ)


def main() -> None:
    """Run the program; every error it knows is one clear line."""
    if sys.stdout is None:
        _fail("standard output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        sys.exit(_run())
    except BrokenPipeError:
        _discard_output()
        sys.exit(ALL_READ)
    except (ConsilienceError, OSError) as error:
        _fail(error.strerror or str(error) if isinstance(error, OSError) else str(error))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(_INTERRUPTED)


def _run() -> int:
    """The exit code of the command that was asked for."""
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else ALL_READ
    except TyperException as error:
        message = error.format_message()
        shown = message if message.startswith("Usage") else f"consilience: {message} (see --help)"
        print(shown, file=sys.stderr)
        return USAGE


def _fail(message: str) -> NoReturn:
    print(f"consilience: {message}", file=sys.stderr)
    if sys.stdout is not None:
        _discard_output()
    sys.exit(USAGE)


if __name__ == "__main__":
    main()
