"""Which of a claim's wordings stands for it: one that reads as a sentence on its own, in the words of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, covers, hull, overlap
from consilience.reconcile.cuts import cut_off, lacks
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import (
    Library,
    passages_at,
    proposition_passages,
    sentence_span,
    statement_of,
    text_of,
    words_at,
)
from consilience.reconcile.voices import tells_of_saying
from consilience.trees import children, tokens_within
from consilience.wording import fold, words

_POINTING = frozenset(
    "he she it they we i you this that these those his her its their there here who which such both one him them".split()
)
_FIRST = frozenset(("i", "my", "our", "we"))
_LINKS = frozenset(
    "and but or so then also however meanwhile yet while because although though if when as after".split()
)
_RELATIVE = frozenset(("who", "which", "whose", "where"))
_DENYING = frozenset(("deny", "dismiss", "dispute", "reject"))
_TIES = frozenset(("that", "and", "but", "or", "so"))
SHORTEST, LONGEST = 24, 240
STANDS = 9  # faults up to which a clause stands without more of its sentence
_WIDER = 4  # what it costs to show more than the claim's own words
_SURPLUS = 60  # characters beyond the claim's own words that weigh as one fault
_NAMELESS = 16  # words up to which a clause that keeps a name back tells nothing else
_NAMING = frozenset(("anonymity", "identified", "named"))
_TO_CLOSE = 120  # letters within which an open quotation is closed
_APPOSED = 4  # words of a noun in apposition
_FEW = 2  # content words up to which a clause says too little by itself
Unit = Literal["clause", "statement", "sentence"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A proposition's words with their places and how badly they stand alone (0: well).

    Where the clause cannot stand alone they are all the words of its statement, or its whole sentence (`unit`).
    """

    proposition: str
    text: str
    passages: tuple[Passage, ...]
    faults: int
    unit: Unit = "clause"


def phrase_of(library: Library, proposition: Proposition) -> Phrase:
    """The words of a proposition and what keeps them from standing alone."""
    passages = _without_link(library, proposition, proposition_passages(library, proposition))
    passages = _with_mark(library, _whole(library, proposition, passages))
    return Phrase(proposition.id, words_at(library, passages), passages, _faults(library, proposition, passages))


