"""Which of a claim's wordings stands for it: one that reads as a sentence on its own, in the words of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, overlap
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, proposition_passages, sentence_span, statement_of, text_of, words_at
from consilience.trees import tokens_within
from consilience.wording import fold, words

_POINTING = frozenset(
    "he she it they we i you this that these those his her its their there here who which such both one him them".split()
)
_LINKS = frozenset(
    "and but or so then also however meanwhile yet while because although though if when as after".split()
)
_RELATIVE = frozenset(("who", "which", "whose", "where"))
_DENYING = frozenset(("deny", "dismiss", "dispute", "reject"))
_TIES = frozenset(("that", "and", "but", "or", "so"))
SHORTEST, LONGEST = 24, 240


@dataclass(frozen=True, slots=True)
class Phrase:
    """A proposition's words with their places and how badly they stand alone (0: well)."""

    proposition: str
    text: str
    passages: tuple[Passage, ...]
    faults: int


def phrase_of(library: Library, proposition: Proposition) -> Phrase:
    """The words of a proposition and what keeps them from standing alone."""
    passages = _without_link(library, proposition, proposition_passages(library, proposition))
    passages = _with_mark(library, passages)
    return Phrase(proposition.id, words_at(library, passages), passages, _faults(library, proposition, passages))


def _without_link(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a leading "that" or "and", which only tied the clause to the words before it."""
    if not passages:
        return ()
    part = library.parts[proposition.report, proposition.part]
    first = passages[0]
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, first.span))]
    while len(listed) > 1 and (listed[0].word.casefold() in _TIES or listed[0].pos == "PUNCT"):
        listed = listed[1:]
    if not listed:
        return passages
    return (replace(first, span=Span(listed[0].start, first.span.end)), *passages[1:])


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
    return passages


def best_phrase(library: Library, propositions: Sequence[Proposition]) -> Phrase:
    """The wording that stands alone best; of several as good the one of the first report by source."""
    phrases = [phrase_of(library, p) for p in propositions]
    order = {report: number for number, report in enumerate(library.reports)}
    ranked = [(p.faults, order[q.report], q.spans, p) for p, q in zip(phrases, propositions, strict=True) if p.passages]
    if not ranked:
        return phrases[0]
    return min(ranked, key=lambda item: item[:3])[3]


def _faults(library: Library, proposition: Proposition, passages: Sequence[Passage]) -> int:
    if not passages:
        return 1000
    report = library.reports[proposition.report].report
    size = sum(p.span.end - p.span.start for p in passages)
    faults = _gap_faults(library, passages) + 8 * (size < SHORTEST) + 4 * (size > LONGEST)
    faults += 25 * (not _finite(library, proposition)) + 25 * in_headline(report, proposition)
    faults += 5 * (statement_of(library, proposition) is not None) + 40 * says_nothing(library, proposition)
    faults += _hanging(library, proposition)
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
    return _only_denies(library, proposition) or _only_says(library, proposition)


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


def _hanging(library: Library, proposition: Proposition) -> int:
    """A relative clause with its noun is no sentence, and a clause of time or reason hangs on another."""
    part = library.parts[proposition.report, proposition.part]
    act = tokens_within(part.tokens, proposition.act_span)
    relation = part.tokens[act.first].relation if act.last > act.first else ""
    return 25 if relation.startswith("acl") else 12 if relation == "advcl" else 0


def _finite(library: Library, proposition: Proposition) -> bool:
    """Whether the words have a verb with a tense, so that they can be a sentence."""
    part = library.parts[proposition.report, proposition.part]
    listed = (part.tokens[i] for span in proposition.spans for i in range(*tokens_within(part.tokens, span)))
    return any(_tensed(token) for token in listed)


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
        return 9
    return 9 if statement.manner in ("direct", "block") and text[first.span.start].islower() else 3


def _first_word_faults(library: Library, proposition: Proposition, first: Passage) -> int:
    token = _first_word(library, proposition, first.span)
    if token is None:
        return 20
    word = token.word.casefold()
    opens = token.word[:1].isupper()
    loose = token.pos in ("AUX", "PART", "CCONJ", "SCONJ") or (token.pos == "ADP" and not opens)
    return 14 * (word in _POINTING) + 8 * (word in _LINKS) + 8 * loose


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
    pronouns = all(len(listed) == 1 and listed[0].casefold() in _POINTING for listed in named)
    return 12 * bool(outside) + 10 * pronouns
