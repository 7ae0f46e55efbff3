"""`consilience annotate`: what each report says, as JSON Lines."""

from __future__ import annotations

import sys

from consilience.commands.inputs import Told, inputs_of, job_of, results_of
from consilience.commands.options import CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile, Workers
from consilience.commands.outputs import end
from consilience.engines import load_engine
from consilience.model.report import Rejection
from consilience.present import export


def annotate(
    paths: Paths = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
    workers: Workers = 1,
) -> None:
    """Print what each report says, as JSON Lines.

    One input a line, in the order given.
    """
    job = job_of(Told(outlet, date, settings, corrections), workers)
    engine = load_engine()
    rejected: list[Rejection] = []
    some = False
    for result in results_of(inputs_of(paths, jsonl), job, engine):
        sys.stdout.buffer.write(export.annotate_line(result, engine.fingerprint) + b"\n")
        if isinstance(result, Rejection):
            rejected.append(result)
        else:
            some = True
    sys.stdout.flush()
    end(tuple(rejected), some)
