"""A story's title: the headline that is most like what the other reports tell, in its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from consilience.lexicons import word_set
from consilience.model.account import Claim, Difference, Words
from consilience.model.spans import Passage, meets
from consilience.model.story import AnnotatedReport
from consilience.reconcile.library import Library, text_at, text_of
from consilience.reconcile.timeline import headline_passage
from consilience.wording import words

_LEAD = 3
_LONGEST = 140
_QUOTING = frozenset("\"'“”‘’«„")  # what begins a headline that is somebody's words


def title_of(
    library: Library, claims: Sequence[Claim], differing: Sequence[Difference], first: Sequence[str] = ()
) -> tuple[Words, ...]:
    """The most typical headline, of those that take no side where the reports tell otherwise if there are such; without
    headlines the wording of the claim that the account's first sentence tells (`first`), else of the first claim."""
    headlines = {report: p for report, told in library.reports.items() if (p := headline_passage(told)) is not None}
    sides = [p for d in differing if d.scope == "conflict" for side in d.sides for p in side.passages]
    open_still = {r: p for r, p in headlines.items() if not any(meets(side, p) for side in sides)}
    headlines = open_still or headlines
    if headlines:
        best = _typical(library, headlines)
        return (Words(text_at(library, headlines[best]), (headlines[best],)),)
    lead = [c for id_ in first for c in claims if c.id == id_ and len(c.wording) <= 2 * _LONGEST]
    told = next(iter((*lead, *claims)), None)
    return (Words(told.wording, told.passages),) if told is not None else ()


def _typical(library: Library, headlines: dict[str, Passage]) -> str:
    """The report whose headline's words stand at the head of most other tellings, per word."""
    spread: Counter[str] = Counter()
    heads: dict[str, set[str]] = {}
    for report, told in library.reports.items():
        heads.setdefault(library.telling(report), set()).update(_content(_head(library, told, headlines.get(report))))
    for said in heads.values():
        spread.update(sorted(said))
    order = {report: number for number, report in enumerate(library.reports)}

    def rank(report: str) -> tuple[int, int, int]:
        text = text_at(library, headlines[report])
        listed = _content(text)
        score = 1000 * sum(spread[w] for w in listed) // (len(listed) + 4)
        plain = len(text) <= _LONGEST and not text.isupper() and text[0] not in _QUOTING
        return -(score if plain else score // 2), len(text), order[report]

    return min(headlines, key=rank)


def _head(library: Library, told: AnnotatedReport, headline: Passage | None) -> str:
    said = [text_at(library, headline)] if headline else []
    for part in told.annotations.parts:
        if part.part == "text":
            text = text_of(told.report, "text")
            said += [text[s.span.start : s.span.end] for s in part.sentences[:_LEAD]]
    return " ".join(said)


def _content(text: str) -> set[str]:
    light = word_set("acts", "light")
    return {w for w in words(text) if w not in light and len(w) > 2}
