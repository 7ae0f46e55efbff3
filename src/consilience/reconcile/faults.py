"""How badly the words of a clause stand alone: what keeps them from being read as a sentence, weighed in faults."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, hull
from consilience.reconcile.cuts import cut_off, gapped, lacks, trails
from consilience.reconcile.embedding import conditional, doubted, embedded
from consilience.reconcile.hollow import says_nothing
from consilience.reconcile.involved import act_token
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, sentence_span, statement_of, text_of, words_at
from consilience.reconcile.meant import meant, tells_whom
from consilience.reconcile.pointing import pointers
from consilience.reconcile.quote_marks import unbalanced
from consilience.trees import SUBJECTS, child, children, tokens_within
from consilience.wording import fold, words

POINTING = frozenset(
    "he she it they we i you this that these those his her its their there here who which such both one him them".split()
)
_FIRST = frozenset(("i", "my", "our", "we"))
_LINKS = frozenset(
    "and but or so then also however meanwhile yet while because although though if when as after".split()
)
_RELATIVE = frozenset(("who", "which", "whose", "where"))
SHORTEST, LONGEST = 24, 240
_AFTER_SUBJECT = 5  # what a gap costs between who acts and what they do
_LEAD = 12  # letters of an article and an adjective before who acts
_TIMES = frozenset(("after", "although", "as", "because", "since", "though", "when", "where", "while"))
_FEW = 2  # content words up to which a clause says too little by itself
_POINTER, _MOST_POINTERS = 7, 14  # what each word costs that points outside the words shown
_ASKING = frozenset(("how", "what", "where", "who", "why"))
_PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it", "they": "they"}
_PRONOUNS |= {"them": "they", "their": "they"}
TIE = 3  # what an "also" costs
_HEADLESS = 14  # what words without a main verb cost


def faults_of(library: Library, proposition: Proposition, passages: Sequence[Passage], whole: bool = False) -> int:
    """The faults of a proposition shown by the words at some passages; `whole` words hold all that the clause calls for."""
    if not passages:
        return 1000
    report = library.reports[proposition.report].report
    size = sum(p.span.end - p.span.start for p in passages)
    listed = listed_at(library, passages)
    faults = _gap_faults(library, proposition, passages) + 8 * (size < SHORTEST) + 4 * (size > LONGEST)
    faults += 25 * (not any(map(tensed, listed))) + 25 * in_headline(report, proposition)
    faults += 5 * (statement_of(library, proposition) is not None) + 40 * says_nothing(library, proposition)
    faults += (
        _hanging(library, proposition) + _unasserted(library, proposition) + 6 * unbalanced(words_at(library, passages))
    )
    cut = 14 * trails(library, passages[-1])
    faults += cut if whole else max(cut, lacks(library, proposition), cut_off(library, proposition, passages[-1]))
    faults += (
        TIE * any(map(ties, listed))
        + few_words(listed)
        + pointer_faults(library, passages)
        + headless(library, proposition, passages)
    )
    faults += _begins_inside(library, proposition, passages[0])
    return faults + first_word_faults(library, proposition, passages[0]) + _subject_faults(library, proposition)


def pointer_faults(library: Library, passages: Sequence[Passage], first: bool = False) -> int:
    """What it costs that words stand for what is told elsewhere and for which no name can be put in; the `first` word is
    weighed by itself where a clause is weighed."""
    found = [s for s in pointers(library, passages) if first or s.start > passages[0].span.start]
    told = {span for span, _ in meant(library, passages)} if found else set()
    tokens = library.parts[passages[0].report, passages[0].part].tokens
    kinds = {span: _PRONOUNS.get(tokens[tokens_within(tokens, span).first].word.casefold(), "") for span in found}
    known = {kinds[span] for span in found if span in told}
    return min(_MOST_POINTERS, _POINTER * len([s for s in found if s not in told and kinds[s] not in known]))


def headless(library: Library, proposition: Proposition, passages: Sequence[Passage]) -> int:
    """What it costs that the words are a noun or a time with what hangs on it, and no sentence, outside a headline; a gap
    after a noun makes a sentence of it and its relative clause."""
    if len(passages) > 1 or in_headline(library.reports[proposition.report].report, proposition):
        return 0
    tokens = library.parts[passages[0].report, passages[0].part].tokens
    inside = {i for p in passages for i in range(*tokens_within(tokens, p.span))}
    tops = [i for i in sorted(inside) if tokens[i].head not in inside and tokens[i].pos not in ("PUNCT", "SYM")]
    text = text_of(library.reports[passages[0].report].report, passages[0].part)
    asks = text[passages[0].span.end - 1 : passages[0].span.end + 1].count("?")
    first = -1 if asks else min(inside, default=-1)
    return 0 if any(_tells(tokens, i) and not _led(tokens, i, inside, first) for i in tops) else _HEADLESS


def _led(tokens: Sequence[Token], at: int, inside: Container[int], first: int) -> bool:
    """Whether a clause has a word before it that makes it hang on another ("six weeks before she takes office", "what seems
    to be the cause")."""
    if first in children(tokens, at) and tokens[first].word.casefold() in _ASKING:
        return True
    marked = any(c in inside and tokens[c].relation == "mark" for c in children(tokens, at))
    return tokens[at].relation == "advcl" and marked


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb with a tense or an auxiliary, or has one beside it."""
    if tokens[at].pos == "VERB" and tokens[at].head < 0 and tokens[at].tag == "VB":
        return True  # "Tell me …"
    near = (at, *(c for c in children(tokens, at) if tokens[c].relation in ("cop", "aux", "aux:pass")))
    return any(tensed(tokens[i]) for i in near)


def _gap_faults(library: Library, proposition: Proposition, passages: Sequence[Passage]) -> int:
    """A gap after who acts, or where a relative clause stood, reads well; another one may hide what the words hang on."""
    faults = 0
    for left, right in pairwise(passages):
        text = text_of(library.reports[left.report].report, left.part)
        between = words(text[left.span.end : right.span.start])[:2]
        acting = any(p.span.end == left.span.end for p in proposition.who)
        faults += _AFTER_SUBJECT if acting else 8 if _RELATIVE & set(between) else 18
    return faults


def hangs(library: Library, proposition: Proposition) -> bool:
    """Whether a proposition is a relative clause or one of time or reason, which only goes with another clause."""
    return _hanging(library, proposition) > 0


def _hanging(library: Library, proposition: Proposition) -> int:
    """A relative clause with its noun is no sentence, and a clause of time or reason hangs on another."""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    if act is None:
        return 0
    relation = part.tokens[act].relation
    marks = {part.tokens[c].word.casefold() for c in children(part.tokens, act)} & _TIMES
    past = any(part.tokens[c].tag == "VBD" for c in (act, *children(part.tokens, act)))
    if relation == "advcl" and child(part.tokens, act, *SUBJECTS) is not None and marks and past:
        return 4
    return 25 if relation.startswith("acl") else 12 if relation == "advcl" else 0


def _unasserted(library: Library, proposition: Proposition) -> int:
    """Words that their sentence does not assert, or of which a part stands before them, say more or less alone than they do
    there."""
    if conditional(library, proposition) or doubted(library, proposition) or gapped(library, proposition):
        return 25
    return 6 * (statement_of(library, proposition) is not None and embedded(library, proposition))


def ties(token: Token) -> bool:
    """Whether a word adds something to what was told before ("He is also charged")."""
    return token.pos == "ADV" and token.word.casefold() in ("again", "also", "then", "too")


def few_words(listed: Sequence[Token]) -> int:
    """A clause of one or two words of content ("there are things") says too little by itself."""
    light = word_set("acts", "light")
    content = [t for t in listed if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and fold(t.lemma) not in light]
    existential = any(t.tag == "EX" or t.relation == "expl" for t in listed)
    return 12 * (len(content) <= _FEW) + 6 * (existential and len(content) <= _FEW + 1)


def listed_at(library: Library, passages: Sequence[Passage]) -> list[Token]:
    """The tokens at passages."""
    parts = [(library.parts[p.report, p.part].tokens, p.span) for p in passages]
    return [tokens[i] for tokens, span in parts for i in range(*tokens_within(tokens, span))]


def finite(library: Library, proposition: Proposition) -> bool:
    """Whether the words have a verb with a tense, so that they can be a sentence, or have no fine tags to tell it."""
    places = [Passage(proposition.report, proposition.part, span) for span in proposition.spans]
    listed = listed_at(library, places)
    return any(map(tensed, listed)) or not any(token.tag for token in listed)


def tensed(token: Token) -> bool:
    """Whether a token is a verb with a tense; where no fine tag is known any verb will do."""
    finite = token.tag in ("VBD", "VBZ", "VBP", "MD") and token.relation not in ("amod", "compound")
    return finite or (token.tag == "" and token.pos == "VERB")


def _begins_inside(library: Library, proposition: Proposition, first: Passage) -> int:
    """Words from the middle of a sentence stand badly on their own, less so where a speaker's name leads to them."""
    sentence = sentence_span(library, proposition.report, proposition.part, first.span)
    text = text_of(library.reports[proposition.report].report, proposition.part)
    if not any(c.isalnum() for c in text[sentence.start : first.span.start]):
        return 0
    statement = statement_of(library, proposition)
    if statement is None and not embedded(library, proposition) and _begins_with_actor(proposition, first):
        return 5
    if statement is None:
        return 16 if text[first.span.start].islower() else 9
    return 9 if statement.manner in ("direct", "block") and text[first.span.start].islower() else 3


def _begins_with_actor(proposition: Proposition, first: Passage) -> bool:
    """Whether the words begin with who or what acts."""
    return any(first.span.start <= p.span.start <= first.span.start + _LEAD for p in proposition.who)


def first_word_faults(library: Library, proposition: Proposition, first: Passage) -> int:
    """What it costs to begin with a word that points back, ties, or leads to another."""
    token = _first_word(library, proposition, first.span)
    if token is None:
        return 20
    word = token.word.casefold()
    opens = token.word[:1].isupper()
    loose = token.pos in ("AUX", "PART", "CCONJ", "SCONJ") or (token.pos == "ADP" and not opens)
    quoted = statement_of(library, proposition)
    speaks = word in _FIRST and quoted is not None and quoted.manner in ("direct", "block")
    told = word in POINTING and tells_whom(library, first, Span(token.start, token.end))
    asks = not opens and _asks_first(library, proposition, first.span)
    return (3 if speaks else 5 if told else 14) * (word in POINTING) + 14 * asks + 8 * (word in _LINKS) + 8 * loose


def _asks_first(library: Library, proposition: Proposition, span: Span) -> bool:
    """Whether words begin as a question inside a sentence does ("exactly what caused it")."""
    part = library.parts[proposition.report, proposition.part]
    listed = [
        t for t in (part.tokens[i] for i in range(*tokens_within(part.tokens, span))) if t.pos not in ("PUNCT", "SYM")
    ]
    return any(t.tag in ("WRB", "WP") for t in listed[: 2 if listed and listed[0].pos == "ADV" else 1])


def _first_word(library: Library, proposition: Proposition, span: Span) -> Token | None:
    part = library.parts[proposition.report, proposition.part]
    listed = (part.tokens[i] for i in range(*tokens_within(part.tokens, span)))
    return next((token for token in listed if token.pos not in ("PUNCT", "SYM")), None)


def _subject_faults(library: Library, proposition: Proposition) -> int:
    """A clause that does not say who or what it speaks of, or says it by a pronoun alone, leans on its neighbours."""
    people = (*proposition.who, *proposition.whom)
    if not proposition.who:
        return 4 if people or _of_thing(library, proposition) else 8
    text = text_of(library.reports[proposition.report].report, proposition.part)
    outside = [p for p in proposition.who if not any(s.start <= p.span.start < s.end for s in proposition.spans)]
    named = [text[p.span.start : p.span.end].split() for p in proposition.who]
    pronouns = all(len(listed) == 1 and listed[0].casefold() in POINTING - _FIRST for listed in named)
    return 18 * bool(outside) + (0 if not pronouns else 4 if _told(library, proposition) else 10)


def _told(library: Library, proposition: Proposition) -> bool:
    """Whether names can be put in for all pronouns that act."""
    place = Passage(proposition.report, proposition.part, hull(proposition.spans))
    return all(tells_whom(library, place, p.span) for p in proposition.who)


def _of_thing(library: Library, proposition: Proposition) -> bool:
    """Whether a clause that names nobody who acts says of what it speaks ("the price of the lease was not disclosed")."""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    at = child(part.tokens, act, *SUBJECTS) if act is not None else None
    if at is None or part.tokens[at].pos not in ("NOUN", "PROPN"):
        return False
    return any(s.start <= part.tokens[at].start < s.end for s in proposition.spans)
