"""Claims that are pieces of one passage told once: what a reader would meet as the same words stands as one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from consilience.model.account import AlignedClaim
from consilience.model.event import Proposition
from consilience.reconcile.library import Library
from consilience.reconcile.phrases import Phrase, best_phrase

_Known = tuple[AlignedClaim, tuple[Proposition, ...], Phrase]


def folded(library: Library, claims: Sequence[AlignedClaim], apart: Collection[str]) -> tuple[AlignedClaim, ...]:
    """The claims, those made one that are shown by the same words of one statement and carried by no other reports.

    Claims with a proposition in `apart` (one that somebody denies or tells otherwise) stay as they are.
    """
    shown: defaultdict[tuple[object, ...], list[_Known]] = defaultdict(list)
    kept: list[AlignedClaim] = []
    for claim in claims:
        told = tuple(library.propositions[i] for i in claim.propositions if i in library.propositions)
        if not told or set(claim.propositions) & set(apart):
            kept.append(claim)
            continue
        phrase = best_phrase(library, told)
        words = library.propositions[phrase.proposition]
        shown[phrase.passages, words.statement, words.status].append((claim, told, phrase))
    for key in sorted(shown, key=repr):
        kept += _joined(shown[key])
    return tuple(sorted(kept, key=lambda c: c.propositions))


def _joined(known: Sequence[_Known]) -> list[AlignedClaim]:
    """The claim that most reports carry takes in those that none but its reports carry."""
    ordered = sorted(known, key=lambda k: (-len({p.report for p in k[1]}), k[0].propositions))
    first, told, _ = ordered[0]
    reports = {p.report for p in told}
    taken = [claim for claim, others, _ in ordered[1:] if {p.report for p in others} <= reports]
    rest = [claim for claim, _, _ in ordered[1:] if claim not in taken]
    ids = tuple(sorted({i for claim in (first, *taken) for i in claim.propositions}))
    because = first.because if len(reports) > 1 or not taken else "told once"
    return [AlignedClaim(ids, because), *rest]
