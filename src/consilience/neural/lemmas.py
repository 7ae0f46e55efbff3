"""From a word and the rule the network chose to the dictionary form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_MUTE = re.compile(r"(?:[^i]c|[^aeiou]u|v|[^z]z|rs|ls|ns|rg)$")  # no English verb ends so without an `e`


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Lemmas by tag and form, and common words in lower case."""

    table: Mapping[str, Mapping[str, str]]
    common: frozenset[str]

    def of(self, word: str, tag: str, rule: str) -> str:
        """The table's lemma for the form and tag, else what the rule makes of the word."""
        known = self.table.get(tag, {}).get(word.lower())
        return known if known is not None else self._mended(applied(word, rule), tag)

    def _mended(self, lemma: str, tag: str) -> str:
        """A verb cut too short or too long, made a common word by an `e` more or less or by one of two equal letters.

        A noun's plural in `es` is mended too.
        """
        if len(lemma) < 3 or lemma in self.common:
            return lemma
        if tag[:2] != "VB" and tag != "NNS":
            return lemma
        if lemma[-1] == "e" and lemma[:-1] in self.common:
            return lemma[:-1]
        if tag == "NNS":
            return lemma
        if lemma + "e" in self.common or _MUTE.search(lemma):
            return lemma + "e"
        return lemma[:-1] if lemma[-1] == lemma[-2] and lemma[:-1] in self.common else lemma


def applied(word: str, rule: str) -> str:
    """`K` keeps the word, `L` lowers it, `W:x` is x, `c2|y` cuts two letters and adds y (`C2|y`: case kept)."""
    if rule == "K":
        return word
    if rule == "L":
        return word.lower()
    if rule.startswith("W:"):
        return rule[2:]
    cut, _, ending = rule[1:].partition("|")
    base = word if rule[0] == "C" else word.lower()
    stem = base[: max(0, len(base) - int(cut))]
    return stem + ending or word


def rule_for(word: str, lemma: str) -> str:
    """The rule that makes `lemma` of `word`; the inverse of `applied`, for training."""
    if lemma == word:
        return "K"
    lowered = word.lower()
    if lemma == lowered:
        return "L"
    cased = lemma[:1].isupper()
    base = word if cased else lowered
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    if same == 0 and len(lemma) > 1 and len(base) > 2:
        return f"W:{lemma}" if len(lemma) < 8 else ("K" if cased else "L")
    return f"{'C' if cased else 'c'}{len(base) - same}|{lemma[same:]}"
