"""Writing the text layer: white space folded, entities decoded, each character with its place in the page."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from consilience.clean.elements import Element
from consilience.clean.layer import Block
from consilience.model.report import Run
from consilience.model.spans import Span

_SPACE = " \t\n\r\f"
# What is not written as it stands: folded space, entities, and marks that no reader sees (soft hyphen, zero width).
_MARKED = r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,31};?)|[\xad\u200b\ufeff]"
_SPECIAL = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|" + _MARKED)
_SPECIAL_IN_PRE = re.compile(_MARKED)

_LONGEST_CELL = 80


class Writer:
    """Collects the text of one block after another, and then the layer; a row of short cells is one block."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._text: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._gap = ""
        self._row = (0, False)
        self.length = 0
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._local: list[tuple[int, int, int]] = []
        self._size = 0
        self._linked = 0
        self._space: Span | None = None
        self._first: Element | None = None

    def write(self, start: int, end: int, element: Element) -> None:
        """Write the page's text [start, end), which stands in `element`."""
        page = self._page
        special = _SPECIAL_IN_PRE if element.preformatted else _SPECIAL
        at = start
        for found in special.finditer(page, start, end):
            self._verbatim(at, found.start(), element)
            self._folded(found, element)
            at = found.end()
        self._verbatim(at, end, element)

    def _verbatim(self, start: int, end: int, element: Element) -> None:
        """Text without entities, in which only single spaces stand; one at its start or end may be a block's edge."""
        page = self._page
        if start < end and page[start] == " " and not element.preformatted:
            self.space(start, start + 1)
            start += 1
        if start >= end:
            return
        trailing = page[end - 1] == " " and not element.preformatted
        last = end - 1 if trailing else end
        if start < last:
            self._put(page[start:last], Span(start, last), element)
        if trailing:
            self.space(end - 1, end)

    def _folded(self, found: re.Match[str], element: Element) -> None:
        """A stretch of white space, an entity, or a mark that is not seen."""
        piece = found.group()
        if piece[0] != "&":
            if piece[0] in _SPACE:
                self.space(*found.span())
            return
        # An ampersand that html.unescape leaves as it stands is text.
        decoded = html.unescape(piece)
        if not decoded.strip(_SPACE) and not element.preformatted:
            self.space(*found.span())
        elif decoded not in {"\xad", "\u200b", "\ufeff", ""}:
            self._put(decoded, Span(*found.span()), element)

    def space(self, start: int, end: int) -> None:
        """White space that is written only if text of the same block stands on both its sides."""
        if self._size and self._space is None:
            self._space = Span(start, end)

    def _put(self, piece: str, place: Span, element: Element) -> None:
        if self._first is None:
            self._first = element
        if self._space is not None:
            space, self._space = self._space, None
            self._append(" ", space)
        self._append(piece, place)
        if element.linked:
            self._linked += len(piece)

    def _append(self, piece: str, place: Span) -> None:
        self._pieces.append(piece)
        start, self._size = self._size, self._size + len(piece)
        verbatim = place.end - place.start == len(piece)
        if verbatim and self._local:
            at, page_start, page_end = self._local[-1]
            if page_end == place.start and page_end - page_start == start - at:
                self._local[-1] = (at, page_start, place.end)
                return
        self._local.append((start, place.start, place.end))

    def flush(self, line_break: bool = False) -> None:
        """End the block; after a mere line break the next one follows on the next line."""
        text = "".join(self._pieces)
        if self._first is None or not text.strip():
            self._gap = "\n\n" if self.length else ""
            self._begin()
            return
        cell = len(text) <= _LONGEST_CELL and self._first.tag in {"td", "th"}
        if cell and self._row == (self._first.row, True):
            self._gap = "\t"
        self._text += [self._gap, text]
        self.length += len(self._gap)
        span = Span(self.length, self.length + len(text))
        self._add(_block(span, self._first, self._linked))
        starts = [start for start, _, _ in self._local] + [len(text)]
        for (start, page_start, page_end), end in zip(self._local, starts[1:], strict=True):
            self._runs.append(Run(Span(self.length + start, self.length + end), Span(page_start, page_end)))
        self.length = span.end
        self._row = (self._first.row, cell)
        self._gap = "\n" if line_break else "\n\n"
        self._begin()

    def _add(self, block: Block) -> None:
        """Add a block; a short cell goes on the block of the short cell before it in its row."""
        if self._gap != "\t":
            self._blocks.append(block)
            return
        row = self._blocks.pop()
        self._blocks.append(replace(row, span=Span(row.span.start, block.span.end), linked=row.linked + block.linked))

    def finish(self) -> tuple[str, tuple[Run, ...], tuple[Block, ...]]:
        """The layer's text, its map and its blocks."""
        return "".join(self._text), tuple(self._runs), tuple(self._blocks)


def _block(span: Span, element: Element, linked: int) -> Block:
    words = dict.fromkeys(word for level in element.levels for word in level)
    return Block(
        span,
        element.tag,
        element.path,
        tuple(words),
        element.furniture,
        min(linked, span.end - span.start),
        element.in_main,
    )
