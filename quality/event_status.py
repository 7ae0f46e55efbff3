"""Checks how real events are told on written cases: python quality/event_status.py [CASES.toml] [--held] [--list]

A case holds `text`, `trigger` (with `occurrence` where it stands several times) and `status`. The event looked at is the one
whose trigger overlaps the case's, what is told as real first. `kept apart` is the share of the cases that did not happen
(planned, threatened, hypothetical, denied) for which no event is told as happened or ongoing; `found`, the share of all cases
for which an event is told; `right`, the share of these whose status is that of the case. Cases that are `held` are left out
unless asked for; --list prints the cases that are not right.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.events.coder import code_events
from consilience.model.event import Event
from consilience.model.spans import Span, overlap
from quality.readings import reading

CASES = Path(__file__).resolve().parents[1] / "tests" / "events" / "cases" / "status.toml"
UNREAL = ("planned", "threatened", "hypothetical", "denied")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the act looked at and how real it is told."""

    text: str
    trigger: Span
    status: str
    held: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case and the status that the program gives the act; None where it tells no event there."""

    case: Case
    status: str | None

    @property
    def kept_apart(self) -> bool:
        """Whether what did not happen is not told as happened."""
        return self.case.status not in UNREAL or self.status not in ("happened", "ongoing", "historical")


def cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file."""
    return tuple(_case(row) for row in tomllib.loads(path.read_text("utf-8"))["case"])


def _case(row: dict[str, str | int | bool]) -> Case:
    text, trigger, at = str(row["text"]), str(row["trigger"]), -1
    for _ in range(int(row.get("occurrence", 1))):
        at = text.index(trigger, at + 1)
    return Case(text, Span(at, at + len(trigger)), str(row["status"]), bool(row.get("held")))


def judged(case: Case, engine: Engine) -> Verdict:
    """What the program makes of a case."""
    events = [e for e in code_events(*reading(case.text, engine)) if overlap(e.trigger, case.trigger)]
    chosen = min(events, key=_by_reality, default=None)
    return Verdict(case, chosen.status if chosen is not None else None)


def _by_reality(event: Event) -> tuple[int, Span]:
    """What is told as real is looked at first, so that no second event hides it."""
    return (0 if event.status in ("happened", "ongoing", "historical") else 1, event.trigger)


def figures(verdicts: Sequence[Verdict]) -> str:
    """The three shares in one line."""
    unreal = [v for v in verdicts if v.case.status in UNREAL]
    found = [v for v in verdicts if v.status is not None]
    apart, right = sum(v.kept_apart for v in unreal), sum(v.status == v.case.status for v in found)
    told = f"cases {len(verdicts)}  kept apart {apart}/{len(unreal)}"
    return f"{told}  found {len(found)}/{len(verdicts)}  right {right}/{len(found)}"


def main(path: Path, *, held: bool, listed: bool) -> None:
    """Judges the cases of a file and prints the shares."""
    engine = load_engine()
    verdicts = [judged(case, engine) for case in cases(path) if case.held == held]
    if listed:
        for verdict in verdicts:
            if verdict.status != verdict.case.status:
                words = verdict.case.text[slice(*verdict.case.trigger)]
                print(f"{verdict.case.status} told as {verdict.status}: {words!r} in {verdict.case.text}")
    print(figures(verdicts))


if __name__ == "__main__":
    paths = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    main(paths[0] if paths else CASES, held="--held" in sys.argv, listed="--list" in sys.argv)
