"""Paths as typed → pages, or reasons why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.model.report import Page, Rejection
from consilience.settings import ReadSettings


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about all inputs: the outlet and date of files that have none, and that files are JSON Lines."""

    outlet: str | None = None
    date: str | None = None
    jsonl: bool = False


def pages(paths: Sequence[str], options: ReadOptions, settings: ReadSettings) -> Iterator[Page | Rejection]:
    """Every input that `paths` name, in order: read as a page, or rejected with one line that names it and the reason.

    What is not a report by its nature (links, hidden files, `*_files` folders, `reports.csv`) comes as a rejection with
    `passed_over` set: it is counted, but is no failure.
    """
    raise NotImplementedError
