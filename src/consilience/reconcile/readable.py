"""The words with which the account tells a claim: a report's whole sentence where it stands alone, else a quotation or a
clause that is not cut off.

A reader of the account sees none of the sentences around it. So what counts here is whether the words can be read alone:
that they begin and end as a sentence does, name whom they speak of, and lean on nothing before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span, covers
from consilience.model.statement import Statement
from consilience.reconcile.beyond import ALONE, Carried, beyond
from consilience.reconcile.cuts import goes_on
from consilience.reconcile.faults import pointer_faults, ties
from consilience.reconcile.library import Library, passages_at, sentence_span, statement_of, text_of, words_at
from consilience.reconcile.meant import tells_whom
from consilience.reconcile.phrases import Phrase, bare, phrase_of
from consilience.reconcile.tellers import tells_of_saying
from consilience.trees import children, tokens_within
from consilience.wording import fold, words

_LEGIBLE, _LEGIBLE_CLAUSE = 14, 20  # faults up to which a sentence, a clause may stand in the account
_VERY_SHORT, _SHORT, _LONG, _VERY_LONG, _TOO_LONG = 32, 45, 260, 340, 440
_NO = 40  # faults that nothing makes up for
_TOLD = 8  # what a pronoun costs at the start for which a name is put in
_TIE = 4  # what an "also" costs
_LOOSE = 15  # what words cost that lean on the sentence before
_BEYOND, _MOST_BEYOND = 1000, 15  # per mille of words that other tellings of the claim lack, which weigh as a fault
_OPENER = 4  # words in which an opener is looked for
_CLAUSE = 3  # what it costs to show a clause where its whole sentence reads as well
_PERSONAL = frozenset(("he", "her", "his", "i", "it", "its", "my", "our", "she", "their", "they", "we", "you", "your"))
_POINTING = frozenset(("here", "such", "that", "these", "this", "those"))
_SUBJECTS = frozenset(("he", "she", "they"))
_SAYING = frozenset(("add", "continue", "say", "speak", "talk", "tell", "write"))
_SPEAKING = frozenset(("i", "me", "my", "our", "us", "we", "you", "your"))
_OPENING_MARKS, _CLOSING_MARKS = "“‘\"'([", "”’\"')]"


def readable(
    library: Library,
    propositions: Sequence[Proposition],
    whole: frozenset[str],
    clean: frozenset[str],
    *,
    among: Carried = ALONE,
    shorten: bool = False,
) -> Phrase | None:
    """The words of a claim that read best by themselves and tell least beyond its other tellings, or None where none can be
    read; `whole` are the propositions whose sentence tells the claim before anything else, so that the sentence may stand
    for it, `clean` those whose sentence holds nothing that is disputed beside it; no other sentence is shown whole.
    `shorten` permits to leave out what one telling alone adds."""
    order = {report: number for number, report in enumerate(library.reports)}
    found: list[tuple[int, int, tuple[Span, ...], int, Phrase]] = []
    for p in propositions:
        for n, phrase in enumerate(_phrases(library, p, p.id in whole, among if shorten else ALONE)):
            if phrase.unit == "sentence" and p.id not in clean:
                continue
            if phrase.passages and phrase.faults <= (_LEGIBLE if phrase.unit == "sentence" else _LEGIBLE_CLAUSE):
                more = min(_MOST_BEYOND, beyond(library, phrase.passages, among) // _BEYOND)
                found.append((phrase.faults + more, order[p.report], p.spans, n, phrase))
    return min(found, key=lambda item: item[:4])[4] if found else None


def _phrases(library: Library, proposition: Proposition, whole: bool, among: Carried) -> list[Phrase]:
    """The sentence of a proposition, its clause, and the clause without what its telling alone adds."""
    sentence, clause = whole_sentence(library, proposition), phrase_of(library, proposition)
    shorter = bare(library, proposition, clause, among)
    found = [replace(sentence, faults=sentence.faults + (0 if whole else _CLAUSE + 6))]
    if clause.passages:
        clause = _clause(library, proposition, clause)
        found.append(replace(clause, faults=clause.faults + goes_on(library, proposition, clause.passages[-1])))
    return [*found, _clause(library, proposition, shorter)] if shorter is not None else found


def whole_sentence(library: Library, proposition: Proposition) -> Phrase:
    """The sentence of a proposition, with what keeps it from being read alone."""
    span = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    text = text_of(library.reports[proposition.report].report, proposition.part)
    part = library.parts[proposition.report, proposition.part]
    span = _without_opener(part, text, span)
    places = passages_at(library, proposition.report, proposition.part, (span,))
    if len(places) != 1 or places[0].span != span:
        return Phrase(proposition.id, words_at(library, places), places, _NO, "sentence")
    said = text[span.start : span.end]
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, span))]
    told = tells_whom(library, places[0], Span(listed[0].start, listed[0].end)) if listed else False
    faults = _length_faults(said) + _edge_faults(said) + (_TOLD if told else _opening_faults(listed))
    faults += _leaning(listed, said, told) + _source_faults(library, proposition, span, text)
    faults += pointer_faults(library, places, first=True) + _TIE * any(map(ties, listed))
    return Phrase(proposition.id, words_at(library, places), places, faults, "sentence")


def _without_opener(part: PartAnnotations, text: str, span: Span) -> Span:
    """The sentence without a first word that only ties it to the one before ("However, …"), where a name comes next."""
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, span))]
    if len(listed) < 4 or listed[0].word.casefold() not in word_set("reading", "openers"):
        return Span(span.start, span.end)
    after = listed[2] if listed[1].word == "," else listed[1]
    return Span(after.start, span.end) if after.pos == "PROPN" and text[after.start].isupper() else span


def _length_faults(said: str) -> int:
    size = len(said)
    long = 2 * (size > _LONG) + 5 * (size > _VERY_LONG) + _NO * (size > _TOO_LONG)
    return long + 9 * (size < _SHORT) + 6 * (size < _VERY_SHORT)


def _edge_faults(said: str) -> int:
    """Whether the words begin and end as a sentence does, in one paragraph, with every quotation closed."""
    first, last = said.lstrip(_OPENING_MARKS)[:1], said.rstrip(_CLOSING_MARKS)[-1:]
    faults = _NO * (not (first.isupper() or first.isdigit() or first in "$€£")) + _NO * (last not in (".", "!", "…"))
    faults += _NO * ("\n" in said.strip()) + _NO * (said.count("“") != said.count("”") or said.count('"') % 2 == 1)
    return faults + _NO * (said.count("(") != said.count(")"))


def _opening_faults(listed: Sequence[Token]) -> int:
    """Words that point back or tie the sentence to the one before it."""
    first = next((t for t in listed if t.pos not in ("PUNCT", "SYM")), None)
    if first is None:
        return _NO
    word = first.word.casefold()
    if word in _PERSONAL and not _quoted_from_start(listed):
        return _NO
    loose = _LOOSE * (word in _POINTING or word in _PERSONAL) + 4 * (word == "there" or _bare_noun(listed))
    return loose + _tied(listed) + 6 * (first.pos in ("CCONJ", "SCONJ"))


def _tied(listed: Sequence[Token]) -> int:
    """Words that only tie what follows to the sentence before ("In fact, …")."""
    said = [t.word.casefold() for t in listed[:_OPENER]]
    later = "later" in said and "," in said[said.index("later") :][:2]  # "Minutes later, …"
    ties = later or any(
        said[: len(opener)] == opener for opener in map(str.split, word_set("reading", "opening_phrases"))
    )
    return _LOOSE * (
        ties or said[:1] == [":"] or said[1:2] == [":"] or bool(set(said[:1]) & word_set("reading", "openers"))
    )


def _bare_noun(listed: Sequence[Token]) -> bool:
    """Whether a sentence begins with a noun that only somebody who has read on before can place ("The source told …")."""
    words_first = [t.pos for t in listed[:3]]
    return words_first[:2] == ["DET", "NOUN"] and words_first[2:] != ["ADP"] and listed[0].word.casefold() == "the"


def _quoted_from_start(listed: Sequence[Token]) -> bool:
    return bool(listed) and listed[0].word in ("“", '"', "``", "‘")


def _leaning(listed: Sequence[Token], said: str, named: bool = False) -> int:
    """Whether somebody is called by a pronoun before any name, somebody unknown speaks, or no verb tells anything."""
    faults = _NO * (not any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.tag == "" for t in listed))
    inside = False
    for token in listed:
        word = token.word.casefold()
        if word in ("“", "”", '"', "``", "''"):
            inside = not inside if word == '"' else word in ("“", "``")
        elif (
            not inside
            and token.pos in ("PROPN", "NOUN")
            and token.word[:1].isupper()
            and word not in word_set("reading", "days")
        ):
            named = True
        elif not inside and word in _SUBJECTS and not named:
            faults += 16
        elif not inside and word in _SPEAKING:
            faults += _LOOSE
    return faults + 6 * (not named and "“" not in said and '"' not in said)


def _source_faults(library: Library, proposition: Proposition, span: Span, text: str) -> int:
    """A sentence that gives somebody's words must tell by name whose they are."""
    statement = statement_of(library, proposition)
    if statement is None:
        return 0
    if statement.source is None or not covers(span, statement.source):
        return _NO
    if text[slice(*statement.source)].casefold() not in _PERSONAL:
        return 0
    told = tells_whom(library, Passage(proposition.report, proposition.part, span), statement.source)
    return 0 if told else 18


