"""Whose text a copy family carries: the agency its members name, and the earliest known report of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from consilience.model.story import CopyLink
from consilience.stories.texts import CopyText
from consilience.wording import fold

_THEIRS = 250  # per mille of a report's own wording that must stand in an agency's text for the text to be the agency's

_THEIRS_WHERE_CUT = 100  # the same, where all of an agency's short text stands in a longer one


@dataclass(frozen=True, slots=True)
class Named:
    """The agency of a text, None where nothing decides, and the reason in words; empty where no report names one."""

    name: str | None
    because: str


def named_agency(members: Sequence[CopyText]) -> Named:
    """The agency whose text the members share: the one that all who state one agree on; `members` are sorted by id."""
    spelled: dict[str, str] = {}
    rules: dict[str, set[str]] = {}
    for text in members:
        if text.agency:
            spelled.setdefault(fold(text.agency), text.agency)
            rules.setdefault(fold(text.agency), set()).add(text.agency_rule)
    if not spelled:
        return Named(None, "")
    if len(spelled) > 1:
        names = ", ".join(sorted(spelled.values()))
        return Named(None, f"they name different agencies ({names}), so none is given")
    key, name = next(iter(spelled.items()))
    told = ", ".join(sorted(rule for rule in rules[key] if rule))
    return Named(name, f"the agency is stated: {name}" + (f" ({told})" if told else ""))


def credited(members: Sequence[CopyText], links: Sequence[CopyLink]) -> tuple[str, ...]:
    """The members whose text is the agency's: those that state it, and those a fair part of whose text stands in theirs.

    A report that only takes in a piece of an agency's text is not the agency's.
    """
    found = {text.report for text in members if text.agency}
    waiting = list(links)
    while True:
        gained = {report for link in waiting for report in _gained(link, found)} - found
        if not gained:
            return tuple(sorted(found))
        found |= gained


def _gained(link: CopyLink, known: set[str]) -> tuple[str, ...]:
    """The report that a link adds to those known to carry the agency's text."""
    if link.longer in known and link.contained >= _THEIRS:
        return (link.shorter,)
    least = _THEIRS_WHERE_CUT if link.kind == "cut" else _THEIRS
    return (link.longer,) if link.shorter in known and link.part >= least else ()


def carrier_of(members: Sequence[CopyText], agency: str | None) -> tuple[str | None, str]:
    """The earliest known report of a text, with the reason; None where no member states a day.

    Of reports of one day the agency's own comes first, then those that state the agency, then the longest.
    """
    dated = [text for text in members if text.day]
    if not dated:
        return None, "no report of it states a day, so none is known to be the earliest"
    first = min(text.day for text in dated)
    same = [text for text in dated if text.day == first]
    carrier = min(same, key=lambda text: _rank(text, agency))
    day = date.fromordinal(first).isoformat()
    unknown = len(members) - len(dated)
    open_days = f"; {unknown} without a day may be earlier" if unknown else ""
    if len(same) == 1:
        return carrier.report, f"the earliest, of {day}{open_days}"
    return carrier.report, f"one of {len(same)} of {day}; {_chosen(carrier, agency)}{open_days}"


def _rank(text: CopyText, agency: str | None) -> tuple[bool, bool, int, str]:
    own = agency is not None and text.outlet == fold(agency)
    states = agency is not None and text.agency is not None
    return not own, not states, -len(text.shingles), text.report


def _chosen(carrier: CopyText, agency: str | None) -> str:
    if agency is not None and carrier.outlet == fold(agency):
        return "it is the agency's own"
    return "it states the agency" if agency is not None and carrier.agency else "it is the longest"
