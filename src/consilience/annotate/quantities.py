"""Numbers of news with their units, as ranges: how many people, how much money, how far.

A number is kept only where its unit is known: a measure, a currency, the noun that it counts, or, for people who are
counted without a noun or only as "people", what befell them ("12 killed" and
"killed 12 people" have the unit `killed`, "12 soldiers" has `soldier`).
Years, dates, ages, ordinals, scores, and numbers inside names are not quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.annotate.counted import counted_unit, next_noun
from consilience.annotate.numerals import FIGURE, NUMBER, SCALES, number
from consilience.annotate.times import find_times
from consilience.lexicons import table
from consilience.model.annotations import Quantity, Sentence, Token
from consilience.model.spans import Part, Span, overlap
from consilience.trees import tokens_within


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text before its unit is known; `first` is where the figure itself begins."""

    start: int
    first: int
    end: int
    low: float | None
    high: float | None
    hedge: str | None
    unit: str | None
    vague: str | None = None


def _choice(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_SIGN = rf"(?:(?P<sign>{_choice(list(table('units', 'currency_signs')))})\.?\s?)"
_MONEY = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d]|,\d)"
    r"(?:[ -]?(?:hundred|thousand|million|billion|trillion)\b|\s?(?:mn|bn|tn|m|k)\b)?"
)
_HEDGE = rf"(?:(?P<hedge>{_choice(list(table('units', 'hedges')))})\s+)?"
_MEASURES = _choice(list(table("units", "measures")))
_MONEYS = _choice(list(table("units", "currency_words")))
_TIGHT = (
    rf"(?:{NUMBER}|{FIGURE}(?:m|k|bn|mn|tn)(?=\s(?:{_MONEYS})(?!\w))|half an?(?=\s(?:{_MEASURES})(?!\w))"
    rf"|{FIGURE}(?=(?:{_MEASURES})(?!\w)))"
)
_TO = r"(?:\s?[-–—]\s?|\s(?:to|or)\s(?:as (?:many|much) as )?)"
_NUMBERS = re.compile(
    rf"{_HEDGE}(?P<between>between\s+)?(?:{_SIGN}(?P<m1>{_MONEY})(?:(?:{_TO}|(?P<mand> and ))(?:[$€£])?(?P<m2>{_MONEY}))?"
    rf"|(?P<n1>{_TIGHT})(?:(?:{_TO}|(?P<nand> and ))(?P<n2>{_TIGHT}))?)(?P<plus>\+| or more\b)?",
    re.IGNORECASE,
)
_VAGUE_NUMBERS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2_000_000, "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000, "billions": 2_000_000_000, "tens of billions": 20_000_000_000,
    "hundreds of billions": 200_000_000_000, "several": 3, "a few": 2, "a couple": 2, "a couple of": 2, "a handful": 2,
    "a handful of": 2, "a pair of": 2,
}  # fmt: skip
_VAGUE = re.compile(
    rf"{_HEDGE}(?P<vague>{_choice(list(_VAGUE_NUMBERS))})(?:\s(?P<scale>dozen|hundred|thousand|million|billion))?(?!\w)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"(?:\s|-)?(?P<unit>{_choice([*table('units', 'measures'), *table('units', 'currency_words')])})(?![\w/])"
    r"(?P<per> per hour| an hour|/h|/hr)?",
    re.IGNORECASE,
)
_STARTS = re.compile(r"(?<![\w.,$€£¥-])(?:\d|[A-Za-z]+|[$€£¥₹₩₽₴₺₪₱₦])", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"[-–/:]\d|['’]?s\b|[-/](?:thirds?|quarters?|fifths?|way|time|fold|star)\b|\s?(?:st|nd|rd|th)\b|:\d"
)
_NOT_BEFORE = re.compile(r"(?:\d[-–/:.,]|[A-Za-z]-|#|№|\bNo\.\s?|\bno\.\s?|(?<!dead )\bnumber\s)$")
_LIST_NUMBER = re.compile(r"\d+(?:,\d+)+")


