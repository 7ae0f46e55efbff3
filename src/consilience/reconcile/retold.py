"""Days and places of sentences that two reports tell in one another's words: all but one of them is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from consilience.lexicons import word_set
from consilience.model.account import Difference, DifferenceKind
from consilience.model.annotations import PartAnnotations, Sentence
from consilience.model.ids import content_id
from consilience.model.account import Side
from consilience.model.spans import Span, covers
from consilience.model.time import Moment
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.twins import Worded, twins, worded
from consilience.wording import fold, words

_FINE = frozenset(("facility", "region", "town", "unknown"))
_RARE = 12  # sentences of a story that may share a word by which two are brought together
_TOGETHER = 2  # such words that two sentences share


@dataclass(frozen=True, slots=True)
class _Told:
    """A day or place where a report gives it, and its sentence word by word."""

    report: str
    kind: DifferenceKind
    said: str
    moment: Moment | None
    sentence: Span
    worded: Worded


def retold_otherwise(library: Library) -> Iterator[Difference]:
    """Day and place differences of sentences that are one but for the day or the place."""
    for kind in _KINDS:
        told = list(_told(library, kind))
        camps: defaultdict[tuple[str, str], list[tuple[_Told, _Told]]] = defaultdict(list)
        for pair in _near(told):
            left, right = sorted(pair, key=lambda one: (fold(one.said), one.report, one.sentence))
            if _apart(library, left, right) and twins(left.worded, right.worded):
                camps[fold(left.said), fold(right.said)].append((left, right))
        for pairs in camps.values():
            yield from _difference(library, pairs)


_KINDS: tuple[DifferenceKind, ...] = ("day", "place")


def _told(library: Library, kind: DifferenceKind) -> Iterator[_Told]:
    for (report, name), part in library.parts.items():
        for span, moment in _spans(library, report, part, kind) if name == "text" else ():
            sentence = next((s for s in part.sentences if covers(s.span, span)), None)
            if sentence is not None:
                text = text_of(library.reports[report].report, name)
                said = " ".join(text[span.start : span.end].split())
                yield _Told(report, kind, said, moment, sentence.span, worded(part, sentence, span))


def _spans(
    library: Library, report: str, part: PartAnnotations, kind: DifferenceKind
) -> Iterator[tuple[Span, Moment | None]]:
    if kind == "place":
        yield from ((m.span, None) for m in part.places if m.kind in _FINE)
        return
    for time in part.times:
        moment = library.days.get((report, part.part, time.span))
        if time.kind in ("point", "range") and moment is not None:
            yield time.span, moment


def _near(told: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Those of two reports whose sentences share words that are rare in the story, in a fixed order."""
    by_word: defaultdict[str, set[tuple[str, Span]]] = defaultdict(set)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for word in sorted(set(one.worded.words)):
            by_word[word].add((one.report, one.sentence))
            index[word].append(at)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for word in sorted(index):
        if 1 < len(by_word[word]) <= _RARE:
            for a, b in combinations(index[word], 2):
                shared[a, b] += told[a].report != told[b].report
    return [(told[a], told[b]) for (a, b), n in sorted(shared.items()) if n >= _TOGETHER]


def _apart(library: Library, left: _Told, right: _Told) -> bool:
    """Whether two days cannot be one, or two names are no spellings of one place that either report tells too."""
    if left.moment is not None and right.moment is not None:
        deictic = any({"today", "this"} & set(words(one.said)) for one in (left, right))
        meet = left.moment.earliest <= right.moment.latest and right.moment.earliest <= left.moment.latest
        return not meet and not deictic
    names = words(left.said), words(right.said)
    return not set(names[0]) & set(names[1]) and not _both(library, left, right)


def _both(library: Library, left: _Told, right: _Told) -> bool:
    """Whether either report names the other's place too: then it knows the two, and tells of one."""
    return False


def _difference(library: Library, pairs: list[tuple[_Told, _Told]]) -> Iterator[Difference]:
    sides = tuple(_side(library, list(dict.fromkeys(camp))) for camp in zip(*pairs, strict=True))
    if all(side.passages for side in sides):
        kind = pairs[0][0].kind
        scope, because = ("conflict", "one sentence with two days that do not meet") if kind == "day" else ("not comparable", "one sentence with two places; whether both hold is not decided")
        key = tuple(p for side in sides for p in side.passages)
        yield Difference("d" + content_id("difference", kind, key), kind, scope, (), sides, because)


def _side(library: Library, camp: Sequence[_Told]) -> Side:
    passages = [p for one in camp for p in passages_at(library, one.report, "text", (one.sentence,))]
    return Side(camp[0].said, tuple(dict.fromkeys(passages)), ())
