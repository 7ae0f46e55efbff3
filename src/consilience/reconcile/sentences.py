"""The account's sentences: chosen from the claims by rules in a fixed order, said in the reports' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consilience.lexicons import word_set
from consilience.model.account import AccountSentence, Claim, Words
from consilience.model.event import Proposition
from consilience.model.spans import Span, covers
from consilience.model.statement import Statement
from consilience.reconcile.differences import Ledger
from consilience.reconcile.disputes import Dispute
from consilience.reconcile.lead import in_headline, lead
from consilience.reconcile.library import (
    Library,
    moments_of,
    passages_at,
    statement_of,
    text_of,
    words_at,
)
from consilience.reconcile.phrases import Phrase, best_phrase
from consilience.reconcile.support import Backing, stance_of
from consilience.reconcile.voices import tells_of_saying, voices_of
from consilience.wording import words

_LEGIBLE = 22  # faults up to which a wording may stand in the account
_ALIKE = 550  # per mille of the shorter wording's words in another from which both tell the same to a reader
_PLAIN = 8  # faults up to which a single telling's words stand in the account
_FEWEST = 5  # sentences up to which what rests on one origin fills the account
_LEAD = 2  # sentences with which a report leads
_RECENT = timedelta(days=3)  # what lies further back than this is no part of the happening itself
_LONGEST_QUOTE = 260
_CENTRAL, _DISPUTED, _PLANNED = 3, 2, 1


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A claim with the wording that would stand in the account."""

    claim: Claim
    proposition: Proposition
    phrase: Phrase
    tellings: int
    weight: int
    day: date | None
    leads: bool
    recent: bool


def sentences_of(
    library: Library, ledger: Ledger, claims: Sequence[Claim], disputes: Mapping[str, Dispute], longest: int
) -> tuple[AccountSentence, ...]:
    """Five to seven sentences in the order of what happened, where the claims bear as many."""
    spread = _spread(library)
    candidates = [c for claim in claims if (c := _candidate(library, ledger, claim, spread)) is not None]
    ranked = sorted(candidates, key=_rank)
    chosen: list[tuple[_Candidate, str]] = []
    for rule, fits, most in _RULES:
        taken = 0
        for candidate in ranked:
            if len(chosen) >= longest or taken >= most or (fits is _rest and len(chosen) >= _FEWEST):
                break
            if fits(candidate) and not _repeats(candidate, [c for c, _ in chosen], disputes):
                chosen.append((candidate, rule))
                taken += 1
    ordered = sorted(chosen, key=lambda item: _reading_order(item[0]))
    known = {claim.id: ledger.backings[claim.id] for claim in claims}
    return tuple(_sentence(library, known, candidate, rule, disputes) for candidate, rule in ordered)


