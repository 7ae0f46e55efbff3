"""Claims set right by hand: what a reader says is the same stands together, what is not the same stands apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.model.account import AlignedClaim, Alignment
from consilience.model.correction import Correction, Mark
from consilience.model.event import Proposition
from consilience.model.spans import overlap
from consilience.model.story import AnnotatedReport

_SAME, _APART = "set together by hand", "set apart by hand"


def set_right(alignment: Alignment, reports: Sequence[AnnotatedReport], corrections: Sequence[Correction]) -> Alignment:
    """The alignment with corrections applied in the order they were made; comparisons inside one claim fall away."""
    claims = list(alignment.claims)
    for correction in corrections:
        if correction.kind in ("same claim", "not the same"):
            marked = [_meant(mark, reports) for mark in correction.marks]
            if all(marked):
                change = _together if correction.kind == "same claim" else _apart
                claims = change(claims, marked[0], marked[1])
    ordered = tuple(sorted(claims, key=lambda claim: claim.propositions))
    home = {p: at for at, claim in enumerate(ordered) for p in claim.propositions}
    kept = tuple(c for c in alignment.comparisons if home.get(c.left) != home.get(c.right))
    return Alignment(ordered, kept)


def _meant(mark: Mark, reports: Sequence[AnnotatedReport]) -> frozenset[str]:
    """The propositions whose words fit the marked ones best; none where no words are shared."""
    fits = {
        p.id: _fit(p, mark)
        for told in reports
        if told.report.sha256 == mark.page
        for p in told.propositions
        if p.part == mark.part
    }
    best = max(fits.values(), default=0)
    return frozenset(id_ for id_, fit in fits.items() if fit == best > 0)


def _fit(proposition: Proposition, mark: Mark) -> int:
    """Per mille of the longer side that the proposition and the marked words share."""
    shared = sum(overlap(span, mark.span) for span in proposition.spans)
    longer = max(sum(span.end - span.start for span in proposition.spans), mark.span.end - mark.span.start)
    return 1000 * shared // max(1, longer)


def _together(claims: list[AlignedClaim], left: frozenset[str], right: frozenset[str]) -> list[AlignedClaim]:
    """The claims that hold any of the two sides' propositions as one."""
    met = [claim for claim in claims if set(claim.propositions) & (left | right)]
    if len(met) < 2:
        return claims
    one = AlignedClaim(tuple(sorted(p for claim in met for p in claim.propositions)), _SAME)
    return [*(claim for claim in claims if claim not in met), one]


def _apart(claims: list[AlignedClaim], left: frozenset[str], right: frozenset[str]) -> list[AlignedClaim]:
    """Where one claim holds both sides, the right side's propositions become a claim of their own."""
    found: list[AlignedClaim] = []
    for claim in claims:
        moved = tuple(p for p in claim.propositions if p in right and p not in left)
        if moved and set(claim.propositions) & left and len(moved) < len(claim.propositions):
            rest = tuple(p for p in claim.propositions if p not in moved)
            found += [replace(claim, propositions=rest, because=_APART), AlignedClaim(moved, _APART)]
        else:
            found.append(claim)
    return found
