"""Makes many reports out of the example reports: other worlds with other names and numbers, or many tellings of one.

Seeded: the same call gives the same reports. Sentences stay real English, so that the engine's work is realistic.
"""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"
_NAME = re.compile(r"\b[A-ZÅ][a-zåäö]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December".split()
)
_START, _MIDDLE, _END = (
    "BDFGHKLMNPRSTV",
    ["a", "e", "i", "o", "u", "ai", "ei"],
    ["lm", "nd", "rek", "sk", "vor", "tan", "l"],
)


def example_texts() -> list[str]:
    """The texts of the plain example reports, in the order of their names."""
    texts = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.name.endswith(".txt"):
            texts.append(path.read_text("utf-8-sig"))
        elif path.name.endswith(".txt.gz"):
            texts.append(gzip.decompress(path.read_bytes()).decode("utf-8"))
    return texts


def names_of(texts: list[str]) -> list[str]:
    """Words that are names wherever they stand: written large, and never small in any of the texts."""
    small = set(re.findall(r"\b[a-zåäö]{3,}\b", " ".join(texts)))
    return sorted({w for text in texts for w in _NAME.findall(text) if w.lower() not in small and w not in _CALENDAR})


def other_world(texts: list[str], names: list[str], seed: int) -> list[str]:
    """The same texts about other people and places, with other numbers."""
    chance = random.Random(seed)
    new = {name: _invented(chance) for name in names}
    shift = chance.randint(1, 6)

    def number(match: re.Match[str]) -> str:
        return str(int(match[0]) + shift)

    return [_NUMBER.sub(number, _NAME.sub(lambda m: new.get(m[0], m[0]), text)) for text in texts]


def retelling(text: str, seed: int) -> str:
    """The same text with a third of its sentences dropped."""
    chance = random.Random(seed)
    paragraphs = [p for p in text.split("\n") if p.strip()]
    return "\n\n".join(p for i, p in enumerate(paragraphs) if i == 0 or chance.random() > 0.33)


def write_reports(folder: Path, count: int, one_story: bool, seed: int = 7) -> list[Path]:
    """Write `count` reports into `folder`: many stories, or as many tellings of one; returns their paths."""
    texts = example_texts()
    names = names_of(texts)
    paths = []
    for number in range(count):
        world, which = divmod(number, len(texts))
        text = retelling(texts[which], seed + number) if one_story else other_world(texts, names, seed + world)[which]
        path = folder / f"{number:05d}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _invented(chance: random.Random) -> str:
    syllables = (_START, _MIDDLE, "rlnstd", _MIDDLE, _END)
    return "".join(chance.choice(choices) for choices in syllables)
