"""What the badges mean and where the program goes wrong, in words for readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from consilience.lexicons import records
from consilience.model.account import Standing


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: of what, by which measure, and on which texts it was counted, and by whom."""

    what: str
    measure: str
    figure: str
    counted_on: str


@dataclass(frozen=True, slots=True)
class BadgeErrors:
    """How often a badge is wrong (empty: nobody has counted yet), and on what that was counted."""

    badge: str
    wrong: str
    counted_on: str


STANDING_MEANINGS: tuple[tuple[Standing, str], ...] = (
    (
        "agreed by independent origins",
        "At least two origins that do not depend on each other tell it, not all of them parties.",
    ),
    ("parties only", "Only those who have a stake in the happening tell it."),
    ("one origin", "However many reports carry it, they lead back to one speaker, agency or document."),
    ("disputed", "Somebody denies it, or tells it in a way that cannot also hold."),
    ("outlet's own voice", "An outlet tells it and names nobody it has it from."),
    ("unsure", "The program cannot decide what it rests on."),
)

LIMITS: tuple[str, ...] = (
    "Nothing here says what is true. It says who tells what, through whom, and how many independent origins there are.",
    "Only the reports that were given were read. What other reports tell is not known here.",
    "Speakers, clauses and names are found by a small language model and by rules; both err. "
    "Open the evidence before you rely on a sentence.",
    "Two wordings are lined up as one claim only with a reason, which is shown; some that belong together stay apart.",
    "A report that states no outlet or no day is kept as it is; nothing is guessed.",
)


@cache
def measured() -> tuple[Measured, ...]:
    """The figures that are bundled with this version."""
    return tuple(
        Measured(_told(row, "what"), _told(row, "measure"), _told(row, "figure"), _told(row, "counted_on"))
        for row in records("measured", "figures")
    )


@cache
def badge_errors() -> tuple[BadgeErrors, ...]:
    """For each badge how often it is wrong."""
    return tuple(
        BadgeErrors(_told(row, "badge"), _told(row, "wrong"), _told(row, "counted_on"))
        for row in records("measured", "badges")
    )


def _told(row: Mapping[str, object], key: str) -> str:
    return str(row[key])
