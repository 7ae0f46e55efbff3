"""How a golden case is compared with what is found: the rules of golden/README.md, as code."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consilience.annotate.report import annotate
from consilience.attribute.report import told_in
from consilience.clean.report import clean
from consilience.engines import Engine
from consilience.lexicons import word_set
from consilience.model.report import Described, Page, Report
from consilience.model.spans import Span
from consilience.model.statement import Statement
from consilience.settings import Settings
from consilience.wording import fold

_SHARE = 0.8
_OPENERS = re.compile(r"\W*(?:that|whether|if)\s+", re.IGNORECASE)
_TITLES = frozenset(t.lower().rstrip(".") for t in word_set("titles", "before_names")) | frozenset(
    "the a an mr mrs ms dr sir lady lord dame president prime minister senator sen rep governor gov mayor chancellor "
    "captain sergeant inspector colonel general professor father sister judge justice king queen chief".split()
)
_FIELDS = ("manner", "act", "status", "scope", "hedged")


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a case, the statements found in it, and the attributions that were set aside."""

    text: str
    statements: tuple[Statement, ...]
    asides: tuple[Statement, ...]


def read_case(folder: Path, engine: Engine) -> Found:
    """The case's report, cleaned, annotated and attributed."""
    data = (folder / "report.txt").read_bytes()
    page = Page("report.txt", "text", data, hashlib.sha256(data).hexdigest(), Described())
    report = clean(page, Settings().clean)
    assert isinstance(report, Report)
    told = told_in(report, annotate(report, engine), Settings().attribute)
    return Found(report.text, told.statements, told.asides)


