"""An account beside what a careful reader expects of it: claims, differences, what is left out and what is not told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from consilience.model.account import Account, Claim, Difference, OriginCount
from consilience.model.report import Report
from consilience.model.spans import Passage, Span, overlap
from consilience.model.story import AnnotatedReport

_COVERED = 0.35  # share of the expected words that a claim's support must cover
_CLEARLY = {"asserts", "plans"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Expected words: the report and where they stand in it."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of a story by file name, and their account."""

    reports: dict[str, Report]
    account: Account

    def spot(self, file: str, words: str) -> Spot:
        """Where words stand in a report."""
        match = re.search(r"\s+".join(map(re.escape, words.split())), self.reports[file].text)
        assert match is not None, (file, words)
        return Spot(self.reports[file].id, Span(*match.span()))


def story_of(account: Account, reports: Sequence[AnnotatedReport]) -> Story:
    """The account with the reports it was made from."""
    mine = [r.report for r in reports if r.report.id in account.frame.story.reports]
    return Story({Path(report.source).name: report for report in mine}, account)


def _meets(spot: Spot, passages: Iterable[Passage], share: float = _COVERED) -> bool:
    here = [p.span for p in passages if p.report == spot.report and p.part == "text"]
    shared = sum(max(0, min(s.end, spot.span.end) - max(s.start, spot.span.start)) for s in here)
    return shared >= share * (spot.span.end - spot.span.start)


def carried(claim: Claim, spot: Spot) -> bool:
    """Whether a claim's asserting support covers the words."""
    return any(_meets(spot, s.passages) for s in claim.support if s.stance in _CLEARLY)


def carriers(claim: Claim, spots: Sequence[Spot]) -> frozenset[str]:
    """The propositions of a claim's asserting support that cover any of the words."""
    clear = [s for s in claim.support if s.stance in _CLEARLY]
    return frozenset(s.proposition for s in clear for spot in spots if _meets(spot, s.passages))


def claim_for(story: Story, wordings: dict[str, str]) -> tuple[Claim | None, list[str]]:
    """The claim that carries most of the wordings, and the files whose wording it lacks."""
    spots = {file: story.spot(file, words) for file, words in wordings.items()}
    scored = [(sum(carried(c, s) for s in spots.values()), c) for c in story.account.claims]
    most = max((n for n, _ in scored), default=0)
    if not most:
        return None, sorted(spots)
    best = next(c for n, c in scored if n == most)
    return best, sorted(file for file, spot in spots.items() if not carried(best, spot))


def faults_of_claim(story: Story, wanted: dict[str, Any]) -> list[str]:
    """What is wrong with a claim, in words; empty where all is right."""
    claim, missing = claim_for(story, wanted["wordings"])
    if claim is None:
        return ["not found"]
    faults = [f"not in it: {', '.join(missing)}"] if missing else []
    if claim.standing not in wanted["standing"]:
        faults.append(f"standing {claim.standing} ({claim.standing_because})")
    if "origins" in wanted:
        faults += _origin_faults(claim.origins, wanted["origins"])
    if wanted.get("background") and not claim.background:
        faults.append("not background")
    for file, words in wanted.get("denied", {}).items():
        if not _denied(story, claim, story.spot(file, words)):
            faults.append(f"not denied by {file}")
    return faults


def _origin_faults(count: OriginCount, wanted: dict[str, Any]) -> list[str]:
    faults = []
    if not wanted["lowest"] <= count.low <= count.high <= wanted["highest"]:
        faults.append(f"origins {count.low} to {count.high}")
    told = " ".join([*(o.name for o in count.members), *(o.because for o in count.members), count.because]).casefold()
    faults += [f"origin {name} missing" for name in wanted.get("names", ()) if name.casefold() not in told]
    return faults


def _denied(story: Story, claim: Claim, spot: Spot) -> bool:
    """Whether words deny a claim: as support that denies, or in a difference that touches it."""
    if any(_meets(spot, s.passages) for s in claim.support if s.stance == "denies"):
        return True
    tied = {c for d in story.account.differences if claim.id in d.claims for c in d.claims} - {claim.id}
    others = [c for c in story.account.claims if c.id in tied]
    sides = [s for d in story.account.differences if claim.id in d.claims for s in d.sides]
    return any(_meets(spot, s.passages) for c in others for s in c.support) or any(
        _meets(spot, s.passages, 0.2) for s in sides
    )


def difference_for(story: Story, wanted: dict[str, Any]) -> Difference | None:
    """The difference of the wanted kind and scope whose sides touch the wanted words, in any order."""
    spots = [story.spot(side["file"], side["words"]) for side in wanted["sides"]]
    for difference in story.account.differences:
        if difference.kind != wanted["kind"] or difference.scope not in wanted["scope"]:
            continue
        for sides in permutations(difference.sides, len(spots)):
            if all(_touches(spot, side.passages) for spot, side in zip(spots, sides, strict=True)):
                return difference
    return None


def _touches(spot: Spot, passages: Iterable[Passage]) -> bool:
    return any(p.report == spot.report and overlap(p.span, spot.span) for p in passages)


def coverage_for(story: Story, wordings: dict[str, str], file: str) -> str:
    """What a report does with a claim, in the account's words; `no claim` where it was not found."""
    claim, _ = claim_for(story, wordings)
    report = story.reports[file].id
    cells = () if claim is None else claim.coverage
    return next((c.coverage for c in cells if c.report == report), "no claim")


def told_missing(story: Story, wanted: dict[str, Any]) -> bool:
    """Whether the account says that the words leave something untold."""
    spot = story.spot(wanted["file"], wanted["words"])
    return any(n.kind in wanted["kind"] and _touches(spot, n.passages) for n in story.account.not_told)