def _clause(library: Library, proposition: Proposition, phrase: Phrase) -> Phrase:
    """The words of a clause, with what keeps them from being read alone and from having their speaker before them."""
    statement = statement_of(library, proposition)
    faults = phrase.faults + _CLAUSE
    faults += 10 * (len(phrase.passages) > 1) + _unquoted_speaker(phrase, statement, proposition)
    part = library.parts[proposition.report, proposition.part]
    listed = [part.tokens[i] for i in range(*tokens_within(part.tokens, phrase.passages[0].span))]
    if statement is None or tells_of_saying(proposition, statement):
        faults += _CLAUSE + _NO * phrase.text[:1].islower() + _says_no_more(library, proposition)
        faults += _opening_faults(listed) + _leaning(listed, phrase.text)
    else:
        faults += 10 * all(phrase.passages[0].span.start > c.start + _SHORT for c in statement.content)
        faults += 8 * (statement.manner in ("direct", "block") and phrase.text[:1].islower())
    return replace(phrase, faults=faults)


def _says_no_more(library: Library, proposition: Proposition) -> int:
    """A verb of saying without what is said ("The minister said on Tuesday in a speech")."""
    if fold(proposition.act) not in word_set("cues", "speech_only") | _SAYING:
        return 0
    part = library.parts[proposition.report, proposition.part]
    act = tokens_within(part.tokens, proposition.act_span).first
    told = (part.tokens[i].relation for i in children(part.tokens, act)) if act < len(part.tokens) else ()
    return _NO * (not {"ccomp", "obj", "xcomp", "parataxis", "nsubj:pass"} & set(told))


def _unquoted_speaker(phrase: Phrase, statement: Statement | None, proposition: Proposition) -> int:
    """ "We" and "I" are right in a quotation only."""
    quoted = statement is not None and statement.manner in ("direct", "block")
    if quoted and statement is not None and not tells_of_saying(proposition, statement):
        return 0
    outside = " ".join(phrase.text.split("“")[0:1]) if "“" in phrase.text else phrase.text.split('"')[0]
    return 14 * bool(_SPEAKING & set(words(outside)))
