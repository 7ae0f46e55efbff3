"""`consilience group`: the story and copy family of each report."""

from __future__ import annotations

from consilience.commands.inputs import Told, inputs_of, job_of, read_all
from consilience.commands.options import CorrectionsFile, Date, Jsonl, Outlet, Paths, SettingsFile, Workers
from consilience.commands.outputs import end, put_lines
from consilience.present import export


def group(
    paths: Paths = None,
    jsonl: Jsonl = None,
    outlet: Outlet = None,
    date: Date = None,
    settings: SettingsFile = None,
    corrections: CorrectionsFile = None,
    workers: Workers = 1,
) -> None:
    """Print the story and copy family of each report, and the thread its story is part of.

    JSON Lines: id, source, story, family, agency, thread, and in words why it stands in the story and in the family.
    """
    reading = read_all(inputs_of(paths, jsonl), job_of(Told(outlet, date, settings, corrections), workers))
    put_lines(export.group_lines(reading))
    end(reading.rejected, bool(reading.reports))
