"""Quotes: one speaker's utterance over the reports of a story, its wordings side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.account import Quote, Wording
from consilience.model.ids import content_id
from consilience.model.spans import overlap
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.occasions import Occasion, occasion_of, one_at_table, one_occasion, other_meals
from consilience.reconcile.utterances import Meanings
from consilience.reconcile.voices import speakers_of
from consilience.wording import cosine, fold, plain_marks, words

_MARKS = re.compile(r'"([^"]+)"')
_QUOTED = ("direct", "mixed", "block")
_SAME_WORDS = 500  # per mille of the shorter wording's content words in the other
_PARAPHRASE = 600
_TRANSLATION = 690  # per mille likeness in the story from which two quotations with a word in common are one utterance
_SOME_WORDS = 250  # per mille of the shorter wording that two translations share at least
_FULL = 5  # content words from which a wording says enough to be known again by its meaning
_APART = 450  # below which shared words are a turn of phrase of the speaker's, not one utterance
_PLAIN, _LOOSE = 540, 470  # per mille likeness of clauses that three, that four rare words in common ask for
_NEARLY = 900  # per mille of the shorter wording from which words alone decide
_ONE_TEXT = 9  # words from which the same words are one text under whatever name
_MOSTLY, _PLAINLY = 700, 850  # whole quotations that share fewer words are one utterance from this likeness on
_FRAGMENT = 3  # words from which an order of words says something
_RARE = 3  # such words that two wordings of one occasion share
_LONG = 5  # letters from which a word is rare enough to speak for one utterance
_NEAR = "near in meaning, in other words: another translation, or another utterance"


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement in its report, ready to be compared."""

    report: str
    telling: str
    statement: Statement
    listed: tuple[str, ...]
    content: frozenset[str]
    vectors: tuple[bytes, ...]
    quoted: bool
    marked: tuple[tuple[str, ...], ...]
    headline: bool
    occasion: Occasion


def quotes_of(library: Library) -> tuple[Quote, ...]:
    """Every quoted utterance, by speaker; reported speech stands with it where it plainly tells the same."""
    meanings = Meanings({(id_, s): v for id_, told in library.reports.items() for s, v in told.meanings})
    by_speaker: defaultdict[str, list[_Said]] = defaultdict(list)
    names: dict[str, tuple[str, str | None]] = {}
    first: dict[tuple[str, ...], str] = {}
    for report, told in library.reports.items():
        outer = {statement.within for statement in told.statements}
        for statement in (s for s in told.statements if s.id not in outer):
            voices = speakers_of(library, report, statement)
            said = _said(library, report, statement)
            if statement.scope == "statement" and said.listed and len(voices) == 1:
                key = _speaker_key(said, voices[0].keys[0], first)
                by_speaker[key].append(said)
                names.setdefault(key, (voices[0].name, voices[0].actor))
    quotes = [
        _quote(library, names[key], group)
        for key, said in by_speaker.items()
        for group in _utterances(said, meanings)
        if any(one.quoted for one in group)
    ]
    quotes = [quote for quote in quotes if quote.wordings]
    return tuple(sorted(quotes, key=lambda q: (-len({w.report for w in q.wordings}), q.speaker, q.id)))


def _speaker_key(said: _Said, own: str, first: dict[tuple[str, ...], str]) -> str:
    """Long words that two speakers share to the letter are one text, whoever it is credited to."""
    return first.setdefault(said.listed, own) if said.quoted and len(said.listed) >= _ONE_TEXT else own


def _said(library: Library, report: str, statement: Statement) -> _Said:
    text = text_of(library.reports[report].report, statement.part)
    listed = tuple(w for span in statement.content for w in words(text[span.start : span.end]))
    light = word_set("acts", "light")
    vectors = tuple(p.vector for p in library.reports[report].propositions if p.statement == statement.id and p.vector)
    return _Said(
        report=report,
        telling=library.telling(report),
        statement=statement,
        listed=listed,
        content=frozenset(w for w in listed if w not in light and len(w) > 3) - library.name_words,
        vectors=vectors,
        quoted=statement.manner in _QUOTED,
        marked=_marked(" ".join(text[span.start : span.end] for span in statement.content)),
        headline=_in_headline(library, report, statement),
        occasion=occasion_of(library, report, statement),
    )


def _in_headline(library: Library, report: str, statement: Statement) -> bool:
    printed = library.reports[report].report.headline
    return statement.part == "title" or (
        printed is not None and all(overlap(span, printed) for span in statement.content)
    )


def _marked(content: str) -> tuple[tuple[str, ...], ...]:
    """The words of each stretch that stands between quotation marks, three words at least."""
    stretches = (words(found) for found in _MARKS.findall(plain_marks(content)))
    return tuple(stretch for stretch in stretches if len(stretch) >= 3)


def _utterances(said: Sequence[_Said], meanings: Meanings) -> list[list[_Said]]:
    """Groups of wordings of one utterance; within one report only the same words are one."""
    ordered = sorted(said, key=lambda s: (not s.quoted, -len(s.listed), s.report, s.statement.id))
    groups: list[list[_Said]] = []
    for one in ordered:
        fitting = [group for group in groups if _fits(group, one, meanings)]
        if fitting:
            max(fitting, key=lambda group: _nearness(group, one, meanings)).append(one)
        else:
            groups.append([one])
    return groups


def _fits(group: Sequence[_Said], one: _Said, meanings: Meanings) -> bool:
    return all(_one_report(other, one) for other in group) and any(_alike(other, one, meanings) for other in group[:4])


