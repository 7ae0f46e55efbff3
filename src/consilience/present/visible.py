"""Text from outside made safe to look at: control characters and direction overrides are shown, never obeyed."""

from __future__ import annotations

import re
from datetime import date

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff]"
)
_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with every control character, direction override and lone surrogate as a visible sign."""
    return _CONTROL.sub(_sign, text)


def one_line(text: str) -> str:
    """The same on one line: runs of white space are one space."""
    return visible(_SPACE.sub(" ", text).strip())


def reason(text: str) -> str:
    """A reason on one line as a sentence: its first letter large, a full stop at its end, its days as they are read."""
    shown = _DAY.sub(_day, one_line(text))
    return shown[:1].upper() + shown[1:] + ("" if not shown or shown[-1] in '.!?…”"’' else ".")


def _day(match: re.Match[str]) -> str:
    try:
        day = date.fromisoformat(match.group())
    except ValueError:
        return match.group()
    return f"{day.day} {day:%B} {day.year}"


def shortened(text: str, longest: int) -> str:
    """The text cut at a word to at most `longest` characters, with an ellipsis where something was left out."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0].rstrip()
    return (cut or text[: longest - 1]) + "…"


def _sign(match: re.Match[str]) -> str:
    """The control picture of a C0 character, a carriage return as nothing before its line feed, else U+FFFD."""
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
