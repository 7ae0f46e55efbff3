"""Runners on this machine: a loop, or processes. The result is the same for any number of workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from consilience.corrections import states_of
from consilience.engines import Engine, load_engine
from consilience.errors import UnsupportedSentence
from consilience.model.account import Account, Findings
from consilience.model.correction import Correction
from consilience.model.report import Page, Rejection
from consilience.model.story import AnnotatedReport
from consilience.pipeline import Reading, read_page, reconcile_story, separate, stories_of
from consilience.read.sources import ReadOptions, pages
from consilience.settings import Settings

Result = AnnotatedReport | Rejection
Progress = Callable[[int], None]

_WINDOW = 64  # pages that wait for a worker at a time: enough to keep workers busy, little enough to stay in memory


@dataclass(frozen=True, slots=True)
class ReportStage:
    """The map over pages: its settings and corrections, and `open`, which loads the engine once a worker."""

    settings: Settings
    corrections: tuple[Correction, ...] = ()

    def open(self) -> Callable[[Page | Rejection], Result]:
        """The function a worker applies to each page."""
        engine = load_engine()
        return lambda page: read_page(page, engine, self.settings, self.corrections)


def in_order(stage: ReportStage, sources: Iterable[Page | Rejection], engine: Engine | None = None) -> Iterator[Result]:
    """Apply the stage one page after the other in this process."""
    if engine is not None:
        return (read_page(source, engine, stage.settings, stage.corrections) for source in sources)
    return map(stage.open(), sources)


def in_processes(stage: ReportStage, sources: Iterable[Page | Rejection], workers: int) -> Iterator[Result]:
    """Apply the stage in `workers` processes; results come in the order of the pages."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_open_worker, initargs=(stage,)) as pool:
        feed = iter(sources)
        while batch := list(islice(feed, _WINDOW * workers)):
            yield from pool.map(_work, batch, chunksize=4)


_worker: list[Callable[[Page | Rejection], Result]] = []


def _open_worker(stage: ReportStage) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to answer, once
    _worker[:] = [stage.open()]


def _work(source: Page | Rejection) -> Result:
    return _worker[0](source)


@dataclass(frozen=True, slots=True)
class Job:
    """How a run is done: what the user said of the inputs, the settings, the number of workers, corrections by hand."""

    options: ReadOptions = field(default_factory=ReadOptions)
    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    corrections: tuple[Correction, ...] = ()


def results(paths: Sequence[str], job: Job, engine: Engine | None = None) -> Iterator[Result]:
    """Every input as a report with its annotations or as a rejection, in the order of the inputs."""
    return results_of_pages(pages(paths, job.options, job.settings.read), job, engine)


def results_of_pages(sources: Iterable[Page | Rejection], job: Job, engine: Engine | None = None) -> Iterator[Result]:
    """Every page as a report with its annotations or as a rejection, in the order of the pages."""
    stage = ReportStage(job.settings, job.corrections)
    return in_processes(stage, sources, job.workers) if job.workers > 1 else in_order(stage, sources, engine)


def read(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    job: Job | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read reports and reconcile each story: the main job in one call.

    `paths` are files, folders, or `-`; what cannot be read stands in `rejected` and ends nothing. `progress` is called
    with the number of inputs done.
    """
    job = job or Job()
    listed = [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]
    engine = engine or load_engine()
    done = []
    for result in results(listed, job, engine):
        done.append(result)
        if progress is not None:
            progress(len(done))
    return Reading.of(findings(done, engine, job))


def findings(done: Iterable[Result], engine: Engine, job: Job) -> Findings:
    """Group what was read into stories and reconcile each; a story whose account would not hold is refused by name."""
    reports, rejected = separate(done)
    by_id = {report.report.id: report for report in reports}
    accounts: list[Account] = []
    refused: list[Rejection] = []
    for story in stories_of(reports, job.settings):
        members = [by_id[member] for member in story.reports]
        try:
            accounts.append(reconcile_story(story, members, job.settings, job.corrections))
        except UnsupportedSentence as error:
            sources = ", ".join(sorted(member.report.source for member in members))
            refused.append(Rejection(sources, f"no account of this story could be made: {error}"))
    states = states_of(job.corrections, [found.report for found in reports])
    return Findings(reports, tuple(accounts), (*rejected, *refused), engine.fingerprint, states)
