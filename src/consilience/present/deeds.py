"""Who did what to whom as it is shown: the reports' words for the act, what it was coded as in plain words, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from consilience.model.account import EventEntry
from consilience.present.evidence import ClaimView, names_of
from consilience.present.labels import ReportName, moment_words
from consilience.present.shelf import Shelf
from consilience.present.story import StoryView
from consilience.present.visible import one_line
from consilience.wording import fold

_STEM = 4  # letters by which the words and what they were taken for are one
_GUEST_FIRST = frozenset(("receive somebody",))  # coded by who comes, told by who receives
_OWNERS = frozenset(("her", "his", "its", "my", "our", "their", "your"))
_TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_STATUS: Mapping[str, str] = MappingProxyType({
    "happened": "happened", "ongoing": "going on", "planned": "planned", "threatened": "threatened",
    "hypothetical": "possible, not certain", "denied": "did not happen", "historical": "in the past",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """A coded event in words; `said` are those of the first report, `deed` what they were taken for where that differs."""

    actors: str
    said: str
    deed: str
    recipients: str
    status: str
    day: str
    reports: tuple[ReportName, ...]
    claim: ClaimView | None


def happenings(view: StoryView, shelf: Shelf) -> tuple[Happening, ...]:
    """Who did what to whom: what most reports tell first, then what has two sides, then what happened."""
    claims = {claim.claim.id: claim for claim in view.claims}
    shown = [e for e in view.account.events if _tells_who(e)]
    order = {status: number for number, status in enumerate(_STATUS)}
    shown.sort(
        key=lambda e: (
            -len({p.report for p in e.passages}),
            not (e.actors and e.recipients),
            order.get(e.status, len(order)),
        )
    )
    return tuple(_happening(shelf, e, claims) for e in shown)


def _tells_who(entry: EventEntry) -> bool:
    """Whether a reader knows who is meant: not by "its president" or "his country" alone."""
    first = {fold(name).partition(" ")[0] for name in (*entry.actors, *entry.recipients)}
    return not first & _OWNERS


def _happening(shelf: Shelf, entry: EventEntry, claims: Mapping[str, ClaimView]) -> Happening:
    actors, recipients = entry.actors, entry.recipients
    if entry.deed in _GUEST_FIRST:
        actors, recipients = recipients, actors
    together = entry.type in _TOGETHER and len(entry.actors) > 1 and not entry.recipients
    said = one_line(entry.words) or entry.type.capitalize()
    claim = next((claims[c] for c in entry.claims if c in claims), None)
    return Happening(
        _listed(actors),
        said,
        "" if _says_it(said, entry.deed) else entry.deed,
        "each other" if together else _listed(recipients),
        _status(entry, claim),
        moment_words(entry.moment) if entry.moment is not None else "",
        names_of(shelf, dict.fromkeys(p.report for p in entry.passages)),
        claim,
    )


def _status(entry: EventEntry, claim: ClaimView | None) -> str:
    """What became of it in words: what only a source tells is said to have happened, and a dispute is told."""
    told = [s for s in claim.claim.support if s.stance == "asserts"] if claim is not None else []
    speakers = {fold(origin.name) for origin in claim.claim.origins.members} if claim is not None else set()
    own = any(fold(name) in speakers or fold(name).removeprefix("the ") in speakers for name in entry.actors)
    passed_on = bool(told) and all(s.statement is not None for s in told) and not own
    known = entry.status == "happened"
    status = "said to have happened" if known and passed_on else _STATUS.get(entry.status, entry.status)
    disputed = claim is not None and claim.claim.standing == "disputed" and not own
    return f"{status}, disputed" if disputed else status


def _says_it(said: str, deed: str) -> bool:
    """Whether the words of the report say as much as what they were taken for ("accused": accuse)."""
    alike = fold(said)[:_STEM] == fold(deed)[:_STEM]
    return alike and len(said.split()) >= len(deed.split())


def _listed(names: tuple[str, ...]) -> str:
    """Names in one line, without the "that" that tied one to its sentence."""
    clean = [one_line(name).removeprefix("that ") for name in names]
    return ", ".join(clean[:-1]) + f" and {clean[-1]}" if len(clean) > 1 else "".join(clean)
