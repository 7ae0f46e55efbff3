"""Whether what is told otherwise is told of the same matter: a denial of the same act, a number of the same thing."""

from __future__ import annotations

import re

from consilience.lexicons import table, word_set
from consilience.model.account import SET_AGAINST, Comparison
from consilience.model.event import Proposition
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, recipients_of, statement_of
from consilience.reconcile.same_words import clause_words, in_marks, negators, points_at, sentence_words, share_words
from consilience.wording import fold

_MONTHS = frozenset(
    ("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")
)
_MORE = frozenset(("again", "anymore", "any longer", "further", "longer", "yet"))  # "did not spread further"
_PART = re.compile(r"\b\d+ of (?:the|his|her|its|their|those) \d+|\b(?:remain|remained|remains) in\b")
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
    acts = sorted(fold(p.act) for p in (left, right))
    if any(_beside(library, p) or (p.negated and _MORE & set(clause_words(library, p))) for p in (left, right)):
        return False
    if (acts[0] != acts[1] and " ".join(acts) not in word_set("acts", "near")) or share_words(library, left, right):
        return False
    if points_at(left) != points_at(right):
        return False  # what "it" is was not decided
    whom = [set(recipients_of(library, p)) for p in (left, right)]
    if all(whom) and not whom[0] & whom[1]:
        return False
    return bool(negators(library, left)) != bool(negators(library, right))


def _beside(library: Library, proposition: Proposition) -> bool:
    """Whether a participle tells it beside something else ("even while not catching any"), of a time of its own."""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    token = part.tokens[act] if act is not None else None
    return token is not None and token.tag == "VBG" and token.relation.split(":")[0] == "advcl"


def _one_count(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether two counts are of people, or by two speakers, and of one time and whole.

    A sentence that names a year or a month the other does not know tells another happening; numbers of anything else that
    outlets give in their own voice differ, but nobody disputes them.
    """
    partial = any(_PART.search(words_of(library, p)) for p in (left, right))
    spoken = all(statement_of(library, p) is not None for p in (left, right))
    return (
        eras(library, left) == eras(library, right)
        and not partial
        and (spoken or (_of_people(library, left) and _of_people(library, right)))
    )


def eras(library: Library, proposition: Proposition) -> set[str]:
    """The years and months that the sentence of a clause names: another one tells of another happening."""
    return {w for w in sentence_words(library, proposition) if _YEAR.fullmatch(w) or w in _MONTHS}


def words_of(library: Library, proposition: Proposition) -> str:
    """The folded words of a proposition as one text."""
    return " ".join(clause_words(library, proposition))


def _of_people(library: Library, proposition: Proposition) -> bool:
    """Whether a number of the clause counts people by what befell them, or the act says so."""
    fates = table("units", "fates")
    listed = library.parts[proposition.report, proposition.part].quantities
    counted = {q.unit for q in listed if q.span in proposition.quantities}
    said = {*clause_words(library, proposition), fold(proposition.act)}
    return bool(counted & set(fates.values())) or bool(said & word_set("acts", "perished"))
