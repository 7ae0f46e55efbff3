"""Clauses: propositions with everything that lining up compares, made ready once for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from consilience.claims.acts import MUTUAL, Told, act_of, base_of, told_act
from consilience.claims.bags import bag_of
from consilience.claims.encounters import encounter, pointed_pair
from consilience.claims.marks import (
    Figure,
    earlier_one,
    figures,
    is_asked,
    is_crowd,
    is_finite,
    is_own_time,
    is_setting,
    lands,
    modes,
    only_talked_of,
    others,
    rank_of,
    roles,
    several,
    singles,
    taken_back,
    times_over,
    ways,
)
from consilience.claims.people import (
    Scene,
    actors_of,
    called_in,
    first_at,
    keys_of,
    offices,
    owners_of,
    tokens_at,
    voice_of,
)
from consilience.claims.stretches import hours_of, is_set, marked_of
from consilience.claims.tolls import numbers_of
from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.event import Proposition
from consilience.model.report import Report
from consilience.model.spans import Part, Span, covers, overlap
from consilience.model.statement import Statement, Status
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.model.time import Moment
from consilience.wording import fold, words

_FUTURE = frozenset(("shall", "will", "won't", "would"))
_WEEKS = timedelta(days=21)
_UNTIL = re.compile(r"(?:\bnot|n['’]t)\b[^.;!?]*\buntil\b", re.IGNORECASE)  # "not until Monday" says when it starts
_NEXT = 8  # characters after a clause in which "until" ends what is denied
_OPEN = frozenset(("how", "why"))  # words before what is asked, or left open
_CONDITIONS = frozenset(("if", "unless", "whether"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A proposition as it is compared.

    `bag` weighs its content words, acts under their class and actors under their id; `who` and `whom` hold actor ids, or
    `=word` for somebody without one; `places` gives the kind of each place, `set_in` of those in which it is set, `aside`
    names those that only tell something else apart; `hours` are hours and minutes of the clock, `times` the words of all its
    times, `cue` the words by which it is attributed; `marked` are the words within quotation marks; `voice` is whose word it
    is (empty: the outlet's own), `news` the day it is told on; `silent` words are asked about or not told, `bare` ones only
    point back at what they deny.

    `figures` are its uncommon numbers; `ways` tell which way its act goes, `ranks` which time it is; `crowd` says that its
    actors are plural nouns alone, `lone` that it is one person, `lone_whom` that it
    befalls one; `verbless` words have no verb; `taken_back` that a "not" further up undoes it, `until` that
    it is denied only up to a time; `lands` gives the countries of those called by a noun, `singles` the nouns that stand for
    one alone, `several` those that are counted; `aim` is the act of the infinitive after its verb, `modes` tell what is
    usual, what ought to be and what will be, `others` the nouns of which another one is meant; `pair` are two
    persons who meet, `inner` are the acts that nouns in its words tell for themselves, `roles` what somebody acts as,
    `people` all persons among its words, `named` the actors named in the words for those who act, and upon whom.
    """

    proposition: Proposition
    family: str
    published: Moment | None
    news: Moment | None
    voice: str
    denied: bool
    silent: bool
    bare: bool
    headline: bool
    asked: bool
    finite: bool
    act: str
    failed: bool
    ahead: bool
    who: frozenset[str]
    whom: frozenset[str]
    bag: Mapping[str, int]
    size: int
    numbers: tuple[Quantity, ...]
    days: tuple[Moment, ...]
    places: Mapping[str, str]
    words: tuple[str, ...]
    hours: frozenset[tuple[int, int]]
    marked: tuple[tuple[str, ...], ...]
    times: frozenset[str] = frozenset()
    set_in: Mapping[str, str] = field(default_factory=dict)
    cue: str = ""
    aside: frozenset[str] = frozenset()
    figures: frozenset[Figure] = frozenset()
    ways: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    crowd: bool = False
    lone: bool = False
    lone_whom: bool = False
    verbless: bool = False
    taken_back: bool = False
    until: bool = False
    lands: Mapping[str, str] = field(default_factory=dict)
    singles: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    aim: str = ""
    modes: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    pair: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    named: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    @property
    def conditional(self) -> bool:
        """Whether the clause is a condition or a question, which says nothing of itself."""
        return self.asked or bool(_CONDITIONS & set(self.words[:3])) or bool(_OPEN & set(self.words[:2]))

    @property
    def future(self) -> bool:
        """Whether the clause speaks of what will be."""
        return bool(_FUTURE & set(self.words)) or self.status == "planned"

    @property
    def status(self) -> Status:
        """The status of what the clause tells; what is due or expected is planned."""
        told = self.proposition.status
        if self.act.startswith("demand "):
            return "happened"
        if told == "negated" and not self.negative:
            return "planned"
        return "planned" if self.ahead and told in ("happened", "ongoing") else told

    @property
    def old(self) -> bool:
        """Whether all its days lie weeks before its report, or before the day of the story where that has no date."""
        told = self.news
        return told is not None and bool(self.days) and all(m.latest < told.earliest - _WEEKS for m in self.days)

    @property
    def negative(self) -> bool:
        """Whether the clause says that something is not so."""
        told = self.failed or self.proposition.negated or self.proposition.status == "negated"
        return self.taken_back or (told and not self.until)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the clauses of one report share."""

    report: Report
    family: str
    actors: Mapping[str, str]
    statements: Mapping[str, Statement]
    parts: Mapping[Part, PartAnnotations]
    owners: Mapping[Part, Mapping[int, str]]
    firsts: Mapping[tuple[Part, int], tuple[str, int]]
    days: Mapping[tuple[Part, Span], Moment]
    points: Mapping[Part, frozenset[Span]]
    persons: frozenset[str]
    day: Moment | None
    deeds: tuple[Proposition, ...]


def clauses_of(frame: StoryFrame, reports: Sequence[AnnotatedReport]) -> tuple[Clause, ...]:
    """The clauses of a story in the order of their reports and places."""
    actors = actors_of(frame)
    actors |= offices(reports, actors)
    families = {member: family.id for family in frame.story.families for member in family.reports}
    found: list[Clause] = []
    for told in sorted(reports, key=lambda r: (r.report.source, r.report.id)):
        setting = _setting(told, frame, actors, families.get(told.report.id, told.report.id))
        found += [_clause(p, setting) for p in told.propositions if p.part in setting.parts]
    return tuple(found)


def _setting(told: AnnotatedReport, frame: StoryFrame, actors: Mapping[str, str], family: str) -> _Setting:
    parts = {part.part: part for part in told.annotations.parts}
    days = {
        (mention.part, mention.span): mention.moment
        for part in parts.values()
        for mention in part.times
        if mention.moment is not None
    }
    days |= {(t.mention.part, t.mention.span): t.moment for t in frame.times if t.report == told.report.id}
    owners = {name: owners_of(part, actors) for name, part in parts.items()}
    statements = {statement.id: statement for statement in told.statements}
    points = {
        name: frozenset(t.span for t in part.times if t.kind in ("point", "range")) for name, part in parts.items()
    }
    persons = frozenset(actor.id for actor in frame.actors if actor.type == "person")
    return _Setting(
        told.report,
        family,
        actors,
        statements,
        parts,
        owners,
        _firsts(told),
        days,
        points,
        persons,
        frame.day,
        tuple(p for p in told.propositions if p.noun),
    )


def _firsts(told: AnnotatedReport) -> dict[tuple[Part, int], tuple[str, int]]:
    """For each sentence the proposition that begins first, and where."""
    found: dict[tuple[Part, int], tuple[str, int]] = {}
    for p in sorted(told.propositions, key=lambda p: (p.part, p.sentence, p.spans[0].start, -p.spans[0].end, p.id)):
        found.setdefault((p.part, p.sentence), (p.id, p.spans[0].start))
    return found


def _fronted(part: PartAnnotations, proposition: Proposition, setting: _Setting) -> tuple[Span, ...]:
    """The times that stand before the first clause of a sentence ("At 4.40 a.m. on Tuesday, units …")."""
    first = setting.firsts.get((proposition.part, proposition.sentence))
    said = setting.statements.get(proposition.statement or "")
    saying = said is not None and said.cue is not None and said.cue.start < proposition.spans[0].start
    if saying and proposition.status == "planned":
        return ()  # "said on Monday that it would …" dates no plan
    if first is None or first[0] != proposition.id or proposition.sentence >= len(part.sentences):
        return ()
    start = part.sentences[proposition.sentence].span.start
    return tuple(t.span for t in part.times if start <= t.span.start and t.span.end <= first[1])


def _told(part: PartAnnotations, proposition: Proposition) -> Told:
    """The act as the tree tells it; as the proposition has it where there is no tree."""
    at = first_at(part.tokens, proposition.act_span.start)
    if (
        at >= len(part.tokens)
        or part.tokens[at].start != proposition.act_span.start
        or fold(part.tokens[at].lemma) != fold(proposition.act)
    ):
        return Told(act_of(proposition.act), False)
    return told_act(part.tokens, at, proposition.act)


def _base(part: PartAnnotations, proposition: Proposition) -> str:
    """The lemma of the act's own word."""
    at = first_at(part.tokens, proposition.act_span.start)
    if at < len(part.tokens) and part.tokens[at].start == proposition.act_span.start:
        return base_of(part.tokens[at])
    return fold(proposition.act)


