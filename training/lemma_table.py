"""Makes lemmas.json from the training treebanks: python training/lemma_table.py OUT TREEBANK.conllu...

The table holds a lemma for a word form with its tag where the training data agree on it and it is no mere lower-casing,
and the forms of irregular verbs (`irregular_verbs.txt`), of which the data hold but half; the network's lemma head answers
for all others.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_NAMES = frozenset({"NNP", "NNPS"})
LEAST_SHARE = 0.9
IRREGULAR = Path(__file__).with_name("irregular_verbs.txt")


def rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form in lower case, tag, lemma) of every word that is no name and no typing error."""
    for line in path.open(encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit() and cells[4] not in _NAMES and "Typo=Yes" not in cells[5]:
            yield cells[1].translate(_PLAIN).lower(), cells[4], cells[2].translate(_PLAIN)


def irregular(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form, tag, lemma) of the past forms and participles of irregular verbs."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, past, participle = line.split()
            yield from ((form, "VBD", lemma) for form in past.split("/"))
            yield from ((form, "VBN", lemma) for form in participle.split("/"))


def table(paths: list[Path]) -> dict[str, dict[str, str]]:
    """Lemmas by tag and form, sorted."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for form, tag, lemma in rows(path):
            seen[tag, form][lemma] += 1
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if form.isascii() and form.isalpha() and count >= 2 and count / lemmas.total() >= LEAST_SHARE and lemma != "_":
            found[tag][form] = lemma
    for form, tag, lemma in irregular(IRREGULAR):
        found[tag][form] = lemma
    return {tag: dict(sorted(found[tag].items())) for tag in sorted(found)}


def write_table(treebanks: list[Path], out: Path) -> None:
    """Writes the table of the treebanks to the file `out`."""
    out.write_text(json.dumps(table(treebanks), ensure_ascii=True, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    write_table([Path(p) for p in sys.argv[2:]], Path(sys.argv[1]))
