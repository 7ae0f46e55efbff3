"""The command line. Exit codes: 0 all read, 1 some inputs failed (the rest was done), 2 usage, 3 nothing could be read."""

from __future__ import annotations

import io
import sys
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from consilience import _version
from consilience.commands.annotate import annotate
from consilience.commands.copies import copies
from consilience.commands.correct import correct
from consilience.commands.events import events
from consilience.commands.group import group
from consilience.commands.lists import disputes, left_out, only_one_origin, show
from consilience.commands.options import ALL_READ, NOTHING_READ, SOME_FAILED, USAGE
from consilience.commands.origins import origins
from consilience.commands.outputs import discard_output
from consilience.commands.quotes import quotes
from consilience.commands.read import read
from consilience.commands.timeline import timeline
from consilience.commands.verify import verify
from consilience.commands.why import why
from consilience.errors import ConsilienceError

__all__ = ["ALL_READ", "NOTHING_READ", "SOME_FAILED", "USAGE", "app", "main"]

_INTERRUPTED = 130
# In the order that the help shows them.
_COMMANDS = (
    read, show, why, disputes, only_one_origin, left_out, quotes, origins, copies, events, timeline, group, annotate,
    correct, verify,
)  # fmt: skip

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
for _command in _COMMANDS:
    app.command(no_args_is_help=True)(_command)


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


def main() -> None:
    """Run the program; every error it knows is one clear line."""
    if sys.stdout is None:
        _fail("standard output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        sys.exit(_run())
    except BrokenPipeError:
        discard_output()
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
        discard_output()
    sys.exit(USAGE)


if __name__ == "__main__":
    main()
