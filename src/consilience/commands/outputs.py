"""Where a command writes: files that are checked before the work is done, standard output, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from consilience.commands.inputs import Inputs
from consilience.commands.options import ALL_READ, NOTHING_READ, SOME_FAILED
from consilience.errors import UsageError
from consilience.model.account import Findings
from consilience.model.report import Rejection


def check_outputs(targets: Sequence[Path | None], inputs: Inputs, settings: Path | None) -> None:
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


def write(target: Path, writer: Callable[[Path], object]) -> None:
    """Let `writer` write the file; raises UsageError where it cannot be written."""
    try:
        writer(target)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror or error}") from error


def put_lines(lines: Iterable[bytes]) -> None:
    """Write lines of bytes to standard output."""
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.flush()


def console() -> Console:
    """A console for standard output; plain and of a fixed width when piped, so that the same input gives the same bytes."""
    return _Output(width=None if sys.stdout.isatty() else 100, highlight=False, soft_wrap=False)


def discard_output() -> None:
    """Send what Python would still write at its end nowhere, or it would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(rejected: tuple[Rejection, ...], some_read: bool) -> NoReturn:
    """Name each failed input on standard error, in one line, and leave with the documented code."""
    failed = [rejection for rejection in rejected if not rejection.passed_over]
    for rejection in failed:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    if not some_read:
        print("nothing could be read", file=sys.stderr)
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(SOME_FAILED if failed else ALL_READ)


def end_shown(findings: Findings, account: Path | None) -> NoReturn:
    """Leave a command that shows findings: those of a file were read before, those of paths count their failures."""
    if account is not None:
        raise typer.Exit(ALL_READ)
    end(findings.rejected, bool(findings.reports))


class _Output(Console):
    """Standard output; a reader that goes away early (`| head`) is no failure."""

    def on_broken_pipe(self) -> None:
        """Leave quietly with the code of a run that did its work."""
        discard_output()
        raise SystemExit(ALL_READ)


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
