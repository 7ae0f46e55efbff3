"""A story's reports, statements, propositions and actors by id, and the words that passages point at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consilience.model.annotations import PartAnnotations
from consilience.model.event import Participant, Proposition
from consilience.model.report import Report
from consilience.model.spans import Part, Passage, Span, merged, overlap, trimmed
from consilience.model.statement import Speaker, Statement
from consilience.model.story import Actor, AnnotatedReport, Family, SharedStretch, StoryFrame
from consilience.model.time import Moment
from consilience.reconcile.carried import Carried, carried
from consilience.reconcile.entities import name_key
from consilience.reconcile.house import houses, sites, state_media_told
from consilience.reconcile.retellings import retellings
from consilience.wording import shingles, words

GAP = " […] "
_LOOSE_MARKS = ",;:-–—"
_LONG_SENTENCE, _INSIDE = 18, 800  # runs, and per mille of them, from which the shorter is a piece of the longer
_ONE_TEXT = 600  # per mille of runs of three words that two stretches share where one is copied from the other


@dataclass(frozen=True, slots=True)
class Library:
    """Everything of one story, found by id; `reports` are in the order of their sources."""

    frame: StoryFrame
    reports: Mapping[str, AnnotatedReport]
    statements: Mapping[tuple[str, str], Statement]
    propositions: Mapping[str, Proposition]
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    families: Mapping[str, Family]
    parts: Mapping[tuple[str, Part], PartAnnotations]
    days: Mapping[tuple[str, Part, Span], Moment]
    called: Mapping[str, tuple[str, ...]]
    shared: Mapping[str, tuple[SharedStretch, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    name_words: frozenset[str]
    retold: Mapping[str, str]
    carried: Mapping[str, Carried]
    retelling: Mapping[str, frozenset[str]]
    named_in: Mapping[str, frozenset[str]]
    described: Mapping[str, tuple[str, ...]]
    state_media: Mapping[str, str]
    houses: Mapping[str, tuple[str, str]]
    sites: Mapping[str, str]

    def telling(self, report: str) -> str:
        """The copy family of a report, or the one it retells: reports of one family are one telling."""
        own = self.families[report].id if report in self.families else report
        return self.retold.get(own, own)


def library_of(frame: StoryFrame, reports: Sequence[AnnotatedReport]) -> Library:
    """The library of a story; `reports` are its members in any order."""
    ordered = sorted(reports, key=lambda r: (r.report.source, r.report.id))
    parts = {(told.report.id, part.part): part for told in ordered for part in told.annotations.parts}
    days = {
        (report, part, mention.span): mention.moment
        for (report, part), annotations in parts.items()
        for mention in annotations.times
        if mention.moment is not None
    }
    days |= {(t.report, t.mention.part, t.mention.span): t.moment for t in frame.times}
    actor_of = {entity: actor.id for actor in frame.actors for entity in actor.entities}
    retold = retellings(frame.story.families, {told.report.id: told for told in ordered}, actor_of)
    return Library(
        frame=frame,
        reports={told.report.id: told for told in ordered},
        statements={(told.report.id, s.id): s for told in ordered for s in told.statements},
        propositions={p.id: p for told in ordered for p in told.propositions},
        actors={actor.id: actor for actor in frame.actors},
        actor_of=actor_of,
        families={member: family for family in frame.story.families for member in family.reports},
        parts=parts,
        days=days,
        called=_called(frame),
        bodies=_bodies(frame),
        name_words=frozenset(w for a in frame.actors for name in (a.name, *a.aliases) for w in words(name)),
        shared=_shared(frame, {told.report.id: told for told in ordered}),
        retold=retold,
        retelling=_retelling(frame.story.families, retold),
        named_in=_named_in(ordered, actor_of),
        described=_described(ordered, actor_of),
        carried=carried(frame.story.families, [told.report for told in ordered]),
        state_media=state_media_told(ordered, {entity: a.name for a in frame.actors for entity in a.entities}),
        houses=houses(ordered, frame.actors),
        sites=sites(ordered, frame.actors),
    )


def _retelling(families: Sequence[Family], retold: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The reports of each telling that more than one family tells."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    heads = set(retold.values())
    for family in families:
        telling = retold.get(family.id, family.id)
        if telling in heads:
            found[telling].update(family.reports)
    return {telling: frozenset(reports) for telling, reports in found.items()}


def _named_in(reports: Sequence[AnnotatedReport], actor_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The reports that name each actor."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for told in reports:
        for entity in told.annotations.entities:
            if entity.id in actor_of:
                found[actor_of[entity.id]].add(told.report.id)
    return {actor: frozenset(named) for actor, named in found.items()}


def _described(reports: Sequence[AnnotatedReport], actor_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What the reports say beside each actor's name."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for told in reports:
        for entity in told.annotations.entities:
            if entity.id in actor_of:
                found[actor_of[entity.id]].update(dict.fromkeys(entity.described))
        for speaker in (s.speaker for s in told.statements):
            actor = actor_of.get(speaker.id or "") if speaker is not None else None
            before = _before_name(speaker) if speaker is not None else ""
            if actor is not None and before:
                found[actor][before] = None
    return {actor: tuple(sorted(said)) for actor, said in found.items()}


def _before_name(speaker: Speaker) -> str:
    """What stands before a comma and the name in the words for a speaker: "Freedonia's ambassador in Tarn, Ode Harl"."""
    before = speaker.words.removesuffix(speaker.name or "").rstrip()
    return before.removesuffix(",") if before != speaker.words and before.endswith(",") else ""


def _called(frame: StoryFrame) -> dict[str, tuple[str, ...]]:
    """The actors that bear each name; persons by their surnames too."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for actor in frame.actors:
        for name in (actor.name, *actor.aliases):
            found[name_key(name)][actor.id] = None
    for actor in frame.actors:
        surname = name_key(actor.name).split()[-1:]
        if actor.type == "person" and surname:
            found[surname[0]][actor.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _bodies(frame: StoryFrame) -> dict[str, tuple[str, ...]]:
    """The bodies of a story by the last word of their names: ministries, guards, unions."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for actor in frame.actors:
        listed = name_key(actor.name).split()
        if actor.type in ("government", "organisation", "party", "company") and len(listed) > 1:
            found[listed[-1]].append(actor.id)
    return {word: tuple(sorted(ids)) for word, ids in found.items()}


def _sentences(told: AnnotatedReport, passage: Passage) -> list[Span]:
    """The whole sentences that a passage touches."""
    parts = (part for part in told.annotations.parts if part.part == passage.part)
    return [s.span for part in parts for s in part.sentences if overlap(s.span, passage.span)]


def _nearly_whole(reports: Mapping[str, AnnotatedReport], stretch: SharedStretch) -> bool:
    """Whether a shared stretch is one text on both sides, and not two sentences that begin alike."""
    texts = []
    for side in (stretch.left, stretch.right):
        if side.report not in reports:
            return False
        text = text_of(reports[side.report].report, side.part)
        texts.append(
            frozenset(r for s in _sentences(reports[side.report], side) for r in shingles(text[s.start : s.end], 3))
        )
    shared, shorter, longer = len(texts[0] & texts[1]), *sorted((len(texts[0]), len(texts[1])))
    within = shorter >= _LONG_SENTENCE and 1000 * shared >= _INSIDE * shorter
    return within or 1000 * shared >= _ONE_TEXT * max(1, longer)


def _shared(frame: StoryFrame, reports: Mapping[str, AnnotatedReport]) -> dict[str, tuple[SharedStretch, ...]]:
    """The stretches that each report shares with others, where most of the words are the same on both sides."""
    found: defaultdict[str, list[SharedStretch]] = defaultdict(list)
    for stretch in frame.story.shared:
        if not _nearly_whole(reports, stretch):
            continue
        for report in {stretch.left.report, stretch.right.report}:
            found[report].append(stretch)
    return {report: tuple(stretches) for report, stretches in found.items()}


def text_of(report: Report, part: Part) -> str:
    """The text of one part of a report."""
    return report.title if part == "title" else report.text


def text_at(library: Library, passage: Passage) -> str:
    """The words at one passage, white space run together."""
    text = text_of(library.reports[passage.report].report, passage.part)
    return " ".join(text[passage.span.start : passage.span.end].split())


def words_at(library: Library, passages: Iterable[Passage]) -> str:
    """The words at passages in their order, with a sign where something is left out."""
    return GAP.join(text_at(library, passage) for passage in passages)


def passages_at(library: Library, report: str, part: Part, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Passages for spans of one part: in reading order, removed stretches taken out, nothing empty."""
    told = library.reports[report].report
    text = text_of(told, part)
    removed = merged(r.span for r in told.removed) if part == "text" else ()
    kept: list[Span] = []
    for span in merged(trimmed(text, s) for s in spans):
        kept += _without(span, removed)
    bare = (_unmarked(text, span) for span in _bridged(text, kept))
    return tuple(Passage(report, part, span) for span in bare if span.end > span.start)


def _unmarked(text: str, span: Span) -> Span:
    """The span without commas, colons, dashes and white space at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _LOOSE_MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _LOOSE_MARKS):
        end -= 1
    return Span(start, end)


def _without(span: Span, removed: Sequence[Span]) -> list[Span]:
    left = []
    at = span.start
    for cut in removed:
        if cut.end > span.start and cut.start < span.end:
            left.append(Span(at, max(at, cut.start)))
            at = max(at, cut.end)
    return [*left, Span(at, max(at, span.end))]


def _bridged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans with nothing but white space between them as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def proposition_passages(library: Library, proposition: Proposition) -> tuple[Passage, ...]:
    """Where a proposition stands."""
    return passages_at(library, proposition.report, proposition.part, proposition.spans)


def statement_of(library: Library, proposition: Proposition) -> Statement | None:
    """The statement that a proposition belongs to, or None for the outlet's own voice."""
    if proposition.statement is None:
        return None
    return library.statements.get((proposition.report, proposition.statement))


def sentence_span(library: Library, report: str, part: Part, span: Span) -> Span:
    """The sentence in which a span begins; the span itself where no sentence does."""
    annotations = library.parts.get((report, part))
    sentences = annotations.sentences if annotations is not None else ()
    return next((s.span for s in sentences if s.span.start <= span.start < s.span.end), span)


def moments_of(library: Library, proposition: Proposition) -> tuple[Moment, ...]:
    """The days of a proposition's times, where they are known."""
    found = (library.days.get((proposition.report, proposition.part, span)) for span in proposition.times)
    return tuple(moment for moment in found if moment is not None)


def people_of(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """The ids of the actors that take part in a proposition, in their order there."""
    return actors_among(library, (*proposition.who, *proposition.whom))


def recipients_of(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """The ids of the actors to whom something is done in a proposition."""
    return actors_among(library, proposition.whom)


def actors_among(library: Library, people: Iterable[Participant]) -> tuple[str, ...]:
    """The ids of those of some participants who are actors of the story."""
    found = (library.actor_of.get(p.entity or "") or only_body(library, p.name) for p in people)
    return tuple(dict.fromkeys(actor for actor in found if actor is not None))


def speaking_actors(library: Library) -> frozenset[str]:
    """The actors who speak in some report, alone or together with others."""
    found: set[str] = set()
    for statement in library.statements.values():
        if statement.speaker is not None:
            found.add(library.actor_of.get(statement.speaker.id or "", ""))
            found.update(a for name in statement.speaker.members for a in library.called.get(name_key(name), ()))
    return frozenset(found - {""})


def only_body(library: Library, name: str) -> str | None:
    """For "the guard" or "its guards" the one body of the story that is called a guard."""
    listed = [w for w in words(name) if w not in ("the", "its", "his", "her", "their", "a")]
    if len(listed) != 1:
        return _only_ending(library, name) if name.islower() else None
    found = library.bodies.get(listed[0]) or library.bodies.get(listed[0].removesuffix("s")) or ()
    return found[0] if len(found) == 1 else _same_body(library, found)


def _only_ending(library: Library, name: str) -> str | None:
    """For "the weavers' union" the one body of the story whose name ends so ("Free Weavers' Union")."""
    key = name_key(name)
    found = [
        a
        for a in library.bodies.get(key.rpartition(" ")[2], ())
        if name_key(library.actors[a].name).endswith(f" {key}")
    ]
    return found[0] if len(found) == 1 else None


def _same_body(library: Library, found: Sequence[str]) -> str | None:
    """The body whose name ends the names of all the others: the guard and the land's guard are one."""
    keys = {actor: name_key(library.actors[actor].name) for actor in found}
    short = min(found, key=lambda actor: (len(keys[actor]), actor), default=None)
    return short if short is not None and all(k.endswith(keys[short]) for k in keys.values()) else None
