"""Measures told differently: one thing of the story that weighs 300 kilograms here and 450 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.lexicons import table
from consilience.model.account import Difference, Side
from consilience.model.annotations import Quantity, Token
from consilience.model.ids import content_id
from consilience.model.spans import Passage
from consilience.reconcile.lead import lead
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of
from consilience.trees import child, head_of, subject, tokens_within
from consilience.wording import fold, words

_LEAD = 2  # sentences that must name the thing: what a report does not begin with may be another thing of that name
_STEPS = 4  # tokens that are climbed from a number to its thing
_ROUGH = 0.05  # share by which "about" widens a number
_LOOSE = frozenset(("%", "degree", "km/h", "magnitude", "°C", "°F"))
_BESIDE = frozenset(("appos", "conj", "dep", "list", "parataxis"))
_BEFORE = frozenset(("amod", "compound", "nummod"))
_VERBS = frozenset(("measure", "weigh"))


@dataclass(frozen=True, slots=True)
class _Told:
    """What one report says a thing measures, and the sentence in which it does."""

    report: str
    value: str
    low: float
    high: float
    passages: tuple[Passage, ...]


def measures_told_differently(library: Library) -> list[Difference]:
    """Number differences of the things that the reports begin with; a report with two values for one thing has no say."""
    told: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for report in library.reports:
        for key, values in _of_report(library, report).items():
            if len({(v.low, v.high) for v in values}) == 1:
                told[key].append(values[0])
    found = (_difference(noun, unit, _camps(told[noun, unit])) for noun, unit in sorted(told))
    return [d for d in found if d is not None]


def _of_report(library: Library, report: str) -> dict[tuple[str, str], list[_Told]]:
    named = _begun_with(library, report)
    found: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for noun, quantity in _measured(library, report):
        if noun in named:
            found[noun, quantity.unit].append(_told(library, report, quantity))
    return {key: values for key, values in found.items() if all(v.passages for v in values)}


def _begun_with(library: Library, report: str) -> frozenset[str]:
    """The words of a report's headline and first sentences."""
    told = library.reports[report]
    return frozenset(
        word
        for p in lead(told, _LEAD)
        for span in p.spans
        for word in words(text_of(told.report, p.part)[span.start : span.end])
    )


def _measured(library: Library, report: str) -> Iterator[tuple[str, Quantity]]:
    """The nouns of a report's text with the measures that it gives them."""
    part = library.parts.get((report, "text"))
    units = set(table("units", "measures").values()) - _LOOSE
    for quantity in part.quantities if part is not None else ():
        if part is not None and quantity.unit in units and quantity.low == quantity.high:
            inside = tokens_within(part.tokens, quantity.span)
            thing = _thing(part.tokens, head_of(part.tokens, inside)) if inside.last > inside.first else None
            if thing is not None and part.tokens[thing].pos == "NOUN":
                yield fold(part.tokens[thing].lemma), quantity


def _thing(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that a number measures: "a 5kg bell", "the bell weighs 5kg", "a bell of 5kg"."""
    for _ in range(_STEPS):
        head, relation = tokens[at].head, tokens[at].relation
        named = child(tokens, at, "nsubj")
        if named is not None and child(tokens, at, "cop") is not None:
            return named
        if head < 0:
            return None
        if relation.split(":")[0] in _BEFORE and head > at:
            return head if all(t.pos != "PUNCT" for t in tokens[at:head]) else None
        if fold(tokens[head].lemma) in _VERBS and relation.split(":")[0] in ("obj", "obl", "xcomp", "ccomp"):
            return _weighed(tokens, head)
        if relation == "nmod" and _case(tokens, at) == "of":
            return head
        if relation not in _BESIDE | _BEFORE:
            return None
        at = head
    return None


def _weighed(tokens: Sequence[Token], verb: int) -> int | None:
    """The subject of "weighs", or the noun on which its relative clause hangs, not the name within ("the bell of St Ode")."""
    if not tokens[verb].relation.startswith("acl"):
        return subject(tokens, verb)
    at = tokens[verb].head
    while tokens[at].pos == "PROPN" and tokens[at].relation.split(":")[0] in ("appos", "flat", "nmod"):
        at = tokens[at].head
    return at


def _case(tokens: Sequence[Token], at: int) -> str:
    case = child(tokens, at, "case")
    return fold(tokens[case].word) if case is not None else ""


def _told(library: Library, report: str, quantity: Quantity) -> _Told:
    sentence = sentence_span(library, report, "text", quantity.span)
    said = text_of(library.reports[report].report, "text")[quantity.span.start : quantity.span.end]
    value, wide = quantity.low or 0.0, _ROUGH if quantity.hedge else 0.0
    passages = passages_at(library, report, "text", (sentence,))
    return _Told(report, " ".join(said.split()), value * (1 - wide), value * (1 + wide), passages)


def _camps(told: Sequence[_Told]) -> list[list[_Told]]:
    """Reports whose values meet, together."""
    camps: list[list[_Told]] = []
    for one in sorted(told, key=lambda t: (t.low, t.high, t.passages)):
        if camps and one.low <= max(t.high for t in camps[-1]):
            camps[-1].append(one)
        else:
            camps.append([one])
    return camps


def _difference(noun: str, unit: str, camps: Sequence[Sequence[_Told]]) -> Difference | None:
    if len(camps) != 2:
        return None
    sides = tuple(Side(c[0].value, tuple(p for t in c for p in t.passages), ()) for c in camps)
    key = tuple(p for side in sides for p in side.passages)
    because = f"two measures of one thing ({noun}, {unit}) that do not meet"
    return Difference("d" + content_id("difference", "number", key), "number", "conflict", (), sides, because)