def _spread(library: Library) -> Counter[str]:
    """In how many tellings each content word stands, in tenths of all of them."""
    tellings: dict[str, set[str]] = {}
    for told in library.reports.values():
        for word in _content(told.report.text):
            tellings.setdefault(word, set()).add(library.telling(told.report.id))
    total = max(1, len({library.telling(r) for r in library.reports}))
    return Counter({word: 10 * len(found) // total for word, found in tellings.items()})


def _candidate(library: Library, ledger: Ledger, claim: Claim, spread: Counter[str]) -> _Candidate | None:
    """The claim with a wording that reads as a sentence and says whose word it is; None where there is none."""
    backing = ledger.backings[claim.id]
    said = [p for p in backing.propositions if _said(library, p)]
    if claim.background or not said or claim.standing == "unsure":
        return None
    phrase = best_phrase(library, said)
    if phrase.faults > _LEGIBLE or not phrase.passages:
        return None
    proposition = library.propositions[phrase.proposition]
    moments = [m.earliest for p in backing.propositions for m in moments_of(library, p) if m.earliest == m.latest]
    tellings = len({library.telling(s.report) for s in claim.support})
    weight = sum(spread[w] for w in _content(phrase.text)) // max(4, len(_content(phrase.text)))
    main = library.frame.day.earliest if library.frame.day else None
    day = min(moments, default=main if proposition.status != "planned" else None)
    recent = main is None or day is None or day >= main - _RECENT
    leads = day is not None and day == main and _in_lead(library, backing.propositions)
    return _Candidate(claim, proposition, phrase, tellings, weight, day, leads, recent)


def _in_lead(library: Library, propositions: Sequence[Proposition]) -> bool:
    """Whether the first sentences of a report give it the day of the happening."""
    dated = {p.id for p in propositions if moments_of(library, p) and p.status in ("happened", "ongoing")}
    reports = (library.reports[p.report] for p in propositions)
    return any(p.id in dated for told in reports for p in lead(told, _LEAD))


def _said(library: Library, proposition: Proposition) -> bool:
    """Whether somebody known, or the outlet itself, says the proposition."""
    statement = statement_of(library, proposition)
    if in_headline(library.reports[proposition.report].report, proposition):
        return False
    if stance_of(proposition, statement) not in ("asserts", "plans"):
        return False
    if statement is not None and statement.scope != "statement" and not tells_of_saying(proposition, statement):
        return False
    return all(v.kind != "unresolved" for v in voices_of(library, proposition))


def _rank(candidate: _Candidate) -> tuple[int, int, int, int, int, str]:
    """Most tellings first, then origins, reports, and words that all reports use."""
    claim = candidate.claim
    reports = len({s.report for s in claim.support})
    return -candidate.tellings, -claim.origins.low, -reports, -candidate.weight, candidate.phrase.faults, claim.id


def _central(candidate: _Candidate) -> bool:
    carried = candidate.tellings >= 2 and candidate.recent
    return carried and candidate.claim.standing != "disputed" and not _is_planned(candidate)


def _is_planned(candidate: _Candidate) -> bool:
    return candidate.proposition.status in ("planned", "possible")


def _due(candidate: _Candidate) -> bool:
    """Something planned that is given a day, or that more than one telling carries."""
    planned = candidate.proposition.status == "planned" and not candidate.phrase.passages[1:]
    return planned and bool(candidate.proposition.times)


def _rest(candidate: _Candidate) -> bool:
    """Something worth knowing that is less widely carried, in words that need no other sentence."""
    if candidate.tellings < 2 and candidate.proposition.statement is None and candidate.phrase.faults > _PLAIN:
        return False
    return candidate.claim.standing in (
        "one origin",
        "outlet's own voice",
        "parties only",
        "agreed by independent origins",
    )


_RULES: tuple[tuple[str, Callable[[_Candidate], bool], int], ...] = (
    ("what the reports lead with", lambda c: c.leads and c.claim.standing != "disputed", 1),
    ("what most tellings carry", _central, _CENTRAL),
    ("what is disputed", lambda c: c.claim.standing == "disputed", _DISPUTED),
    ("what is planned", _due, _PLANNED),
    ("what else more than one telling carries", lambda c: c.tellings >= 2, 2),
    ("what rests on one origin", _rest, _FEWEST),
)


def _repeats(candidate: _Candidate, chosen: Sequence[_Candidate], disputes: Mapping[str, Dispute]) -> bool:
    """Whether a reader would meet the same thing twice."""
    own = _content(candidate.phrase.text)
    others = [c.phrase.text for c in chosen]
    if any(c.claim.id in disputes and candidate.claim.id in disputes[c.claim.id].claims for c in chosen):
        return True
    return any(_shared(own, _content(text)) >= _ALIKE for text in others)


def _content(text: str) -> frozenset[str]:
    light = word_set("acts", "light")
    return frozenset(w for w in words(text) if w not in light and len(w) > 2)


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    return 1000 * len(a & b) // max(1, min(len(a), len(b)))


def _reading_order(candidate: _Candidate) -> tuple[bool, date, bool, tuple[int, int, int, int, int, str]]:
    """What is planned comes last; then by day, on one day what the reports lead with first, then by rank."""
    return _is_planned(candidate), candidate.day or date.min, not candidate.leads, _rank(candidate)


def _sentence(
    library: Library, known: Mapping[str, Backing], candidate: _Candidate, rule: str, disputes: Mapping[str, Dispute]
) -> AccountSentence:
    pieces = _pieces(library, candidate.proposition, candidate.phrase)
    claims = _claims_shown(known, candidate, pieces)
    dispute = disputes.get(candidate.claim.id)
    if candidate.claim.standing == "disputed" and dispute is not None:
        pieces += _other_side(dispute)
    shown = {p.report for piece in pieces for p in piece.passages}
    reports = tuple(r for r in library.reports if r in shown or r in {s.report for s in candidate.claim.support})
    return AccountSentence(
        pieces=tuple(pieces),
        claims=tuple(claims),
        origins=candidate.claim.origins,
        standing=candidate.claim.standing,
        reports=reports,
        rule=rule,
    )


def _claims_shown(known: Mapping[str, Backing], candidate: _Candidate, pieces: Sequence[Words]) -> list[str]:
    """The claim, and those whose words a whole quotation shows beside it."""
    shown = [p for piece in pieces for p in piece.passages]
    own = candidate.proposition
    beside = [
        claim
        for claim, backing in known.items()
        for s in backing.support
        if s.statement is not None
        and s.statement == own.statement
        and s.report == own.report
        and all(any(covers(p.span, q.span) for p in shown if p.part == q.part) for q in s.passages)
    ]
    return list(dict.fromkeys([candidate.claim.id, *beside]))


def _pieces(library: Library, proposition: Proposition, phrase: Phrase) -> list[Words]:
    """The wording, with whose word it is before it and an end after it."""
    statement = statement_of(library, proposition)
    told = _whole_quote(library, proposition, statement) or Words(phrase.text, phrase.passages)
    end = "" if told.text[-1:] in ".!?" else "."
    if statement is None or tells_of_saying(proposition, statement):
        return [told, Words(end, ())] if end else [told]
    quoted = statement.manner in ("direct", "block")
    name = " and ".join(v.name for v in voices_of(library, proposition))
    before, after = (f"{name}: “", f"{end}”") if quoted else (f"According to {name}: ", end)
    return [Words(before, ()), told] + ([Words(after, ())] if after else [])


def _whole_quote(library: Library, proposition: Proposition, statement: Statement | None) -> Words | None:
    """All of a short quotation, so that no half of it stands alone."""
    if statement is None or statement.manner not in ("direct", "block") or tells_of_saying(proposition, statement):
        return None
    passages = passages_at(library, proposition.report, statement.part, _bare(library, proposition, statement))
    text = words_at(library, passages)
    return Words(text, passages) if len(passages) == 1 and len(text) <= _LONGEST_QUOTE else None


def _bare(library: Library, proposition: Proposition, statement: Statement) -> list[Span]:
    """The content without quotation marks and commas at its ends."""
    text = text_of(library.reports[proposition.report].report, statement.part)
    spans = []
    for start, end in statement.content:
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?"):
            end -= 1
        spans.append(Span(start, end))
    return spans


def _other_side(dispute: Dispute) -> list[Words]:
    end = "" if dispute.words.text[-1:] in ".!?" else "."
    lead = " Against it: " if dispute.told else f" Against it, {dispute.name}: "
    return [Words(lead, ()), dispute.words] + ([Words(end, ())] if end else [])