def _without_link(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a leading "that" or "and", which only tied the clause to the words before it."""
    if not passages:
        return ()
    part = library.parts[proposition.report, proposition.part]
    first = passages[0]
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, first.span))]
    while len(listed) > 1 and (_ties(listed[0]) or listed[0].pos == "PUNCT"):
        listed = listed[1:]
    if not listed:
        return passages
    return (replace(first, span=Span(listed[0].start, first.span.end)), *passages[1:])


def _ties(token: Token) -> bool:
    """Whether a word only ties a clause to what stands before it; "that" may be what the clause is about."""
    return token.word.casefold() in _TIES and token.pos not in ("DET", "PRON")


def _whole(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a last noun whose own clause lies outside them (", the city" of "Orlo, the city where …")."""
    if not passages:
        return ()
    last, part = passages[-1], library.parts[proposition.report, proposition.part]
    inside = range(*tokens_within(part.tokens, last.span))
    for at in reversed(inside):
        token = part.tokens[at]
        rest = (c for c in children(part.tokens, at) if part.tokens[c].relation.startswith("acl"))
        if token.relation == "appos" and any(c >= inside.stop for c in rest):
            before = [i for i in inside if part.tokens[i].word == "," and i < at]
            if before and at - before[-1] <= _APPOSED:
                return (*passages[:-1], replace(last, span=Span(last.span.start, part.tokens[before[-1]].start)))
    return passages


def _with_mark(library: Library, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The last place with the closing quotation mark that belongs to an opening one in it."""
    if not passages:
        return ()
    last = passages[-1]
    text = text_of(library.reports[last.report].report, last.part)
    words_here = text[last.span.start : last.span.end]
    after = text[last.span.end : last.span.end + 1]
    opened = words_here.count("“") > words_here.count("”") or words_here.count('"') % 2 == 1
    if opened and after in ("”", '"'):
        return (*passages[:-1], replace(last, span=Span(last.span.start, last.span.end + 1)))
    end = _closing(library, last) if opened else None
    if end is not None:
        return (*passages[:-1], replace(last, span=Span(last.span.start, end)))
    before = text[max(0, last.span.start - 1) : last.span.start]
    if len(passages) == 1 and before in ("“", '"') and _unopened(words_here):
        return (replace(last, span=Span(last.span.start - 1, last.span.end)),)
    return passages


def _closing(library: Library, passage: Passage) -> int | None:
    """Where a quotation that is open at the end of a passage is closed soon, in the same sentence and in words alone."""
    text = text_of(library.reports[passage.report].report, passage.part)
    sentence = sentence_span(library, passage.report, passage.part, passage.span)
    rest = text[passage.span.end : min(sentence.end, passage.span.end + _TO_CLOSE)]
    at = min((n for n in (rest.find("”"), rest.find('"')) if n >= 0), default=-1)
    return passage.span.end + at + 1 if at >= 0 and not set("“\n") & set(rest[:at]) else None


def _unopened(said: str) -> bool:
    """Whether a quotation mark closes before any opens."""
    return said.count("”") > said.count("“") or said.count('"') % 2 == 1


def best_phrase(library: Library, propositions: Sequence[Proposition]) -> Phrase:
    """The wording that stands alone best; of several as good the one of the first report by source."""
    order = {report: number for number, report in enumerate(library.reports)}
    found = [(p, phrase_of(library, p)) for p in propositions]
    if all(phrase.faults > STANDS for _, phrase in found):
        # The sentence of an aside or a noun tells something else first.
        main = [p for p in propositions if not (p.noun or hangs(library, p))]
        found += [(p, wider) for p in main or propositions for wider in _wider(library, p)]
    ranked = [(f.faults, order[p.report], p.spans, n, f) for n, (p, f) in enumerate(found) if f.passages]
    return min(ranked, key=lambda item: item[:4])[4] if ranked else found[0][1]


def _wider(library: Library, proposition: Proposition) -> list[Phrase]:
    """All of the statement in which the clause stands, and its whole sentence where that tells whose words they are."""
    statement = statement_of(library, proposition)
    sentence = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    found: list[Phrase] = []
    if statement is not None and statement.content and not tells_of_saying(proposition, statement):
        around = (c for c in statement.content if covers(c, hull(proposition.spans)))
        said = next(around, hull(statement.content))
        found.append(_unit(library, proposition, _inner(library, proposition, said), "statement"))
    if statement is None or (statement.source is not None and covers(sentence, statement.source)):
        found.append(_unit(library, proposition, sentence, "sentence"))
    return found


def _size(proposition: Proposition) -> int:
    return sum(span.end - span.start for span in proposition.spans)


def _inner(library: Library, proposition: Proposition, span: Span) -> Span:
    """The words without quotation marks and commas at their ends."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "[($€£"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?])%"):
        end -= 1
    return Span(start, end)


def _unit(library: Library, proposition: Proposition, span: Span, unit: Unit) -> Phrase:
    places = passages_at(library, proposition.report, proposition.part, (span,))
    places = _with_mark(library, places)
    if len(places) != 1:
        return Phrase(proposition.id, "", (), 1000, unit)
    listed = _listed(library, proposition, [p.span for p in places])
    size = places[0].span.end - places[0].span.start
    report = library.reports[proposition.report].report
    faults = (
        _WIDER
        + (size - _size(proposition)) // _SURPLUS
        + 4 * (size > LONGEST)
        + 10 * (size > 2 * LONGEST)
        + 25 * (not any(map(_tensed, listed)))
    )
    faults += 25 * in_headline(report, proposition) + 40 * says_nothing(library, proposition)
    faults += _few_words(listed) + 6 * _unbalanced(words_at(library, places))
    faults += _statement_faults(library, proposition) if unit == "statement" else _source_faults(library, proposition)
    faults += _first_word_faults(library, proposition, places[0])
    return Phrase(proposition.id, words_at(library, places), places, faults, unit)


def _unbalanced(said: str) -> bool:
    return said.count("“") != said.count("”") or said.count('"') % 2 == 1


def _statement_faults(library: Library, proposition: Proposition) -> int:
    """Reported words ask for their speaker before them; quoted ones stand by themselves."""
    statement = statement_of(library, proposition)
    return 2 if statement is not None and statement.manner in ("direct", "block") else 5


def _source_faults(library: Library, proposition: Proposition) -> int:
    """A sentence that calls its speaker by a pronoun does not say whose words it gives."""
    statement = statement_of(library, proposition)
    if statement is None or statement.source is None:
        return 0
    text = text_of(library.reports[proposition.report].report, statement.part)
    return 12 * (text[statement.source.start : statement.source.end].casefold() in _POINTING)


def _faults(library: Library, proposition: Proposition, passages: Sequence[Passage]) -> int:
    if not passages:
        return 1000
    report = library.reports[proposition.report].report
    size = sum(p.span.end - p.span.start for p in passages)
    faults = _gap_faults(library, passages) + 8 * (size < SHORTEST) + 4 * (size > LONGEST)
    faults += 25 * (not finite(library, proposition)) + 25 * in_headline(report, proposition)
    faults += 5 * (statement_of(library, proposition) is not None) + 40 * says_nothing(library, proposition)
    faults += _hanging(library, proposition) + 6 * _unbalanced(words_at(library, passages))
    faults += max(lacks(library, proposition), cut_off(library, proposition, passages[-1]))
    faults += _few_words(_listed(library, proposition, proposition.spans))
    faults += _begins_inside(library, proposition, passages[0])
    return faults + _first_word_faults(library, proposition, passages[0]) + _subject_faults(library, proposition)


def _gap_faults(library: Library, passages: Sequence[Passage]) -> int:
    """A gap where a relative clause stood reads well; another one may hide what the words hang on."""
    faults = 0
    for left, right in pairwise(passages):
        text = text_of(library.reports[left.report].report, left.part)
        between = words(text[left.span.end : right.span.start])[:2]
        faults += 8 if _RELATIVE & set(between) else 18
    return faults


def says_nothing(library: Library, proposition: Proposition) -> bool:
    """Whether the words only tell that something told elsewhere was said or denied ("he denied it", "she told reporters")."""
    keeps = _keeps_name(library, proposition)
    return keeps or _only_denies(library, proposition) or _only_says(library, proposition)


def _keeps_name(library: Library, proposition: Proposition) -> bool:
    """Somebody asks not to be named, and nothing more."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = [w for span in proposition.spans for w in words(text[span.start : span.end])]
    return len(said) <= _NAMELESS and bool(_NAMING & set(said)) and bool({"anonymity", "not", "unnamed"} & set(said))


def _only_says(library: Library, proposition: Proposition) -> bool:
    """A verb of saying without anything that is said."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    last = words(text[proposition.spans[-1].start : proposition.spans[-1].end])[-1:]
    if last in (("saying",), ("said",), ("telling",)):
        return True
    if fold(proposition.act) not in word_set("cues", "speech_only") | {"quote", "speak", "talk"}:
        return False
    here = [s for s in library.reports[proposition.report].statements if s.part == proposition.part]
    inside = [s for s in here if any(overlap(p, c) for p in proposition.spans for c in s.content)]
    cues = [s for s in here if s.cue is not None and any(overlap(p, s.cue) for p in proposition.spans)]
    return bool(cues) and not inside


def _only_denies(library: Library, proposition: Proposition) -> bool:
    """A denial that points back at what it denies."""
    statement = statement_of(library, proposition)
    text = text_of(library.reports[proposition.report].report, proposition.part)
    if statement is not None and statement.act == "denied":
        said = {w for span in statement.content for w in words(text[span.start : span.end])}
        if said <= word_set("stakes", "denials"):
            return True
    if fold(proposition.act) not in _DENYING:
        return False
    act = set(words(text[proposition.act_span.start : proposition.act_span.end]))
    people = {w for p in proposition.who for w in words(text[p.span.start : p.span.end])}
    said = {w for span in proposition.spans for w in words(text[span.start : span.end])}
    return said - act - people <= word_set("stakes", "denials") | {"has", "have", "had"}


def hangs(library: Library, proposition: Proposition) -> bool:
    """Whether a proposition is a relative clause or one of time or reason, which only goes with another clause."""
    return _hanging(library, proposition) > 0


def _hanging(library: Library, proposition: Proposition) -> int:
    """A relative clause with its noun is no sentence, and a clause of time or reason hangs on another."""
    part = library.parts[proposition.report, proposition.part]
    act = tokens_within(part.tokens, proposition.act_span)
    relation = part.tokens[act.first].relation if act.last > act.first else ""
    return 25 if relation.startswith("acl") else 12 if relation == "advcl" else 0


def _few_words(listed: Sequence[Token]) -> int:
    """A clause of one or two words of content ("there are things") says too little by itself."""
    light = word_set("acts", "light")
    content = [t for t in listed if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and fold(t.lemma) not in light]
    existential = any(t.tag == "EX" or t.relation == "expl" for t in listed)
    return 12 * (len(content) <= _FEW) + 6 * (existential and len(content) <= _FEW + 1)


def _listed(library: Library, proposition: Proposition, spans: Sequence[Span]) -> list[Token]:
    part = library.parts[proposition.report, proposition.part]
    return [part.tokens[i] for span in spans for i in range(*tokens_within(part.tokens, span))]


def finite(library: Library, proposition: Proposition) -> bool:
    """Whether the words have a verb with a tense, so that they can be a sentence."""
    return any(_tensed(token) for token in _listed(library, proposition, proposition.spans))


def _tensed(token: Token) -> bool:
    """Whether a token is a verb with a tense; where no fine tag is known any verb will do."""
    return token.tag in ("VBD", "VBZ", "VBP", "MD") or (token.tag == "" and token.pos == "VERB")


def _begins_inside(library: Library, proposition: Proposition, first: Passage) -> int:
    """Words from the middle of a sentence stand badly on their own, less so where a speaker's name leads to them."""
    sentence = sentence_span(library, proposition.report, proposition.part, first.span)
    text = text_of(library.reports[proposition.report].report, proposition.part)
    if not any(c.isalnum() for c in text[sentence.start : first.span.start]):
        return 0
    statement = statement_of(library, proposition)
    if statement is None:
        return 16 if text[first.span.start].islower() else 9
    return 9 if statement.manner in ("direct", "block") and text[first.span.start].islower() else 3


def _first_word_faults(library: Library, proposition: Proposition, first: Passage) -> int:
    token = _first_word(library, proposition, first.span)
    if token is None:
        return 20
    word = token.word.casefold()
    opens = token.word[:1].isupper()
    loose = token.pos in ("AUX", "PART", "CCONJ", "SCONJ") or (token.pos == "ADP" and not opens)
    quoted = statement_of(library, proposition)
    speaks = word in _FIRST and quoted is not None and quoted.manner in ("direct", "block")
    return (3 if speaks else 14) * (word in _POINTING) + 8 * (word in _LINKS) + 8 * loose


def _first_word(library: Library, proposition: Proposition, span: Span) -> Token | None:
    part = library.parts[proposition.report, proposition.part]
    listed = (part.tokens[i] for i in range(*tokens_within(part.tokens, span)))
    return next((token for token in listed if token.pos not in ("PUNCT", "SYM")), None)


def _subject_faults(library: Library, proposition: Proposition) -> int:
    """A clause that does not say who or what it speaks of, or says it by a pronoun alone, leans on its neighbours."""
    people = (*proposition.who, *proposition.whom)
    if not proposition.who:
        return 4 if people else 8
    text = text_of(library.reports[proposition.report].report, proposition.part)
    outside = [p for p in proposition.who if not any(s.start <= p.span.start < s.end for s in proposition.spans)]
    named = [text[p.span.start : p.span.end].split() for p in proposition.who]
    pronouns = all(len(listed) == 1 and listed[0].casefold() in _POINTING - _FIRST for listed in named)
    return 12 * bool(outside) + 10 * pronouns
