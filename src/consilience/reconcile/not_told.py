"""What the reports themselves say is undisclosed, declined, unclear, or planned without a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from consilience.lexicons import word_list
from consilience.model.account import NotTold, NotToldKind
from consilience.model.spans import Part, Passage, Span, covers, hull
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.wording import fold, shingles

_LISTS: tuple[tuple[str, NotToldKind], ...] = (
    ("declined", "declined"),
    ("disclosed", "not disclosed"),
    ("unclear", "unclear"),
    ("no_day", "planned without a day"),
)
_WHO_KEEPS = frozenset(("neither", "no", "nobody", "none"))


@dataclass(frozen=True, slots=True)
class _Found:
    kind: NotToldKind
    report: str
    part: Part
    sentence: Span
    because: str


def not_told(library: Library) -> tuple[NotTold, ...]:
    """Each thing that is not told, once with the passages of all who tell it in the same words, in their order."""
    entries: dict[tuple[str, frozenset[tuple[str, ...]]], NotTold] = {}
    for told in library.reports.values():
        for found in sorted(_in_report(library, told), key=lambda f: f.sentence):
            passages = passages_at(library, found.report, found.part, (found.sentence,))
            text = words_at(library, passages)
            key = (found.kind, shingles(text, 8))
            known = entries.get(key)
            if known is not None and passages and len(passages) == 1:
                entries[key] = replace(known, passages=tuple(dict.fromkeys((*known.passages, *passages))))
            elif passages and known is None and not _known(entries.values(), passages):
                entries[key] = NotTold(found.kind, text, passages, found.because)
    return tuple(entries.values())


def _known(entries: Iterable[NotTold], passages: tuple[Passage, ...]) -> bool:
    return any(set(passages) <= set(entry.passages) for entry in entries)


def _in_report(library: Library, told: AnnotatedReport) -> Iterator[_Found]:
    report = told.report.id
    for statement in told.statements:
        kind = _kind(statement)
        if kind is not None:
            place = hull(s for s in (statement.source, statement.cue, *statement.content) if s is not None)
            around = sentence_span(library, report, statement.part, place)
            yield _Found(kind, report, statement.part, around, _WORDS[kind])
    quoted = [span for s in told.statements if s.manner in ("direct", "block") for span in s.content]
    for part in told.annotations.parts:
        text = text_of(told.report, part.part)
        for sentence in part.sentences:
            yield from _by_words(report, part.part, sentence.span, text, quoted)


_WORDS: dict[NotToldKind, str] = {
    "declined": "the report says that somebody would not say",
    "not disclosed": "the report says that it was not given out",
}


def _kind(statement: Statement) -> NotToldKind | None:
    if statement.act == "declined":
        return "declined"
    return "not disclosed" if statement.act == "not disclosed" else None


def _by_words(report: str, part: Part, span: Span, text: str, quoted: list[Span]) -> Iterator[_Found]:
    """Sentences of the outlet that hold one of the listed phrases; what is quoted is somebody's word, not a gap."""
    folded = f" {' '.join(fold(text[span.start : span.end]).split())} "
    for name, kind in _LISTS:
        for phrase in word_list("not_told", name):
            if not _holds(folded, phrase):
                continue
            at = fold(text[span.start : span.end]).find(phrase.split()[0])
            if any(covers(q, span) for q in quoted) or at < 0:
                return
            yield _Found(kind, report, part, span, f"the report says “{phrase}”")
            return


def _holds(folded: str, phrase: str) -> bool:
    at = folded.find(phrase)
    if at < 1 or folded[at - 1].isalnum() or folded[at + len(phrase) : at + len(phrase) + 1].isalnum():
        return False
    # "has disclosed" tells a gap only where nobody is the one who discloses
    return phrase != "has disclosed" or bool(_WHO_KEEPS & set(folded[:at].split()))
