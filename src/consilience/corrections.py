"""Corrections by hand: a file of JSON Lines, one a line, read on every run; what no longer fits is listed, never dropped."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from consilience.errors import UsageError
from consilience.model.correction import Correction, CorrectionState, Mark
from consilience.model.report import Report
from consilience.settings import ActorSettings

_MARKS = {"not a quote": 1}


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file of JSON Lines; raises UsageError naming the file, the line and the reason."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: corrections cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return tuple(_read(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def correction_line(correction: Correction) -> str:
    """A correction as a line of its file."""
    return msgspec.json.encode(correction).decode("utf-8")


def _read(line: str, place: str) -> Correction:
    try:
        found = msgspec.json.decode(line, type=Correction)
    except msgspec.MsgspecError as error:
        raise UsageError(f"{place}: not a correction: {error}") from error
    wanted = _MARKS.get(found.kind, 2)
    if len(found.marks) != wanted:
        raise UsageError(
            f"{place}: “{found.kind}” needs {wanted} mark{'s' if wanted > 1 else ''}, {len(found.marks)} given"
        )
    try:
        datetime.date.fromisoformat(found.date)
    except ValueError:
        raise UsageError(f"{place}: {found.date!r} is no day; a day is written as 2024-05-14") from None
    return found


def states_of(corrections: Iterable[Correction], reports: Sequence[Report]) -> tuple[CorrectionState, ...]:
    """For each correction whether all of its marks stand where they stood."""
    pages: dict[str, list[Report]] = {}
    for report in reports:
        pages.setdefault(report.sha256, []).append(report)
    return tuple(_state(correction, pages) for correction in corrections)


def fitting(corrections: Iterable[Correction], reports: Sequence[Report]) -> tuple[Correction, ...]:
    """The corrections that still fit."""
    return tuple(state.correction for state in states_of(corrections, reports) if state.applied)


def _state(correction: Correction, pages: dict[str, list[Report]]) -> CorrectionState:
    for mark in correction.marks:
        if mark.page not in pages:
            return CorrectionState(correction, False, f"the page with “{mark.words}” is not among the inputs")
        if not any(stands(mark, report) for report in pages[mark.page]):
            return CorrectionState(correction, False, f"the words “{mark.words}” do not stand there any more")
    return CorrectionState(correction, True, "its words stand where they stood")


def stands(mark: Mark, report: Report) -> bool:
    """Whether the marked words stand in the report where the mark says."""
    text = report.title if mark.part == "title" else report.text
    return report.sha256 == mark.page and text[mark.span.start : mark.span.end] == mark.words


def actors_by_hand(settings: ActorSettings, corrections: Iterable[Correction]) -> ActorSettings:
    """The user's table of actors with what corrections add to it."""
    same, apart, one = list(settings.same), list(settings.apart), list(settings.one_origin)
    for correction in corrections:
        names = tuple(mark.words for mark in correction.marks)
        if correction.kind == "same actor":
            same.append(names)
        elif correction.kind == "not the same actor":
            apart.append(names)
        elif correction.kind == "same origin":
            one.append(names)
    return replace(settings, same=tuple(same), apart=tuple(apart), one_origin=tuple(one))
