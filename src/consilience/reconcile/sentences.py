"""The account's sentences: chosen from the claims by rules in a fixed order, said in the reports' own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consilience.model.account import AccountSentence, Claim, Words
from consilience.model.event import Proposition
from consilience.model.spans import Span, covers, meets
from consilience.model.statement import Statement
from consilience.reconcile.candidates import LONGEST_QUOTE, Candidate
from consilience.reconcile.choosing import chosen
from consilience.reconcile.differences import Ledger
from consilience.reconcile.disputes import Dispute
from consilience.reconcile.library import Library, passages_at, sentence_span, statement_of, text_of, words_at
from consilience.reconcile.meant import with_names
from consilience.reconcile.phrases import Phrase
from consilience.reconcile.support import Backing, bearers, leaning
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.voices import voices_of
from consilience.wording import words


def sentences_of(
    library: Library, ledger: Ledger, claims: Sequence[Claim], disputes: Mapping[str, Dispute], longest: int
) -> tuple[AccountSentence, ...]:
    """Five to seven sentences in the order of the rules that chose them, where the claims bear as many."""
    known = {claim.id: ledger.backings[claim.id] for claim in claims}
    found = chosen(library, ledger, claims, disputes, longest)
    return tuple(_sentence(library, known, candidate, rule, disputes) for candidate, rule in found)


def _sentence(
    library: Library, known: Mapping[str, Backing], candidate: Candidate, rule: str, disputes: Mapping[str, Dispute]
) -> AccountSentence:
    backing = known[candidate.claim.id]
    pieces = _credited(backing, candidate, _pieces(library, backing, candidate.proposition, candidate.phrase))
    claims = _claims_shown(known, candidate, pieces)
    dispute = disputes.get(candidate.claim.id)
    if candidate.claim.standing == "disputed" and dispute is not None and not _holds(pieces, dispute):
        pieces += _other_side(dispute)
    shown = {p.report for piece in pieces for p in piece.passages}
    reports = tuple(
        r
        for r in library.reports
        if r in shown or r in {s.report for s in candidate.claim.support if s.stance != "denies"}
    )
    return AccountSentence(
        pieces=tuple(pieces),
        claims=tuple(claims),
        origins=candidate.shown.origins,
        standing=candidate.shown.standing,
        reports=reports,
        rule=rule,
    )


def _holds(pieces: Sequence[Words], dispute: Dispute) -> bool:
    """Whether the words told hold the other side too: "the agency noted that it contradicts what Vane says"."""
    shown = [p for piece in pieces for p in piece.passages]
    return any(meets(p, q) for p in shown for q in dispute.words.passages)


def _claims_shown(known: Mapping[str, Backing], candidate: Candidate, pieces: Sequence[Words]) -> list[str]:
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
    return list(dict.fromkeys([candidate.shown.id, candidate.claim.id, *sorted(candidate.covered), *beside]))


def _credited(backing: Backing, candidate: Candidate, pieces: list[Words]) -> list[Words]:
    """An outlet's own words with the source they lean on before them, so that a party's word never stands as a fact; not
    where they are about that source."""
    outlet = leaning(backing, candidate.proposition)
    if outlet is None:
        return pieces
    sources = [w.origin for w in backing.asserting if w.voice.kind in ("named", "anonymous")]
    party = [o for o in sources if o.stake == "party"]
    name = next((o.name for o in (*party, *sources)), outlet.origin.name if outlet.origin.stake == "party" else "")
    named = set(words(name)) <= set(words(candidate.phrase.text))
    return [Words(f"According to {name}: ", ()), *pieces] if name and not named else pieces


def _pieces(library: Library, backing: Backing, proposition: Proposition, phrase: Phrase) -> list[Words]:
    """The wording, with whose word it is before it and an end after it."""
    statement = statement_of(library, proposition)
    whole = phrase.unit == "sentence"
    quote = None if whole else _whole_quote(library, proposition, statement, phrase)
    told = _named(library, quote or Words(phrase.text, phrase.passages))
    end = "" if _ended(told.text) else "."
    if statement is None or whole or tells_of_saying(proposition, statement):
        return [told, Words(end, ())] if end else [told]
    quoted = statement.manner in ("direct", "block")
    found = dict.fromkeys(w.origin.name for w in bearers(backing) if w.proposition == proposition.id)
    name = " and ".join(found or [v.name for v in voices_of(library, proposition)])
    before, after = (f"{name}: “", f"{end}”") if quoted else (f"According to {name}: ", end)
    return [Words(before, ()), told] + ([Words(after, ())] if after else [])


def _named(library: Library, told: Words) -> Words:
    """The words with whom or what they point at in brackets."""
    read = with_names(library, told.passages)
    return replace(told, legible=read) if read != told.text else told


def _ended(text: str) -> bool:
    """Whether words bring the mark that ends a sentence, inside closing quotation marks or not."""
    return text.rstrip("”’\"')")[-1:] in (".", "!", "?", "…")


def _whole_quote(
    library: Library, proposition: Proposition, statement: Statement | None, phrase: Phrase
) -> Words | None:
    """All of a short quotation, or of a long one the sentence in which the words stand, so that no half of it stands
    alone."""
    if statement is None or statement.manner not in ("direct", "block") or tells_of_saying(proposition, statement):
        return None
    for content in (statement.content, _of_sentence(library, proposition, statement, phrase)):
        passages = passages_at(library, proposition.report, statement.part, _bare(library, proposition, content))
        text = words_at(library, passages)
        if len(passages) == 1 and len(text) <= LONGEST_QUOTE:
            return Words(text, passages)
    return None


def _of_sentence(library: Library, proposition: Proposition, statement: Statement, phrase: Phrase) -> tuple[Span, ...]:
    """The words of a quotation in the sentence of a clause, where they stand together."""
    shown = [p.span for p in phrase.passages]
    sentence = sentence_span(library, proposition.report, statement.part, proposition.spans[0])
    within = [Span(max(c.start, sentence.start), min(c.end, sentence.end)) for c in statement.content]
    return tuple(w for w in within if w.end > w.start and all(covers(w, s) for s in shown))


def _bare(library: Library, proposition: Proposition, content: Sequence[Span]) -> list[Span]:
    """The content without quotation marks and commas at its ends."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    spans = []
    for start, end in content:
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?"):
            end -= 1
        spans.append(Span(start, end))
    return spans


def _other_side(dispute: Dispute) -> list[Words]:
    end = "" if _ended(dispute.words.text) else "."
    before = " Against it: " if dispute.told else f" Against it, {dispute.name}: "
    before, after = (f"{before}“", f"{end}”") if dispute.quoted else (before, end)
    return [Words(before, ()), dispute.words] + ([Words(after, ())] if after else [])