def quantities(part: Part, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """All quantities in the sentences, in reading order."""
    found = []
    for sentence in sentences:
        for amount in _amounts(text, sentence.span):
            whole = amount if amount.unit is not None else _with_noun(amount, tokens)
            if whole is not None and whole.unit:
                span = Span(whole.start, whole.end)
                found.append(Quantity(part, span, whole.low, whole.high, whole.unit, whole.hedge))
    return tuple(found)


def _amounts(text: str, sentence: Span) -> list[Amount]:
    """The numbers of a sentence that are no dates, ages or times of day; lengths of time are numbers of their unit."""
    times = find_times(text, sentence)
    lengths = [t for t in times if t.kind == "duration" and re.fullmatch(r"PT?\d+[YMWDHS]", t.expression)]
    taken = [Span(t.start, t.end) for t in times if t not in lengths]
    found: list[Amount] = []
    at = sentence.start
    while (match := _STARTS.search(text, at, sentence.end)) is not None:
        amount = _amount_at(text, match.start(), sentence.end)
        at = match.end()
        if amount is not None:
            at = max(at, amount.end)
            amount = _lasting(text, amount, [Span(t.start, t.end) for t in lengths])
            amount = amount if amount.unit is not None else _modifying(text, _of_people(text, amount))
            if not any(overlap(Span(amount.first, amount.first + 1), span) for span in taken):
                found.append(amount)
    return found


def _of_people(text: str, amount: Amount) -> Amount:
    """A number that a word before it says is of people: a crowd of 10,000, a death toll that rose to 45."""
    lead = text[max(0, amount.start - 60) : amount.start]
    if _TOLL.search(lead) and not re.match(r" [a-z]", text[amount.end : amount.end + 2]):
        return replace(amount, unit="killed")
    return replace(amount, unit="person") if _CROWD.search(lead) else amount


def _modifying(text: str, amount: Amount) -> Amount:
    """A number joined to its noun by a hyphen (a 12-storey hotel, a 20-strong crew); without a unit where that is none."""
    word = re.match(r"-([a-z]+)(?!\w)", text[amount.end : amount.end + 20])
    if word is None or amount.unit is not None:
        return amount
    if word[1] == "odd":
        return replace(amount, end=amount.end + 4, hedge=amount.hedge or "odd")
    people = word[1] in ("strong", "man", "member", "person", "people")
    unit = "" if word[1] in _NO_MEASURE or word[1].endswith("th") else "person" if people else word[1]
    return replace(amount, end=amount.end + word.end(), unit=unit)


_NO_MEASURE = frozenset(("all", "fold", "ever", "odd", "old", "on", "part", "plus", "something", "time", "up", "way"))
_TOLL = re.compile(
    r"\b(?:death )?toll\b(?: \w+){0,4} (?:to|at|of|is|was|reached|reaches|passed|topped|exceeded) $"
    r"|\bthe dead (?:now )?number(?:ed)? $",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:crowd|audience|congregation|population|workforce|staff|garrison) of $"
    r"|\bcrowds? number(?:ed|s|ing)?(?: in)?(?: the)? $",
    re.IGNORECASE,
)


def _lasting(text: str, amount: Amount, lengths: Sequence[Span]) -> Amount:
    """The amount with its unit of time where it is a length of time."""
    for span in lengths:
        if span.start <= amount.first < span.end:
            unit = re.search(
                r"(second|minute|hour|day|week|month|year|decade|century|fortnight)\w*$",
                text[span.start : span.end].lower(),
            )
            return replace(amount, end=max(span.end, amount.end), unit=unit[1] if unit else amount.unit)
    return amount


def _amount_at(text: str, at: int, end: int) -> Amount | None:
    vague = _VAGUE.match(text, at, end)
    if vague is not None:
        scale = SCALES[vague["scale"].lower()] if vague["scale"] else 1
        low = float(_VAGUE_NUMBERS[vague["vague"].lower()] * scale)
        said = vague["vague"].lower()
        high = low if said.startswith("a pair") else None
        return Amount(
            at,
            vague.start("vague"),
            vague.end(),
            low,
            high,
            vague["hedge"].lower() if vague["hedge"] else None,
            None,
            said,
        )
    match = _NUMBERS.match(text, at, end)
    if match is None:
        return None
    first = match.start("m1") if match["m1"] else match.start("n1")
    listed = _LIST_NUMBER.match(text, first)
    if (
        (listed and number(listed[0]) is None)
        or _NOT_AFTER.match(text, match.end())
        or _NOT_BEFORE.search(text[max(0, first - 14) : first])
    ):
        return None
    share = _SHARE.match(text, match.start("n1")) if match["n1"] else None
    if share is not None:
        return _share(match.start(), share)
    return _measured(_ranged(text, match, first), text, match)


_SHARE = re.compile(
    rf"(?P<part>{NUMBER})(?: out of (?:every )?| in (?:every )?(?=(?:three|four|five|six|ten)\b))(?P<all>{NUMBER})",
    re.IGNORECASE,
)


def _share(at: int, match: re.Match[str]) -> Amount | None:
    """A share of a whole as a percentage (nine out of ten voters, one in five)."""
    part, whole = number(match["part"]), number(match["all"])
    if part is None or whole is None or not part < whole:
        return None
    share = round(100 * part / whole, 1)
    return Amount(at, match.start("part"), match.end(), share, share, None, "%")


