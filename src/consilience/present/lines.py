"""Building blocks of the terminal: text that is only text, hanging numbers, and signs that fit the console."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.present.labels import Badge
from consilience.present.story import Told
from consilience.present.visible import visible

WIDEST = 120
_OPENING, _CLOSING = ("“", '"', "‘"), ("”", '"', "’")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs a console can show."""

    dot: str
    arrow: str
    opening: str
    closing: str
    ascii_only: bool


UNICODE = Signs(" · ", " → ", "“", "”", False)
ASCII = Signs(" - ", " -> ", '"', '"', True)


def signs_of(console: Console) -> Signs:
    """The signs that the console's encoding has."""
    return ASCII if console.options.ascii_only else UNICODE


def put(console: Console, block: RenderableType) -> None:
    """Print a block no wider than 120 columns."""
    console.print(flush(block), width=min(console.width, WIDEST), highlight=False, markup=False, emoji=False)


def flush(block: RenderableType) -> RenderableType:
    """A paragraph whose lines carry no white space at their ends; any other block as it is."""
    return Hanging(None, (block,)) if isinstance(block, Text) else block


def line(text: str, style: str = "") -> Text:
    """One paragraph; a word longer than the line is folded."""
    return Text(visible(text), style=style, overflow="fold")


def heading(text: str) -> Text:
    """The head of a section."""
    return Text(f"\n{visible(text)}", style="bold")


@dataclass(frozen=True, slots=True)
class Hanging:
    """Paragraphs with a number in front that hangs to the left, or with none; lines end where their words end."""

    number: str | None
    paragraphs: tuple[Text, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The wrapped lines, the first with the number."""
        prefix = Text("" if self.number is None else f"{self.number:>4} ", style="dim")
        for paragraph in self.paragraphs:
            for wrapped in paragraph.wrap(console, max(20, options.max_width - len(prefix)), overflow="fold"):
                wrapped.rstrip()
                yield prefix + wrapped
                prefix = Text(" " * len(prefix))


def hanging(number: str, *paragraphs: Text) -> Hanging:
    """Paragraphs with a number in front that hangs to the left."""
    return Hanging(number, paragraphs)


def told(pieces: Sequence[Told]) -> Text:
    """A sentence: the reports' words plain with the numbers of their notes, the program's words dim."""
    text = Text(overflow="fold")
    for piece in pieces:
        text.append(visible(piece.text), style="" if piece.reported else "dim")
        if piece.notes:
            text.append("".join(f"[{note.number}]" for note in piece.notes), style="cyan")
    return text


_TONES = {"agreed": "green", "parties": "yellow", "one": "yellow", "own": "yellow", "disputed": "red"}


def badge(shown: Badge, signs: Signs) -> Text:
    """Shape, word and number of a badge."""
    shape = shown.plain if signs.ascii_only else shown.shape
    return Text(f"{shape} {shown.word} {shown.number}", style=_TONES.get(shown.tone, "dim"))


def joined(parts: Iterable[Text], between: str) -> Text:
    """Pieces of text on one line."""
    return Text(between, style="dim").join(parts)


def words(text: str, signs: Signs) -> str:
    """A report's words in quotation marks; words that bring their own marks get no second pair."""
    shown = visible(text)
    if shown[:1] in _OPENING and shown[-1:] in _CLOSING:
        return shown
    return f"{signs.opening}{shown}{signs.closing}"
