"""What the reports themselves say is undisclosed, declined, unclear, or planned without a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from consilience.lexicons import word_list, word_set
from consilience.model.account import NotTold, NotToldKind
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Proposition
from consilience.model.spans import Part, Passage, Span, covers, hull, overlap
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.reconcile.meant import legible
from consilience.trees import tokens_within
from consilience.wording import fold, shingles, words

_STEM = 5  # letters of a word that stand for all its forms
_ENOUGH = 3  # words that make a clause the same as another
_AFTER = 2  # words after a phrase that tell that it was so only until then
_NEAR = 40  # letters around a cue in which those words stand
_LONGEST = 320  # letters of two sentences that are shown together

_LISTS: tuple[tuple[str, NotToldKind], ...] = (
    ("declined", "declined"),
    ("disclosed", "not disclosed"),
    ("unclear", "unclear"),
    ("no_day", "planned without a day"),
)
_BY_ACT: Mapping[str, tuple[NotToldKind, str]] = {
    "declined": ("declined", "the report says that somebody would not say"),
    "not disclosed": ("not disclosed", "the report says that it was not told"),
}
_TAKING_UP = frozenset(("any", "it", "one", "that", "them", "they", "this", "those"))
_PERSONS = frozenset(("he", "her", "him", "his", "she"))
_WHO_KEEPS = frozenset(("neither", "no", "nobody", "none"))


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where a report says that something is not told, the sentence around it, and the statement that it is."""

    kind: NotToldKind
    report: str
    part: Part
    place: Span
    sentence: Span
    because: str
    statement: str | None = None


def not_told(library: Library, claim_of: Mapping[str, str]) -> tuple[NotTold, ...]:
    """Each thing that is not told, once: with the passages of all who tell it in the same words or in one claim."""
    groups: list[tuple[frozenset[object], tuple[_Gap, ...]]] = []
    for gap in (g for told in library.reports.values() for g in _in_report(library, told)):
        mine = _keys(library, gap, claim_of)
        touching = [g for g in groups if g[0] & mine]
        gaps = (*(old for g in touching for old in g[1]), gap)
        merged = (mine.union(*(g[0] for g in touching)), gaps)
        at = groups.index(touching[0]) if touching else len(groups)
        groups = (
            [g for g in groups[:at] if g not in touching] + [merged] + [g for g in groups[at:] if g not in touching]
        )
    entries: dict[str, NotTold] = {}
    told = {(g.report, g.part, g.sentence) for _, gaps in groups for g in gaps}
    for _, gaps in groups:
        for entry in _entry(library, gaps, told):
            entries.setdefault(entry.text, entry)
    return tuple(entries.values())


def _keys(library: Library, gap: _Gap, claim_of: Mapping[str, str]) -> frozenset[object]:
    """What makes two gaps one: the claim that tells of them, or the words of their sentence."""
    text = text_of(library.reports[gap.report].report, gap.part)
    listed = [p for p in library.reports[gap.report].propositions if p.part == gap.part]
    mine = [p for p in listed if p.statement is not None and p.statement == gap.statement]
    around = [p for p in listed if covers(hull(p.spans), gap.place)]
    told = mine or sorted(around, key=lambda p: (hull(p.spans).end - hull(p.spans).start, p.id))[:1]
    claims = {claim_of[p.id] for p in told if p.id in claim_of}
    listed_words = {_content(library, p) for p in told} - {frozenset()}
    words_ = {(gap.kind, content) for content in listed_words if len(content) >= _ENOUGH}
    return frozenset((*claims, *words_, (gap.kind, shingles(text[gap.sentence.start : gap.sentence.end], 8))))


def _content(library: Library, proposition: Proposition) -> frozenset[str]:
    """The words of a clause, cut to their beginnings, that are neither names nor words that stand anywhere."""
    tokens = library.parts[proposition.report, proposition.part].tokens
    inside = (tokens[i] for span in proposition.spans for i in range(*tokens_within(tokens, span)))
    open_ = (fold(t.lemma)[:_STEM] for t in inside if t.pos in ("ADJ", "ADV", "NOUN", "NUM", "VERB"))
    return frozenset(stem for stem in open_ if stem not in word_set("acts", "light"))


def _entry(library: Library, gaps: Sequence[_Gap], told: Collection[tuple[str, Part, Span]]) -> Iterator[NotTold]:
    """The shortest of the sentences, with the passages of all; `told` are the places of all gaps."""
    shown = [(_passages(library, g, told), g) for g in gaps]
    whole = [(passages, g) for passages, g in shown if len(passages) == 1]
    if whole:
        first, gap = min(whole, key=lambda pair: (_whose(library, pair[0]), len(words_at(library, pair[0]))))
        others = (p for passages, _ in whole for p in passages)
        text, named = words_at(library, first), legible(library, first)
        places = tuple(dict.fromkeys((*first, *others)))
        yield NotTold(gap.kind, text, places, gap.because, named if named != text else "")


def _tells_alone(library: Library, alone: tuple[Passage, ...]) -> bool:
    """Whether a name can be put in for the pronoun, and nothing else takes up the sentence before."""
    text = words_at(library, alone)
    return not _TAKING_UP & set(words(text)[1:]) and legible(library, alone) != text


def _whose(library: Library, passages: tuple[Passage, ...]) -> bool:
    """Whether the words speak of somebody as "he" or "her" whom neither they nor the report tell."""
    text = words_at(library, passages)
    return bool(_PERSONS & set(words(text))) and legible(library, passages) == text


