"""From a command's arguments to what was read, with one clear line for each mistake."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from consilience.corrections import load_corrections
from consilience.engines import Engine, load_engine
from consilience.errors import InputError, UsageError
from consilience.model.account import Findings
from consilience.model.report import Page, Rejection
from consilience.pipeline import Reading
from consilience.present import export
from consilience.read.sources import ReadOptions, pages
from consilience.run.local import Job, Result, findings, results, results_of_pages
from consilience.settings import Settings, load_settings

_FEW = 5  # inputs; with more, progress is shown


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read: paths, and files of JSON Lines whatever their names."""

    paths: tuple[str, ...]
    jsonl: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the user said of text files that nothing else describes, the file of settings, and that of corrections."""

    outlet: str | None = None
    date: str | None = None
    settings: Path | None = None
    corrections: Path | None = None


def inputs_of(paths: list[str] | None, jsonl: list[str] | None) -> Inputs:
    """The inputs named; raises UsageError where there are none."""
    inputs = Inputs(tuple(paths or ()), tuple(jsonl or ()))
    if not inputs.paths and not inputs.jsonl:
        raise UsageError(
            "no input: name files or folders, - for standard input, or --jsonl FILE "
            "(commands that show an account: or --account FILE)"
        )
    return inputs


def job_of(told: Told, workers: int = 1) -> Job:
    """How the run is done; raises UsageError for a day or a settings file that cannot be read."""
    if told.date is not None and not is_day(told.date):
        raise UsageError(f"--date {told.date}: a day is written as 2024-05-14")
    chosen = load_settings(told.settings) if told.settings is not None else Settings()
    corrections = load_corrections(told.corrections) if told.corrections is not None else ()
    return Job(ReadOptions(outlet=told.outlet, date=told.date), chosen, workers, corrections)


def results_of(inputs: Inputs, job: Job, engine: Engine) -> Iterator[Result]:
    """What the paths hold, then what the files of JSON Lines hold."""
    lines = replace(job, options=replace(job.options, jsonl=True))
    return chain(results(inputs.paths, job, engine), results(inputs.jsonl, lines, engine))


def pages_of(inputs: Inputs, job: Job) -> Iterator[Page | Rejection]:
    """The pages that the paths hold, then those of the files of JSON Lines, before anything is read in them."""
    lines = replace(job.options, jsonl=True)
    settings = job.settings.read
    return chain(pages(inputs.paths, job.options, settings), pages(inputs.jsonl, lines, settings))


def read_all(inputs: Inputs, job: Job, sources: Sequence[Page | Rejection] | None = None) -> Reading:
    """Everything read and reconciled, with progress on standard error; `sources` where the pages are known already."""
    engine = load_engine()
    done: list[Result] = []
    for result in results_of_pages(sources, job, engine) if sources is not None else results_of(inputs, job, engine):
        done.append(result)
        _progress(len(done))
    _progress_end(len(done))
    return Reading.of(findings(done, engine, job))


def findings_of(paths: list[str] | None, jsonl: list[str] | None, account: Path | None, told: Told) -> Findings:
    """The findings a command shows: of the paths, or of an account written before; never of both."""
    if account is None:
        return read_all(inputs_of(paths, jsonl), job_of(told))
    if paths or jsonl:
        raise UsageError("give paths or --account FILE, not both")
    return _account_file(account)


def _account_file(path: Path) -> Findings:
    try:
        return export.from_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except InputError as error:
        raise UsageError(f"{path}: {error}") from error


def is_day(text: str) -> bool:
    """Whether the text is a day in ISO form."""
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _progress(done: int) -> None:
    """A counter on standard error: on a terminal one line that counts up, else a line every hundred inputs."""
    if done > _FEW and sys.stderr.isatty():
        print(f"\rread {done} inputs", end="", file=sys.stderr, flush=True)
    elif done % 100 == 0:
        print(f"read {done} inputs", file=sys.stderr, flush=True)


def _progress_end(done: int) -> None:
    if done > _FEW and sys.stderr.isatty():
        print(f"\rread {done} inputs; reconciling", file=sys.stderr, flush=True)
