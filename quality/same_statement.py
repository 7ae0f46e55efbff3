"""Runner `same_statement`: JSON of questions with answers in, JSON Lines (qid, i, j, same) out; clusters are not read.

usage: same_statement.py IN.json OUT.jsonl
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path

import consilience


def main(source: str, out: str) -> None:
    """Write for each two answers of a question whether they say the same."""
    engine = consilience.load_engine()
    lines = []
    for entry in json.loads(Path(source).read_text("utf-8")):
        answers = entry["answers"]
        groups = consilience.same_answers(entry["question"], [answer["Answer"] for answer in answers], engine)
        for i, j in combinations(range(len(answers)), 2):
            same = groups[i] == groups[j]
            lines.append(json.dumps({"qid": answers[0]["qid"], "i": i, "j": j, "same": same}))
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
