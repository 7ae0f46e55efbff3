"""Bodies that a report names once in full and then by their kind alone: "the ministry" behind "the interior ministry"."""

from __future__ import annotations

import re

from consilience.lexicons import word_set
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, text_of
from consilience.wording import fold, words

_SMALL = frozenset(
    ("a", "an", "and", "any", "each", "every", "for", "in", "its", "no", "of", "or", "own", "the", "their")
)


def in_full(library: Library, report: str, statement: Statement) -> str | None:
    """The one body of its kind that the report has named before a speaker who is called by the kind alone."""
    speaker = statement.speaker
    listed = [w for w in words(speaker.name or speaker.words if speaker else "") if w not in ("the", "its", "this")]
    place = min((s.start for s in (statement.source, *statement.content) if s is not None), default=0)
    if len(listed) != 1 or listed[0] not in word_set("stakes", "kinds"):
        return None
    text = text_of(library.reports[report].report, statement.part)
    before = re.finditer(rf"\b((?:[A-Z][\w'’]+ )*[\w'’]+) (?i:{listed[0]})(?!\w)", text[:place])
    called = {fold(m[1].split()[-1]): m[0] for m in before}
    named = {word: found for word, found in called.items() if word not in _SMALL}
    return " ".join(_own_words(next(iter(named.values())))) if len(named) == 1 else None


def _own_words(found: str) -> list[str]:
    """The words of a name, without the small words before it."""
    listed = found.split()
    while fold(listed[0]) in _SMALL:
        listed = listed[1:]
    return listed
