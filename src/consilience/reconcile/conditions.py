"""A condition that is lost: somebody's words with their "if" in one report, and without it in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.account import Difference, Quote, Side
from consilience.model.annotations import PartAnnotations
from consilience.model.ids import content_id
from consilience.model.spans import Part, Passage, Span, hull
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.trees import children, is_negated, tokens_within
from consilience.wording import fold, words

_RUN = 3  # words in a row, the verb among them, by which a wording is known to be the conditional clause
_AROUND = 200  # characters before and after a wording in which its condition may stand


@dataclass(frozen=True, slots=True)
class _Conditional:
    """A clause of somebody's with its condition: where it stands, its words without the condition, and its verb."""

    report: str
    part: Part
    sentence: Span
    condition: Span
    listed: tuple[str, ...]
    verb: str


def conditions_lost(library: Library, quotes: Sequence[Quote]) -> Iterator[Difference]:
    """Utterances that one report gives with a condition and another, in the same words, without any."""
    for quote in quotes:
        said = [(w.report, library.statements[w.report, w.statement]) for w in quote.wordings]
        for whole in (c for report, statement in said for c in _conditionals(library, report, statement)):
            told = library.telling(whole.report)
            bare = [(r, s) for r, s in said if library.telling(r) != told and _without(library, r, s, whole)]
            if bare:
                yield _difference(library, whole, bare)
                break


def _conditionals(library: Library, report: str, statement: Statement) -> Iterator[_Conditional]:
    """The clauses of a statement on which a condition hangs that the statement gives too."""
    part = library.parts[report, statement.part]
    inside = {i for span in statement.content for i in range(*tokens_within(part.tokens, span))}
    for at in sorted(inside):
        head = part.tokens[at].head
        if head not in inside or not _conditional(part, at) or is_negated(part.tokens, head):
            continue
        below = _subtree(part, at)
        main = [i for i in _subtree(part, head) if i not in below]
        condition = Span(part.tokens[below[0]].start, part.tokens[below[-1]].end)
        listed = tuple(w for i in main for w in words(part.tokens[i].word))
        sentence = sentence_span(library, report, statement.part, condition)
        yield _Conditional(report, statement.part, sentence, condition, listed, fold(part.tokens[head].word))


def _conditional(part: PartAnnotations, at: int) -> bool:
    """Whether a clause hangs on another as its condition."""
    if part.tokens[at].relation.split(":")[0] != "advcl":
        return False
    marks = (part.tokens[c] for c in children(part.tokens, at) if part.tokens[c].relation == "mark")
    return any(fold(m.word) in word_set("told_otherwise", "conditions") for m in marks)


def _subtree(part: PartAnnotations, root: int) -> list[int]:
    found, open_ = [], [root]
    while open_:
        at = open_.pop()
        found.append(at)
        open_ += children(part.tokens, at)
    return sorted(found)


def _without(library: Library, report: str, statement: Statement, whole: _Conditional) -> bool:
    """Whether a report gives the clause in the same words, and no condition near it."""
    if statement.hedged:
        return False
    text = text_of(library.reports[report].report, statement.part)
    listed = tuple(w for span in statement.content for w in words(text[span.start : span.end]))
    if not _shares_run(listed, whole):
        return False
    place = hull(s for s in (statement.source, statement.cue, *statement.content) if s is not None)
    near = words(text[max(0, place.start - _AROUND) : place.end + _AROUND])
    return not word_set("told_otherwise", "conditional") & set(near)


def _shares_run(listed: Sequence[str], whole: _Conditional) -> bool:
    runs = {whole.listed[i : i + _RUN] for i in range(len(whole.listed) - _RUN + 1)}
    theirs = (tuple(listed[i : i + _RUN]) for i in range(len(listed) - _RUN + 1))
    return any(run in runs and whole.verb in run for run in theirs)


def _difference(library: Library, whole: _Conditional, bare: Sequence[tuple[str, Statement]]) -> Difference:
    full = passages_at(library, whole.report, whole.part, (whole.sentence,))
    short: list[Passage] = []
    for report, statement in bare:
        place = hull(statement.content)
        short += passages_at(library, report, statement.part, (sentence_span(library, report, statement.part, place),))
    sides = (
        Side(words_at(library, full), full, ()),
        Side(words_at(library, short[:1]), tuple(dict.fromkeys(short)), ()),
    )
    condition = words_at(library, passages_at(library, whole.report, whole.part, (whole.condition,)))
    because = f"the same words with the condition “{condition}” and without it"
    key = tuple(p for side in sides for p in side.passages)
    return Difference("d" + content_id("difference", "strength", key), "strength", "finer detail", (), sides, because)
