"""Runner `attribution`: a folder of .txt files in, one JSON line an attribution out.

usage: attribution.py FOLDER OUT.jsonl

Of each chain the outermost statement is written, since the scored corpora know no nesting; beliefs and plans count there
and are written too. Keys: doc_id, source, cue, content, speaker, speaker_type, chain (names, origin last), kind, modality.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import consilience
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport


def as_line(name: str, statement: Statement) -> str:
    """One statement in the scorer's form."""
    speaker = statement.speaker
    return json.dumps(
        {
            "doc_id": name,
            "source": statement.source,
            "cue": statement.cue,
            "content": statement.content,
            "speaker": None if speaker is None else speaker.name,
            "speaker_type": None if speaker is None else speaker.type,
            "chain": [link.name for link in statement.chain],
            "kind": statement.manner,
            "modality": statement.status,
        }
    )


def main(folder: str, out: str) -> None:
    """Write the outermost statements of all files of the folder, in order of their names."""
    paths = [str(path) for path in sorted(Path(folder).glob("*.txt"))]
    with Path(out).open("w", encoding="utf-8") as file:
        for result in consilience.results(paths, consilience.Job()):
            if not isinstance(result, AnnotatedReport):
                print(f"{result.source}: {result.reason}", file=sys.stderr)
                continue
            name = Path(result.report.source).stem
            for statement in result.statements:
                if statement.within is None and statement.part == "text":
                    file.write(as_line(name, statement) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
