"""Reports of a trial: the deeds that it is about are history where the report dates one of them to a year past."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.events.ground import Ground, lemma_of
from consilience.events.past import dated_in, is_dated, is_old
from consilience.lexicons import word_set
from consilience.model.event import Event
from consilience.trees import tokens_within

_LEAD = 3  # sentences that tell what a report is about
_CARRIED = ("monthday:", "past", "shift:", "unknown")  # times that take their year from the sentences before
_AHEAD = 8  # tokens between a deed and the year behind it


def is_of_a_trial(ground: Ground, events: Sequence[Event]) -> bool:
    """Whether a report opens with a trial or verdict and dates a deed to a year past, and none to its own days."""
    sentences, tokens = ground.parse.sentences, ground.parse.tokens
    lead = range(sentences[min(_LEAD, len(sentences)) - 1].tokens.last) if sentences else range(0)
    if not any(lemma_of(tokens[i]) in word_set("plover_senses", "trials") for i in lead):
        return False
    deeds = [e for e in events if e.type == "ASSAULT"]
    if any(_is_fresh(ground, e) for e in deeds):
        return False
    return any(e.status == "historical" for e in deeds) or any(
        _dates_a_deed(ground, number) for number in range(len(sentences))
    )


def _is_fresh(ground: Ground, event: Event) -> bool:
    """Whether the act is told with a time that is not old."""
    times = [t for t in ground.annotated.times if t.span in event.times and is_dated(t)]
    times = [t for t in times if not t.expression.startswith(_CARRIED if ground.day is None else _CARRIED[1:])]
    return bool(times) and not is_old(ground, times)


def _dates_a_deed(ground: Ground, number: int) -> bool:
    """ "In the April 2007 shooting", "the slaying of Ada Brook in 2007": an old time beside a word for a deed."""
    tokens = ground.parse.tokens
    for time in dated_in(ground, number):
        if not is_old(ground, (time,)):
            continue
        inside = tokens_within(tokens, time.span)
        near = (
            *range(max(0, inside.first - _AHEAD), inside.first),
            *range(inside.last, min(len(tokens), inside.last + 2)),
        )
        if any(lemma_of(tokens[i]) in word_set("plover_senses", "deeds") for i in near):
            return True
    return False
