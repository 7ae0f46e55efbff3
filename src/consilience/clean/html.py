"""HTML to text layer: our own walker, which keeps the place of every character in the decoded page."""

from __future__ import annotations

import html
import re

from consilience.clean.elements import Element, Stack
from consilience.clean.layer import Block, Layer, Meta, PageFacts, PageTime, to_layer
from consilience.clean.markup import VOID, Piece, pieces
from consilience.clean.writing import Writer

_ONE_LINE = frozenset("caption dt figcaption h1 h2 h3 h4 h5 h6 legend li summary td th".split())
# Below this the page is short for another reason than its marks.
_LEAST_HIDDEN = 1000


def text_layer(page_text: str) -> Layer:
    """The visible text of a decoded HTML page with its blocks and facts; never raises, linear in the page's length.

    Where the marks `hidden`, `aria-hidden` and `display:none` hide nearly all of the page (as in copies saved behind a
    dialogue) they are not followed, and `unhidden` is set.
    """
    walk = _Walk(page_text, follow_marks=True)
    walk.run()
    if walk.hidden > _LEAST_HIDDEN and walk.hidden > 4 * walk.writer.length:
        walk = _Walk(page_text, follow_marks=False)
        walk.run()
        return walk.layer(unhidden=True)
    return walk.layer(unhidden=False)


class _Walk:
    """One walk over a page: the stack of open elements, the writer of the layer, and the facts met on the way."""

    def __init__(self, page: str, follow_marks: bool) -> None:
        self.page = page
        self.stack = Stack(follow_marks)
        self.writer = Writer(page)
        self.hidden = 0
        self.widest = 0
        self.title: str | None = None
        self.canonical: str | None = None
        self.charset: str | None = None
        self.language: str | None = None
        self.metas: list[Meta] = []
        self.json_ld: list[str] = []
        self.times: list[tuple[str, int, int]] = []

    def run(self) -> None:
        """Walk the whole page."""
        for piece in pieces(self.page):
            self.widest = max(self.widest, piece.attribute_count)
            if piece.kind == "text":
                self._text(piece)
            elif piece.kind == "open":
                self._open(piece)
            elif piece.kind == "close":
                self._leave(self.stack.close(piece.name), piece)
            elif piece.kind == "raw":
                self._raw(piece)
        self.writer.flush()

    def _text(self, piece: Piece) -> None:
        element = self.stack.top
        if not element.skipped:
            self.writer.write(piece.start, piece.end, element)
        elif element.marked_hidden:
            self.hidden += piece.end - piece.start

    def _open(self, piece: Piece) -> None:
        if piece.name == "br":
            self._line_break(piece)
            return
        self._fact(piece)
        if piece.name in VOID:
            if piece.name == "hr":
                self.writer.flush()
            return
        self._leave(self.stack.implied_ends(piece.name), piece)
        if self.stack.push(piece.name, piece.attributes, piece.end).breaks:
            self.writer.flush()

    def _line_break(self, piece: Piece) -> None:
        element = self.stack.top
        if element.skipped:
            return
        if element.tag in _ONE_LINE:
            self.writer.space(piece.start, piece.end)
        else:
            self.writer.flush(line_break=True)

    def _leave(self, closed: list[Element], piece: Piece) -> None:
        """Take note of the elements that end where `piece` begins."""
        for element in closed:
            if element.breaks:
                self.writer.flush()
            if element.datetime is not None:
                self.times.append((element.datetime, element.start, piece.start))

    def _raw(self, piece: Piece) -> None:
        inside = self.page[piece.start : piece.inner]
        if piece.name == "script" and "ld+json" in piece.attributes.get("type", "").lower():
            self.json_ld.append(inside)
        elif piece.name == "title" and self.title is None and not self.stack.top.skipped:
            self.title = " ".join(html.unescape(inside).split()) or None

    def _fact(self, piece: Piece) -> None:
        """Keep what `<html>`, `<meta>` and `<link>` say about the page."""
        given = piece.attributes
        if piece.name == "html" and self.language is None:
            self.language = given.get("lang")
        elif piece.name == "link" and self.canonical is None and given.get("rel", "").lower() == "canonical":
            self.canonical = html.unescape(given.get("href", "")).strip() or None
        elif piece.name == "meta":
            self._meta(given.get("property") or given.get("name") or given.get("itemprop"), piece)

    def _meta(self, name: str | None, piece: Piece) -> None:
        given = piece.attributes
        if self.charset is None:
            found = re.search(r"charset\s*=\s*([\w.:-]+)", given.get("content", "")[:200])
            self.charset = given.get("charset") or (found.group(1) if found and "http-equiv" in given else None)
        if name and "content" in given:
            self.metas.append(Meta(name.strip().lower(), html.unescape(given["content"])))

    def layer(self, unhidden: bool) -> Layer:
        """The finished layer."""
        text, runs, blocks = self.writer.finish()
        times = tuple(
            PageTime(value, to_layer(runs, start, end)) for value, start, end in sorted(self.times, key=_place)
        )
        facts = PageFacts(
            title=self.title,
            metas=tuple(self.metas),
            json_ld=tuple(self.json_ld),
            times=times,
            canonical=self.canonical,
            charset=self.charset,
            language=self.language,
            headings=tuple(block.span for block in blocks if _is_heading(block)),
        )
        return Layer(text, runs, blocks, facts, self.stack.deepest, unhidden, self.widest)


def _place(time: tuple[str, int, int]) -> tuple[int, int, str]:
    return time[1], time[2], time[0]


def _is_heading(block: Block) -> bool:
    return block.tag == "h1" or "h1" in block.path