def _clause(proposition: Proposition, setting: _Setting) -> Clause:
    part = setting.parts[proposition.part]
    statement = setting.statements.get(proposition.statement or "")
    bag = bag_of(proposition, part, setting.owners[proposition.part])
    scene = Scene(part, setting.actors, setting.owners[proposition.part])
    voice = voice_of(statement, setting.actors)
    told = _told(part, proposition)
    at = first_at(part.tokens, proposition.act_span.start)
    base = _base(part, proposition)
    own = [span for span in proposition.times if is_own_time(part, at, span)]
    times = (*own, *_fronted(part, proposition, setting))
    moments = (setting.days.get((proposition.part, span)) for span in times)
    text = _text(setting.report, proposition.part)
    who = frozenset(keys_of(proposition.who, scene, voice)) - {f"={told.act}"}
    whom = frozenset(keys_of(proposition.whom, scene, voice, told.act not in MUTUAL)) - {f"={told.act.split()[-1]}"}
    if told.act.startswith("demand ") and not who and voice not in ("", "?"):
        who = frozenset((voice,))
    if told.called_on and voice not in ("", "?"):
        who, whom = frozenset((voice,)), who
    elif told.ahead and not proposition.who:
        who, whom = frozenset(keys_of(proposition.whom[:1], scene, voice)), frozenset()
    if told.act in MUTUAL and not who and not whom:
        who = pointed_pair(proposition, part, setting.owners[proposition.part], setting.persons)
    numbers = numbers_of(part, proposition, (base, told.act), text)
    said = tuple(word for span in proposition.spans for word in words(text[span.start : span.end]))
    return Clause(
        proposition=proposition,
        family=setting.family,
        published=setting.report.published,
        news=setting.report.published or setting.day,
        voice=voice,
        bare=statement is not None and _bare(setting, statement),
        headline=_in_headline(setting.report, proposition),
        asked=is_asked(part, proposition, text) or (at < len(part.tokens) and only_talked_of(part.tokens, at)),
        finite=is_finite(part, proposition),
        denied=statement is not None and _denies(part, proposition, statement),
        silent=statement is not None and statement.act in ("asked", "declined", "not disclosed"),
        act=told.act,
        failed=told.failed,
        ahead=told.ahead,
        who=who,
        whom=whom,
        bag=bag,
        size=sum(bag.values()),
        numbers=numbers,
        figures=figures(part, proposition, numbers),
        hours=hours_of(text, times),
        marked=marked_of(text, proposition),
        set_in={
            fold(place.name).replace(".", ""): place.kind
            for place in part.places
            if place.span in proposition.places and is_set(text, place.span)
        },
        cue=""
        if statement is None or statement.cue is None
        else fold(_text(setting.report, statement.part)[statement.cue.start : statement.cue.end]),
        times=frozenset(
            fold(text[span.start : span.end]) for span in times if span in setting.points[proposition.part]
        ),
        days=tuple(moment for moment in moments if moment is not None),
        places={
            fold(place.name): place.kind
            for place in part.places
            if place.span in proposition.places and is_setting(part, place)
        },
        aside=frozenset(
            fold(place.name).replace(".", "")
            for place in part.places
            if place.span in proposition.places and not is_setting(part, place)
        ),
        words=said,
        ways=ways(part.tokens, at) if at < len(part.tokens) else frozenset(),
        ranks=times_over(said) | (rank_of(part.tokens, at) if at < len(part.tokens) else frozenset()),
        crowd=is_crowd(part, (p.span for p in proposition.who)),
        lone=len(who) == 1 and who <= setting.persons,
        lone_whom=len(whom) == 1 and whom <= setting.persons,
        verbless=not any(token.pos in ("VERB", "AUX", "") for _, token in tokens_at(part, proposition.spans)),
        lands=lands((*proposition.who, *proposition.whom)),
        singles=singles(part, (*proposition.who, *proposition.whom)),
        several=several(part, proposition),
        until=bool(_UNTIL.search(text[proposition.spans[0].start : proposition.spans[-1].end + _NEXT])),
        aim=told.aim,
        modes=modes(said),
        others=others(part, (*proposition.who, *proposition.whom))
        | ({told.act} if at < len(part.tokens) and earlier_one(part.tokens, at) else set()),
        named=(called_in(proposition.who, scene), called_in(proposition.whom, scene)),
        people=setting.persons & bag.keys(),
        roles=roles(part.tokens, at) if at < len(part.tokens) else frozenset(),
        pair=encounter(proposition, told.act, who | whom, setting.persons),
        inner=frozenset(act_of(deed.act) for deed in setting.deeds if _tells_by_the_way(proposition, deed)),
        taken_back=not proposition.negated and at < len(part.tokens) and taken_back(part.tokens, at),
    )