def _passages(library: Library, gap: _Gap, told: Collection[tuple[str, Part, Span]]) -> tuple[Passage, ...]:
    """The sentence of a gap; with the one before where it begins with a pronoun, unless that stands here by itself."""
    alone = passages_at(library, gap.report, gap.part, (gap.sentence,))
    text = text_of(library.reports[gap.report].report, gap.part)
    sentences = [s.span for s in library.parts[gap.report, gap.part].sentences]
    at = sentences.index(gap.sentence) if gap.sentence in sentences else 0
    first = words(text[gap.sentence.start : gap.sentence.end])[:1]
    if at == 0 or not first or first[0] not in word_set("not_told", "taking_up"):
        return alone
    if (gap.report, gap.part, sentences[at - 1]) in told or _tells_alone(library, alone):
        return alone
    both = passages_at(library, gap.report, gap.part, (Span(sentences[at - 1].start, gap.sentence.end),))
    return both if len(both) == 1 and both[0].span.end - both[0].span.start <= _LONGEST else alone


def _in_report(library: Library, told: AnnotatedReport) -> list[_Gap]:
    """The gaps of a report in their order: by what its statements do, and by listed phrases."""
    report = told.report.id
    by_words = [gap for part in told.annotations.parts for gap in _by_words(told, part)]
    found = []
    for statement in (s for s in told.statements if s.act in _BY_ACT):
        if not _keeps_back(told, statement):
            continue
        place = hull(s for s in (statement.source, statement.cue, *statement.content) if s is not None)
        kind, because = _BY_ACT[statement.act]
        sentence = sentence_span(library, report, statement.part, place)
        inside = next((g for g in by_words if g.part == statement.part and overlap(g.place, place)), None)
        if inside is not None:
            by_words = [g for g in by_words if g is not inside]
            kind, because = inside.kind, inside.because
        found.append(_Gap(kind, report, statement.part, place, sentence, because, statement.id))
    return sorted((*found, *by_words), key=lambda g: (g.part, g.sentence, g.place))


def _keeps_back(told: AnnotatedReport, statement: Statement) -> bool:
    """Whether somebody keeps back what could be told: not who declines to get out of a car, nor what "was not said"."""
    tokens = next(part.tokens for part in told.annotations.parts if part.part == statement.part)
    cue = _lemmas(tokens, (statement.cue,))
    content = _lemmas(tokens, statement.content)
    if statement.act == "declined":
        refuses = bool(cue & word_set("not_told", "refusing")) or statement.manner in ("direct", "mixed", "block")
        giving = {lemma[:_STEM] for lemma in word_set("not_told", "giving_out")}
        tells = any(lemma[:_STEM] in giving for lemma in cue)  # "clarified that he was not speaking of …"
        return refuses and not tells and bool((cue | content) & word_set("not_told", "telling"))
    text = text_of(told.report, statement.part)
    if statement.cue is not None and _formerly(text[: statement.cue.start][-_NEAR:], text[statement.cue.end :][:_NEAR]):
        return False
    asked = content & word_set("not_told", "asking")
    return bool(cue & word_set("not_told", "giving_out")) or bool(asked)


def _lemmas(tokens: Sequence[Token], spans: Iterable[Span | None]) -> set[str]:
    inside = (tokens_within(tokens, span) for span in spans if span is not None)
    return {fold(tokens[i].lemma) for stretch in inside for i in range(*stretch)}


def _by_words(told: AnnotatedReport, part: PartAnnotations) -> Iterator[_Gap]:
    """Sentences of the outlet that hold a listed phrase, one of each list; what is quoted is somebody's word, not a gap."""
    text = text_of(told.report, part.part)
    marked = (s for s in told.statements if s.part == part.part and s.manner in ("direct", "block"))
    quoted = [span for s in marked for span in s.content]
    for sentence in (s.span for s in part.sentences):
        said = _folded(text, sentence)
        for name, kind in _LISTS:
            match = next((m for m in _phrases(name).finditer(said) if _tells(said, m)), None)
            if match is not None:
                place = Span(sentence.start + match.start(), sentence.start + match.end())
                if not any(covers(q, place) for q in quoted):
                    because = f"the report says “{' '.join(match[0].split())}”"
                    yield _Gap(kind, told.report.id, part.part, place, sentence, because)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """The phrases of a list, the longer ones first, in whole words."""
    listed = sorted(word_list("not_told", name), key=lambda phrase: (-len(phrase), phrase))
    spaced = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in listed)
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")


def _folded(text: str, sentence: Span) -> str:
    """A sentence in plain letters, one for one, so that what is found there stands there."""
    said = text[sentence.start : sentence.end]
    return "".join(f if len(f := fold(c)) == 1 and not c.isspace() else " " if c.isspace() else "?" for c in said)


def _tells(said: str, match: re.Match[str]) -> bool:
    """Whether a phrase tells of a gap: after a "no" or before a question where it must stand so, and not of former times."""
    phrase, before, after = " ".join(match[0].split()), said[: match.start()], said[match.end() :]
    if _formerly(before, after):
        return False
    if phrase in word_set("not_told", "only_negated") and not _WHO_KEEPS & set(words(before)):
        return False
    asking = words(after)[:1]
    return (
        phrase not in word_set("not_told", "only_asking") or not asking or asking[0] in word_set("not_told", "asking")
    )


def _formerly(before: str, after: str) -> bool:
    """Whether something was untold only until then: "previously undisclosed", "not disclosed publicly before"."""
    return bool(word_set("not_told", "formerly") & {*words(before)[-1:], *words(after)[:_AFTER]})
