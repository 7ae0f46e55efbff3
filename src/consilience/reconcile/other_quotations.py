"""One speaker on one matter, quoted with other words in each report: two utterances, of which neither need be the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.account import Claim, Difference, Side, Support
from consilience.model.ids import content_id
from consilience.model.spans import Passage
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, passages_at, text_of, words_at
from consilience.wording import words

_SAID = 5  # words from which a quotation tells something
_FEW = 3  # of so many words of the shorter quotation the other may have one


@dataclass(frozen=True, slots=True)
class _Quoted:
    """The quotation by which a report goes on after a speaker's indirect words, and its words but the light ones."""

    telling: str
    origin: str
    said: frozenset[str]
    passages: tuple[Passage, ...]


def other_quotations(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Claims of one named person after which two tellings quote the person with words that have little in common."""
    for claim in claims:
        by_origin: defaultdict[str, list[_Quoted]] = defaultdict(list)
        for support in claim.support:
            quoted = _quoted(library, support) if support.stance == "asserts" else None
            if quoted is not None:
                by_origin[support.origin].append(quoted)
        for _, told in sorted(by_origin.items()):
            others = [q for q in told[1:] if q.telling != told[0].telling and _unlike(q, told[0])]
            if others:
                yield _difference(library, claim, (told[0], others[0]))


def _unlike(one: _Quoted, other: _Quoted) -> bool:
    """Whether two quotations have few words in common: one that is a part of the other is no other one."""
    return _FEW * len(one.said & other.said) <= min(len(one.said), len(other.said))


def _quoted(library: Library, support: Support) -> _Quoted | None:
    """The same speaker's quotation in the next sentence of the paragraph; none where the support is a quotation itself."""
    statement = library.statements.get((support.report, support.statement or ""))
    if statement is None or statement.manner != "indirect" or statement.speaker is None or statement.cue is None:
        return None
    actor = library.actor_of.get(statement.speaker.id or "")
    place = _sentence(library, support.report, statement)
    if actor is None or place is None or library.actors[actor].type != "person":
        return None
    for other in library.reports[support.report].statements:
        own = other.speaker is not None and library.actor_of.get(other.speaker.id or "") == actor
        there = _sentence(library, support.report, other) if own and other.manner == "direct" else None
        if there is not None and there == (place[0] + 1, place[1]):
            return _of(library, support, other)
    return None


def _sentence(library: Library, report: str, statement: Statement) -> tuple[int, int] | None:
    """The number of the sentence in which a statement of the text begins, and of its paragraph."""
    part = library.parts.get((report, statement.part))
    if part is None or statement.part != "text":
        return None
    start = statement.content[0].start
    found = (n for n, s in enumerate(part.sentences) if s.span.start <= start < s.span.end)
    number = next(found, None)
    return (number, part.sentences[number].paragraph) if number is not None else None


def _of(library: Library, support: Support, quotation: Statement) -> _Quoted | None:
    text = text_of(library.reports[support.report].report, quotation.part)
    told = [w for span in quotation.content for w in words(text[span.start : span.end])]
    passages = passages_at(library, support.report, quotation.part, quotation.content)
    said = frozenset(told) - word_set("function_words", "english")
    if len(told) < _SAID or not passages:
        return None
    return _Quoted(library.telling(support.report), support.origin, said, passages)


def _difference(library: Library, claim: Claim, quoted: Sequence[_Quoted]) -> Difference:
    sides = tuple(Side(words_at(library, q.passages), q.passages, (q.origin,)) for q in quoted)
    id_ = "d" + content_id("difference", "manner", tuple(p for side in sides for p in side.passages))
    because = "one speaker on one matter, in other words of hers or his"
    return Difference(id_, "manner", "not comparable", (claim.id,), sides, because)
