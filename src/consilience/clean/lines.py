"""The lines of a text layer, and the small questions that furniture rules ask about a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from consilience.lexicons import word_set
from consilience.model.report import Removal
from consilience.model.spans import Span, trimmed
from consilience.wording import fold

_BREAK = re.compile(r"\s*[|·•]\s*|\s{2,}|\t+|\s+[»›]\s+")
_SENTENCE_END = re.compile(r"[.!?…]\s?[\"'”’)\]]*$")
_SENTENCE_STOP = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(]?[A-Z]|$)")
_MARKUP = re.compile(r"</?\w{1,10}/?>")
_SAID = re.compile(
    r"\b(said|says|saying|told|tells|added|asked|according|announced|warned|wrote|writes|claimed|denied|confirmed|reported)\b"
)
# Many rules look at every start in a stretch of white space: a long one would cost its square.
_WIDE = re.compile(r"(\s{40})\s++")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text layer without the white space at its ends.

    `text` is without simple tags, and no white space in it is longer than 40 characters; `plain` is the line folded, without
    markup and outer punctuation: what word lists are compared with. `after_gap` and `before_gap` say that an empty line (or
    the page's edge) stands next to it.
    """

    number: int
    span: Span
    text: str
    plain: str
    words: tuple[str, ...]
    after_gap: bool
    before_gap: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of one page on their way through the furniture rules; `gone` maps nothing away: it lists what was removed.

    `headline` is the number of the headline's line, or None; `outlet` the outlet where it is known; `threshold` what the line
    classifier must give a line, per mille; `voted` says that a page's markup has settled which blocks are the report's.
    """

    text: str
    lines: tuple[Line, ...]
    gone: frozenset[int] = frozenset()
    headline: int | None = None
    outlet: str | None = None
    threshold: int = 100
    voted: bool = False

    def kept(self) -> Iterator[Line]:
        """The lines that no rule has removed so far, in order."""
        return (line for line in self.lines if line.number not in self.gone)

    def headline_span(self) -> Span | None:
        """Where the headline stands in the text; without the outlet's name where a title line is all there is."""
        if self.headline is None:
            return None
        line = self.lines[self.headline]
        return line.span


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not empty, numbered from 0."""
    found: list[Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        span = trimmed(text, Span(at, at + len(raw)))
        at += len(raw)
        if span.start == span.end:
            if found:
                found[-1] = replace(found[-1], before_gap=True)
            gap = True
            continue
        found.append(_line(len(found), span, text[span.start : span.end], gap))
        gap = False
    if found:
        found[-1] = replace(found[-1], before_gap=True)
    return tuple(found)


def _line(number: int, span: Span, text: str, gap: bool) -> Line:
    bare = _WIDE.sub(r"\1", _MARKUP.sub("", text).strip() or text)
    # A longer line is a paragraph: nothing that is asked of it needs its folded form.
    return Line(number, span, bare, plain(bare[:_LONGEST]), tuple(bare.split()), gap, False)


def plain(text: str) -> str:
    """Folded, single spaces, without marks at the ends."""
    return " ".join(fold(text).split()).strip(" .,:;!?*_-\"'()[]{}<>|/\\»›«•·")


def segments(text: str) -> tuple[str, ...]:
    """The pieces of a line between bars, dots and wide spaces."""
    return tuple(piece for piece in (p.strip() for p in _BREAK.split(text)) if piece)


def ends_as_sentence(line: Line) -> bool:
    """Whether the line ends with a full stop, a question mark or an exclamation mark, before closing marks."""
    return bool(_SENTENCE_END.search(line.text))


def sentence_stops(line: Line) -> int:
    """How many sentences seem to end in the line."""
    return len(_SENTENCE_STOP.findall(line.text))


def function_share(line: Line) -> int:
    """How many of the line's words are function words, per mille."""
    known = word_set("function_words", "english")
    return 1000 * sum(word.strip(".,;:!?\"'“”‘’()").lower() in known for word in line.words) // max(1, len(line.words))


def is_capitals(line: Line) -> bool:
    """Whether the line's letters are capitals, but for a few."""
    letters = [c for c in line.text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) * 100 >= 92 * len(letters)


def reports_speech(line: Line) -> bool:
    """Whether the line speaks of somebody saying something: such a line is never taken for furniture by its words."""
    return bool(_SAID.search(line.plain))


def is_paragraph(line: Line) -> bool:
    """Whether the line reads like running text: a sentence of at least nine words with the usual share of small words."""
    long_enough = len(line.words) >= 9 and (ends_as_sentence(line) or len(line.words) >= 25)
    return long_enough and function_share(line) >= 180 and not is_capitals(line)


def head_end(draft: Draft) -> int:
    """The number of the first kept line that is running text; the number of lines if there is none."""
    return next((line.number for line in draft.kept() if is_paragraph(line)), len(draft.lines))


def tail_start(draft: Draft) -> int:
    """The number after the last kept line that is running text; 0 if there is none."""
    return max((line.number + 1 for line in draft.kept() if is_paragraph(line)), default=0)


def removal(line: Line, rule: str, because: str) -> Removal:
    """The whole line as a removal."""
    return Removal(line.span, rule, because)
