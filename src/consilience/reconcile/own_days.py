"""The days that are surely those of what a proposition tells: none is taken that only stands in its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from consilience.anchoring import modified, own_times
from consilience.days import resolve
from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Proposition
from consilience.model.spans import covers
from consilience.model.statement import Statement
from consilience.model.time import Moment, TimeMention
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, moments_of, statement_of
from consilience.trees import SUBJECTS, child, children, head_of, tokens_within

_QUOTED = ("block", "direct", "mixed")
_BOUNDING = frozenset(("for", "from", "of", "since", "to", "until"))  # before a time behind a noun: the noun's own
_AIMED = frozenset(("for", "until", "till"))  # before a time of an act: what it is meant for, not when it is
_MODIFIERS = ("advmod", "appos", "dep", "nmod", "obl")
_WHERE = frozenset("at before during in inside near on outside to".split())
_MEETING = frozenset(("convene", "gather", "meet"))  # "met for talks on Monday"
_NOMINAL = ("NOUN", "NUM", "PRON", "PROPN")
_HELD = ("obj", *SUBJECTS)
_ASKED = ("ccomp", "conj", "xcomp")
_GENERAL = frozenset(("always", "generally", "normally", "often", "typically", "usually"))
_STEPS = 8


@dataclass(frozen=True, slots=True)
class _Place:
    """A proposition's act in the tree of its part."""

    library: Library
    proposition: Proposition
    part: PartAnnotations
    act: int


def own_days(library: Library, proposition: Proposition) -> tuple[Moment, ...]:
    """The days of what the proposition tells, where its tense does not speak against them.

    Not those that only tell which other thing is meant ("Friday's storm", "since the meeting in June"), for when
    something is meant ("prices for 2023"), or that are counted from the day of print though somebody said them before.
    """
    part = library.parts.get((proposition.report, proposition.part))
    if part is not None and not any(token.tag for token in part.tokens):
        return moments_of(library, proposition)  # there is no tree to ask
    act = act_token(part, proposition.act_span) if part is not None else None
    if part is None or act is None or not _is_told(part.tokens, act):
        return ()
    place = _Place(library, proposition, part, act)
    moments = ((t, _moment(place, t)) for t in _own_times(place))
    return tuple(m for t, m in moments if m is not None and _fits(place, t, m))


def _is_told(tokens: Sequence[Token], act: int) -> bool:
    """Whether the act is told by a verb, or of somebody who is something: a heading of names tells nothing."""
    verbal = tokens[act].pos in ("VERB", "AUX") or tokens[act].tag.startswith("VB")
    return verbal or child(tokens, act, "cop") is not None or tokens[act].pos == "ADJ"


def _own_times(place: _Place) -> Iterator[TimeMention]:
    """The times that the tree hangs on the act, else those of what is planned, asked or begun."""
    tokens = place.part.tokens
    times = [t for t in place.part.times if t.span in place.proposition.times]
    own = own_times(tokens, times, place.act)
    for time in own or [t for t in times if _of_content(tokens, t, place.act)]:
        if _hangs_so(tokens, time, place.act):
            yield time


def _of_content(tokens: Sequence[Token], time: TimeMention, act: int) -> bool:
    """Whether the time is that of what is planned, asked or begun ("She urged them to gather on Friday")."""
    at = modified(tokens, time, (act,))
    if at is None:
        return False
    for _ in range(_STEPS):
        above = tokens[at].head
        if at == act or above < 0 or tokens[at].relation not in _ASKED:
            break
        if tokens[at].relation == "ccomp" and tokens[above].lemma.lower() not in word_set("times", "ahead"):
            return False
        at = above
    return at == act


