"""What one report only asks about, without a yes, and another tells: whether letters were found, whether gas was stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consilience.lexicons import table, word_set
from consilience.model.account import Claim, Difference, Side
from consilience.model.event import Participant, Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span
from consilience.model.statement import Statement
from consilience.rarity import rarity
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, passages_at, sentence_span, statement_of, text_of, words_at
from consilience.reconcile.told_before import told_before
from consilience.trees import tokens_within
from consilience.wording import fold, words

_REAL = ("happened", "ongoing")
_RARE = 500  # from which a thing tells what is meant, though it was only kept or used
_OPEN = frozenset(("if", "whether"))
_YES = frozenset(("admitted", "agreed", "confirmed", "did", "nodded", "yes"))


def asked_about(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Claims of what one report asks somebody about in vain: the same act upon the same thing, told by another telling."""
    questions = [p for p in library.propositions.values() if _asked(library, p)]
    for claim in claims:
        told = [library.propositions[s.proposition] for s in claim.support if s.stance == "asserts"]
        plain = [p for p in told if _plain(library, p)]
        tellings = {library.telling(p.report) for p in told}
        for question in questions:
            same = [p for p in plain if _one_matter(library, question, p)]
            if same and library.telling(question.report) not in tellings:
                yield _difference(library, claim, question, same)
                break


def _asked(library: Library, p: Proposition) -> bool:
    """Whether a clause is what somebody was asked, and the sentence and the next one hold no yes."""
    statement = statement_of(library, p)
    if statement is None or statement.act != "asked" or p.part != "text" or p.negated:
        return False
    text = text_of(library.reports[p.report].report, p.part)
    first = words(text[statement.content[0].start : statement.content[0].end])[:1]
    said = words(" ".join(text[span.start : span.end] for span in _answer(library, p, statement)))
    return bool(_OPEN & set(first)) and not _YES & set(said)


def _answer(library: Library, p: Proposition, statement: Statement) -> tuple[Span, ...]:
    """The sentence of a question, and the next one of its paragraph."""
    sentences = library.parts[p.report, p.part].sentences
    here = sentence_span(library, p.report, p.part, statement.content[0])
    after = [s for s in sentences if s.span.start >= here.end][:1]
    own = next((s.paragraph for s in sentences if s.span == here), None)
    return (here, *(s.span for s in after if s.paragraph == own))


def _plain(library: Library, p: Proposition) -> bool:
    statement = statement_of(library, p)
    said = statement is None or statement.act not in ("asked", "declined", "denied", "not disclosed")
    return said and p.status in _REAL and not p.negated and not in_headline(library.reports[p.report].report, p)


def _one_matter(library: Library, question: Proposition, told: Proposition) -> bool:
    """Whether both tell one act upon things that are called by one noun."""
    a, b = _act(question), _act(told)
    if a != b and " ".join(sorted((a, b))) not in word_set("acts", "near"):
        return False
    light = word_set("acts", "light")
    things = (_things(library, question, question.whom) & _things(library, told, told.whom)) - light
    return any(a not in light or rarity(thing) >= _RARE for thing in things)


def _act(p: Proposition) -> str:
    return table("acts", "acts").get(fold(p.act), fold(p.act))


def _things(library: Library, p: Proposition, people: Sequence[Participant]) -> frozenset[str]:
    """The nouns in the words for those whom an act befalls, by the table of things."""
    tokens = library.parts[p.report, p.part].tokens
    inside = (i for person in people for i in range(*tokens_within(tokens, person.span)))
    lemmas = (fold(tokens[i].lemma) for i in inside if tokens[i].pos == "NOUN")
    return frozenset(table("acts", "things").get(lemma, lemma) for lemma in lemmas)


def _difference(library: Library, claim: Claim, question: Proposition, told: Sequence[Proposition]) -> Difference:
    statement = statement_of(library, question)
    asked = (
        passages_at(library, question.report, question.part, _answer(library, question, statement)) if statement else ()
    )
    listed = [_sentence(library, p) for p in told]
    passages = tuple(dict.fromkeys(p for sentence in listed for p in sentence))
    sides = (Side(words_at(library, asked), asked, ()), Side(words_at(library, listed[0]), passages, ()))
    dated = {p.report for p in told if library.reports[p.report].report.published is not None}
    first = told_before(library, question.report, dated)
    id_ = "d" + content_id("difference", "strength", tuple(p for side in sides for p in side.passages))
    because = "one was asked about it and did not say yes; the other tells it as so"
    return Difference(id_, "strength", "superseded" if first else "not comparable", (claim.id,), sides, because)


def _sentence(library: Library, p: Proposition) -> tuple[Passage, ...]:
    return passages_at(library, p.report, p.part, (sentence_span(library, p.report, p.part, p.act_span),))
