"""Which of a claim's wordings stands for it: one that reads as a sentence on its own, in the words of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, covers, hull
from consilience.reconcile.beyond import Carried, beyond, carried, other_hour, without_additions, without_front
from consilience.reconcile.cuts import gapped, limits, without_gapped
from consilience.reconcile.embedding import only_tells_which
from consilience.reconcile.faults import (
    LONGEST,
    POINTING,
    TIE,
    faults_of,
    few_words,
    first_word_faults,
    hangs,
    headless,
    listed_at,
    pointer_faults,
    tensed,
    ties,
)
from consilience.reconcile.hollow import says_nothing
from consilience.reconcile.involved import act_token
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import (
    Library,
    passages_at,
    proposition_passages,
    sentence_span,
    statement_of,
    text_of,
    words_at,
)
from consilience.reconcile.quote_marks import unbalanced, with_mark
from consilience.reconcile.same_words import clause_words
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.wholeness import whole_span
from consilience.trees import SUBJECTS, child, children, tokens_within

_TIES = frozenset(("that", "and", "but", "or", "so"))
STANDS = 9  # faults up to which a clause stands without more of its sentence
_WIDER = 4  # what it costs to show more than the claim's own words
_BEYOND, _MOST_BEYOND = 1500, 15  # per mille of a fault, what each word costs that no other telling of the claim has
_HUNG = 22  # what a relative clause costs less where its noun stands before it as who acts
_BY_THE_WAY = 14  # what it costs to tell what another claim tells
_TRIMMED = 1  # what it costs to leave out what one telling adds
_BADLY = 16  # faults beyond which each weighs twice: what cannot be read is no better for being shared
_SURPLUS = 60  # characters beyond the claim's own words that weigh as one fault
_APPOSED = 4  # words of a noun in apposition
Unit = Literal["clause", "statement", "sentence"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A proposition's words with their places and how badly they stand alone (0: well).

    Where the clause cannot stand alone they are all the words of its statement, or its whole sentence (`unit`).
    """

    proposition: str
    text: str
    passages: tuple[Passage, ...]
    faults: int
    unit: Unit = "clause"


def phrase_of(library: Library, proposition: Proposition) -> Phrase:
    """The words of a proposition and what keeps them from standing alone."""
    passages = _without_link(library, proposition, proposition_passages(library, proposition))
    passages = with_mark(library, _whole(library, proposition, passages))
    return Phrase(proposition.id, words_at(library, passages), passages, faults_of(library, proposition, passages))


def whole_phrase_of(library: Library, proposition: Proposition) -> Phrase | None:
    """The words of a proposition with all that hangs on them, where that is more."""
    span = whole_span(library, proposition)
    if span is None:
        return None
    passages = passages_at(library, proposition.report, proposition.part, (span,))
    passages = with_mark(library, _without_link(library, proposition, passages))
    if len(passages) != 1:
        return None
    surplus = passages[0].span.end - passages[0].span.start - _size(proposition)
    faults = faults_of(library, proposition, passages, whole=True) + 1 + surplus // _SURPLUS
    return Phrase(proposition.id, words_at(library, passages), passages, faults)


def _told_of_a_noun(library: Library, proposition: Proposition) -> Phrase | None:
    """A relative clause that a comma sets off, without its "who" or "which", so that what it tells is told of its noun."""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    if act is None or not part.tokens[act].relation.startswith("acl") or proposition.noun:
        return None
    pronoun = child(part.tokens, act, *SUBJECTS)
    if pronoun is None or part.tokens[pronoun].tag not in ("WP", "WDT") or only_tells_which(library, proposition):
        return None
    noun = part.tokens[part.tokens[act].head]
    end = next((t.end for t in reversed(part.tokens[:pronoun]) if t.pos not in ("ADP", "PUNCT")), noun.end)
    before = [Span(s.start, min(s.end, end)) for s in proposition.spans if s.start < noun.end <= end]
    after = [
        Span(max(s.start, part.tokens[pronoun].end), s.end) for s in proposition.spans if s.end > part.tokens[act].end
    ]
    passages = passages_at(library, proposition.report, proposition.part, (*before, *after))
    between = part.tokens[part.tokens[act].head + 1 : pronoun]
    unclear = part.tokens[pronoun].tag == "WDT" and any(t.pos in ("NOUN", "PROPN") for t in between)
    if len(passages) != 2 or noun.pos not in ("NOUN", "PROPN") or unclear:
        return None
    faults = faults_of(library, proposition, passages) - _HUNG
    return Phrase(proposition.id, words_at(library, passages), passages, faults)