def _hangs_so(tokens: Sequence[Token], time: TimeMention, act: int) -> bool:
    """Whether a time hangs on its verb, or on what the verb does or a place or occasion of it, and is no aim of it."""
    at = head_of(tokens, tokens_within(tokens, time.span))
    while tokens[at].relation == "conj" and tokens[at].head >= 0:
        at = tokens[at].head
    if tokens[at].relation.split(":")[0] not in _MODIFIERS:
        return False
    before, above = _case(tokens, at), tokens[at].head
    if above < 0 or tokens[above].pos not in _NOMINAL or child(tokens, above, "cop") is not None:
        set_for = tokens[act].lemma.lower() in word_set("times", "ahead") | word_set("times", "deferring")
        aimed = before in _AIMED or time.expression.startswith("until:")
        first = tokens_within(tokens, time.span).first
        led = first > 0 and tokens[first - 1].word.lower() == "from"
        since = led and time.expression.startswith(("ago:", "year:"))  # "ten more than from a year ago"
        return not since and (not aimed or set_for or (time.kind == "range" and before == "for"))
    return above < at and before not in _BOUNDING and _same_time(tokens, above)


def _same_time(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the time of a noun is that of the verb above it: what the verb does, where, or at what occasion."""
    if tokens[noun].relation in _HELD:
        return True
    while tokens[noun].pos == "PROPN" and tokens[noun].relation == "nmod" and tokens[noun].head >= 0:
        noun = tokens[noun].head
    if tokens[noun].relation.split(":")[0] != "obl":
        return False
    before, verb = _case(tokens, noun), tokens[tokens[noun].head].lemma.lower()
    return tokens[noun].pos == "PROPN" or before in _WHERE or (before == "for" and verb in _MEETING)


def _case(tokens: Sequence[Token], at: int) -> str:
    case = child(tokens, at, "case")
    return tokens[case].word.lower() if case is not None else ""


def _moment(place: _Place, time: TimeMention) -> Moment | None:
    """The day of a time; of one that is counted from when it was said, the one that its speaker's day gives."""
    told, spoken = place.proposition, _spoken(place, time)
    moment = place.library.days.get((told.report, told.part, time.span))
    if (
        time.kind == "point"
        and time.granularity in ("day", "time")
        and moment is not None
        and moment.earliest != moment.latest
    ):
        return None
    if spoken is None or not time.expression.startswith(("day:", "week:", "overnight", "range:day:")):
        return moment
    said = _said_on(place, spoken)
    return resolve(time.expression, time.direction, said) if said is not None else None


def _spoken(place: _Place, time: TimeMention) -> Statement | None:
    """The statement in whose quoted words the time stands."""
    statement = statement_of(place.library, place.proposition)
    if statement is None or statement.manner not in _QUOTED:
        return None
    return statement if any(covers(c, time.span) for c in statement.content) else None


def _said_on(place: _Place, statement: Statement) -> date | None:
    """The one day on which the report says that something was said; none where it does not tell it."""
    if statement.cue is None:
        return None
    tokens = place.part.tokens
    cue = head_of(tokens, tokens_within(tokens, statement.cue))
    times = own_times(tokens, place.part.times, cue)
    days = {place.library.days.get((place.proposition.report, statement.part, t.span)) for t in times}
    found = days.pop() if len(days) == 1 else None
    return found.earliest if found is not None and found.earliest == found.latest else None


def _fits(place: _Place, time: TimeMention, moment: Moment) -> bool:
    """Whether the tense of the act allows the day: nobody "has" done something last Friday, or did it tomorrow."""
    tokens, act = place.part.tokens, place.act
    if any(tokens[c].lemma.lower() in _GENERAL for c in children(tokens, act)):
        return False
    told = place.library.reports[place.proposition.report].report.published
    if told is None:
        return True
    helpers = [tokens[c] for c in children(tokens, act) if tokens[c].relation.startswith("aux")]
    perfect = any(h.tag in ("VBZ", "VBP") and h.lemma.lower() == "have" for h in helpers)
    if perfect and moment.latest < told.earliest and time.kind == "point":
        return False
    past = tokens[act].tag == "VBD" or (bool(helpers) and all(h.tag in ("VBD", "VBN") for h in helpers))
    ahead = tokens[act].lemma.lower() in word_set("times", "ahead") or place.proposition.status == "planned"
    direct = time in own_times(tokens, [time], act)
    return not (past and direct and not ahead and moment.earliest > told.latest)
