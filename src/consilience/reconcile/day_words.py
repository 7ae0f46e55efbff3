"""The words on a line of the timeline: the clause of which the day is, readable without the rest of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, covers
from consilience.model.time import Moment
from consilience.reconcile.faults import POINTING, finite, hangs, listed_at, tensed
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, passages_at, statement_of, text_of, words_at
from consilience.reconcile.meant import legible, tells_whom
from consilience.reconcile.phrases import Phrase, best_phrase, phrase_of
from consilience.trees import children, tokens_within

_UNREADABLE = 26  # faults from which words tell nothing on a line of their own
_NOUNS = ("NOUN", "PROPN")
_SPEAKING = frozenset(("i", "me", "my", "our", "us", "we"))
_QUOTED = ("block", "direct")


def line_of(library: Library, told: Sequence[Proposition], moment: Moment) -> Phrase | None:
    """The wording for a day: no sentence whose main clause is another day's, but the words of the clause that is meant."""
    phrase = best_phrase(library, told)
    proposition = library.propositions[phrase.proposition]
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    if act is not None and part.tokens[act].relation.startswith("acl"):
        phrase = _noun_and_clause(library, proposition, act) or replace(phrase, passages=())
    elif phrase.unit != "clause" and _tells_more(library, proposition, phrase, moment):
        phrase = phrase_of(library, proposition) if finite(library, proposition) else replace(phrase, passages=())
    if not phrase.passages or phrase.faults > _UNREADABLE or not any(map(tensed, listed_at(library, phrase.passages))):
        return None
    phrase = _without_when(library, proposition, act, phrase)
    return None if _points(library, proposition, phrase) else phrase


def _tells_more(library: Library, proposition: Proposition, phrase: Phrase, moment: Moment) -> bool:
    """Whether the words of a whole sentence tell first what has no day, or another one."""
    if hangs(library, proposition):
        return True
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    while act is not None and part.tokens[act].head >= 0:
        if part.tokens[act].relation.startswith(("acl", "advcl")):
            return True
        act = part.tokens[act].head
    shown = (
        t
        for t in part.times
        if t.span not in proposition.times and any(covers(p.span, t.span) for p in phrase.passages)
    )
    days = {library.days.get((proposition.report, proposition.part, t.span)) for t in shown}
    return bool(days - {None, moment})


def _noun_and_clause(library: Library, proposition: Proposition, act: int) -> Phrase | None:
    """A relative clause with the noun it tells of: "the bell of St Orla, which vanished in March".

    None where another noun stands between the two, which may be the one that is meant, or in what somebody said.
    """
    tokens = library.parts[proposition.report, proposition.part].tokens
    noun, last = tokens[act].head, tokens_within(tokens, proposition.spans[-1]).last
    statement = statement_of(library, proposition)
    if tokens[noun].pos not in _NOUNS or last <= noun or (statement is not None and statement.manner in _QUOTED):
        return None
    clause = _below(tokens, act)
    if _before_clause(tokens, clause, noun) is None or _has_when(tokens, act):
        return None
    last = min(last, max(clause) + 1)
    if any(tokens[i].word == "of" for i in children(tokens, noun)) and tokens[noun].relation == "nmod":
        noun = tokens[noun].head
    before = (i for i in children(tokens, noun) if i < noun and tokens[i].pos != "PUNCT")
    start = min((i for i in before if tokens[i].relation not in ("case", "cc")), default=noun)
    places = passages_at(
        library, proposition.report, proposition.part, (Span(tokens[start].start, tokens[last - 1].end),)
    )
    return Phrase(proposition.id, words_at(library, places), places, 0)


def _below(tokens: Sequence[Token], act: int) -> list[int]:
    """A word and all that hang on it, marks left out."""
    found = below = [act]
    while below:
        below = [c for one in below for c in children(tokens, one) if tokens[c].relation != "punct"]
        found = [*found, *below]
    return found


def _before_clause(tokens: Sequence[Token], clause: Sequence[int], noun: int) -> int | None:
    """The noun right before a relative clause, where it is the clause's own or "of" leads from that to it."""
    first = min((i for i in clause if i > noun), default=noun + 1)
    near = next((i for i in range(first - 1, noun - 1, -1) if tokens[i].pos in _NOUNS), None)
    at = near
    while at is not None and at != noun and tokens[at].head >= 0:
        led = [tokens[c].word for c in children(tokens, at) if tokens[c].relation == "case"]
        if tokens[at].relation not in ("nmod", "flat", "compound") or (tokens[at].relation == "nmod" and led != ["of"]):
            return None
        at = tokens[at].head
    return near if at == noun else None


def _has_when(tokens: Sequence[Token], act: int) -> bool:
    return any(tokens[c].word.lower() == "when" for c in children(tokens, act))


def _without_when(library: Library, proposition: Proposition, act: int | None, phrase: Phrase) -> Phrase:
    """The words behind the "when" that ties a clause to the rest of its sentence."""
    first, tokens = phrase.passages[0], library.parts[proposition.report, proposition.part].tokens
    if act is None or phrase.unit != "clause":
        return phrase
    ties = [
        tokens[c]
        for c in children(tokens, act)
        if tokens[c].word.lower() == "when" and tokens[c].start >= first.span.start
    ]
    if not ties or ties[0].end >= first.span.end or tokens[act].start < ties[0].end:
        return phrase
    start = next(t.start for t in tokens if t.start >= ties[0].end)
    places = (replace(first, span=Span(start, first.span.end)), *phrase.passages[1:])
    return replace(phrase, passages=places, text=words_at(library, places))


def _points(library: Library, proposition: Proposition, phrase: Phrase) -> bool:
    """Whether who acts is told by a pronoun alone for which the words give no noun and the report no one person."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    part = library.parts[proposition.report, proposition.part]
    said = statement_of(library, proposition)
    first = phrase.text.partition(" ")[0].casefold()
    if first in POINTING - _SPEAKING and legible(library, phrase.passages) == phrase.text:
        return True
    for person in proposition.who:
        word = text[person.span.start : person.span.end].casefold()
        around = next((p for p in phrase.passages if covers(p.span, person.span)), None)
        if word not in POINTING or (word in _SPEAKING and said is not None) or around is None:
            continue
        if not tells_whom(library, around, person.span) and not _named_before(
            library, part.tokens, around, person.span
        ):
            return True
    return False


def _named_before(library: Library, tokens: Sequence[Token], around: Passage, pronoun: Span) -> bool:
    """Whether a noun that is no time stands before the pronoun in the same words."""
    times = [t.span for t in library.parts[around.report, around.part].times]
    before = (t for t in tokens if around.span.start <= t.start < pronoun.start and t.pos in _NOUNS)
    return any(not any(covers(time, Span(t.start, t.end)) for time in times) for t in before)
