"""Numbers in digits and words: one pattern that finds them and one function that says what they are."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000, "lakh": 100_000, "crore": 10_000_000,
    "dozen": 12, "score": 20,
}  # fmt: skip
_WORDS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}

_UNDER_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(reversed(_ONES))})"
_SCALE = rf"(?:{'|'.join(s for s in SCALES if len(s) > 2)})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d]|,\d|\.\d)"
_FRACTION = r"(?:[ -][1-9]/[1-9](?![\d/])| ?[½¼¾])"
_IN_DIGITS = rf"{_DIGITS}{_FRACTION}?(?:[ -]?{_SCALE}|\s?(?:mn|bn|tn)(?![\w]))?"
_IN_WORDS = (
    rf"(?:(?:{_UNDER_HUNDRED}|an?)(?:[- ]{_SCALE})+(?:(?: and)? {_UNDER_HUNDRED}(?:[- ]{_SCALE})?)*"
    rf"|{_UNDER_HUNDRED}(?: and a half)?(?: {_SCALE})?|half an? {_SCALE})"
)

#: A number without sign, for use inside larger patterns (case is ignored there); `FIGURE` may run on into a unit (60km).
NUMBER = rf"(?:{_IN_DIGITS}|{_IN_WORDS})(?![\w])"
FIGURE = _DIGITS

_MIXED = re.compile(rf"(\d+)({_FRACTION})(.*)$")
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIGITS_AND_SCALE = re.compile(r"([\d,]+(?:\.\d+)?)[\s-]*([a-z]*)$")


def number(words: str) -> float | None:
    """The value of a number in digits or words ("1.5 million", "twenty-one", "half a million"); None if it is none."""
    text = _decimal(words.strip().lower())
    match = _DIGITS_AND_SCALE.match(text)
    if match is not None:
        return _from_digits(match.group(1), match.group(2))
    if text.startswith("half a"):
        scale = 1 if text.split()[-1] in ("a", "an") else SCALES.get(text.split()[-1])
        return None if scale is None else scale / 2
    return _from_words(re.split(r"[\s-]+", text))


def _decimal(text: str) -> str:
    """ "2 1/2 million" as "2.5 million"."""
    mixed = _MIXED.match(text)
    if mixed is None:
        return text
    above, _, below = mixed[2].strip(" -").partition("/")
    part = int(above) / int(below) if below else _PARTS[above]
    return f"{int(mixed[1]) + part:g}{mixed[3]}"


def _from_digits(digits: str, scale: str) -> float | None:
    if "," in digits and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return None
    value = float(digits.replace(",", ""))
    if scale in ("", "m", "k"):
        return value * {"": 1, "m": 1_000_000, "k": 1_000}[scale]
    return value * SCALES[scale] if scale in SCALES else None


def _from_words(listed: list[str]) -> float | None:
    """Words from left to right: below a scale they add up, a scale multiplies what stands before it."""
    total, group, seen = 0.0, 0.0, False
    for place, word in enumerate(listed):
        if word in _WORDS:
            group, seen = group + _WORDS[word], True
        elif word in ("a", "an") and place == 0:
            group, seen = 1, True
        elif word == "half" and listed[place - 1] in ("a", "an"):
            group += 0.5
        elif word in SCALES and seen:
            group = max(group, 1) * SCALES[word]
            if SCALES[word] >= 1_000:
                total, group = total + group, 0.0
        elif word not in ("and", "a", "an"):
            return None
    return total + group if seen else None
