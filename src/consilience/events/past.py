"""Acts of years ago: told with a time long past, at an age, or in a stretch of the text that tells of such a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from consilience.events.charges import is_held, told_times
from consilience.events.eras import is_historical
from consilience.events.ground import Ground, lemma_of, within_cue
from consilience.model.spans import covers
from consilience.model.time import TimeMention
from consilience.trees import tokens_within

_YEARS = r"(?:\d{1,2}|[a-z]+teen|ten|eleven|twelve|twenty)"
_YOUNG = r"(?:an? |still an? )?(?:boys?|child|children|girls?|students?|teenagers?|teens?|youths?)"
_AT_AGE = re.compile(
    rf"\b(?:at|between|from|since) (?:the )?ages? (?:of )?{_YEARS}\b|\bwhen (?:he|she|they) (?:was|were) {_YEARS}\b"
    rf"|\b(?:as|when (?:\S+ ){{1,3}}(?:was|were)) {_YOUNG}\b",
    re.IGNORECASE,
)
_YEARS_BEFORE = re.compile(
    r"(?:(?:about|nearly|some) )?(?:a few|\w+) (?:decades|years) (?:before|earlier)\b", re.IGNORECASE
)
_REPORTING = (
    "acknowledge", "add", "announce", "argue", "concede", "declare", "explain", "insist", "note", "reply", "report",
    "respond", "say", "tell", "warn", "write",
)  # fmt: skip
_RECENT_TAGS = ("VBZ", "VBP", "MD")
_MEDIA = frozenset({"conference", "e-mail", "email", "interview", "statement", "tweet"})
_DEEDS = frozenset("ambush attack bombing massacre raid rampage riot robbery shooting siege spree war".split())
_ACTS_WITH_YEAR = frozenset(
    "agreement campaign case complaint deal interview lawsuit petition suit treaty visit".split()
)
_SHOWING = frozenset({"document", "indicate", "record", "reveal", "show"})
_COMPARING = frozenset({"like", "style", "than", "unlike"})
_BLAMED = frozenset({"for", "over"})  # "faces an inquiry for a crime of 2016"
_SET = frozenset({"at", "during", "in", "on"})
_NEWS_DAYS = ("day:", "monthday:", "weekday:")
_BACK = 3  # sentences over which a time long past is carried on
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def long_past(ground: Ground, act: int, times: Sequence[TimeMention]) -> str | None:
    """Why an act that took place is history: its own time, an age, or the time that the sentences before tell of."""
    if _is_state_of_now(ground, act, times):
        return None
    if _in_the_past(ground, act):
        return "told of years ago"
    if is_historical(times, ground.annotated.times, ground.day):
        return "more than a year before the report"
    if any(_is_named_by(ground, t, act) for t in dated_in(ground, ground.parse.sentence_of[act])):
        return "named by a year before the report's"
    if any(_has_its_year(ground, t) for t in times) and _in_past_tense(ground, act):
        return "told with its year, other than the report's own days"
    if any(is_dated(t) and not _is_yearless(ground, t) for t in times) or not _in_past_tense(ground, act):
        return None
    number = ground.parse.sentence_of[act]
    if is_old(ground, _of_the_setting(ground, act, number)):
        return "set in a time long past"
    if is_old(ground, (*_of_the_case(ground, act, number), *_of_the_record(ground, act, number))):
        return "of a time long past"
    told = (i for i in range(*ground.parse.sentences[number].tokens) if ground.owner[i] == ground.owner[act])
    words, (first, last) = " ".join(ground.parse.tokens[i].word for i in told), ground.parse.sentences[number].tokens
    led = " ".join(token.word for token in ground.parse.tokens[first : min(last, first + 6)])
    if _AT_AGE.search(words) or _YEARS_BEFORE.match(led) or _once(ground, act):
        return "told of years ago"
    return _carried(ground, act, number)


def _once(ground: Ground, act: int) -> bool:
    """ "Who once mocked the poor", "years after mocking them": no news by the word itself."""
    tokens, kids = ground.parse.tokens, ground.parse.kids[act]
    for k in kids:
        word, after = tokens[k].word.lower(), tokens[k + 1].word.lower() if k + 1 < len(tokens) else ""
        if word == "after" and k == act - 1 and tokens[max(0, k - 1)].word.lower() in ("decades", "years"):
            return True  # "eight years after backing her"
        if word == "once" and tokens[k].relation == "advmod" and k < act and after not in ("again", "more"):
            return True
    return False


def _in_the_past(ground: Ground, act: int) -> bool:
    """ "Has opposed such changes in the past", "had formerly been convicted"."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    places = (act, *(k for k in kids[act] if tokens[k].relation == "obj"))
    for k in (k for place in places for k in kids[place]):
        if tokens[k].word.lower() == "formerly" and any(tokens[c].word.lower() == "had" for c in kids[act]):
            return True
        bare = tokens[k].word.lower() == "past" and not _is_told_more(ground, k)
        if bare and any(tokens[c].word.lower() == "in" for c in kids[k]):
            return True
    return False


