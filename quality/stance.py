"""Runner `stance`: JSON Lines of pairs (Headline, Body ID) and of bodies in, JSON Lines (Headline, Body ID, Stance) out.

usage: stance.py PAIRS.jsonl BODIES.jsonl OUT.jsonl

The stances that the pairs may carry are not read. Each headline and each body is made ready once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import consilience


def main(pairs: str, bodies: str, out: str) -> None:
    """Write for each pair what the body does with the headline."""
    engine = consilience.load_engine()
    texts = {str(row["Body ID"]): row["articleBody"] for row in _rows(bodies)}
    wanted = [(row["Headline"], row["Body ID"]) for row in _rows(pairs)]
    heads = {text: consilience.headline_of(text, engine) for text in sorted({text for text, _ in wanted})}
    read = {id_: consilience.body_of(texts[id_], engine) for id_ in sorted({str(id_) for _, id_ in wanted})}
    with Path(out).open("w", encoding="utf-8") as file:
        for text, id_ in wanted:
            told = consilience.stance(heads[text], read[str(id_)])
            file.write(json.dumps({"Headline": text, "Body ID": id_, "Stance": told}) + "\n")


def _rows(path: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
