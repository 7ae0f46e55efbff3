"""Counts in how many news texts a word stands: python training/word_frequencies.py SHARED OUT [--without IDS]

SHARED  the folder that holds `data/` (its README names sources and licences)
OUT     src/consilience/data/word_frequencies.toml

Counted are whole texts, so that a word which one text repeats counts once; all reports of one story are one text. IDS is a
file of story report ids, one a line, that are left out, as `training/grouping_crossval.py` leaves each fold out, so that no
report weighs its own words.

A word's weight is 100 times the natural logarithm of (texts + 1) / (texts with the word + 1), cut at 700; words at the
cut are not listed: a word that the table does not know is as rare as can be.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

from consilience.wording import words

RAREST = 700
HEADER = """\
# How rare a word is: weight = 100 * ln((texts + 1) / (texts with the word + 1)), cut at 700, rounded to fives.
# Belongs here: folded words (consilience.wording.words) by weight, each list sorted; words as rare as the cut are left out.
# Made by training/word_frequencies.py; do not edit. Only counts are kept: no text can be read out of them.
# Counted over {texts} texts: {sources}.
# Sources and their licences: ECB+ (CC BY 3.0), BASIL (none stated), NewsWCL50 (CC BY-SA 4.0), UD English-EWT (CC BY-SA 4.0),
# GUM without its non-commercial genres (CC BY 4.0 and sources by genre), PolNeAR 1.0 (none stated for the data),
# en-worldwide-newswire (none stated). This table: CC BY-SA 4.0.
version = "2"
"""


def stories(path: Path, without: frozenset[str]) -> Iterator[str]:
    """The texts of a JSON Lines file of reports, headline first, but for those whose ids are in `without`.

    The reports of one story are one text: ten of them that name a village do not make its name a common word.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] not in without:
            told[row["story"]].append((row.get("title") or "") + "\n" + row["text"])
    yield from ("\n".join(texts) for texts in told.values())


def conllu(path: Path) -> Iterator[str]:
    """The documents of a treebank."""
    yield from _documents((line[8:] for line in _lines(path, ("# newdoc", "# text ="))), "")


def columns(path: Path) -> Iterator[str]:
    """The documents of a file with one token a line and a tag behind a tab."""
    yield from _documents((line.split("\t")[0] for line in _lines(path, None)), "# doc")


def _lines(path: Path, kept: tuple[str, ...] | None) -> Iterator[str]:
    for line in path.read_text("utf-8").split("\n"):
        if kept is None or line.startswith(kept):
            yield line


def _documents(lines: Iterable[str], opening: str) -> Iterator[str]:
    """Lines joined to documents; a new one starts at `opening`, or at an id, which is what is left of a newdoc line."""
    held: list[str] = []
    for line in lines:
        starts = line.startswith(opening) if opening else line.startswith((" id =", "id ="))
        if starts and held:
            yield " ".join(held)
            held = []
        if not starts:
            held.append(line)
    if held:
        yield " ".join(held)


def corpora(shared: Path, without: frozenset[str]) -> dict[str, Iterator[str]]:
    """The texts of each corpus that may be counted, by a short name."""
    data = shared / "data"
    polnear = sorted((data / "attribution/polnear/train").glob("*.txt"))
    return {
        "stories": stories(data / "stories/dev.jsonl", without),
        "EWT train": conllu(data / "treebanks/ewt_train.conllu"),
        "GUM train": conllu(data / "treebanks/gum_train.conllu"),
        "PolNeAR train": (path.read_text("utf-8") for path in polnear),
        "worldwide newswire train": columns(data / "names/worldwide_newswire_train.tsv"),
    }


def weights(texts: int, counts: Counter[str]) -> dict[int, list[str]]:
    """The words that are no rarest words, by weight."""
    bands: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        weight = 5 * round(20 * log((texts + 1) / (count + 1)))
        if weight < RAREST:
            bands[weight].append(word)
    return {weight: sorted(bands[weight]) for weight in sorted(bands)}


def made(shared: Path, without: frozenset[str]) -> str:
    """The whole file."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for name, texts in corpora(shared, without).items():
        for text in texts:
            counts.update(set(words(text)))
            sizes[name] += 1
    sources = ", ".join(f"{name} {size}" for name, size in sizes.items())
    lines = [HEADER.format(texts=sum(sizes.values()), sources=sources) + "\n[words]\n"]
    lines += [f'{weight} = "{" ".join(found)}"\n' for weight, found in weights(sum(sizes.values()), counts).items()]
    return "".join(lines)


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path)
    given = parser.parse_args()
    without = frozenset(given.without.read_text("utf-8").split()) if given.without else frozenset()
    given.out.write_text(made(given.shared, without), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
