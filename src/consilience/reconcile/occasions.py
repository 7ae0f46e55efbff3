"""On what occasion something was said, as its paragraph tells: at a meal, in a speech, to the press; and on which weekday."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.spans import Span, overlap
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, text_of
from consilience.wording import words

_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """The meals, the other kinds of occasion and the weekdays that stand beside somebody's words."""

    meals: frozenset[str]
    kinds: frozenset[str]
    days: frozenset[str]


def occasion_of(library: Library, report: str, statement: Statement) -> Occasion:
    """The occasion by the words of the statement's paragraph up to its end that are not the statement's own."""
    text = text_of(library.reports[report].report, statement.part)
    part = library.parts.get((report, statement.part))
    ends = [s for s in (*statement.content, statement.cue, statement.source) if s is not None]
    last = max(span.end for span in ends)
    sentences = part.sentences if part is not None else ()
    paragraph = next((s.paragraph for s in sentences if s.span.start <= ends[0].start < s.span.end), None)
    near = [s.span for s in sentences if s.paragraph == paragraph and s.span.start < last]
    told = " ".join(_without(text, span, statement) for span in near).lower()
    said = set(words(told))
    kinds = table("settings_told", "occasions")
    return Occasion(
        frozenset(said & word_set("settings_told", "meals")),
        frozenset(kinds[w] for w in said if w in kinds),
        frozenset(said & _DAYS),
    )


def _without(text: str, span: Span, statement: Statement) -> str:
    """The words of a sentence that are not what the statement says."""
    inside = {i for content in statement.content if overlap(content, span) for i in range(*content)}
    return "".join(" " if i in inside else text[i] for i in range(*span))


def one_occasion(left: Occasion, right: Occasion) -> bool:
    """Whether both were said on one weekday and at the same kind of occasion."""
    return bool((left.kinds & right.kinds or left.meals & right.meals) and left.days & right.days)


def other_meals(left: Occasion, right: Occasion) -> bool:
    """Whether the two were said at different meals."""
    return bool(left.meals and right.meals) and not left.meals & right.meals


def one_at_table(left: Occasion, right: Occasion) -> bool:
    """Whether only one of the two is told to have been said at a meal."""
    return bool(left.meals) != bool(right.meals)
