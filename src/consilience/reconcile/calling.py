"""What several outlets call one thing, gathered by noun: the sides of a naming difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from consilience.model.account import Difference, Side
from consilience.model.annotations import PartAnnotations
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span, covers, overlap
from consilience.quotation import quotations
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.wording import fold

_BEFORE = frozenset(("amod", "compound", "nmod:desc"))
_SHORT = 40  # letters of a stretch in marks that only names a thing


@dataclass(frozen=True, slots=True)
class Called:
    """What one report calls something: the noun, the words around it, and where they stand."""

    report: str
    noun: str
    said: str
    passages: tuple[Passage, ...]


def naming(
    library: Library, called: Sequence[Called], loaded: Collection[str], claims: tuple[str, ...], because: str
) -> Difference | None:
    """A side for each noun, those that say more first; None unless some use such a noun and others nowhere do.

    A report that has one of the loaded nouns anywhere in its text does not stand for a plain one.
    """
    own = [c for c in called if not _quoted(library, c)]
    used = {c.noun for c in own} & set(loaded)
    said = {c.report: used & _nouns(library, c.report) for c in own}
    kept = [c for c in own if c.noun in used or not said[c.report]]
    if not any(noun != c.noun and noun not in said[c.report] for noun in used for c in kept):
        return None
    listed: dict[str, list[Called]] = {}
    for one in kept:
        listed.setdefault(one.noun, []).append(one)
    ranked = sorted(listed, key=lambda noun: (noun not in used, -_tellings(library, listed[noun]), noun))
    sides = tuple(_side(listed[noun]) for noun in ranked)
    id_ = "d" + content_id("difference", "naming", tuple(p for side in sides for p in side.passages))
    return Difference(id_, "naming", "not comparable", claims, sides, because)


def _quoted(library: Library, called: Called) -> bool:
    """Whether words stand in somebody's quotation, or in marks: what others call a thing is not what the outlet calls it."""
    if any(_in_marks(library, p) for p in called.passages):
        return True
    statements = library.reports[called.report].statements
    marked = (s for s in statements if s.manner in ("direct", "block"))
    return any(s.part == p.part and covers(span, p.span) for s in marked for span in s.content for p in called.passages)


def _in_marks(library: Library, passage: Passage) -> bool:
    """Whether quotation marks open or close within a few words ('what it calls a "clean-up operation"')."""
    text = text_of(library.reports[passage.report].report, passage.part)
    sentence = sentence_span(library, passage.report, passage.part, passage.span)
    stretch = Span(sentence.start, max(sentence.end, passage.span.end))
    return any(
        overlap(q.span, passage.span) and q.span.end - q.span.start < _SHORT for q in quotations(text, [stretch])
    )


def _nouns(library: Library, report: str) -> set[str]:
    tokens = (t for part in library.reports[report].annotations.parts for t in part.tokens)
    return {fold(t.lemma) for t in tokens if t.pos == "NOUN"}


def _tellings(library: Library, called: Sequence[Called]) -> int:
    return len({library.telling(c.report) for c in called})


def with_kind(part: PartAnnotations, at: int) -> Span:
    """A noun with the words right before it that say of what kind it is."""
    first = at
    while first > 0:
        before, kind = part.tokens[first - 1], part.tokens[first]
        name = (
            before.tag == "NNP" and kind.pos in ("ADJ", "PROPN") and first < at
        )  # "North Korean", whatever the tree says
        if not name and (before.relation not in _BEFORE or not first <= before.head <= at):
            break
        first -= 1
    while first > 1 and _hyphen(part, first - 1):  # "clean-up operation", of which a tree may leave "clean-" behind
        first -= 2
    return Span(part.tokens[first].start, part.tokens[at].end)


def _hyphen(part: PartAnnotations, at: int) -> bool:
    """Whether a token is a hyphen within a word."""
    before, here, after = part.tokens[at - 1 : at + 2]
    return here.word == "-" and before.end == here.start and here.end == after.start


def _side(called: Sequence[Called]) -> Side:
    """The commonest words for the thing stand for the side, of equals those of two or more before a bare noun."""
    often = Counter(fold(c.said) for c in called)
    said = min((c.said for c in called), key=lambda said: (-often[fold(said)], " " not in said, len(said), said))
    return Side(said, tuple(dict.fromkeys(p for c in called for p in c.passages)), ())