def _ranged(text: str, match: re.Match[str], first: int) -> Amount | None:
    one, two = (match["m1"], match["m2"]) if match["m1"] else (match["n1"], match["n2"])
    changes = _CHANGES.search(text[max(0, match.start() - 60) : match.start()]) is not None
    if two is not None and (changes or ((match["mand"] or match["nand"]) and not match["between"])):
        two = None
    low, high = number(one), number(two) if two else None
    end = match.end("m1") if match["m1"] else match.end("n1")
    if low is None or one.lower() in ("a", "an"):
        return None
    hedge = match["hedge"].lower() if match["hedge"] else None
    if two is not None and high is not None:
        low = _scaled(low, one, two, high)
        if high > low:
            last = match.end("m2") if match["m1"] else match.end("n2")
            return Amount(match.start(), first, last, low, high, hedge, None)
        return None
    return _hedged(
        Amount(match.start(), first, match.end() if match["plus"] else end, low, low, hedge, None), match["plus"]
    )


_CHANGES = re.compile(
    r"\b(?:rais|ris|rose|increas|grow|grew|climb|jump|fell|fall|cut|reduc|lower|drop|slash|slip|chang|went|go|up|down"
    r"|brought|hik|lift|push|take|taken|took|widen)\w*(?: [\w'’]+){0,4} from (?:near )?$",
    re.IGNORECASE,
)


def _scaled(low: float, one: str, two: str, high: float) -> float:
    """ "Two to three dozen": the first number shares the scale of the second."""
    scale = SCALES.get(re.split(r"[\s-]+", two.lower().strip())[-1]) or {"bn": 1e9, "m": 1e6, "k": 1e3}.get(
        re.sub(r"[\d.,\s]", "", two.lower())
    )
    bare = not any(word in SCALES for word in re.split(r"[\s-]+", one.lower()))
    return low * scale if scale and bare and low * scale < high else low


def _hedged(amount: Amount, plus: str | None) -> Amount:
    effect = "above" if plus else table("units", "hedges").get(amount.hedge or "", "exact")
    hedge = amount.hedge or (plus.strip() if plus else None)
    if effect == "above":
        return replace(amount, high=None, hedge=hedge)
    return replace(amount, low=None, hedge=hedge) if effect == "below" else amount


def _measured(amount: Amount | None, text: str, match: re.Match[str]) -> Amount | None:
    """The amount with the currency before it, or the measure or currency after it."""
    if amount is None:
        return None
    if match["sign"]:
        return replace(amount, unit=table("units", "currency_signs")[match["sign"].lower()])
    if re.search(r"magnitude(?: of)? $", text[max(0, amount.start - 14) : amount.start]):
        return replace(amount, unit="magnitude")
    after = _MEASURE.match(text, amount.end)
    if after is None or (len(after["unit"]) == 1 and after["unit"] != "%" and after[0][0].isspace()):
        return amount
    name = after["unit"].lower()
    if name == "won" and not re.search(r"thousand|million|billion|trillion|\d{3}$", text[amount.first : amount.end]):
        return amount
    unit = table("units", "measures").get(name) or table("units", "currency_words")[name]
    return replace(amount, end=after.end(), unit=f"{unit}/h" if after["per"] and unit in ("km", "mile") else unit)


def _with_noun(amount: Amount, tokens: Sequence[Token]) -> Amount | None:
    """The amount with what it counts, from the tree; None where nothing is counted."""
    inside = tokens_within(tokens, Span(amount.first, amount.end))
    if inside.last == inside.first:
        return None
    counted = counted_unit(tokens, inside, amount.vague) or next_noun(tokens, inside)
    if counted is None:
        return None
    unit, last = counted
    unhedged = _hedge_is_preposition(amount, tokens)
    if unhedged:
        value = amount.low if amount.low is not None else amount.high
        amount = replace(amount, start=amount.first, low=value, high=value, hedge=None)
    near = 0 <= last - inside.last < 5
    return replace(amount, unit=unit, end=max(amount.end, tokens[last].end) if near else amount.end)


def _hedge_is_preposition(amount: Amount, tokens: Sequence[Token]) -> bool:
    """ "Talks about two islands", "a dispute over three wells": the hedge is a preposition."""
    if amount.hedge not in ("about", "around", "over", "under", "above", "below"):
        return False
    hedge = tokens_within(tokens, Span(amount.start, amount.first))
    return hedge.last > hedge.first and tokens[hedge.first].relation == "case"
