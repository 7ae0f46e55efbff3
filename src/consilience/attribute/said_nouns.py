"""Rules on nouns of saying: "X's warning that …", "remarks made by X on Monday that …", "a claim from X that …"."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cues import can_speak, kind_at
from consilience.attribute.drafts import Draft
from consilience.attribute.making import author_of, make_draft, stretches
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid, noun_phrase
from consilience.quotation import Quotation

RULE = "noun of saying"
_BY = ("by", "from")
_CARRIED = ("report", "word")  # what comes "from" a town comes from nobody
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
_BEFORE_VERB = ("cop", "aux", "aux:pass", "advmod")
_FURTHEST = 6
_WHEN = ("IN", "DT", "JJ", "NN", "NNP", "CD", "RB")


def noun_with_clause(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """A noun of saying with its owner or author and a that-clause: "X's warning that …", "comments by X that …"."""
    kind = kind_at(parse, index)
    if kind is None or kind[0] != "statement":
        return None
    owner = _owner(parse, index)
    author = _author(parse, index) if owner is None else None
    speaker = owner if author is None else author
    if speaker is None:
        return None
    source = noun_phrase(parse, speaker)
    that = _that_after(parse, index + 1 if author is None else max(index + 1, source.last))
    content = stretches(parse, quotes, _told(parse, index, that))
    return make_draft(parse, content, TokenRange(index, index + 1), source, index, RULE)


def _owner(parse: Parse, index: int) -> int | None:
    """Whose the noun is: "Lund's warning", "the ministry report"; no day or week owns one, nor what cannot speak."""
    owner = kid(parse, index, "nmod:poss")
    if owner is not None:
        return owner
    owner = kid(parse, index, "compound")
    known = owner is not None and parse.tokens[owner].lemma.lower() in word_set("cues", "claimants")
    return owner if owner is not None and (known or can_speak(parse, owner)) else None


def _author(parse: Parse, index: int) -> int | None:
    """The noun after "by" or "from", by the tree or by its place right after the noun: "remarks made by X"."""
    author = author_of(parse, index)
    if author is None:
        at = index + 1
        if at < len(parse.tokens) and parse.tokens[at].tag == "VBN" and parse.tokens[at].lemma.lower() in _giving():
            at += 1
        author = _after_by(parse, at)
    return None if author is None or _from_a_place(parse, index, author) else author


def _giving() -> frozenset[str]:
    return frozenset(word_set("cues", "speech_expressions"))


def _after_by(parse: Parse, at: int) -> int | None:
    """The head of the phrase that "by" or "from" opens at the place; no day and no hour."""
    if at >= len(parse.tokens) or parse.tokens[at].word.lower() not in _BY or parse.tokens[at].relation != "case":
        return None
    head = parse.tokens[at].head
    return head if head > at and parse.tokens[head].lemma.lower() not in word_set("cues", "deadlines") else None


def _from_a_place(parse: Parse, index: int, author: int) -> bool:
    """ "Reports from Osterby that …": one name after "from" that may as well be a town's."""
    case = kid(parse, author, "case")
    if case is None or parse.tokens[case].word.lower() != "from" or parse.tokens[index].lemma.lower() not in _CARRIED:
        return False
    return sum(parse.tokens[i].pos == "PROPN" for i in range(*noun_phrase(parse, author))) == 1


def _that_after(parse: Parse, at: int) -> int | None:
    """The "that" which only marks, at the place or behind words that tell when or where: "by X on Monday that …"."""
    for i in range(at, min(at + _FURTHEST, len(parse.tokens))):
        token = parse.tokens[i]
        if token.word.lower() == "that" and token.relation == "mark" and token.head > i:
            return i
        if token.tag not in _WHEN or (i == at and token.tag not in ("IN", "JJ", "DT", "RB")):
            return None
    return None


def _told(parse: Parse, index: int, that: int | None) -> Sequence[int]:
    """The tokens of the clause; where the tree hangs its "that" on the verb whose subject the noun is, up to that verb."""
    if that is None:
        clause = next(
            (k for k in parse.kids[index] if parse.tokens[k].relation in ("acl", "ccomp") and _that(parse, k)), None
        )
        return () if clause is None else below(parse, clause)
    verb = parse.tokens[that].head
    torn = next((k for k in parse.kids[index] if k > that and parse.tokens[k].relation == "acl" and k != verb), None)
    if torn is not None and kid(parse, torn, *_SUBJECTS) is not None:
        return [that, *below(parse, torn)]
    if parse.tokens[index].head == verb and parse.tokens[index].relation in _SUBJECTS:
        last = verb
        while (
            last - 1 > that and parse.tokens[last - 1].head == verb and parse.tokens[last - 1].relation in _BEFORE_VERB
        ):
            last -= 1
        inner = range(that, last)
        return inner if any(parse.tokens[i].relation in _SUBJECTS for i in inner) else ()
    return [i for i in below(parse, verb) if i >= that]


def _that(parse: Parse, clause: int) -> bool:
    return any(
        parse.tokens[k].word.lower() == "that" and parse.tokens[k].relation == "mark" for k in parse.kids[clause]
    )
