"""Runner `attribution`: a folder of .txt files in, one JSON line an attribution out.

usage: attribution.py FOLDER OUT.jsonl

The scored corpora know no nesting and count beliefs, intentions and decrees: of each chain the outermost is written, and
what the product sets aside as no statement is written too. A speaker is written as those corpora name him: by the fullest
mention, a person with office and description.
Keys: doc_id, source, cue, content, speaker, speaker_type, chain (names, origin last), kind, modality.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import consilience
from consilience.model.statement import Speaker, Statement
from consilience.model.story import AnnotatedReport

_PRONOUNS = frozenset("he she it they we i you who which that this these those one some others".split())


def as_line(name: str, statement: Statement) -> str:
    """One statement in the scorer's form."""
    speaker = statement.speaker
    return json.dumps(
        {
            "doc_id": name,
            "source": statement.source,
            "cue": statement.cue,
            "content": statement.content,
            "speaker": None if speaker is None else fullest(speaker),
            "speaker_type": None if speaker is None else speaker.type,
            "chain": [link.name for link in statement.chain],
            "kind": statement.manner,
            "modality": statement.status,
        }
    )


def fullest(speaker: Speaker) -> str | None:
    """The speaker's name, a person's with the words that describe him, as the corpora give the fullest mention.

    A speaker without a name is given by the words that stand for it, unless they are a pronoun.
    """
    if speaker.name is not None:
        return ", ".join((speaker.name, *(speaker.described if speaker.type == "person" else ())))
    return None if speaker.words.lower() in _PRONOUNS else speaker.words


def outermost(result: AnnotatedReport) -> list[Statement]:
    """Statements and asides of the text, in text order, without those that stand in another's content."""
    told = [s for s in (*result.statements, *result.asides) if s.part == "text" and s.within is None]
    held = [s for s in told if s.cue is None or not any(_holds(other, s) for other in told)]
    return sorted(
        (_joined(s, held) for s in held if s.follows is None), key=lambda s: (s.content, s.cue or s.content[0])
    )


def _joined(first: Statement, told: Sequence[Statement]) -> Statement:
    """The statement with the quotations in which its speaker goes on, which the corpora take as one."""
    ids, content = {first.id}, list(first.content)
    for statement in told:
        if statement.follows in ids:
            ids.add(statement.id)
            content += statement.content
    return replace(first, content=tuple(content))


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether the inner one's cue and content lie in the outer's content."""
    spans = (*inner.content, *([] if inner.cue is None else [inner.cue]))
    return outer is not inner and all(any(o.start <= s.start and s.end <= o.end for o in outer.content) for s in spans)


def main(folder: str, out: str) -> None:
    """Write the outermost statements of all files of the folder, in order of their names."""
    paths = [str(path) for path in sorted(Path(folder).glob("*.txt"))]
    with Path(out).open("w", encoding="utf-8") as file:
        for result in consilience.results(paths, consilience.Job()):
            if not isinstance(result, AnnotatedReport):
                print(f"{result.source}: {result.reason}", file=sys.stderr)
                continue
            name = Path(result.report.source).stem
            file.writelines(as_line(name, statement) + "\n" for statement in outermost(result))


if __name__ == "__main__":
    main(*sys.argv[1:3])
