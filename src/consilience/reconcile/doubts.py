"""What a reader should know before trusting an account."""

from __future__ import annotations

from consilience.model.account import Claim, Doubt
from consilience.model.spans import Passage
from consilience.reconcile.library import Library


def doubts_of(library: Library, claims: tuple[Claim, ...]) -> tuple[Doubt, ...]:
    """Doubts about the reports as they came and about what was made of them."""
    found = [*_reports(library), *_damage(library), *_speakers(library, claims)]
    return tuple(d for d in found if d is not None)


def _reports(library: Library) -> list[Doubt]:
    reports = [told.report for told in library.reports.values()]
    undated = [r.source for r in reports if r.published is None]
    unnamed = [r.source for r in reports if r.outlet is None]
    found = [Doubt(f"{r.source}: {r.outlet_note}.", ()) for r in reports if r.outlet_note]
    if undated:
        found.append(
            Doubt(f"{_number(len(undated))} no date: {_some(undated)}. What they could have known is open.", ())
        )
    if unnamed:
        found.append(
            Doubt(f"{_number(len(unnamed))} no outlet: {_some(unnamed)}. Together they add one origin at most.", ())
        )
    if library.frame.day is None:
        found.append(Doubt(f"The day of the happening is not known: {library.frame.day_because}.", ()))
    if library.frame.place is None:
        found.append(Doubt(f"The place of the happening is not known: {library.frame.place_because}.", ()))
    return found


def _number(count: int) -> str:
    return "One report states" if count == 1 else f"{count} reports state"


def _some(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _damage(library: Library) -> list[Doubt]:
    found = []
    for told in library.reports.values():
        if told.report.damage:
            passages = tuple(
                Passage(told.report.id, "text", d.span) for d in told.report.damage if d.span.end > d.span.start
            )
            found.append(Doubt(f"Characters of {told.report.source} are damaged; nothing was repaired.", passages))
    return found


def _speakers(library: Library, claims: tuple[Claim, ...]) -> list[Doubt]:
    """How much rests on speakers that stay open."""
    open_ones = [
        s for told in library.reports.values() for s in told.statements if s.speaker is None or not s.speaker.name
    ]
    named = sum(s.speaker is None or s.speaker.type != "anonymous" for s in open_ones)
    total = sum(len(told.statements) for told in library.reports.values())
    if not named:
        return []
    return [Doubt(f"For {named} of {total} statements the speaker stays open; they never raise the least count.", ())]
