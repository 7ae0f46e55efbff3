"""Who said what in the terminal: speakers in bold, each utterance with its wordings, their outlets and chains."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.model.account import Findings
from consilience.present.lines import Signs, flush, hanging, heading, line, signs_of, words
from consilience.present.quotes import UNRESOLVED, Saying, Wanted, Words, sayings
from consilience.present.visible import reason

Blocks = list[RenderableType]
_PLAIN = {"asserted", "said"}


@dataclass(frozen=True, slots=True)
class Sayings:
    """Utterances that any console can print."""

    listed: tuple[Saying, ...]
    wanted: Wanted

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Story by story, speaker by speaker."""
        signs = signs_of(console)
        numbers = {saying: at for at, saying in enumerate(self.listed, start=1)}
        stories = [list(group) for _, group in groupby(self.listed, key=lambda s: s.story)]
        for at, story in enumerate(stories, start=1):
            if len(stories) > 1:
                yield heading(f"Story {at}")
            for name, said in groupby(story, key=lambda s: s.speaker):
                yield from map(flush, _speaker(name, list(said), numbers, signs))
        if not self.listed:
            yield line(_nothing(self.wanted))


def quotes(findings: Findings, wanted: Wanted) -> Sayings:
    """Who said what, as far as it is asked for."""
    return Sayings(sayings(findings, wanted), wanted)


def _nothing(wanted: Wanted) -> str:
    asked = [f"by “{wanted.speaker}”" if wanted.speaker else "", f"through “{wanted.origin}”" if wanted.origin else ""]
    several = " worded by several reports" if wanted.variants else ""
    return " ".join(filter(None, ["No statement", *asked])) + f"{several} was found."


def _speaker(name: str, said: list[Saying], numbers: dict[Saying, int], signs: Signs) -> Blocks:
    kind = said[0].type.replace("_", " ")
    label = "Speaker not resolved" if name == UNRESOLVED else f"{name} ({kind})" if kind != "unknown" else name
    blocks: Blocks = [heading(label)]
    for saying in said:
        paragraphs = [part for one in saying.wordings for part in _wording(one, signs)]
        if len(saying.wordings) > 1:
            paragraphs.append(line(f"one utterance: {reason(saying.because)}", "dim"))
        blocks.append(hanging(str(numbers[saying]), *paragraphs))
    return blocks


def _wording(one: Words, signs: Signs) -> tuple[Text, Text]:
    told = [one.manner, *(word for word in (one.act, one.strength) if word not in _PLAIN)]
    note = f"{signs.dot}{one.note}" if one.note else ""
    return line(words(one.words, signs)), line(
        f"{signs.arrow.join(one.chain)}{signs.dot}{', '.join(told)}{note}", "dim"
    )
