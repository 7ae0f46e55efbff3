"""What every corpus becomes before training: words as the engine sees them, with what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.spans import Span
from consilience.neural.features import Words, quotation_states
from consilience.neural.pieces import WordPieces, casing

UNKNOWN = -100  # a target that no loss may count
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class TreeTargets:
    """Label numbers for each word; `head` is the number of a word in the document, -1 for a root."""

    xpos: tuple[int, ...]
    morph: tuple[int, ...]
    lemma: tuple[int, ...]
    head: tuple[int, ...]
    relation: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NameTargets:
    """For each word a bit set of the BIO labels it may have, 0 where nothing is known.

    `names` holds the outermost name at a word, `within` the innermost; a corpus without names within names knows nothing
    there.
    """

    names: tuple[int, ...]
    within: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of one attribution's source, cue and content."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ToldTargets:
    """An attribution tag for each word and the attributions themselves."""

    tags: tuple[int, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus; windows may begin at the words in `breaks`.

    Where `sentences` is true, the breaks are exactly the sentence starts and are learned as such.
    """

    words: Words
    breaks: tuple[int, ...]
    sentences: bool = False
    tree: TreeTargets | None = None
    names: NameTargets | None = None
    told: ToldTargets | None = None


def given_words(text: str, spans: Sequence[Span], paragraphs: Sequence[Span], cutter: WordPieces) -> Words:
    """The features of words whose borders a corpus gives; each word stands in one of the paragraphs, in order."""
    numbers: list[int] = []
    quotes: list[int] = []
    number, states = 0, quotation_states(text[paragraphs[0].start : paragraphs[0].end])
    for span in spans:
        while span.start >= paragraphs[number].end:
            number += 1
            states = quotation_states(text[paragraphs[number].start : paragraphs[number].end])
        numbers.append(number)
        quotes.append(states[span.start - paragraphs[number].start])
    plain = tuple(text[a:b].translate(PLAIN) for a, b in spans)
    return Words(
        spans=tuple(spans),
        plain=plain,
        pieces=tuple(cutter.cut(word) for word in plain),
        casings=tuple(casing(word) for word in plain),
        quotes=tuple(quotes),
        starts=tuple(i == 0 or numbers[i] != numbers[i - 1] for i in range(len(numbers))),
        paragraph=tuple(numbers),
    )