def _is_told_more(ground: Ground, noun: int) -> bool:
    """Whether something says more of a noun than its article and preposition ("in the past week")."""
    return any(ground.parse.tokens[k].relation not in ("case", "det", "punct") for k in ground.parse.kids[noun])


def _is_named_by(ground: Ground, time: TimeMention, act: int) -> bool:
    """ "The 2022 invasion", in a report of another year."""
    tokens, year = ground.parse.tokens, _YEAR.fullmatch(time.expression.removeprefix("date:"))
    at = tokens_within(tokens, time.span).first
    named = tokens[act].pos == "NOUN" and tokens[at].head == act and at < act
    return named and year is not None and ground.day is not None and int(year[1]) < ground.day.year


def _carried(ground: Ground, act: int, number: int) -> str | None:
    """The era of the sentence, or of the sentences right before it where nothing new is said of the time."""
    if is_old(ground, _of_what_follows(ground, act, number)):
        return "before a time long past"
    start = ground.parse.tokens[act].start
    earlier = [t for t in dated_in(ground, number) if t.span.start < start and not _is_yearless(ground, t)]
    if earlier:
        followed = _is_led_in(ground, earlier[-1], act)
        return "told of a time long past" if followed and is_old(ground, earlier[-1:]) else None
    later = [t for t in dated_in(ground, number) if not _is_yearless(ground, t)]
    if later and all(t.expression.startswith("until:") and is_old(ground, (t,)) for t in later):
        return "before a time long past"
    if later or is_of_now(ground, number):
        return None
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        dated = [t for t in dated_in(ground, back) if _on_main_verb(ground, t)]
        if dated:
            old = is_old(ground, dated[-1:]) and not any(t.expression.startswith(_NEWS_DAYS) for t in dated)
            return "the sentences before tell of a time long past" if old else None
        if is_of_now(ground, back):
            return None
    return None


