"""Clauses: propositions with everything that lining up compares, made ready once for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Quantity, Token
from consilience.model.event import Participant, Proposition
from consilience.model.report import Report
from consilience.model.spans import Part, Span, covers, overlap
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.model.time import Moment
from consilience.wording import fold, words

_WEIGHTS = {"NOUN": 3, "PROPN": 3, "NUM": 2, "VERB": 2, "ADJ": 2, "ADV": 1}
_FUTURE = frozenset(("shall", "will", "won't", "would"))
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundred hundreds thousand".split()
)
_SIDES = frozenset(("country", "duo", "government", "man", "other", "pair", "party", "side", "state", "woman"))
_WEEKS = timedelta(days=21)
_CONDITIONS = frozenset(("if", "unless", "whether"))
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them who whom which that this these those one itself himself herself".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A proposition as it is compared.

    `bag` weighs its content words, acts under their class and actors under their id; `who` and `whom` hold actor ids, or
    `=word` for somebody without one; `places` gives the kind of each place; `voice` is whose word it is (empty: the
    outlet's own); `silent` words are asked about or not told, `bare` ones only point back at what they deny.
    """

    proposition: Proposition
    family: str
    published: Moment | None
    voice: str
    denied: bool
    silent: bool
    bare: bool
    headline: bool
    asked: bool
    finite: bool
    act: str
    who: frozenset[str]
    whom: frozenset[str]
    bag: Mapping[str, int]
    size: int
    numbers: tuple[Quantity, ...]
    days: tuple[Moment, ...]
    places: Mapping[str, str]
    words: tuple[str, ...]

    @property
    def conditional(self) -> bool:
        """Whether the clause is a condition or a question, which says nothing of itself."""
        return self.asked or bool(_CONDITIONS & set(self.words[:3]))

    @property
    def future(self) -> bool:
        """Whether the clause speaks of what will be."""
        return bool(_FUTURE & set(self.words)) or self.proposition.status == "planned"

    @property
    def old(self) -> bool:
        """Whether all its days lie weeks before its report."""
        told = self.published
        return told is not None and bool(self.days) and all(m.latest < told.earliest - _WEEKS for m in self.days)

    @property
    def negative(self) -> bool:
        """Whether the clause says that something is not so."""
        return self.proposition.negated or self.proposition.status == "negated"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the clauses of one report share."""

    report: Report
    family: str
    actors: Mapping[str, str]
    statements: Mapping[str, Statement]
    parts: Mapping[Part, PartAnnotations]
    owners: Mapping[Part, Mapping[int, str]]
    days: Mapping[tuple[Part, Span], Moment]


def clauses_of(frame: StoryFrame, reports: Sequence[AnnotatedReport]) -> tuple[Clause, ...]:
    """The clauses of a story in the order of their reports and places."""
    actors = {entity: actor.id for actor in frame.actors for entity in actor.entities} | _surnames(frame)
    families = {member: family.id for family in frame.story.families for member in family.reports}
    found: list[Clause] = []
    for told in sorted(reports, key=lambda r: (r.report.source, r.report.id)):
        setting = _setting(told, frame, actors, families.get(told.report.id, told.report.id))
        found += [_clause(p, setting) for p in told.propositions if p.part in setting.parts]
    return tuple(found)


def _surnames(frame: StoryFrame) -> dict[str, str]:
    """Persons by surname (`=surname`), where one person of the story has it."""
    found: dict[str, set[str]] = {}
    for actor in frame.actors:
        listed = words(actor.name)
        if actor.type == "person" and len(listed) > 1:
            found.setdefault("=" + listed[-1], set()).add(actor.id)
    return {surname: next(iter(bearers)) for surname, bearers in found.items() if len(bearers) == 1}


def act_of(lemma: str) -> str:
    """The act that a lemma tells: its class where it has one, else the lemma itself."""
    folded = fold(lemma)
    return table("acts", "acts").get(folded, folded)


def thing_of(lemma: str) -> str:
    """The one word for a noun of several spellings; act nouns go by their act."""
    return table("acts", "things").get(lemma) or act_of(lemma)


def _setting(told: AnnotatedReport, frame: StoryFrame, actors: Mapping[str, str], family: str) -> _Setting:
    parts = {part.part: part for part in told.annotations.parts}
    days = {
        (mention.part, mention.span): mention.moment
        for part in parts.values()
        for mention in part.times
        if mention.moment is not None
    }
    days |= {(t.mention.part, t.mention.span): t.moment for t in frame.times if t.report == told.report.id}
    owners = {name: _owners(part, actors) for name, part in parts.items()}
    statements = {statement.id: statement for statement in told.statements}
    return _Setting(told.report, family, actors, statements, parts, owners, days)


def _owners(part: PartAnnotations, actors: Mapping[str, str]) -> Mapping[int, str]:
    """Which actor each token of a part names, where one does."""
    owners: dict[int, str] = {}
    stretches = [(ref.tokens, ref.entity) for ref in part.references] + [(n.tokens, n.entity) for n in part.names]
    for tokens, entity in stretches:
        actor = actors.get(entity or "")
        if actor is not None:
            owners |= dict.fromkeys(range(*tokens), actor)
    return owners


def _clause(proposition: Proposition, setting: _Setting) -> Clause:
    part = setting.parts[proposition.part]
    statement = setting.statements.get(proposition.statement or "")
    bag = _bag(proposition, setting)
    moments = (setting.days.get((proposition.part, span)) for span in proposition.times)
    text = _text(setting.report, proposition.part)
    return Clause(
        proposition=proposition,
        family=setting.family,
        published=setting.report.published,
        voice=_voice(statement, setting.actors),
        bare=statement is not None and _bare(setting, statement),
        headline=_in_headline(setting.report, proposition),
        asked=_asked(part, proposition, text),
        finite=_finite(part, proposition),
        denied=statement is not None and statement.act == "denied" and _near(part, proposition, statement),
        silent=statement is not None and statement.act in ("asked", "declined", "not disclosed"),
        act=act_of(proposition.act),
        who=frozenset(_keys(proposition.who, setting.actors)),
        whom=frozenset(_keys(proposition.whom, setting.actors)),
        bag=bag,
        size=sum(bag.values()),
        numbers=tuple(q for q in part.quantities if q.span in proposition.quantities),
        days=tuple(moment for moment in moments if moment is not None),
        places={fold(place.name): place.kind for place in part.places if place.span in proposition.places},
        words=tuple(word for span in proposition.spans for word in words(text[span.start : span.end])),
    )


def _bare(setting: _Setting, statement: Statement) -> bool:
    """Whether a denial only points back at what it denies ("denied those claims")."""
    text = _text(setting.report, statement.part)
    said = {w for start, end in statement.content for w in words(text[start:end])}
    return statement.act == "denied" and said <= word_set("stakes", "denials")


def _near(part: PartAnnotations, proposition: Proposition, statement: Statement) -> bool:
    """Whether the words stand in the sentence of their denial, or are quoted."""
    if statement.cue is None or statement.manner in ("direct", "block", "mixed"):
        return True
    if proposition.sentence >= len(part.sentences):
        return True
    return covers(part.sentences[proposition.sentence].span, statement.cue)


def _asked(part: PartAnnotations, proposition: Proposition, text: str) -> bool:
    """Whether the clause ends a question."""
    if proposition.sentence >= len(part.sentences):
        return False
    end = part.sentences[proposition.sentence].span.end
    return "?" in text[max(s.end for s in proposition.spans) : end][:3] or text[proposition.spans[-1].end - 1] == "?"


def _finite(part: PartAnnotations, proposition: Proposition) -> bool:
    """Whether the clause has a verb with a tense; where no fine tags are known it is taken to have one."""
    tags = {token.tag for _, token in _tokens(part, proposition.spans)}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) or tags <= {""}


def _in_headline(report: Report, proposition: Proposition) -> bool:
    headline = report.headline
    printed = headline is not None and any(overlap(span, headline) for span in proposition.spans)
    return proposition.part == "title" or printed


def _text(report: Report, part: Part) -> str:
    return report.title if part == "title" else report.text


def _voice(statement: Statement | None, actors: Mapping[str, str]) -> str:
    if statement is None:
        return ""
    speaker = statement.speaker
    if speaker is None:
        return "?"
    said = words(speaker.name or speaker.words or "?")
    return actors.get(speaker.id or "") or actors.get("=" + said[-1] if said else "") or "=" + " ".join(said)


def _keys(people: Iterable[Participant], actors: Mapping[str, str]) -> Iterable[str]:
    """The actors' ids; for somebody without one the last word of how the text calls them."""
    for person in people:
        actor = actors.get(person.entity or "")
        listed = words(person.name)
        if actor is not None:
            yield actor
        elif listed and not _points(singular(listed[-1])):
            yield "=" + thing_of(singular(listed[-1]))


