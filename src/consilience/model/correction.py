"""What a reader set right by hand, and whether it still fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consilience.model.spans import Part, Span

CorrectionKind = Literal["same claim", "not the same", "not a quote", "same actor", "not the same actor", "same origin"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The words a correction is about: the page by its SHA-256, the part, the span of its text layer, and the words there."""

    page: str
    part: Part
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing set right: its kind, one mark ("not a quote") or two, the day (ISO) it was made, and why."""

    kind: CorrectionKind
    marks: tuple[Mark, ...]
    date: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """A correction with what became of it in a run: applied, or kept aside because it fits no longer."""

    correction: Correction
    applied: bool
    because: str