def complaints(folder: Path, found: Found) -> list[str]:
    """What is not as expected, in words; empty where the case passes."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text("utf-8"))
    said = [c for wanted in expected["statements"] for c in _of_statement(found, wanted)]
    for words in expected["not_statements"]:
        at = found.text.index(words)
        forbidden = set(range(at, at + len(words)))
        said += [f"no statement: {words!r}" for s in found.statements if forbidden & _characters(found.text, s.content)]
    return said


def _of_statement(found: Found, wanted: Mapping[str, Any]) -> list[str]:
    fitting = _fitting(found, wanted)
    if not fitting:
        return [f"not found: {wanted['content']}"]
    tried = [[f for s in group for f in _faults(found, s, wanted)] for group in fitting]
    best = min(tried, key=len)
    return [f"{wanted['content']}: {fault}" for fault in best]


def _fitting(found: Found, wanted: Mapping[str, Any]) -> list[tuple[Statement, ...]]:
    """The statements, or runs of statements of one speaker, whose content is the wanted one.

    Where a belief, a plan or a perception is wanted, what was set aside will do.
    """
    listed = found.statements if wanted.get("scope", "statement") == "statement" else found.statements + found.asides
    told = set(_alphanumeric(found.text, (_place(found.text, stretch) for stretch in wanted["content"])))
    widest = told if "widest" not in wanted else set(_alphanumeric(found.text, [_place(found.text, wanted["widest"])]))
    exact = wanted.get("manner") in ("direct", "block")
    groups: list[tuple[Statement, ...]] = [(s,) for s in listed]
    pieces = [s for s in listed if _characters(found.text, s.content) <= told]
    names = {None if s.speaker is None else s.speaker.name for s in pieces}
    groups += [tuple(s for s in pieces if (s.speaker.name if s.speaker else None) == name) for name in names]
    contents = [set().union(*(_characters(found.text, s.content) for s in g)) for g in groups]
    return [g for g, got in zip(groups, contents, strict=True) if g and _same(got, told, widest, exact)]


def _same(got: set[int], told: set[int], widest: set[int], exact: bool) -> bool:
    """Whether what was found lies between the wanted content and the widest one, up to a fifth where words are reported."""
    if exact:
        return told <= got <= widest
    return len(got & widest) >= _SHARE * len(got) and len(got & told) >= _SHARE * len(told)


def _place(text: str, stretch: str | Mapping[str, Any]) -> Span:
    """Where a stretch stands, by its text and the number of its occurrence."""
    words, count = (stretch, 1) if isinstance(stretch, str) else (stretch["text"], stretch["occurrence"])
    at = -1
    for _ in range(count):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def _characters(text: str, content: Sequence[Span]) -> set[int]:
    return set(_alphanumeric(text, content))


def _alphanumeric(text: str, spans: Iterable[Span]) -> Iterable[int]:
    """The offsets of letters and digits, without an opening "that", "whether" or "if" of the whole."""
    for number, (start, end) in enumerate(spans):
        opener = None if number else _OPENERS.match(text, start, end)
        yield from (at for at in range(start if opener is None else opener.end(), end) if text[at].isalnum())


def _faults(found: Found, statement: Statement, wanted: Mapping[str, Any]) -> list[str]:
    """In what a statement is not as wanted."""
    speaker = statement.speaker
    name = None if speaker is None else speaker.name
    faults = [
        f"{field} {getattr(statement, field)!r}, not {wanted[field]!r}"
        for field in _FIELDS
        if field in wanted and getattr(statement, field) != wanted[field]
    ]
    if "type" in wanted and (speaker is None or speaker.type != wanted["type"]):
        faults.append(f"type {None if speaker is None else speaker.type!r}, not {wanted['type']!r}")
    if "speaker" in wanted and not _right_speaker(statement, wanted["speaker"]):
        faults.append(f"speaker {name!r}, not {wanted['speaker']!r}")
    if any(_name_words(name) == _name_words(other) for other in wanted.get("not_speaker", ())):
        faults.append(f"speaker {name!r} is excluded")
    if "chain" in wanted and not _same_chain([link.name for link in statement.chain], wanted["chain"]):
        faults.append(f"chain {[link.name for link in statement.chain]}, not {wanted['chain']}")
    if "members" in wanted and not _same_members(() if speaker is None else speaker.members, wanted["members"]):
        faults.append(f"members {None if speaker is None else speaker.members}, not {wanted['members']}")
    if "cue" in wanted and (statement.cue is None or wanted["cue"] not in found.text[slice(*statement.cue)]):
        faults.append(f"cue {None if statement.cue is None else found.text[slice(*statement.cue)]!r}")
    if "within" in wanted and not _is_within(found, statement, wanted["within"]):
        faults.append(f"not within {wanted['within']!r}")
    return faults


def _right_speaker(statement: Statement, wanted: str | None) -> bool:
    speaker = statement.speaker
    if wanted is None:
        return speaker is None or speaker.id is None
    return speaker is not None and _name_words(speaker.name) == _name_words(wanted)


def _name_words(name: str | None) -> frozenset[str]:
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", fold(name or "")))
    return frozenset([w for w in words if w not in _TITLES] or words)


def _same_chain(names: Sequence[str | None], wanted: Sequence[str]) -> bool:
    pairs = [(_name_words(a), _name_words(b)) for a, b in zip(names, wanted, strict=False)]
    short = [_initials(a) == (b or "") or _initials(b) == (a or "") for a, b in zip(names, wanted, strict=False)]
    same = [bool(a and b) and (a <= b or b <= a) for a, b in pairs]
    return len(names) == len(wanted) and all(one or other for one, other in zip(same, short, strict=True))


def _initials(name: str | None) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z]\w*", name or ""))


def _same_members(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether both name the same, in any order, a fuller or shorter spelling being equal."""
    return len(names) == len(wanted) and all(any(_same_chain([a], [b]) for a in names) for b in wanted)


def _is_within(found: Found, statement: Statement, words: str) -> bool:
    outer = next((s for s in found.statements if s.id == statement.within), None)
    return outer is not None and any(words in found.text[slice(*span)] for span in outer.content)
