"""Claims that are pieces of one passage told once: what a reader would meet as the same words stands as one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from consilience.model.account import AlignedClaim
from consilience.model.event import Proposition
from consilience.model.spans import covers
from consilience.reconcile.embedding import only_tells_which
from consilience.reconcile.library import Library
from consilience.reconcile.phrases import Phrase, best_phrase
from consilience.reconcile.wholeness import whole_span
from consilience.wording import fold

_FRAMES = frozenset(("be", "have"))  # acts that say little without a relative clause
_Known = tuple[AlignedClaim, tuple[Proposition, ...], Phrase]


def folded(library: Library, claims: Sequence[AlignedClaim], apart: Collection[str]) -> tuple[AlignedClaim, ...]:
    """The claims, those made one that are shown by the same words of one statement and carried by no other reports.

    Claims with a proposition in `apart` (one that somebody denies or tells otherwise) stay as they are.
    """
    shown: defaultdict[tuple[object, ...], list[_Known]] = defaultdict(list)
    kept: list[AlignedClaim] = []
    for claim in _with_frames(library, claims, apart):
        told = tuple(library.propositions[i] for i in claim.propositions if i in library.propositions)
        if not told or set(claim.propositions) & set(apart):
            kept.append(claim)
            continue
        phrase = best_phrase(library, told)
        words = library.propositions[phrase.proposition]
        shown[phrase.passages, words.statement, words.status].append((claim, told, phrase))
    for key in sorted(shown, key=repr):
        kept += _joined(shown[key])
    return tuple(sorted(_sentences(library, kept, apart), key=lambda c: c.propositions))


def _sentences(library: Library, claims: Sequence[AlignedClaim], apart: Collection[str]) -> list[AlignedClaim]:
    """The claims, those of one telling alone that are clauses of what one speaker says in one sentence as one.

    A clause is the unit in which reports are compared; what no other telling carries is told by the sentence.
    """
    groups: defaultdict[object, list[AlignedClaim]] = defaultdict(list)
    for claim in claims:
        told = [library.propositions[i] for i in claim.propositions if i in library.propositions]
        places = frozenset((p.report, p.part, p.sentence, p.statement) for p in told)
        alone = len({library.telling(p.report) for p in told}) == 1 and len({p.report for p in told}) == len(places)
        groups[places if alone and not set(claim.propositions) & set(apart) else claim.propositions].append(claim)
    return [
        AlignedClaim(
            tuple(sorted(i for c in group for i in c.propositions)),
            group[0].because if len(group) == 1 else "told once",
        )
        for group in groups.values()
    ]


def _with_frames(library: Library, claims: Sequence[AlignedClaim], apart: Collection[str]) -> tuple[AlignedClaim, ...]:
    """The claims, a clause that says little without a relative one ("there are things" that …) in the claim of that one."""
    of = {i: claim for claim in claims for i in claim.propositions}
    known = [library.propositions[i] for i in of if i in library.propositions]
    whole: defaultdict[tuple[str, str, int], list[Proposition]] = defaultdict(list)
    for p in known:
        if fold(p.act) in _FRAMES and len(of[p.id].propositions) == 1 and p.id not in apart:
            whole[p.report, p.part, p.sentence].append(p)
    taken: dict[str, AlignedClaim] = {}
    for q in known:
        frames = whole.get((q.report, q.part, q.sentence), ()) if len(of[q.id].propositions) > 1 else ()
        if frames and only_tells_which(library, q):
            taken |= {p.id: of[q.id] for p in frames if _carries(library, p, q)}
    joined = [
        replace(c, propositions=(*c.propositions, *(i for i, of_one in taken.items() if of_one is c))) for c in claims
    ]
    return tuple(c for c in joined if not set(c.propositions) <= set(taken))


def _carries(library: Library, proposition: Proposition, relative: Proposition) -> bool:
    """Whether a clause ends in another one that says which thing it means."""
    span = whole_span(library, proposition)
    return span is not None and proposition.statement == relative.statement and covers(span, relative.act_span)


def _joined(known: Sequence[_Known]) -> list[AlignedClaim]:
    """The claims that no report but one carries as one; what several carry takes in only pieces of its own clause.

    Another piece of the sentence asserts something else, which the other reports do not say.
    """
    ordered = sorted(known, key=lambda k: (-len(_carriers(k)), k[0].propositions))
    wide = _of_one_telling([k for k in ordered if len(_carriers(k)) > 1])
    once = [k for k in ordered if len(_carriers(k)) == 1]
    found = []
    for first in wide:
        taken = [k for k in once if _within(k, first)]
        once = [k for k in once if k not in taken]
        found.append(_one((first, *taken), first[0].because))
    reports = sorted({min(_carriers(k)) for k in once})
    told = ([k for k in once if _carriers(k) == {report}] for report in reports)
    return [*found, *(_one(k, k[0][0].because if len(k) == 1 else "told once") for k in told)]


def _of_one_telling(wide: Sequence[_Known]) -> list[_Known]:
    """The claims of several reports, those made one that are pieces of the very same statements."""
    groups: defaultdict[frozenset[tuple[str, str | None]], list[_Known]] = defaultdict(list)
    for known in wide:
        groups[frozenset((p.report, p.statement) for p in known[1])].append(known)
    return [
        (_one(group, group[0][0].because), tuple(p for k in group for p in k[1]), group[0][2])
        for group in groups.values()
    ]


def _carriers(known: _Known) -> frozenset[str]:
    return frozenset(p.report for p in known[1])


def _within(known: _Known, around: _Known) -> bool:
    """Whether all propositions of a claim lie inside clauses of another one."""
    return all(
        any(
            p.report == q.report and p.part == q.part and all(any(covers(b, a) for b in q.spans) for a in p.spans)
            for q in around[1]
        )
        for p in known[1]
    )


def _one(known: Sequence[_Known], because: str) -> AlignedClaim:
    return AlignedClaim(tuple(sorted({i for claim, _, _ in known for i in claim.propositions})), because)
