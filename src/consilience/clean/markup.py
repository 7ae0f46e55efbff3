"""HTML as a stream of tags and texts with their places; linear in the page's length whatever the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

PieceKind = Literal["text", "open", "close", "raw", "unfinished"]

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements whose content is no markup: everything up to their own end tag.
_RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
_WANTED = frozenset(
    "aria-hidden charset class content datetime hidden href http-equiv id itemprop lang name open property rel role style"
    " type".split()
)
_LONGEST_VALUE = 20_000
# Each is searched to the page's end; after so many the rest of the page is left out, as browsers do after the first.
_MOST_UNFINISHED = 20
_NAME = re.compile(r"/?([A-Za-z][^\s/>\x00]*+)")
# Possessive throughout: a failed match never walks back over what it has read.
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?)?""",
)
_NOTHING: Mapping[str, str] = {}


class Piece(NamedTuple):
    """One piece of markup at [start, end) of the page; `inner` is where a raw element's content ends (else `end`).

    `attribute_count` is how many attributes a tag has, wanted or not; an unfinished tag never ends and shows nothing.
    """

    kind: PieceKind
    name: str
    start: int
    end: int
    attributes: Mapping[str, str]
    inner: int
    attribute_count: int = 0


def pieces(page: str) -> Iterator[Piece]:
    """The tags and texts of `page` in order; comments and declarations are left out."""
    at, text_from, unfinished = 0, 0, 0
    while True:
        at = page.find("<", at)
        if at < 0:
            break
        following = page[at + 1 : at + 2]
        if not (following.isalpha() and following.isascii()) and following not in {"/", "!", "?"}:
            at += 1
            continue
        if at > text_from:
            yield Piece("text", "", text_from, at, _NOTHING, at)
        found = _tag(page, at) if following not in {"!", "?"} else None
        if found:
            yield found
            unfinished += found.kind == "unfinished"
            if unfinished > _MOST_UNFINISHED:
                return
        at = text_from = found.end if found and found.kind != "unfinished" else _end_of_aside(page, at)
    if text_from < len(page):
        yield Piece("text", "", text_from, len(page), _NOTHING, len(page))


def _end_of_aside(page: str, at: int) -> int:
    """The end of a comment, a declaration, or something that only begins like a tag."""
    if page.startswith("<!--", at):
        if page.startswith(("<!-->", "<!--->"), at):
            return page.index(">", at) + 1
        end = page.find("-->", at + 4)
        return end + 3 if end >= 0 else len(page)
    end = page.find(">", at)
    return end + 1 if end >= 0 else len(page)


def _tag(page: str, at: int) -> Piece | None:
    """The start or end tag at `at`, with all the content of a raw element; None for what is no tag."""
    found = _NAME.match(page, at + 1)
    if not found:
        return None
    name = found.group(1).lower()
    attributes, count, end = _attributes(page, found.end())
    if end < 0:
        return Piece("unfinished", name, at, at, _NOTHING, at, count)
    if page[at + 1] == "/":
        return Piece("close", name, at, end, _NOTHING, end, count)
    if name not in _RAW:
        return Piece("open", name, at, end, attributes, end, count)
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, end)
    if not closing:
        return Piece("raw", name, end, len(page), attributes, len(page), count)
    after = page.find(">", closing.end())
    close = after + 1 if after >= 0 else len(page)
    return Piece("raw", name, end, close, attributes, closing.start(), count)


def _attributes(page: str, at: int) -> tuple[Mapping[str, str], int, int]:
    """The wanted attributes of a tag, how many it has, and the place after its `>`; -1 where the page ends before."""
    kept: dict[str, str] = {}
    count = 0
    while True:
        found = _ATTRIBUTE.match(page, at)
        if not found or not found.group(1):
            end = found.end() if found else at
            return kept or _NOTHING, count, end + 1 if page.startswith(">", end) else -1
        count += 1
        name = found.group(1).lower()
        if name in _WANTED and name not in kept:
            kept[name] = (found.group(2) or found.group(3) or found.group(4) or "")[:_LONGEST_VALUE]
        at = found.end()