def _without_link(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a leading "that" or "and", which only tied the clause to the words before it."""
    if not passages:
        return ()
    part = library.parts[proposition.report, proposition.part]
    first = passages[0]
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, first.span))]
    while len(listed) > 1 and (_ties(listed[0]) or listed[0].pos == "PUNCT" or _opens(listed)):
        listed = listed[1:]
    if not listed:
        return passages
    return (replace(first, span=Span(listed[0].start, first.span.end)), *passages[1:])


def _ties(token: Token) -> bool:
    """Whether a word only ties a clause to what stands before it; "that" may be what the clause is about."""
    return token.word.casefold() in _TIES and token.pos not in ("DET", "PRON")


def _without_opener(library: Library, places: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places of a whole sentence without a first word that only ties it to the one before."""
    listed = listed_at(library, places[:1])
    count = 0
    while len(listed) > count + 1 and (_ties(listed[count]) or _opens(listed[count:])):
        count += 2 if listed[count + 1].word == "," else 1
    return (replace(places[0], span=Span(listed[count].start, places[0].span.end)), *places[1:]) if count else places


def _opens(listed: Sequence[Token]) -> bool:
    """Whether a first word only ties the words to the sentence before ("However, …"); one that tells a time stays."""
    word = listed[0].word.casefold()
    return listed[1].word == "," and word in word_set("reading", "openers") - word_set("reading", "times")


def _whole(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a last noun whose own clause lies outside them (", the city" of "Orlo, the city where …")."""
    if not passages:
        return ()
    part = library.parts[proposition.report, proposition.part]
    last = replace(passages[-1], span=without_gapped(part.tokens, passages[-1].span))
    passages = (*passages[:-1], last)
    inside = range(*tokens_within(part.tokens, last.span))
    for at in reversed(inside):
        token = part.tokens[at]
        rest = (c for c in children(part.tokens, at) if part.tokens[c].relation.startswith("acl"))
        if token.relation == "appos" and any(c >= inside.stop for c in rest):
            before = [i for i in inside if part.tokens[i].word == "," and i < at]
            if before and at - before[-1] <= _APPOSED:
                return (*passages[:-1], replace(last, span=Span(last.span.start, part.tokens[before[-1]].start)))
    return passages


def best_phrase(library: Library, propositions: Sequence[Proposition], others: Sequence[Proposition] = ()) -> Phrase:
    """The wording that stands alone best and tells least beyond what the other tellings of the claim carry; of several as
    good the one of the first report by source. `others` are propositions of the claim whose words are not to be shown."""
    together = _together(library, propositions)
    if together is not None:
        return together
    propositions = [p for p in propositions if conditioned(library, p)] or propositions
    order = {report: number for number, report in enumerate(library.reports)}
    among = carried(library, (*propositions, *others))
    found = [(p, phrase_of(library, p)) for p in sorted(propositions, key=lambda p: (order[p.report], p.spans))]
    worded: dict[tuple[str, int], Proposition] = {}
    for p, phrase in found:
        if phrase.faults:
            worded.setdefault((phrase.text, phrase.faults), p)  # what copies share is looked at once
    found += [(p, whole) for p in worded.values() if (whole := whole_phrase_of(library, p)) is not None]
    found += [(p, told) for p in worded.values() if (told := _told_of_a_noun(library, p)) is not None]
    if all(phrase.faults > STANDS for _, phrase in found):
        # The sentence of an aside or a noun tells something else first.
        main = [p for p in worded.values() if not (p.noun or hangs(library, p))]
        found += [(p, wider) for p in main or worded.values() for wider in _wider(library, p)]
    found += [(p, shorter) for p, f in found for shorter in shortened(library, p, f, among)]
    mine = frozenset(p.id for p in (*propositions, *others)) if others else None
    ranked = [
        (
            f.faults + max(0, f.faults - _BADLY) + _surplus(library, p, f, among) + _foreign(library, p, f, mine),
            order[p.report],
            p.spans,
            n,
            f,
        )
        for n, (p, f) in enumerate(found)
        if f.passages
    ]
    return min(ranked, key=lambda item: item[:4])[4] if ranked else found[0][1]


def _foreign(library: Library, proposition: Proposition, phrase: Phrase, mine: frozenset[str] | None) -> int:
    """What it costs to tell by the way what another claim tells, which may rest on others: words that stand behind a
    clause's own and hold a whole clause that is none of the claim's; a quotation is better whole."""
    shown = [p.span for p in phrase.passages]
    own = [p.span for p in proposition_passages(library, proposition)]
    statement = statement_of(library, proposition)
    quoted = statement is not None and statement.manner != "indirect"
    if mine is None or quoted or all(any(covers(o, s) for o in own) for s in shown):
        return 0
    beside = (
        p
        for p in library.reports[proposition.report].propositions
        if p.sentence == proposition.sentence and p.part == proposition.part and p.id not in mine and not p.noun
    )
    told = [p for p in beside if all(any(covers(s, span) for s in shown) for span in p.spans)]
    part = library.parts[proposition.report, proposition.part]
    above = _above(part, proposition)
    apart = (
        p
        for p in told
        if p.act_span not in above and not any(covers(o, p.act_span) for o in own) and not _needed(part, p, proposition)
    )
    return _BY_THE_WAY * any(not says_nothing(library, p) for p in apart)


def _needed(part: PartAnnotations, told: Proposition, proposition: Proposition) -> bool:
    """Whether a clause is what another one's verb asks ("was asked | if he understood it"), or what a "first" in it counts
    from."""
    at, verb = act_token(part, told.act_span), act_token(part, proposition.act_span)
    own = [i for s in proposition.spans for i in range(*tokens_within(part.tokens, s))]
    while at is not None and part.tokens[at].relation in ("ccomp", "xcomp") and part.tokens[at].head not in own:
        at = part.tokens[at].head
    if at is None or verb is None or part.tokens[at].head < verb:
        return False
    return part.tokens[at].head in (verb, *own) and limits(part.tokens, at, own)


def _above(part: PartAnnotations, proposition: Proposition) -> set[Span]:
    """The words that a clause is embedded in ("he left | after learning that …"), itself among them."""
    at = act_token(part, proposition.act_span)
    found: set[Span] = set()
    while at is not None and at >= 0:
        token = part.tokens[at]
        found.add(Span(token.start, token.end))
        loose = token.relation in ("conj", "parataxis", "acl:relcl", "appos")
        at = None if loose else token.head
    return found


def conditioned(library: Library, proposition: Proposition) -> bool:
    """Whether it is quoted with its "if": shown without it the words would say more than their speaker did."""
    statement = statement_of(library, proposition)
    quoted = statement is not None and statement.manner in ("direct", "block")
    return quoted and bool({"if", "unless"} & set(clause_words(library, proposition)))


def _together(library: Library, propositions: Sequence[Proposition]) -> Phrase | None:
    """All clauses of one sentence that make one claim, in the words from the first to the last, or the whole sentence."""
    first = propositions[0]
    mine = [p for p in propositions if p.report == first.report]
    tellings = {library.telling(p.report) for p in propositions}
    if len({p.act_span for p in mine}) < 2 or len({(p.part, p.sentence) for p in mine}) > 1 or len(tellings) > 1:
        return None
    spans = [span for p in mine for span in (*p.spans, *filter(None, (whole_span(library, p),)))]
    main = next((p for p in mine if not (p.noun or hangs(library, p))), first)
    around = _with_lead(library, main, _inner(library, main, hull(spans)))
    found = [_unit(library, main, around, "statement"), *_wider(library, main)]
    ranked = sorted((f.faults, n) for n, f in enumerate(found) if f.passages)
    return found[ranked[0][1]] if ranked else None


def _with_lead(library: Library, proposition: Proposition, span: Span) -> Span:
    """The words with a "when" or "as" before them that belongs to their first clause."""
    tokens = library.parts[proposition.report, proposition.part].tokens
    inside = tokens_within(tokens, span)
    before = tokens[inside.first - 1] if inside.first else None
    leads = before is not None and before.head in range(*inside) and (before.pos == "SCONJ" or before.tag == "WRB")
    return Span(before.start, span.end) if before is not None and leads and not _ties(before) else span


def _surplus(library: Library, proposition: Proposition, phrase: Phrase, among: Carried) -> int:
    """What it costs to tell more than the others carry; a quotation is better whole than cut."""
    statement = statement_of(library, proposition)
    weight = _BEYOND // 2 if statement is not None and statement.manner in ("direct", "block") else _BEYOND
    more = beyond(library, phrase.passages, among) * weight // 1_000_000
    return min(_MOST_BEYOND, more) + other_hour(library, phrase.passages, among)


def shortened(library: Library, proposition: Proposition, phrase: Phrase, among: Carried) -> list[Phrase]:
    """A phrase without what its telling alone adds behind, or before who acts, or both."""
    without = bare(library, proposition, phrase, among)
    found = [phrase] if without is None else [phrase, without]
    statement = statement_of(library, proposition)
    quoted = statement is not None and statement.manner in ("direct", "block")
    fronts = [] if quoted else [without_front(library, proposition, f.passages, among) for f in found]
    places = [with_mark(library, f) for f in fronts if f]
    shorter = [
        Phrase(proposition.id, words_at(library, p), p, faults_of(library, proposition, p) + _TRIMMED) for p in places
    ]
    return [*found[1:], *shorter]


def bare(library: Library, proposition: Proposition, phrase: Phrase, among: Carried) -> Phrase | None:
    """A phrase without what its telling alone adds after a comma or "and"; None where it adds nothing."""
    passages = with_mark(library, without_additions(library, proposition, phrase.passages, among))
    if not passages or phrase.unit == "statement":
        return None
    faults = faults_of(library, proposition, passages)
    return Phrase(proposition.id, words_at(library, passages), passages, faults + _TRIMMED)


def _wider(library: Library, proposition: Proposition) -> list[Phrase]:
    """All of the statement in which the clause stands, and its whole sentence where that tells whose words they are."""
    statement = statement_of(library, proposition)
    sentence = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    found: list[Phrase] = []
    if statement is not None and statement.content and not tells_of_saying(proposition, statement):
        around = (c for c in statement.content if covers(c, hull(proposition.spans)))
        said = _in_sentence(next(around, hull(statement.content)), sentence)
        found.append(_unit(library, proposition, _inner(library, proposition, said), "statement"))
    told = statement.source or statement.cue if statement is not None else sentence
    if told is not None and covers(sentence, told):
        found.append(_unit(library, proposition, sentence, "sentence"))
    return found


def _in_sentence(said: Span, sentence: Span) -> Span:
    """The words of a quotation of several sentences that stand in one of them."""
    start, end = max(said.start, sentence.start), min(said.end, sentence.end)
    return Span(start, end) if end > start else said


def _size(proposition: Proposition) -> int:
    return sum(span.end - span.start for span in proposition.spans)


def _inner(library: Library, proposition: Proposition, span: Span) -> Span:
    """The words without quotation marks and commas at their ends."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "[($€£"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?])%"):
        end -= 1
    return Span(start, end)


def _unit(library: Library, proposition: Proposition, span: Span, unit: Unit) -> Phrase:
    places = passages_at(library, proposition.report, proposition.part, (span,))
    places = with_mark(library, _without_opener(library, places))
    if len(places) != 1:
        return Phrase(proposition.id, "", (), 1000, unit)
    listed = listed_at(library, places)
    surplus = _SURPLUS // (2 if hangs(library, proposition) else 1)
    size = places[0].span.end - places[0].span.start
    report = library.reports[proposition.report].report
    faults = (
        _WIDER
        + (size - _size(proposition)) // surplus
        + 4 * (size > LONGEST)
        + 10 * (size > 2 * LONGEST)
        + 25 * (not any(map(tensed, listed)))
    )
    faults += 25 * in_headline(report, proposition) + 40 * says_nothing(library, proposition)
    faults += few_words(listed) + 6 * unbalanced(words_at(library, places))
    faults += (
        TIE // 2 * any(map(ties, listed))
        + pointer_faults(library, places, first=True)
        + headless(library, proposition, places)
    )
    faults += _statement_faults(library, proposition) if unit == "statement" else _source_faults(library, proposition)
    faults += first_word_faults(library, proposition, places[0])
    return Phrase(proposition.id, words_at(library, places), places, faults, unit)


def _statement_faults(library: Library, proposition: Proposition) -> int:
    """Reported words ask for their speaker before them, and more so for who hopes or plans it; quoted ones stand by
    themselves."""
    statement = statement_of(library, proposition)
    if statement is None:
        return 0
    loose = 2 if statement.manner in ("direct", "block") else 5 if statement.scope == "statement" else 12
    return loose + 25 * gapped(library, proposition)


def _source_faults(library: Library, proposition: Proposition) -> int:
    """A sentence that calls its speaker by a pronoun does not say whose words it gives."""
    statement = statement_of(library, proposition)
    if statement is None or statement.source is None:
        return 0
    text = text_of(library.reports[proposition.report].report, statement.part)
    return 12 * (text[statement.source.start : statement.source.end].casefold() in POINTING)
