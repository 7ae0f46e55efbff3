"""Background that goes on: an old act told again, and what follows it in the same passage, is history as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from consilience.events.ground import Ground, lemma_of
from consilience.events.past import dated_in, is_dated, is_of_now, is_old
from consilience.events.trials import is_of_a_trial
from consilience.model.event import Event, Participant
from consilience.model.spans import covers
from consilience.model.time import TimeMention
from consilience.parses import kid

_LEAD = 2  # sentences that tell the news itself
_BACK = 3
_LIFE = 4  # sentences with a time long past from which a report looks back on a life
_KILLING = frozenset({"assassinate", "execute", "kill", "killing", "murder", "shoot", "slay", "slaying"})
_TOLD_BESIDE = ("acl", "acl:relcl", "appos", "parataxis")
_GOING_ON = ("past", "shift:", "unknown")
_PASSED_ON = ("advcl", "ccomp", "conj", "xcomp")
_JUDGED = ("ACCUSE", "SANCTION")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the token that tells it."""

    act: int
    event: Event


def with_background(ground: Ground, told: Sequence[Told]) -> list[Told]:
    """The events of a part, those historical that tell an old act again or go on in the passage of one."""
    now = list(told)
    for _ in range(2):
        now = _spread(ground, _spread(ground, now, _retold), _follows)
    now = _spread(ground, now, _in_a_life) if _is_of_a_life(ground) else now
    tried = is_of_a_trial(ground, [each.event for each in now])
    return [_as_tried(each) if tried and _is_on_trial(ground, each) else each for each in now]


def _as_tried(told: Told) -> Told:
    words = told.event.because.rsplit("; ", 1)[0]
    because = f"{words}; historical: the deed that a trial is about"
    return replace(told, event=replace(told.event, status="historical", because=because))


def _is_on_trial(ground: Ground, told: Told) -> bool:
    """Whether an act of violence may be what a trial is about: it is not the news of the first sentences itself."""
    number = ground.parse.sentence_of[told.act]
    news = number < _LEAD + (1 if ground.headline is not None else 0) and ground.parse.tokens[told.act].head < 0
    return told.event.type == "ASSAULT" and told.event.status in ("happened", "ongoing") and not news


def _spread(
    ground: Ground, told: list[Told], finds: Callable[[Ground, Told, Sequence[Told]], str | None]
) -> list[Told]:
    """Each event with what is found by those already settled before it and those still to come."""
    now = list(told)
    for number, each in enumerate(now):
        if each.event.status != "happened" or not _may_be_old(ground, each):
            continue
        because = finds(ground, each, now)
        if because is not None:
            words = each.event.because.rsplit("; happened: ", 1)[0]
            event = replace(each.event, status="historical", because=f"{words}; historical: {because}")
            now[number] = replace(each, event=event)
    return now


def _may_be_old(ground: Ground, told: Told) -> bool:
    """Whether an act may be background: told in plain past, with no new time, and not as the news of the first sentences."""
    number = ground.parse.sentence_of[told.act]
    headed = ground.headline is not None and covers(ground.headline, ground.parse.sentences[number].span)
    first = _LEAD + (1 if ground.headline is not None else 0)
    if (headed or number < first) and not _is_beside(ground, told.act):
        return False
    times = [t for t in ground.annotated.times if t.span in told.event.times]
    return not any(_is_new(ground, t) for t in times) and _in_plain_past(ground, told.act)


def _is_new(ground: Ground, time: TimeMention) -> bool:
    return is_dated(time) and not time.expression.startswith(_GOING_ON) and not is_old(ground, (time,))


def _is_beside(ground: Ground, act: int) -> bool:
    """ "The man who killed four": the act only says who is meant."""
    tokens = ground.parse.tokens
    while tokens[act].relation == "conj":
        act = tokens[act].head
    return tokens[act].relation in ("acl", "acl:relcl")


def _in_plain_past(ground: Ground, act: int) -> bool:
    """Whether the act, or the verb that it shares its tense with, is told in the simple past."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    while tokens[act].pos == "NOUN" and tokens[act].head >= 0 and kid(ground.parse, act, "cop") is None:
        act = tokens[act].head
    for _ in range(6):
        helpers = [tokens[k] for k in kids[act] if tokens[k].relation in ("aux", "aux:pass", "cop")]
        tags = {h.tag for h in helpers} | {tokens[act].tag}
        if tags & {"VBZ", "VBP", "MD"}:
            return False
        if "VBD" in tags:
            return True
        if tokens[act].relation in ("acl", "acl:relcl"):
            return tokens[act].tag == "VBN"
        if tokens[act].relation not in _PASSED_ON or tokens[act].head < 0:
            return False
        act = tokens[act].head
    return False


def _retold(ground: Ground, told: Told, everything: Sequence[Told]) -> str | None:
    """The same act in another sentence that tells its time, or another act of the case that the report tells the end of."""
    old = [o for o in everything if o.event.status == "historical" and o.event.type == told.event.type]
    if any(_is_same_act(ground, told, o) for o in old):
        return "told elsewhere with a time long past"
    return "of a case long past" if _is_of_the_case(ground, told, old, everything) else None


def _is_same_act(ground: Ground, told: Told, old: Told) -> bool:
    tokens, left, right = ground.parse.tokens, told.event, old.event
    if left.type == "RETREAT" and not left.recipients and not right.recipients:
        return left.mode == right.mode and bool(_people(left.actors) & _people(right.actors))
    if not _people(left.recipients) & _people(right.recipients):
        return False
    if left.type == "ASSAULT":
        lethal = {lemma_of(tokens[told.act]), lemma_of(tokens[old.act])} <= _KILLING
        return lethal or (left.rule == right.rule and bool(_people(left.actors) & _people(right.actors)))
    return left.rule == right.rule and _is_beside(ground, told.act)


def _is_of_the_case(ground: Ground, told: Told, old: Sequence[Told], everything: Sequence[Told]) -> bool:
    """Whether the report's news is that somebody is judged, who is told to have done such acts long ago and none of late."""
    doers = _people(told.event.actors)
    if told.event.type != "ASSAULT" or not any(doers & _people(o.event.actors) for o in old):
        return False
    judged = any(
        o.event.type in _JUDGED
        and o.event.status == "happened"
        and doers & _people(o.event.recipients)
        and not _may_be_old(ground, o)
        and not _is_beside(ground, o.act)
        for o in everything
    )
    return judged and not any(_is_fresh(ground, o) and doers & _people(o.event.actors) for o in everything)


