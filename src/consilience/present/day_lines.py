"""The timeline as it is shown: day by day, each line with whose word it is and the claim that it stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from consilience.model.account import Account, TimelineEntry
from consilience.present.evidence import ClaimView, names_of
from consilience.present.labels import ReportName, moment_key, moment_words
from consilience.present.shelf import Shelf, by_name
from consilience.present.story import StoryView
from consilience.present.typeset import typeset
from consilience.present.visible import reason

_LONG, _FEW_DAYS = 60, 2  # days before the story, and how many such days stand with the others
_OFTEN = 3  # lines whose reason is told once for all
_COUNTED = re.compile(r"“[^“”]+” (counted from [^“”;]+, which .+ states)\.")
_LINES = frozenset(("bar", "byline", "copyright", "date line", "dateline", "small print"))
_PLAIN = "the day is told in "  # a reason that the numbers of the reports give already


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One line of the timeline with the claim that tells it; none for the day of a report."""

    text: str
    lane: str
    reports: tuple[ReportName, ...]
    because: str
    claim: ClaimView | None

    @property
    def disputed(self) -> bool:
        """Whether somebody denies it."""
        return self.claim is not None and self.claim.claim.standing == "disputed"

    @property
    def who(self) -> str:
        """Whose word it is, where no independent origins agree on it."""
        agreed = self.claim is None or self.claim.claim.standing == "agreed by independent origins"
        return "" if self.claim is None or agreed else self.claim.through


@dataclass(frozen=True, slots=True)
class Day:
    """One day or interval of the timeline with its two lanes."""

    words: str
    key: str
    happened: tuple[DayEntry, ...]
    reported: tuple[DayEntry, ...]


def days(view: StoryView, shelf: Shelf) -> tuple[Day, ...]:
    """The timeline by day, earliest first, what happened or is planned apart from what is the day of a report."""
    claims = {claim.claim.id: claim for claim in view.claims}
    by_moment: dict[str, list[TimelineEntry]] = {}
    for entry in sorted(view.account.timeline, key=lambda e: e.moment):
        by_moment.setdefault(moment_key(entry.moment), []).append(entry)
    return tuple(
        Day(
            moment_words(entries[0].moment),
            key,
            tuple(_day_entry(shelf, e, claims) for e in entries if e.lane != "reported"),
            tuple(_day_entry(shelf, e, claims) for e in entries if e.lane == "reported"),
        )
        for key, entries in by_moment.items()
    )


def long_before(account: Account, days: Sequence[Day]) -> int:
    """How many days at the beginning lie long before the story's day; none where they are few."""
    told = account.frame.day
    if told is None:
        return 0
    latest = (told.earliest - timedelta(_LONG)).isoformat()
    early = sum(day.key != "" and day.key.rsplit("/", 1)[-1] < latest for day in days)
    return early if early > _FEW_DAYS else 0


def told_once(shown: tuple[Day, ...]) -> tuple[tuple[Day, ...], str]:
    """The days without the reason that most of their lines share, and that reason for the head of the timeline.

    What it shares is the day from which names of days and months are counted, and who states that day.
    """
    counted = Counter(base for day in shown for e in day.happened if (base := _base(e)))
    base, uses = max(counted.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if uses < _OFTEN:
        return shown, ""
    bare = tuple(
        replace(day, happened=tuple(replace(e, because="") if _base(e) == base else e for e in day.happened))
        for day in shown
    )
    return bare, f"“Wednesday”, “July” and the like are {base}."


def _base(entry: DayEntry) -> str:
    """From which day the day of a line is counted, and who states it; empty where its reason says more or other things."""
    found = _COUNTED.fullmatch(entry.because)
    return found.group(1) if found else ""


def _day_entry(shelf: Shelf, entry: TimelineEntry, claims: Mapping[str, ClaimView]) -> DayEntry:
    reports = names_of(shelf, dict.fromkeys(p.report for p in entry.passages))
    known = [claims[c] for c in entry.claims if c in claims]
    claim = next((c for c in known if c.claim.standing == "disputed"), known[0] if known else None)
    because = "" if entry.because.startswith(_PLAIN) else reason(by_name(shelf, entry.because))
    if entry.lane == "reported":
        because = _day_from(entry.because)
    return DayEntry(typeset(entry.legible or entry.text), entry.lane, reports, because, claim)


def _day_from(rule: str) -> str:
    """Where the day of a report stands, in words: the rules of metadata are named after their fields."""
    if rule == "given":
        return "Day as given with it."
    return f"Day from its {rule}." if rule in _LINES else "Day from its page's data."