def _tells_by_the_way(proposition: Proposition, deed: Proposition) -> bool:
    """Whether a noun in the words of a clause tells an act of its own ("during a visit to Tarn she was shown the dam")."""
    if proposition.noun or proposition.part != deed.part or proposition.act_span == deed.act_span:
        return False
    return any(covers(span, deed.act_span) for span in proposition.spans)


def _bare(setting: _Setting, statement: Statement) -> bool:
    """Whether a denial only points back at what it denies ("denied those claims")."""
    text = _text(setting.report, statement.part)
    said = {w for start, end in statement.content for w in words(text[start:end])}
    return statement.act == "denied" and said <= word_set("stakes", "denials")


def _denies(part: PartAnnotations, proposition: Proposition, statement: Statement) -> bool:
    """Whether what is told is denied, in the sentence of the denial or in a quotation; who denies and says "not" tells it."""
    if statement.act != "denied" or proposition.negated:
        return False
    if statement.cue is None or statement.manner in ("direct", "block", "mixed"):
        return True
    if proposition.sentence >= len(part.sentences):
        return True
    return covers(part.sentences[proposition.sentence].span, statement.cue)


def _in_headline(report: Report, proposition: Proposition) -> bool:
    headline = report.headline
    printed = headline is not None and any(overlap(span, headline) for span in proposition.spans)
    return proposition.part == "title" or printed


def _text(report: Report, part: Part) -> str:
    return report.title if part == "title" else report.text
