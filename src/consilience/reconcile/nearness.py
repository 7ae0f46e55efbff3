"""What a report tells near to a claim without being lined up with it, by vectors and by numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from consilience.lexicons import word_set
from consilience.model.annotations import Quantity
from consilience.model.event import Proposition
from consilience.reconcile.library import Library
from consilience.wording import fold

_NEAR = 560  # per mille likeness of vectors from which two clauses may tell the same
_ONE_ACT = 430  # per mille from which two clauses with one verb may
_EXAMPLES = 6  # wordings of a claim that a report is compared with


def near(library: Library, claim: Sequence[Proposition], report: str, against: Collection[str]) -> bool:
    """Whether a report has a clause whose vector lies near one of the claim's, less near where the verb is one, or gives one
    of its counts.

    Clauses (ids in `against`) that were lined up as telling the opposite do not tell the same in other words.
    """
    told = [p for p in library.reports[report].propositions if p.id not in against]
    return _alike(claim[:_EXAMPLES], told) or _counts(library, claim, report)


def _alike(claim: Sequence[Proposition], told: Sequence[Proposition]) -> bool:
    mine, theirs = ([p for p in side if any(p.vector)] for side in (claim, told))
    left, right = _rows(mine), _rows(theirs)
    if not len(left) or not len(right):
        return False
    light = word_set("acts", "light")
    one_act = np.array([[fold(p.act) == fold(q.act) and fold(p.act) not in light for q in theirs] for p in mine])
    least = np.where(one_act, _ONE_ACT, _NEAR).astype(np.int64)
    products = left @ right.T
    sizes = (left * left).sum(axis=1)[:, None] * (right * right).sum(axis=1)[None, :]
    return bool(((products > 0) & (1_000_000 * products * products >= least * least * sizes)).any())


def _rows(propositions: Sequence[Proposition]) -> NDArray[np.int64]:
    """The vectors as rows of integers, clauses x 384."""
    found = [np.frombuffer(p.vector, np.int8) for p in propositions]
    return np.array(found, dtype=np.int64) if found else np.zeros((0, 384), np.int64)


def _counts(library: Library, claim: Sequence[Proposition], report: str) -> bool:
    """Whether the report gives a number of at least, at most or more than two that the claim gives."""
    mine = {_range(q) for p in claim for q in _quantities(library, p.report) if q.span in p.quantities and _telling(q)}
    return any(_range(q) in mine for q in _quantities(library, report) if _telling(q))


def _quantities(library: Library, report: str) -> list[Quantity]:
    parts = library.reports[report].annotations.parts
    return [quantity for part in parts for quantity in part.quantities]


def _telling(quantity: Quantity) -> bool:
    return quantity.low != quantity.high or (quantity.low or 0) > 2


def _range(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high