def _of_what_follows(ground: Ground, act: int, number: int) -> list[TimeMention]:
    """The times of what the act came before: "imposed in 1996 after she was convicted", "was expelled and died in 1958"."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    after = [k for k in kids[act] if tokens[k].word.lower() == "after" and tokens[k].relation == "mark"]
    if tokens[act].relation == "advcl" and after:
        runs = [(t, tokens_within(tokens, t.span)) for t in dated_in(ground, number)]
        return [t for t, run in runs if run.last == after[0] or _verb_of(ground, t) == tokens[act].head]
    joined = {k for k in kids[act] if tokens[k].relation == "conj" and k > act and tokens[k].tag in ("VBD", "VBN")}
    return [t for t in dated_in(ground, number) if t.span.start > tokens[act].start and _verb_of(ground, t) in joined]


def _verb_of(ground: Ground, time: TimeMention) -> int:
    """The verb that a time stands with, or -1."""
    tokens, at = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span).first
    for _ in range(3):
        at = tokens[at].head
        if at < 0 or tokens[at].pos == "VERB":
            return at
    return -1


def _on_main_verb(ground: Ground, time: TimeMention) -> bool:
    """Whether a time says when its whole sentence took place; "she spoke like her rival in 1988" does not."""
    tokens, at = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span).first
    if tokens[at].relation in ("amod", "compound", "nummod") and tokens[tokens[at].head].pos == "PROPN":
        return False
    near = at - 1
    while near > 0 and tokens[near].word not in (",", ".", ";"):
        near -= 1
    if any(t.word.lower() in _COMPARING for t in tokens[near:at]):
        return False
    for _ in range(16):
        cases = {tokens[k].word.lower() for k in ground.parse.kids[at]}
        beside = cases & _COMPARING or (tokens[at].relation == "nmod" and cases & _BLAMED)
        if beside or tokens[at].relation in ("acl", "acl:relcl", "ccomp"):
            return False
        if tokens[at].head < 0:
            return True
        at = tokens[at].head
    return False


def _is_yearless(ground: Ground, time: TimeMention) -> bool:
    """A day of the year in a report that states no day: the year is that of the sentences before."""
    return ground.day is None and time.moment is None and time.expression.startswith("monthday:")


def _of_the_setting(ground: Ground, act: int, number: int) -> list[TimeMention]:
    """The times within the phrase that says where or when the act took place ("during the harbour war (1950-1953)")."""
    tokens, found = ground.parse.tokens, []
    for time in dated_in(ground, number):
        at = tokens_within(tokens, time.span).first
        for _ in range(6):
            below, at = at, tokens[at].head
            if at == act:
                cases = {tokens[k].word.lower() for k in ground.parse.kids[below]}
                hangs = tokens[below].relation in ("obl", "nmod") and bool(cases & _SET)
                hangs = hangs or (tokens[below].relation == "obj" and _qualifies(ground, time, below))
                hangs = hangs and bool(told_times(ground, act, "SANCTION" if is_held(ground, act) else "", (time,)))
                found += [time] if hangs or _is_in_a_deed(ground, time, act) else []
            if at < 0 or at == act or (tokens[at].pos == "VERB" and tokens[at].relation != "xcomp"):
                break
    return found


def _qualifies(ground: Ground, time: TimeMention, noun: int) -> bool:
    """ "Filed a 2003 suit": the year stands before the noun of the act itself."""
    at = tokens_within(ground.parse.tokens, time.span).first
    return at < noun and ground.parse.tokens[at].head == noun and lemma_of(ground.parse.tokens[noun]) in _ACTS_WITH_YEAR


def _is_in_a_deed(ground: Ground, time: TimeMention, act: int) -> bool:
    """ "Murdering a judge and an agent in the May 2005 rampage": the deed hangs on whom it befell."""
    tokens, at = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span).first
    noun = tokens[at].head
    if noun <= act or tokens[noun].relation != "nmod" or lemma_of(tokens[noun]) not in _DEEDS:
        return False
    return any(tokens[k].word.lower() in _SET for k in ground.parse.kids[noun])


def _of_the_case(ground: Ground, act: int, number: int) -> list[TimeMention]:
    """The times on the noun whose relative clause tells the act ("a 1997 case in which …")."""
    tokens, at = ground.parse.tokens, act
    for _ in range(4):
        if tokens[at].head < 0:
            return []
        below, at = at, tokens[at].head
        if tokens[below].relation == "acl:relcl":
            spans = [(t, tokens_within(tokens, t.span)) for t in dated_in(ground, number)]
            return [t for t, run in spans if any(tokens[i].head == at and i < at for i in range(*run))]
    return []


def _of_the_record(ground: Ground, act: int, number: int) -> list[TimeMention]:
    """The times of what shows that the act took place ("records of 2008 show that she backed him")."""
    tokens = ground.parse.tokens
    while tokens[act].relation == "conj":
        act = tokens[act].head
    above = tokens[act].head
    if tokens[act].relation != "ccomp" or above < 0 or lemma_of(tokens[above]) not in _SHOWING:
        return []
    shown = {k for k in ground.parse.kids[above] if tokens[k].relation == "nsubj"}
    return [t for t in dated_in(ground, number) if shown & set(_path(ground, t))]


def _path(ground: Ground, time: TimeMention) -> list[int]:
    """The tokens over a time, up to its verb."""
    tokens, at = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span).first
    found = [at]
    while tokens[at].head >= 0 and tokens[tokens[at].head].pos != "VERB":
        at = tokens[at].head
        found.append(at)
    return found


def _is_led_in(ground: Ground, time: TimeMention, act: int) -> bool:
    """ "Until 1997, when …", "in 2003, there were …": the time leads the clause in which the act stands."""
    tokens, inside = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span)
    after = [t.word.lower() for t in tokens[inside.last : inside.last + 3]]
    if "when" in after or (after[:1] in (["'s"], ["’s"]) and "when" in after):
        return True
    first = ground.parse.sentences[ground.parse.sentence_of[act]].tokens.first
    compared = any(t.word.lower() in ("as", "like", "than", "unlike") for t in tokens[first : inside.first])
    describes = tokens[inside.first].relation in ("amod", "compound", "nmod", "nummod")
    return (inside.first - first <= 2 and not compared and not describes) or _sets_the_scene(ground, inside.first, act)


def _sets_the_scene(ground: Ground, time: int, act: int) -> bool:
    """ "When the reforms began in 2010, she was freed": the time stands in a clause on the act, before it."""
    tokens, clause = ground.parse.tokens, time
    while tokens[clause].head >= 0 and tokens[clause].relation != "advcl":
        clause = tokens[clause].head
    marks = {tokens[k].word.lower() for k in ground.parse.kids[clause]} & {"after", "as", "when"}
    while tokens[act].relation == "conj":
        act = tokens[act].head
    return tokens[clause].relation == "advcl" and tokens[clause].head == act and clause < act and bool(marks)


def is_old(ground: Ground, times: Iterable[TimeMention]) -> bool:
    """Whether the times lie more than a year before the report; a month of a stated year, where no day is known, as well."""
    everything = ground.annotated.times
    return any(
        is_historical((t,), everything, ground.day) or _old_year(ground, t) or _has_its_year(ground, t) for t in times
    )


def _has_its_year(ground: Ground, time: TimeMention) -> bool:
    """A day or month told with its year in a report that states no day and names the days of its news without a year."""
    year = _YEAR.search(time.expression)
    if ground.day is not None or year is None or time.granularity not in ("day", "month", "season"):
        return False
    if not time.expression.startswith("date:"):
        return False
    dated = [t for t in ground.annotated.times if year[1] in t.expression]
    news = any(t.moment is None and t.expression.startswith(_NEWS_DAYS) for t in ground.annotated.times)
    return news and not any(_heads_its_line(ground, t) for t in dated)


def _heads_its_line(ground: Ground, time: TimeMention) -> bool:
    """Whether a time stands within the first words of its line or sentence, as the day of a report does."""
    tokens, at = ground.parse.tokens, tokens_within(ground.parse.tokens, time.span).first
    first = ground.parse.sentences[ground.parse.sentence_of[at]].tokens.first
    return at - first <= 3 and not any(t.tag == "IN" for t in tokens[first:at])


def _is_state_of_now(ground: Ground, act: int, times: Sequence[TimeMention]) -> bool:
    """ "Is charged with a killing of 2010": told in the present, with a time that comes behind as part of something else."""
    tokens = ground.parse.tokens
    helpers = [tokens[k] for k in ground.parse.kids[act] if tokens[k].relation == "aux:pass"]
    present = tokens[act].tag == "VBN" and any(h.tag in ("VBZ", "VBP") for h in helpers)
    dated = [t for t in times if is_dated(t)]
    return present and bool(dated) and all(t.span.start > tokens[act].start for t in dated)


def _old_year(ground: Ground, time: TimeMention) -> bool:
    year = _YEAR.search(time.expression)
    if year is None or time.granularity not in ("month", "season", "year", "decade"):
        return False
    return ground.day is None or int(year[1]) < ground.day.year - 1


def is_dated(time: TimeMention) -> bool:
    """Whether a time says when; a duration or an age does not."""
    return time.kind in ("point", "range") and (time.moment is not None or time.anchor is not None or _says_when(time))


def _says_when(time: TimeMention) -> bool:
    return _YEAR.search(time.expression) is not None or time.expression.startswith(
        (
            "weekday:",
            "monthday:",
            "month:",
            "day:",
            "week:",
            "month",
            "ago:",
            "past",
            "present",
            "last:week",
            "last:month",
            "unknown",
        )
    )


def dated_in(ground: Ground, number: int) -> list[TimeMention]:
    """The times of a sentence that say when."""
    sentence = ground.parse.sentences[number].span
    return [t for t in ground.annotated.times if covers(sentence, t.span) and is_dated(t)]


def is_of_now(ground: Ground, number: int) -> bool:
    """Whether a sentence tells of the days of the report: its main verb is no past tense, or somebody says something."""
    first, last = ground.parse.sentences[number].tokens
    headed = ground.headline is not None and covers(ground.headline, ground.parse.sentences[number].span)
    return headed or any(_speaks_now(ground, i) for i in range(first, last) if ground.parse.tokens[i].head < 0)


def _joined_to(ground: Ground, root: int) -> list[int]:
    """The verbs that stand beside the main one."""
    found, fresh = [], [root]
    while fresh:
        fresh = [
            k for i in fresh for k in ground.parse.kids[i] if ground.parse.tokens[k].relation in ("conj", "parataxis")
        ]
        found += fresh
    return found


def _speaks_now(ground: Ground, root: int) -> bool:
    token = ground.parse.tokens[root]
    if any(lemma_of(ground.parse.tokens[k]) in _MEDIA for k in ground.parse.kids[root]):
        return True
    helpers = [
        ground.parse.tokens[k]
        for k in ground.parse.kids[root]
        if ground.parse.tokens[k].relation in ("aux", "cop", "aux:pass")
    ]
    joined = _joined_to(ground, root)
    helpers += [
        ground.parse.tokens[h] for k in joined for h in ground.parse.kids[k] if ground.parse.tokens[h].relation == "aux"
    ]
    if token.tag in _RECENT_TAGS or any(h.tag in _RECENT_TAGS for h in helpers):
        return True
    past = token.tag in ("VBD", "VBN") or any(h.tag == "VBD" for h in helpers)
    return not past or (lemma_of(token) in _REPORTING and within_cue(ground, root) is not None)


def _in_past_tense(ground: Ground, act: int) -> bool:
    """Whether the act is told in the past tense, by a participle or by a noun, not in the present or perfect."""
    token = ground.parse.tokens[act]
    helpers = [
        ground.parse.tokens[k] for k in ground.parse.kids[act] if ground.parse.tokens[k].relation in ("aux", "aux:pass")
    ]
    return token.tag not in _RECENT_TAGS and not any(h.tag in _RECENT_TAGS for h in helpers)
