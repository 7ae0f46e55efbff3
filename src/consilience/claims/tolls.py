"""How many people a clause counts by what befell them: the dead, the hurt, the moved, by quantities and by tolls in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consilience.lexicons import table, word_list, word_set
from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.event import Proposition
from consilience.model.spans import Span, overlap
from consilience.wording import fold, words

_MEASURES = frozenset(
    ("day", "hour", "km", "kilometre", "kg", "metre", "mile", "minute", "month", "tonne", "week", "year")
)
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBER = rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_LEAST = r"(?P<least>at least |more than |over )?"
_PART = re.compile(r"\s*of (?:the|them|whom|those|these|its|their)\b", re.IGNORECASE)
_PART_INSIDE = re.compile(r"\bof (?:the|them|whom|those|these|its|their)\b", re.IGNORECASE)


def numbers_of(part: PartAnnotations, proposition: Proposition, acts: Sequence[str], text: str) -> tuple[Quantity, ...]:
    """The numbers of a clause; people counted by their fate go by it, whatever they are called. `acts`: its verb, its act.

    "Four of the dead" counts a part and stands against no count of the whole.
    """
    told = [q for q in part.quantities if q.span in proposition.quantities]
    found = [q for q in told if not _partial(text, q)]
    fates_told = (_one_fate(_fate(act, proposition, text)) for act in acts)
    found = _by_fate(found, proposition, next((fate for fate in fates_told if fate is not None), None), text)
    if not any(q.unit in fates() for q in found):
        found += _in_words(text, proposition, [q.span for q in told])
    return tuple(found)


def fates() -> frozenset[str]:
    """The names of what befalls people whom reports count."""
    return frozenset(table("units", "fates").values()) | frozenset(table("acts", "fates").values())


def _fate(act: str, proposition: Proposition, text: str) -> str | None:
    """What befell the people of a clause, by its verb ("lost their lives": killed)."""
    if act == "lose" and any({"life", "lives"} & set(words(text[s.start : s.end])) for s in proposition.spans):
        return "killed"
    moved = table("acts", "fates").get(act) if _to_safety(text, proposition) else None
    return table("units", "fates").get(act) or moved


def _one_fate(fate: str | None) -> str | None:
    """Those who are captured are arrested, whoever tells it."""
    return table("acts", "units").get(fate, fate) if fate is not None else None


def _to_safety(text: str, proposition: Proposition) -> bool:
    said = {fold(w).removesuffix("s") for s in proposition.spans for w in words(text[s.start : s.end])}
    return bool(said & word_set("acts", "havens"))


def _by_fate(told: Sequence[Quantity], proposition: Proposition, fate: str | None, text: str) -> list[Quantity]:
    """The quantities with the people among them under their fate; several kinds of people add up to one count."""
    people = [p.span for p in (*proposition.who, *proposition.whom)]
    counted = [q for q in told if _countable(q) and any(overlap(q.span, p) for p in people)]
    if fate is None or not counted or any(q.unit in fates() for q in told):
        return [replace(q, unit=_unit(q.unit)) for q in told]
    lows, highs = [q.low for q in counted], [q.high for q in counted]
    low = sum(n for n in lows if n is not None) if None not in lows else None
    high = sum(n for n in highs if n is not None) if None not in highs else None
    more = _uncounted(proposition, counted, text)
    whole = replace(
        counted[0], unit=fate, low=None if low is None else low + more, high=None if high is None else high + more
    )
    return [whole, *(q for q in told if q not in counted)]


def _uncounted(proposition: Proposition, counted: Sequence[Quantity], text: str) -> int:
    """How many more stand beside those with a number ("two dockers and a guardsman")."""
    people = (
        proposition.who if any(overlap(q.span, p.span) for q in counted for p in proposition.who) else proposition.whom
    )
    others = [p.span for p in people if not any(overlap(q.span, p.span) for q in counted)]
    return sum(text[s.start : s.end].casefold().startswith(("a ", "an ")) for s in others)


def _unit(unit: str) -> str:
    """A body counts a death; measures of one thing go by one spelling."""
    return "killed" if unit in word_set("acts", "bodies") else table("acts", "units").get(unit, unit)


def _countable(quantity: Quantity) -> bool:
    return quantity.unit.isalpha() and quantity.unit.islower() and quantity.unit not in _MEASURES


def _partial(text: str, quantity: Quantity) -> bool:
    said = text[quantity.span.start : quantity.span.end]
    return bool(_PART.match(text, quantity.span.end)) or bool(_PART_INSIDE.search(said))


def _in_words(text: str, proposition: Proposition, known: Sequence[Span]) -> Iterator[Quantity]:
    """A toll that is no quantity of its own: "the number of dead has risen to 14", "20 drowned", and a number alone after
    words of the dead ("there were at least five")."""
    first, last = proposition.spans[0].start, proposition.spans[-1].end
    for match in (m for pattern in (_TOLL, _VERB) for m in pattern.finditer(text, first, last)):
        here = Span(match.start("n"), match.end("n"))
        if not any(s.start <= here.start < s.end for s in known):
            low = _value(match["n"])
            yield Quantity(proposition.part, here, low, None if match["least"] else low, "killed", match["least"])
            return
    bare = _BARE.search(text, first, last)
    if bare and bare.end() == last and not known and _PERISHED.search(text[text.rfind("\n\n", 0, first) + 1 : first]):
        low = _value(bare["n"])
        span = Span(bare.start("n"), bare.end("n"))
        yield Quantity(proposition.part, span, low, None if bare["least"] else low, "killed", bare["least"])


def _value(said: str) -> float:
    word = said.casefold()
    return float(_WORDS.index(word) + 1) if word in _WORDS else float(said.replace(",", ""))


def _listed(name: str) -> str:
    return "|".join(word_list("acts", name))


_TOLL = re.compile(
    rf"\b(?:{_listed('tolls')})\b[^.;!?]{{0,140}}?"
    rf"\b(?:at|to|reached|reaches|reach|passed|is|was|stands at)\s+{_LEAST}{_NUMBER}\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"\b{_LEAST}{_NUMBER}(?: people| persons)?(?: are| were)? (?:{_listed('perished')})\b", re.IGNORECASE
)
_BARE = re.compile(rf"\b(?:were|counted|counts)\s+{_LEAST}{_NUMBER}$", re.IGNORECASE)
_PERISHED = re.compile(rf"\b(?:{_listed('perished')})\b", re.IGNORECASE)
