"""Why a report belongs to its story, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from consilience.model.story import Membership
from consilience.stories.features import Features
from consilience.stories.frequencies import RARE

_WORDS, _NAMES = 4, 3  # as many of each are told
_LOOKED = 12  # names among which these are looked for
_POSSESSIVE = re.compile(r"['’]s?$")


def memberships(members: Sequence[Features], copies: frozenset[str]) -> tuple[Membership, ...]:
    """For each report of one story why it stands there; `copies` are the ids of those that have a copy in it."""
    carried = Counter(w.word for r in members for w in r.words if w.weight >= RARE)
    named = Counter(folded for r in members for folded, _ in r.called)
    return tuple(Membership(r.report, _because(r, len(members), carried, named, r.report in copies)) for r in members)


def _because(report: Features, size: int, carried: Counter[str], named: Counter[str], is_copy: bool) -> str:
    if size == 1:
        return "no other report here tells of the same happening"
    names = sorted((-named[folded], folded, spelled) for folded, spelled in report.called if named[folded] > 1)
    spoken = {word for folded, _ in report.called for word in folded.split()}
    rare = sorted((-w.weight * (carried[w.word] - 1), w.word) for w in report.words if carried[w.word] > 1)
    told = [word for _, word in rare if _POSSESSIVE.sub("", word) not in spoken][:_WORDS]
    shared = [_listed("the name", _fullest(names)), _listed("the rare word", told)]
    kept = [piece for piece in shared if piece]
    start = "shares its text with a copy" if is_copy else ""
    if not kept:
        return start or "its words taken together are like those of the others"
    return ", and ".join(filter(None, [start, f"shares {' and '.join(kept)} with others of the story"]))


def _fullest(names: Sequence[tuple[int, str, str]]) -> list[str]:
    """The first names, without those that are part of another: "Orla" beside "Orla Vane"."""
    parts = [set(folded.split()) for _, folded, _ in names[:_LOOKED]]
    full = [not any(mine < other for other in parts) for mine in parts]
    return [spelled for (_, _, spelled), kept in zip(names, full, strict=False) if kept][:_NAMES]


def _listed(what: str, items: list[str]) -> str:
    if not items:
        return ""
    head = what if len(items) == 1 else f"{what}s"
    return f"{head} {', '.join(items)}"
