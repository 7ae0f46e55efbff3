"""Whether what is told otherwise is told of the same matter: a denial of the same act, a number of the same thing."""

from __future__ import annotations

import re

from consilience.model.account import SET_AGAINST, Comparison
from consilience.model.event import Proposition
from consilience.reconcile.library import Library, statement_of
from consilience.reconcile.same_words import in_marks, negators, sentence_words, share_words
from consilience.wording import fold

_YEAR = re.compile(r"(?:19|20)\d\d")


def of_one_matter(library: Library, comparison: Comparison) -> bool:
    """Whether two propositions that a comparison sets against each other are surely about one thing."""
    left, right = library.propositions[comparison.left], library.propositions[comparison.right]
    if comparison.because == SET_AGAINST:
        return True
    if any(p.statement is None and in_marks(library, p) for p in (left, right)):
        return False  # a quotation whose speaker is not known
    if comparison.kind == "number":
        return _one_count(library, left, right)
    return comparison.kind != "denial" or _by_act(library, left, right) or _contrary(library, left, right)


def _by_act(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether one of two is a denial by its verb."""
    acts = [statement.act for p in (left, right) if (statement := statement_of(library, p)) is not None]
    return "denied" in acts


def _contrary(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether two tell the same act, one of them with a "not", and not in one quotation that both give."""
    if fold(left.act) != fold(right.act) or share_words(library, left, right):
        return False
    return bool(negators(library, left)) != bool(negators(library, right))


def _one_count(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether two counts are of one time: a sentence that names a year the other does not know tells another happening."""
    mine, theirs = ({w for w in sentence_words(library, p) if _YEAR.fullmatch(w)} for p in (left, right))
    return mine == theirs
