"""Words of reports as they are read: what a tokeniser has torn apart is put together, for the eye alone."""

from __future__ import annotations

import re

from consilience.present.visible import one_line

_SPEAKER = re.compile(r"\[[^\]]*:\] ")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $")


def _number(match: re.Match[str]) -> str:
    """A number of thousands, but for a day of a month and what is told of it ("On May 2, 300 people …")."""
    return match[0] if _MONTH.search(match.string[: match.start()]) else f"{match[1]},{match[2]}"


_TURNS = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"(?<![\d.,])(?<!\d, )(\d{1,3}), (\d{3})(?![\d,])"), _number),  # "4, 183"
    (re.compile(r"(?<![\d.])(\d{1,3})\. (\d{1,2})(?= ?(?:%|percent|per cent|million|billion|m\b|km\b))"), r"\1.\2"),
    (re.compile(r"(?<![\d:])(\d{1,2}): (\d\d)(?!\d)"), r"\1:\2"),  # "4: 43"
    (re.compile(r"\b([ap])\. m\b"), r"\1.m"),
    (re.compile(r"\b(L\. A|U\. S|U\. K|U\. N|D\. C)\b"), lambda m: m[0].replace(" ", "")),
    (re.compile(r"\b(a)\. (?=\d\d\d?[ -](?:[Cc]ali|[Mm]agnum|mm))"), r"\1 ."),
    (re.compile(r" ([,;.!?])(?=[\s\"”]|$)"), r"\1"),
    (re.compile(r"(?<=\w) ([’']) (?=(?:s|re|ve|ll|t|d|m)\b)"), r"\1"),
    (re.compile(r"(?<=s) ' (?=\w)"), "' "),
    (re.compile(r"“ | ”"), lambda m: m[0].strip()),
)


def typeset(text: str) -> str:
    """The text on one line without the spaces that tear numbers, hours, short forms and quotation marks apart."""
    said = one_line(text)
    for pattern, put in _TURNS:
        said = pattern.sub(put, said)
    return _marked(said)


def closed(text: str) -> str:
    """The text with the fellow of its one lone quotation mark, which stands outside the words shown."""
    speaker = _SPEAKER.match(text)
    if speaker is not None:
        return speaker[0] + closed(text[speaker.end() :])
    said = _TURNS[0][0].sub('"', text).strip()
    if said.count('"') == 1:
        before = said[: said.index('"')].rstrip()
        return f'"{said}' if before[-1:] in (",", ".", "?", "!") and said[0] != '"' else f'{said}"'
    if said.count("“") == said.count("”") + 1:
        return f"{said}”"
    return f"“{said}" if said.count("”") == said.count("“") + 1 else said


def _marked(said: str) -> str:
    """The text with each pair of straight quotation marks close to what it holds; as it is where one has no fellow."""
    pieces = said.split('"')
    if len(pieces) % 2 == 0:
        return said
    inner = (piece.strip() if number % 2 else piece for number, piece in enumerate(pieces))
    return '"'.join(inner)
