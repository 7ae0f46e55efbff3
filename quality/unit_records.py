"""Codes the unit records of older event coders: python quality/unit_records.py IN.jsonl OUT.jsonl

IN holds JSON Lines with `id`, `text` and `events` (CAMEO codes of another coder; only the text is read). OUT takes lines
with `id`, `types` (types of PLOVER that the program codes, sorted) or `error` where it failed. Printed are the records, the
crashes, and over the records with an event the share of their CAMEO roots, mapped to PLOVER, that the program codes too; of
the records without one the share where it codes none. The records were made for other coders' dictionaries: no floor.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.events.coder import code_events
from quality.readings import reading

ROOTS = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
_YIELDING = ("081", "082", "083")


def plover_type(cameo: str) -> str | None:
    """The type of PLOVER for a CAMEO code; None for statements and appeals, which are no events."""
    if cameo.startswith("08"):
        return "CONCEDE" if cameo.startswith(_YIELDING) else "RETREAT"
    return ROOTS.get(cameo[:2])


def types_of(text: str, engine: Engine) -> list[str]:
    """The types that the program codes in a text."""
    return sorted({event.type for event in code_events(*reading(text, engine))})


def main(source: Path, out: Path) -> None:
    """Codes every record and prints how many failed and how many agree."""
    engine = load_engine()
    rows = [json.loads(line) for line in source.read_text("utf-8").split("\n") if line.strip()]
    written: list[dict[str, object]] = []
    for row in rows:
        try:
            written.append({"id": row["id"], "types": types_of(row["text"], engine)})
        except Exception as error:  # a crash of any kind is what is counted
            written.append({"id": row["id"], "error": repr(error)})
    out.write_text("".join(json.dumps(row) + "\n" for row in written), "utf-8")
    print(summary(rows, written))


def summary(rows: Iterable[Mapping[str, object]], written: Iterable[Mapping[str, object]]) -> str:
    """The counts in one line."""
    crashes = wanted = hit = silent = rightly = total = 0
    for row, found in zip(rows, written, strict=True):
        total += 1
        crashes += "error" in found
        listed, types = row["events"], found.get("types", [])
        codes = [str(e["eventcode"]) for e in listed if "eventcode" in e] if isinstance(listed, list) else []
        gold = {kind for kind in map(plover_type, codes) if kind}
        wanted += len(gold)
        hit += len(gold & set(types)) if isinstance(types, list) else 0
        silent += not codes
        rightly += not codes and not types
    return f"records {total} crashes {crashes}  types agreed {hit}/{wanted}  rightly silent {rightly}/{silent}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