def _nearness(group: Sequence[_Said], one: _Said, meanings: Meanings) -> tuple[int, int]:
    """How near a wording is to the nearest of a group: in meaning, then in words."""
    key = one.report, one.statement.id
    alike = (meanings.likeness((other.report, other.statement.id), key) or 0 for other in group[:4])
    return max(alike), max(_contained(other, one) for other in group[:4])


def _one_report(a: _Said, b: _Said) -> bool:
    """Whether nothing in one report speaks against both being one utterance there."""
    return a.report != b.report or _contained(a, b) >= 900


def _alike(a: _Said, b: _Said, meanings: Meanings) -> bool:
    """Whether two wordings are one utterance: by shared words, or by meaning; meaning may stand against words."""
    if not (a.quoted or b.quoted) or not a.content or not b.content:
        return False
    shared, contained = a.content & b.content, _contained(a, b)
    likeness = meanings.likeness((a.report, a.statement.id), (b.report, b.statement.id))
    if likeness is not None and likeness < _APART and contained < _NEARLY:
        return False
    if contained < _NEARLY and other_meals(a.occasion, b.occasion):
        return False
    if contained < _PARAPHRASE and one_at_table(a.occasion, b.occasion):
        return False
    if likeness is not None and likeness >= _TRANSLATION and one_occasion(a.occasion, b.occasion):
        return sum(len(word) >= _LONG for word in shared) >= _RARE
    whole = a.statement.manner == b.statement.manner == "direct"
    if whole and likeness is not None and contained < _MOSTLY and likeness < _PLAINLY:
        return False
    if a.quoted and b.quoted and contained >= _SAME_WORDS and len(shared) >= 2:
        return True
    if contained >= _PARAPHRASE and len(shared) >= 3:
        return True
    if likeness is not None:
        known = contained >= (_SOME_WORDS if min(len(a.content), len(b.content)) >= _FULL else _SAME_WORDS)
        return known and bool(shared) and likeness >= _TRANSLATION
    return a.quoted and b.quoted and _clauses_alike(a, b, sum(len(word) >= _LONG for word in shared))


def _clauses_alike(a: _Said, b: _Said, rare: int) -> bool:
    """Whether clauses of both are alike, where the story holds too few quotations to compare with."""
    likeness = max((cosine(x, y) for x in a.vectors for y in b.vectors), default=0)
    return (rare >= 3 and likeness >= _PLAIN) or (rare >= 4 and likeness >= _LOOSE)


def _contained(a: _Said, b: _Said) -> int:
    return 1000 * len(a.content & b.content) // max(1, min(len(a.content), len(b.content)))


def _quote(library: Library, named: tuple[str, str | None], group: Sequence[_Said]) -> Quote:
    fullest = group[0]
    order = {report: number for number, report in enumerate(library.reports)}
    ordered = sorted(group, key=lambda s: (s is not fullest, order[s.report], s.statement.content))
    wordings = [w for w in (_wording(library, fullest, one) for one in ordered) if w.passages]
    because = _because(library, group)
    key = tuple(sorted((w.report, w.statement) for w in wordings))
    speaker = " and ".join(_credited(library, group)) or named[0]
    return Quote("q" + content_id("quote", key), speaker, named[1], tuple(wordings), because)


def _credited(library: Library, group: Sequence[_Said]) -> list[str]:
    """The names of those to whom the wordings are credited."""
    return sorted({v.name for one in group for v in speakers_of(library, one.report, one.statement)})


def _because(library: Library, group: Sequence[_Said]) -> str:
    if len({one.report for one in group}) == 1:
        return "one speaker, told in one report"
    names = _credited(library, group)
    if len(names) > 1:
        return f"the same words, credited to {' and to '.join(names)}: one text"
    if any(_note(group[0], one).endswith(_NEAR) for one in group):
        return "one speaker, and the wordings share their content or are near in meaning"
    return "one speaker, and the wordings share their content"


def _wording(library: Library, fullest: _Said, one: _Said) -> Wording:
    passages = passages_at(library, one.report, one.statement.part, one.statement.content)
    return Wording(one.report, one.statement.id, passages, _note(fullest, one))


def _note(fullest: _Said, one: _Said) -> str:
    """How a wording differs from the fullest one; what a headline makes of it is said."""
    if one is fullest:
        return ""
    return ("in the headline: " if one.headline else "") + _change(fullest, one)


def _change(fullest: _Said, one: _Said) -> str:
    if one.listed == fullest.listed:
        return "the same words"
    if not one.quoted:
        return "paraphrase"
    if any(_run_in(piece, fullest.listed) for piece in (one.listed, *one.marked)):
        return "fragment of the longer quotation"
    left_out = _left_out(one.listed, fullest.listed)
    if left_out is not None:
        return f"shortened: {left_out} word{'s' if left_out != 1 else ''} left out inside"
    if _contained(fullest, one) < _SAME_WORDS:
        return _NEAR
    return "other translation or other words" if _contained(fullest, one) < 800 else "nearly the same words"


def _left_out(short: Sequence[str], long: Sequence[str]) -> int | None:
    """How many words the short wording leaves out inside, if all of its words stand in the long one in their order."""
    at, first = 0, None
    for word in short:
        while at < len(long) and long[at] != word:
            at += 1
        if at == len(long):
            return None
        first = at if first is None else first
        at += 1
    return at - (first or 0) - len(short) if len(short) >= _FRAGMENT else None


def _run_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words stand in the longer wording in one run."""
    size = len(short)
    folded = [fold(w) for w in long]
    return size < len(folded) and any(
        tuple(folded[i : i + size]) == tuple(short) for i in range(len(folded) - size + 1)
    )
