"""Words that point at something told outside a wording: who reads the wording alone cannot place them."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.spans import Passage, Span, covers
from consilience.reconcile.library import Library, text_of
from consilience.trees import children, tokens_within

_ONE = frozenset(("he", "her", "him", "his", "she"))
_THING = frozenset(("it", "its"))
_MANY = frozenset(("their", "them", "they"))
_FRONT = ("ADP", "SCONJ")
_THIS = frozenset(("that", "this"))
_TIMES = frozenset(
    "afternoon day evening month morning night season spring summer time week weekend winter year".split()
)
_ROLES = ("nsubj", "nsubj:pass", "obj", "obl")
_THESE = frozenset(("these", "those"))
_PAIRED = frozenset(("both", "two"))
_LOOSE = ("acl", "acl:relcl", "nmod", "nummod")
_WEATHER = frozenset(("drizzle", "hail", "pour", "rain", "snow", "thunder"))
_IMPERSONAL = frozenset(("appear", "happen", "seem", "take"))
_BODIES = frozenset(("LOC", "NORP", "ORG"))


def pointers(library: Library, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The pronouns at passages, and a "the two" or "that case", for which no word there can be meant."""
    if not passages:
        return ()
    part = library.parts[passages[0].report, passages[0].part]
    inside = [i for p in passages for i in range(*tokens_within(part.tokens, p.span))]
    found = (Span(part.tokens[i].start, part.tokens[i].end) for i in inside if _points(part, inside, i))
    return tuple(span for span in found if not _about_oneself(library, passages[0], span))


def _about_oneself(library: Library, passage: Passage, span: Span) -> bool:
    """Whether a "this" stands in a quotation: "this country" is the speaker's."""
    told = library.reports[passage.report]
    if text_of(told.report, passage.part)[slice(*span)].casefold() != "this":
        return False
    quoted = (s for s in told.statements if s.part == passage.part and s.manner in ("block", "direct", "mixed"))
    return any(covers(content, span) for s in quoted for content in s.content)


def _points(part: PartAnnotations, inside: Sequence[int], at: int) -> bool:
    """Whether a word points at something that no word told with it can be."""
    tokens, word = part.tokens, part.tokens[at].word.casefold()
    if word in _THIS:
        return _that_case(tokens, inside, at) or _bare(tokens, inside, at)
    if word in _THESE:
        return _these(tokens, inside, at) or _bare(tokens, inside, at)
    if word in _PAIRED:
        return _two(tokens, at) and not any(_several(part, i) for i in inside if i < at)
    fits = _person if word in _ONE else _thing if word in _THING else _several if word in _MANY else None
    if fits is None or tokens[at].pos not in ("PRON", "DET") or (word in _THING and expletive(tokens, at)):
        return False
    fronted = tokens[inside[0]].pos in _FRONT  # in "In its letter the guild …" the noun comes behind
    return not any(fits(part, i) for i in inside if i < at or (fronted and i > at))


def _that_case(tokens: Sequence[Token], inside: Sequence[int], at: int) -> bool:
    """Whether "that" or "this" shows at a noun that no noun or name before tells of ("That case was brought by …"); a time is
    known."""
    head = tokens[at].head
    if tokens[at].relation != "det" or head < 0 or tokens[head].tag != "NN" or tokens[head].lemma.casefold() in _TIMES:
        return False
    before = [tokens[i] for i in inside if i < at]
    told = any(t.pos == "PROPN" or t.lemma == tokens[head].lemma for t in before)
    return not told and not any(tokens[c].relation in _LOOSE for c in children(tokens, head))


def _bare(tokens: Sequence[Token], inside: Sequence[int], at: int) -> bool:
    """Whether "this" or "those" stands for something by itself, before any verb or noun that it may take up ("This was no
    accident")."""
    token = tokens[at]
    if (
        token.tag != "DT"
        or token.relation not in _ROLES
        or any(tokens[c].relation in _LOOSE for c in children(tokens, at))
    ):
        return False
    return not any(tokens[i].pos in ("NOUN", "PROPN", "VERB") for i in inside if i < at)


def _these(tokens: Sequence[Token], inside: Sequence[int], at: int) -> bool:
    """Whether "these" or "those" shows at things that no word before it tells of."""
    head = tokens[at].head
    if tokens[at].relation != "det" or head < 0 or any(tokens[c].relation in _LOOSE for c in children(tokens, head)):
        return False
    return not any(tokens[i].lemma == tokens[head].lemma for i in inside if i < at)


def _two(tokens: Sequence[Token], at: int) -> bool:
    """Whether "two" or "both" stands for persons or things, without their noun."""
    token = tokens[at]
    bare = not any(tokens[c].relation in (*_LOOSE, "conj") for c in children(tokens, at))
    definite = token.word.casefold() == "both" or (at > 0 and tokens[at - 1].word.casefold() == "the")
    return bare and definite and token.relation in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")


def _person(part: PartAnnotations, at: int) -> bool:
    """Whether a word may be one person."""
    token = part.tokens[at]
    noun = token.lemma.casefold()
    known = noun in word_set("persons", "nouns") or noun in word_set("speakers", "persons")
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.tag != "NNS" and known)


def _thing(part: PartAnnotations, at: int) -> bool:
    """Whether a word may be one thing or body."""
    return part.tokens[at].pos in ("NOUN", "PROPN") and part.tokens[at].tag not in ("NNS", "NNPS")


def _several(part: PartAnnotations, at: int) -> bool:
    """Whether a word may be several persons or things, or a body of people."""
    token = part.tokens[at]
    if token.tag in ("NNS", "NNPS") or (token.relation == "conj" and token.pos in ("NOUN", "PROPN")):
        return True
    if token.pos == "NOUN":
        return token.lemma.casefold() in word_set("speakers", "bodies")
    here = (n for n in part.names if n.span.start <= token.start < n.span.end)
    return token.pos == "PROPN" and any(n.type in _BODIES for n in here)


def expletive(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "it" stands for nothing ("it is clear that …", "it rained", "it takes years to …")."""
    token = tokens[at]
    if token.relation == "expl" or token.head < 0 or tokens[token.head].lemma.casefold() in _WEATHER:
        return True
    below = (tokens[c] for c in children(tokens, token.head) if c > at)
    clause = any(t.relation in ("csubj", "csubj:outer", "ccomp", "advcl", "xcomp", "acl:relcl") for t in below)
    return clause and (tokens[token.head].pos in ("ADJ", "NOUN") or tokens[token.head].lemma.casefold() in _IMPERSONAL)