def _points(word: str) -> bool:
    """Whether a word only points at somebody named elsewhere: a pronoun, a number, "the leaders", "both sides"."""
    known = _PRONOUNS | _NUMBERS | word_set("speakers", "leaders") | _SIDES
    return word.isdigit() or word in known


def singular(word: str) -> str:
    """A rough singular: enough to compare two spellings of one noun, wrong for rare ones in the same way both times."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _bag(proposition: Proposition, setting: _Setting) -> dict[str, int]:
    light = word_set("acts", "light")
    owners = setting.owners[proposition.part]
    bag: dict[str, int] = {}
    for index, token in _tokens(setting.parts[proposition.part], proposition.spans):
        actor = owners.get(index)
        if actor is not None:
            bag[actor] = 2
            continue
        weight = _WEIGHTS.get(token.pos, 0)
        lemma = fold(token.lemma or token.word)
        if weight and lemma not in light and any(c.isalnum() for c in lemma):
            bag[thing_of(lemma) if token.pos in ("NOUN", "ADJ", "PROPN") else act_of(lemma)] = weight
    return bag


def _tokens(part: PartAnnotations, spans: Iterable[Span]) -> Iterable[tuple[int, Token]]:
    for span in spans:
        low, high = _first_at(part.tokens, span.start), _first_at(part.tokens, span.end)
        for index in range(max(0, low - 1), high):
            if overlap(Span(part.tokens[index].start, part.tokens[index].end), span):
                yield index, part.tokens[index]


def _first_at(tokens: Sequence[Token], position: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < position:
            low = middle + 1
        else:
            high = middle
    return low
