"""Runner `attribution`: a folder of .txt files in, one JSON line an attribution out.

usage: attribution.py FOLDER OUT.jsonl

Of each chain the outermost statement is written, since the scored corpora know no nesting; beliefs and plans count there
and are written too. Keys: doc_id, source, cue, content, speaker, speaker_type, chain (names, origin last), kind, modality.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.engines import Engine, load_engine
from consilience.model.report import Report, Run
from consilience.model.spans import Span
from consilience.model.statement import Statement
from consilience.settings import AttributeSettings


def plain_report(name: str, text: str) -> Report:
    """A report made of the whole text, nothing removed."""
    whole = Span(0, len(text))
    return Report(
        id=name, source=name, kind="text", state="accepted", reason="", sha256="", encoding="utf-8", language="en",
        text=text, title="", headline=None, outlet=None, byline=None, dateline=None, agency=None, place_of_writing=None,
        published=None, published_stated=None, url=None, removed=(), captions=(), damage=(), layer_map=(Run(whole, whole),),
    )  # fmt: skip


def statements(engine: Engine, path: Path) -> tuple[Statement, ...]:
    """The statements of one file, its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        report = plain_report(path.stem, file.read())
    return attribute(report, annotate(report, engine), AttributeSettings())


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
    engine = load_engine()
    with Path(out).open("w", encoding="utf-8") as file:
        for path in sorted(Path(folder).glob("*.txt")):
            for statement in statements(engine, path):
                if statement.within is None:
                    file.write(as_line(path.stem, statement) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
