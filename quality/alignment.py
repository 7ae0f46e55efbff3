"""Runner `alignment`: CSV of sentence pairs with questions in, JSON Lines (key, pairs) out; alignments are not read.

usage: alignment.py IN.csv OUT.jsonl
"""

from __future__ import annotations

import ast
import csv
import json
import sys
from pathlib import Path

import consilience

csv.field_size_limit(10**9)


def main(source: str, out: str) -> None:
    """Write for each pair of sentences which of their questions tell the same."""
    engine = consilience.load_engine()
    lines = []
    with Path(source).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            left, right = ast.literal_eval(row["qas_1"]), ast.literal_eval(row["qas_2"])
            sides = [
                [consilience.Asked(q["question"], q["answer"], q["verb"], int(q["verb_idx"])) for q in side]
                for side in (left, right)
            ]
            found = consilience.aligned_questions(sides[0], sides[1], engine)
            pairs = [[left[i]["qa_uuid"], right[j]["qa_uuid"]] for i, j in found]
            lines.append(json.dumps({"key": row["key"], "pairs": pairs}))
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
