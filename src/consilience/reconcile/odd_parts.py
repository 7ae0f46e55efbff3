"""Parts of a count of people, told in the sentence after it, that are more than the whole. Odd, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.spans import Span, covers
from consilience.reconcile.odd_sums import NUMBER, OddSum, of_people, value_of

_OF_THEM = re.compile(
    rf"\b({NUMBER}) of (?:them\b|(?:these|those)(?=[,.;]| (?:are|had|have|people|persons|was|were|who)\b))",
    re.IGNORECASE,
)
_SEXES = re.compile(
    rf"\b({NUMBER})(?: of them)?(?: were| are| was)?(?: an?)? (men|women|man|woman|boys?|girls?)\b", re.IGNORECASE
)
_OTHERS = re.compile(rf"\b({NUMBER}) others\b", re.IGNORECASE)
_OF_THE = re.compile(rf"\bof the {NUMBER} [^.;]*?, ({NUMBER}) ", re.IGNORECASE)


def odd_parts(text: str, part: PartAnnotations) -> Iterator[OddSum]:
    """Counts of people whose parts in the next sentence are more than they are.

    A part that is larger alone, men and women together, or those that "of the nine" did one thing and "others" who did
    another. What may overlap ("seven were dockers and six were under thirty") is left alone.
    """
    for first, after in pairwise(s.span for s in part.sentences):
        totals = [q for q in part.quantities if covers(first, q.span) and of_people(q)]
        if len(totals) == 1 and _whole(text, totals[0]):
            yield from _more(text, totals[0], first, after)


def _whole(text: str, total: Quantity) -> bool:
    """Whether a count is a plain one of several people, and no part itself ("five of these people")."""
    plain = total.hedge is None and total.low == total.high and (total.low or 0) > 1
    return plain and " of " not in text[total.span.start : total.span.end]


def _more(text: str, total: Quantity, first: Span, after: Span) -> Iterator[OddSum]:
    """Where the parts are more than the whole."""
    whole = int(total.low or 0)
    for found in (_larger(text, whole, after), _sexes(text, after), _others(text, first, after)):
        parts = sum(value_of(m[1]) for m in found)
        if found and parts > whole:
            because = f"the parts ({' and '.join(m[1] for m in found)}) come to {parts}, not {whole}"
            if len(found) == 1:
                because = f"a part ({parts}) is larger than the whole ({whole})"
            where = [m for m in found if m.start() >= after.start]
            yield OddSum(total.span, Span(where[0].start(), where[-1].end()), because)
            return


def _larger(text: str, whole: int, after: Span) -> list[re.Match[str]]:
    """One of the parts "of them" that is larger than the whole."""
    found = _OF_THEM.finditer(text, after.start, after.end)
    return [m for m in found if value_of(m[1]) > whole][:1]


def _sexes(text: str, after: Span) -> list[re.Match[str]]:
    """Men and women, where both are counted."""
    found = list(_SEXES.finditer(text, after.start, after.end))
    return found if len({m[2].lower()[0] for m in found}) > 1 else []


def _others(text: str, first: Span, after: Span) -> list[re.Match[str]]:
    """Those who "of the nine" did one thing, and the others who did another."""
    told = _OF_THE.search(text, first.start, first.end)
    others = _OTHERS.search(text, after.start, after.end)
    return [told, others] if told is not None and others is not None else []