def _is_fresh(ground: Ground, told: Told) -> bool:
    """Whether a violent act or a seizure is the report's news."""
    return (
        told.event.type in ("ASSAULT", "COERCE") and told.event.status == "happened" and not _may_be_old(ground, told)
    )


def _follows(ground: Ground, told: Told, everything: Sequence[Told]) -> str | None:
    """An act of one of the same people in the sentences right before that is history, where no new time is told since."""
    number = ground.parse.sentence_of[told.act]
    if any(_is_new(ground, t) for t in dated_in(ground, number)):
        return None
    if _one_more(ground, told, everybody=everything):
        return "of the same deed long past"
    people = _people((*told.event.actors, *told.event.recipients))
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        there = [o for o in everything if ground.parse.sentence_of[o.act] == back and o.event.status == "historical"]
        if any(
            people & _people((*o.event.actors, *o.event.recipients))
            and _on_main_line(ground, o.act)
            and not _is_below(ground, o.act, told.act)
            for o in there
        ):
            return "goes on from a time long past"
        if back < number and (any(_is_new(ground, t) for t in dated_in(ground, back)) or is_of_now(ground, back)):
            return None
    return None


def _in_a_life(ground: Ground, told: Told, everything: Sequence[Told]) -> str | None:
    """An act of a look back on a life, told in a sentence whose main verb is not in the present."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    sentence = ground.parse.sentences[ground.parse.sentence_of[told.act]].tokens
    roots = [i for i in range(*sentence) if tokens[i].head < 0]
    helpers = [k for root in roots for k in kids[root] if tokens[k].relation in ("aux", "aux:pass", "cop")]
    present = any(tokens[i].tag in ("VBZ", "VBP", "MD") for i in (*roots, *helpers))
    return None if present and not _is_beside(ground, told.act) else "in a look back on a life"


def _is_of_a_life(ground: Ground) -> bool:
    """Whether a report opens with somebody's death and then tells mostly of times long past."""
    sentences = ground.parse.sentences
    lead = range(sentences[min(_LEAD, len(sentences) - 1)].tokens.last)
    if not any(lemma_of(ground.parse.tokens[i]) == "die" for i in lead):
        return False
    dated = [dated_in(ground, number) for number in range(len(sentences))]
    old = sum(is_old(ground, times) for times in dated)
    new = sum(any(_is_news(ground, t) for t in times) and not is_old(ground, times) for times in dated[_LEAD:])
    return old >= max(_LIFE, 2 * new)


def _is_news(ground: Ground, time: TimeMention) -> bool:
    return _is_new(ground, time) and not time.expression.startswith(("month:", "until:"))


def _one_more(ground: Ground, told: Told, everybody: Sequence[Told]) -> bool:
    """ "Others were shot as well", right behind a deed of long ago."""
    number = ground.parse.sentence_of[told.act]
    words = {ground.parse.tokens[i].word.lower() for i in range(*ground.parse.sentences[number].tokens)}
    before = [o for o in everybody if ground.parse.sentence_of[o.act] == number - 1 and o.event.status == "historical"]
    kind = told.event.type == "ASSAULT" and any(o.event.type == "ASSAULT" for o in before)
    return kind and bool(words & {"also", "another", "others"})


def _on_main_line(ground: Ground, act: int) -> bool:
    """Whether the act is told by the sentence itself, not by a clause that only says who is meant."""
    tokens = ground.parse.tokens
    while tokens[act].head >= 0:
        if tokens[act].relation in _TOLD_BESIDE or tokens[act].pos in ("NOUN", "PROPN"):
            return False
        act = tokens[act].head
    return True


def _is_below(ground: Ground, index: int, above: int) -> bool:
    """ "Found guilty of killing": the deed below a verdict is older than the verdict."""
    while index >= 0 and index != above:
        index = ground.parse.tokens[index].head
    return index == above


def _people(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(p.entity for p in participants if p.entity is not None)
