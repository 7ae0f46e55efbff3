"""BERT word pieces: lower case, accents off, marks split, greedy longest match."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PIECES_A_WORD = 8  # as in training; more pieces of one word tell the network nothing
_LONGEST = 100  # characters of a word, as in BERT; a longer one is unknown
_LONGEST_INPUT = 400  # eight pieces cover no more
_MOST_KNOWN = 50_000  # words remembered, so that memory stays bounded
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Look:
    """How the network sees a word by itself: with typewriter marks, as pieces, and its casing."""

    plain: str
    pieces: tuple[int, ...]
    casing: int


class WordPieces:
    """Cuts words into numbered pieces of a vocabulary; a word's answer never depends on other words."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last = (self._numbers[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self._cut: dict[str, tuple[int, ...]] = {}
        self._looks: dict[str, Look] = {}

    def look(self, word: str) -> Look:
        """What the network is told of the word's letters."""
        known = self._looks.get(word)
        if known is None:
            plain = word.translate(_PLAIN)
            known = Look(plain, self.cut(plain), casing(plain))
            if len(self._looks) < _MOST_KNOWN and len(word) <= _LONGEST_INPUT:
                self._looks[word] = known
        return known

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of the word's pieces, at least one and at most PIECES_A_WORD."""
        known = self._cut.get(word)
        if known is None:
            known = self.cut_all(word[:_LONGEST_INPUT])[:PIECES_A_WORD] or (self.unknown,)
            if len(self._cut) < _MOST_KNOWN and len(word) <= _LONGEST_INPUT:
                self._cut[word] = known
        return known

    def cut_all(self, text: str) -> tuple[int, ...]:
        """All pieces of a text, as many as there are."""
        return tuple(number for word in basic_words(text) for number in self._greedy(word))

    def _greedy(self, word: str) -> list[int]:
        if len(word) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        at = 0
        while at < len(word):
            end = len(word)
            while end > at and ("##" if at else "") + word[at:end] not in self._numbers:
                end -= 1
            if end == at:
                return [self.unknown]
            found.append(self._numbers[("##" if at else "") + word[at:end]])
            at = end
        return found


def basic_words(text: str) -> list[str]:
    """Lower-case words without accents, each mark and each Chinese character apart."""
    spaced: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if character in "\t\n\r" or category == "Zs":
            spaced.append(" ")
        elif category[0] == "C" or character == "\ufffd":
            continue
        elif _is_chinese(ord(character)):
            spaced.append(f" {character} ")
        else:
            spaced.append(character)
    plain = unicodedata.normalize("NFD", "".join(spaced))
    bare = "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {c} " if _is_mark(c) else c for c in bare).split()


def _is_mark(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character)[0] == "P"


def _is_chinese(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2CEAF
        or 0x2F800 <= code <= 0x2FA1F
    )


def casing(word: str) -> int:
    """The word's shape as a number from 0 to 9; the pieces alone are lower case."""
    if word.isalpha():
        return _letters_casing(word)
    if any(c.isdigit() for c in word):
        return 7
    if any(c.isalpha() for c in word):
        return 8 if word[0].isupper() else 9
    return 0


def _letters_casing(word: str) -> int:
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[0].isupper():
        return 3 if word[1:].islower() else 4
    return 5 if word.islower() else 6
