"""What a report itself sets against each other: "her words are at odds with those of the engineer, who said …"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consilience.claims.clauses import Clause
from consilience.lexicons import table, word_list, word_set
from consilience.model.account import SET_AGAINST, Comparison, DifferenceKind
from consilience.model.story import AnnotatedReport
from consilience.wording import fold

_BACK = 2  # sentences in which the words that a report sets against others are found
_VOICES = 2  # voices of such a sentence: whose words are set against others, and who sets them


def at_odds(clauses: Sequence[Clause], reports: Sequence[AnnotatedReport]) -> tuple[Comparison, ...]:
    """For each sentence that sets two voices against each other, what the one said last and what the other says there."""
    told: defaultdict[tuple[str, str, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        p = clause.proposition
        told[p.report, p.part, p.sentence].append(clause)
    found: list[Comparison] = []
    for report in reports:
        for sentence, at in _sentences(report):
            found += _set_against(told, report.report.id, sentence, at)
    return tuple(found)


def _sentences(report: AnnotatedReport) -> Iterator[tuple[int, int]]:
    """The sentences in which the outlet itself uses words of contradiction, and where these stand."""
    text = report.report.text
    marked = (s for s in report.statements if s.part == "text" and s.manner in ("direct", "block"))
    quoted = [span for s in marked for span in s.content]
    for part in report.annotations.parts:
        for number, sentence in enumerate(part.sentences if part.part == "text" else ()):
            said = fold(text[sentence.span.start : sentence.span.end])
            at = next((said.find(w) for w in word_list("acts", "opposing") if w in said), -1)
            here = sentence.span.start + at
            if at >= 0 and not any(q.start <= here < q.end for q in quoted):
                yield number, here


def _set_against(
    told: defaultdict[tuple[str, str, int], list[Clause]], report: str, sentence: int, at: int
) -> Iterator[Comparison]:
    here = [c for c in told[report, "text", sentence] if _said(c)]
    after = [c for c in here if c.proposition.spans[0].start > at]
    if not after or len({c.voice for c in after}) != 1 or len({c.voice for c in here}) > _VOICES:
        return
    before = [c for n in range(sentence - _BACK, sentence) for c in told[report, "text", n] if _said(c)]
    others = [c for c in before if c.voice != after[0].voice]
    if others:
        last = max(c.proposition.sentence for c in others)
        main = min((c for c in others if c.proposition.sentence == last), key=lambda c: _nearness(c, after[0]))
        ids = main.proposition.id, after[0].proposition.id
        seems = any(_seems(c, at) for c in here)
        kind: DifferenceKind = "manner" if seems or _other_kind(main, after[0]) else "denial"
        yield Comparison(ids[0], ids[1], kind, "not comparable" if seems else "conflict", SET_AGAINST)


def _nearness(clause: Clause, against: Clause) -> tuple[bool, int, object]:
    """Those words come first that say "not" where the other does not, then those that share most."""
    return clause.negative == against.negative, -len(set(clause.bag) & set(against.bag)), clause.proposition.spans


def _seems(clause: Clause, at: int) -> bool:
    """Whether a clause that holds the words of contradiction only tells an impression ("appears to contradict")."""
    p = clause.proposition
    around = any(span.start <= at < span.end for span in p.spans)
    return around and bool(word_set("stakes", "seeming") & set(clause.words))


def _other_kind(left: Clause, right: Clause) -> bool:
    """Whether one clause has a train where the other has a flight."""
    kinds = table("acts", "kinds")
    mine, theirs = ({kinds[w]: w for w in side.bag if w in kinds} for side in (left, right))
    return any(theirs.get(kind, word) != word for kind, word in mine.items())


def _said(clause: Clause) -> bool:
    """Whether the clause is somebody's word on what is so."""
    return clause.voice not in ("", "?") and not clause.silent and not clause.bare and clause.finite
