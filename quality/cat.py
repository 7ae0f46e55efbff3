"""Documents in the CAT format of the timelines data (tokens with sentence numbers, times, events), as texts to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from consilience.model.spans import Span, hull

_NO_SPACE_BEFORE = frozenset((",", ".", ";", ":", "!", "?", ")", "]", "%", "n't", "'s", "’s", "'", "''", "”"))
_NO_SPACE_AFTER = frozenset(("(", "[", "$", "£", "€", "``", "“"))


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the document: its id, its sentence (0 is the headline, 1 the date line), and where it stands there."""

    id: str
    sentence: int
    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time as annotated (TIMEX3), in the sentence in which it stands."""

    sentence: int
    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its number, the day on which it was written, its headline and text, and what is annotated.

    Spans of the headline's words point into `title`, all others into `text`, which has one sentence a line.
    """

    number: str
    written: str
    title: str
    text: str
    words: tuple[Word, ...]
    times: tuple[GoldTime, ...]
    events: tuple[tuple[Word, ...], ...]


def documents(folder: Path) -> tuple[Document, ...]:
    """The documents of a folder and the folders below it, by file name."""
    return tuple(document(path) for path in sorted(folder.rglob("*.xml")))


def document(path: Path) -> Document:
    """One document; its number is what its file name begins with."""
    root = ElementTree.parse(path).getroot()
    tokens = [(t.get("t_id", ""), int(t.get("sentence", "0")), t.text or "") for t in root.iter("token")]
    title, text, words = _laid_out(tokens)
    known = {word.id: word for word in words}
    dated = {number for number, sentence, _ in tokens if sentence == 1}
    stated = [t for t in root.iter("TIMEX3") if _states_the_day(t, dated)]
    times = (_time(t, _anchored(t, known)) for t in root.iter("TIMEX3") if t not in stated and _anchored(t, known))
    events = (_anchored(e, known) for e in root.iter("EVENT_MENTION"))
    written = stated[0].get("value", "") if stated else ""
    number = path.name.replace("-", "_").split("_")[0]
    return Document(number, written, title, text, words, tuple(times), tuple(e for e in events if e))


def _states_the_day(time: ElementTree.Element, dated: set[str]) -> bool:
    on_its_line = any(a.get("t_id", "") in dated for a in time.iter("token_anchor"))
    return time.get("functionInDocument") == "CREATION_TIME" or on_its_line


def _anchored(element: ElementTree.Element, known: dict[str, Word]) -> tuple[Word, ...]:
    anchors = (a.get("t_id", "") for a in element.iter("token_anchor"))
    return tuple(known[a] for a in anchors if a in known)


def _time(element: ElementTree.Element, words: tuple[Word, ...]) -> GoldTime:
    return GoldTime(words[0].sentence, hull(w.span for w in words), element.get("type", ""), element.get("value", ""))


def _laid_out(tokens: Iterable[tuple[str, int, str]]) -> tuple[str, str, tuple[Word, ...]]:
    """Headline, text, and the words with their places; the date line (sentence 1) is in neither: it is given as a date."""
    lines: dict[int, list[tuple[str, int, str]]] = {}
    for token in tokens:
        lines.setdefault(token[1], []).append(token)
    title, text, words = "", "", []
    for sentence, line in sorted(lines.items()):
        layer = title if sentence == 0 else text
        placed = list(_placed(line, len(layer)))
        words += placed if sentence != 1 else []
        if sentence == 0:
            title = _joined(placed)
        elif sentence != 1:
            text += _joined(placed) + "\n"
    return title, text, tuple(words)


def _placed(line: Iterable[tuple[str, int, str]], at: int) -> Iterator[Word]:
    """The words of a sentence with the spaces that print would give them."""
    before = None
    for number, sentence, word in line:
        if before is not None and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
            at += 1
        yield Word(number, sentence, word, Span(at, at + len(word)))
        at, before = at + len(word), word


def _joined(placed: list[Word]) -> str:
    text, start = "", placed[0].span.start
    for word in placed:
        text += " " * (word.span.start - start - len(text)) + word.word
    return text
