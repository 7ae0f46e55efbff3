"""Naming of acts: an invasion of a land here, an operation in it there; a massacre in a town here, a raid on it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from consilience.lexicons import table, word_set
from consilience.model.account import Difference
from consilience.model.annotations import PartAnnotations
from consilience.model.spans import Part, Span, covers, hull
from consilience.reconcile.calling import Called, naming, with_kind
from consilience.reconcile.entities import name_key
from consilience.reconcile.library import Library, passages_at, words_at
from consilience.trees import child, children
from consilience.wording import fold

_SCENE = "the happening"  # stands for the day and the place of the story
_FEW = 2  # reports below which nobody calls anything otherwise


def acts_called(library: Library) -> Iterator[Difference]:
    """Acts of one sort, in or against one place or on the story's day, that reports call by other nouns."""
    found: defaultdict[tuple[str, str], list[Called]] = defaultdict(list)
    for report, part in library.parts:
        for sort, anchor, called in _of_part(library, report, part):
            found[sort, anchor].append(called)
    for (_, anchor), listed in sorted(found.items()):
        if len({library.telling(c.report) for c in listed}) < _FEW:
            continue
        where = "the happening" if anchor == _SCENE else "one act by its place"
        one = naming(library, listed, word_set("told_otherwise", "loaded_acts"), (), f"{where}, called otherwise")
        if one is not None:
            yield one


def _of_part(library: Library, report: str, name: Part) -> Iterator[tuple[str, str, Called]]:
    """The nouns of acts in a part, each with its sorts and with the place or day on which it hangs."""
    part, sorts = library.parts[report, name], table("told_otherwise", "sorts")
    for at, token in enumerate(part.tokens):
        noun = fold(token.lemma)
        for anchor, ends in _anchors(library, report, part, at) if token.pos == "NOUN" and noun in sorts else ():
            passages = passages_at(library, report, name, (hull((with_kind(part, at), ends)),))
            if len(passages) == 1:
                called = Called(report, noun, words_at(library, passages), passages)
                yield from ((sort, anchor, called) for sort in sorts[noun].split())


def _anchors(library: Library, report: str, part: PartAnnotations, at: int) -> Iterator[tuple[str, Span]]:
    """The place in or against which an act is, or the story's place or day; with the words that say so."""
    for below in children(part.tokens, at):
        relation = part.tokens[below].relation
        around = _case(part, below)
        span = _whole(part, below)
        if relation == "nmod:poss" or (relation == "nmod" and around == "on"):
            days = (library.days.get((report, part.part, t.span)) for t in part.times if covers(span, t.span))
            if library.frame.day is not None and library.frame.day in days:
                yield _SCENE, span
        if relation == "compound" or (relation == "nmod" and around in word_set("told_otherwise", "into")):
            for place in part.places:
                if covers(span, place.span):
                    key = name_key(place.name)
                    yield (_SCENE if key == name_key(library.frame.place or "") else key), span


def _case(part: PartAnnotations, at: int) -> str:
    case = child(part.tokens, at, "case")
    return fold(part.tokens[case].word) if case is not None else ""


def _whole(part: PartAnnotations, root: int) -> Span:
    """The words that hang on one, in one stretch."""
    found, left = [root], list(children(part.tokens, root))
    while left:
        found.append(left.pop())
        left += children(part.tokens, found[-1])
    return Span(part.tokens[min(found)].start, part.tokens[max(found)].end)
