"""What "it", "they", "the two" and "that case" take up, where the words right before a wording surely tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.spans import Part, Passage, Span, covers
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.reconcile.pointing import expletive, pointers
from consilience.trees import SUBJECTS, child, children, tokens_within
from consilience.wording import words

_BODIES = ("agency", "company", "government", "medium", "organisation", "party", "state_media")
_SINGULAR, _PLURAL = frozenset(("it", "its")), frozenset(("they", "their", "them"))
_TWO = frozenset(("both", "two"))
_BEFORE = 2  # sentences before a noun in which it is named more fully
_BESIDE = frozenset(("aux", "case", "cop", "mark", "nsubj", "punct"))
_TIMES = frozenset("afternoon day evening hour minute moment month morning night season week weekend year".split())
_OTHERS = _TIMES | frozenset("city country government group nation party people side state team town world".split())
_MARK = re.compile(r"``|''|\"")
_UNTOLD = _OTHERS | {"administration", "coach", "government", "president"}  # whom readers know, or nobody can tell
_BARE = 2  # words of "the mayor"
_LONGEST = 6  # words of a name in brackets
_Put = tuple[Span, str]


def taken_up(library: Library, passages: Sequence[Passage]) -> Iterator[_Put]:
    """The words at passages behind which something can be put in, with what it is."""
    part = library.parts[passages[0].report, passages[0].part]
    open_ones = pointers(library, passages)
    for number, span in enumerate(open_ones):
        at = tokens_within(part.tokens, span).first
        word = part.tokens[at].word.casefold()
        if number == 0 and word in _SINGULAR | _PLURAL:
            name = _speaking_body(library, passages[0], span, word) or _subject_before(library, part, passages[0], at)
            if name:
                yield span, name + "'s" * (part.tokens[at].tag == "PRP$")
        elif word in _TWO:
            name = _pair(library, part, passages[0], span)
            if name:
                yield span, name
    yield from list(_titled(library, part, passages))[:1] or _named_noun(library, part, passages)


def _titled(library: Library, part: PartAnnotations, passages: Sequence[Passage]) -> Iterator[_Put]:
    """The bare nouns by which the words call a person or body that they do not name ("the mayor", "the church")."""
    text = text_of(library.reports[passages[0].report].report, part.part)
    inside = [r for r in part.references if r.entity is not None and any(covers(p.span, r.span) for p in passages)]
    known = [library.actor_of.get(r.entity or "") for r in inside if r.kind != "title"]
    told = {w for p in passages for w in words(text[slice(*p.span)])}
    for r in inside:
        actor = library.actors.get(library.actor_of.get(r.entity or "", ""))
        lemma = part.tokens[r.tokens.last - 1].lemma.casefold()
        if r.kind != "title" or r.tokens.last - r.tokens.first != _BARE or actor is None or actor.id in known:
            continue
        named = " " in actor.name and not told & {words(actor.name)[0], words(actor.name)[-1]}
        if named and actor.type in (*_BODIES, "facility", "person") and lemma not in _UNTOLD:
            yield r.span, actor.name + "'s" * text[: r.span.end].endswith(("'s", "’s"))
        known.append(actor.id)


def _speaking_body(library: Library, passage: Passage, span: Span, word: str) -> str:
    """The body, or the people, whose reported words begin with an "it" or "they" that means themselves."""
    inner = _around(library, passage, span)
    if inner is None or inner.speaker is None or inner.manner != "indirect" or inner.source is None:
        return ""
    tokens = library.parts[passage.report, passage.part].tokens
    begin = next(c for c in inner.content if covers(c, span))
    said = [tokens[i] for i in range(*tokens_within(tokens, Span(begin.start, span.start)))]
    if any(t.pos in ("NOUN", "PROPN") for t in said):
        return ""
    text = text_of(library.reports[passage.report].report, passage.part)
    source = " ".join(text[slice(*inner.source)].split()).removesuffix("'s").removesuffix("’s")
    heads = [tokens[i] for i in range(*tokens_within(tokens, inner.source))]
    if len(source.split()) > _LONGEST or any(t.pos == "PRON" for t in heads):
        return ""
    if word in _SINGULAR:
        actor = library.actors.get(library.actor_of.get(inner.speaker.id or "", ""))
        return _low(source, heads[0]) if actor is not None and actor.type in _BODIES else ""
    before = range(*tokens_within(tokens, Span(sentence_span(library, *_place(passage), span).start, begin.start)))
    several = [tokens[i] for i in before if tokens[i].tag in ("NNS", "NNPS")]
    seen = any(t.lemma.casefold() in word_set("speakers", "witnesses") for t in heads)
    own = bool(several) and all(covers(inner.source, Span(t.start, t.end)) for t in several)
    return _low(source, heads[0]) if own and not seen else ""


def _place(passage: Passage) -> tuple[str, Part]:
    return passage.report, passage.part


def _around(library: Library, passage: Passage, span: Span) -> Statement | None:
    """The innermost statement in whose words a place lies."""
    here = [
        s
        for s in library.reports[passage.report].statements
        if s.part == passage.part and any(covers(c, span) for c in s.content)
    ]
    return min(here, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)


def _subject_before(library: Library, part: PartAnnotations, passage: Passage, at: int) -> str:
    """The subject of the sentence before, for a pronoun that begins the outlet's own next sentence as its subject."""
    token = part.tokens[at]
    number = next((n for n, s in enumerate(part.sentences) if covers(s.span, Span(token.start, token.end))), 0)
    if number == 0 or not _opens(part, number, at) or _around(library, passage, Span(token.start, token.end)):
        return ""
    singular = token.word.casefold() in _SINGULAR
    if singular and (expletive(part.tokens, at) or _is_noun(part.tokens, at)):
        return ""
    text = text_of(library.reports[passage.report].report, passage.part)
    if in_quotation(text, part, token.start) or not text[token.end : token.end + 1].isspace():
        return ""
    before = range(*part.sentences[number - 1].tokens)
    root = next((i for i in before if part.tokens[i].head < 0), None)
    subject = child(part.tokens, root, *SUBJECTS) if root is not None else None
    if subject is None or _around(library, passage, Span(part.tokens[subject].start, part.tokens[subject].end)):
        return ""
    if not _fits(part, subject, singular) or any(_fits(part, i, singular) for i in _rivals(part, before, subject)):
        return ""
    return _called(library, part, passage, subject)


def in_quotation(text: str, part: PartAnnotations, at: int) -> bool:
    """Whether a quotation that began in the same paragraph is open at a place."""
    before = text[next((p.start for p in part.paragraphs if p.start <= at < p.end), 0) : at]
    return before.count("“") > before.count("”") or len(_MARK.findall(before)) % 2 == 1


def _opens(part: PartAnnotations, number: int, at: int) -> bool:
    """Whether a pronoun is the first word of a sentence and its subject, or says whose its subject is."""
    first = next((i for i in range(*part.sentences[number].tokens) if part.tokens[i].pos != "PUNCT"), -1)
    head = part.tokens[at].head
    lead = at if part.tokens[at].relation != "nmod:poss" else head
    verb = part.tokens[lead].head if lead >= 0 else -1
    return first == at and lead >= 0 and part.tokens[lead].relation in SUBJECTS and verb >= 0 > part.tokens[verb].head


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is said to be something: "it was the second meeting" may speak of all that was told before."""
    head = tokens[at].head
    return tokens[at].relation in SUBJECTS and tokens[head].pos in ("NOUN", "PROPN")


def _fits(part: PartAnnotations, at: int, singular: bool) -> bool:
    """Whether a noun may be what an "it" or a "they" means."""
    token = part.tokens[at]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    joined = any(part.tokens[c].relation == "conj" for c in children(part.tokens, at))
    several = token.tag in ("NNS", "NNPS") or joined or token.word.casefold() == "police"
    person = any(n.type == "PERSON" and n.span.start <= token.start < n.span.end for n in part.names)
    return not (several or person or _person(token.lemma.casefold())) if singular else several


def _rivals(part: PartAnnotations, before: range, subject: int) -> Iterator[int]:
    """The other nouns of a sentence that a pronoun in the next one may mean as well: who else acts, and objects."""
    for i in before:
        if i != subject and part.tokens[i].relation in (*SUBJECTS, "obj", "iobj", "conj"):
            yield i


def _called(library: Library, part: PartAnnotations, passage: Passage, at: int) -> str:
    """A noun with the words before it, and the rest of its name; empty where that is long."""
    tokens = part.tokens
    first = at
    while first > 0 and _up_to(tokens, first - 1, at):
        first -= 1
    last = max((at, *(c for c in children(tokens, at) if tokens[c].relation in ("flat", "conj"))))
    text = text_of(library.reports[passage.report].report, passage.part)
    said = " ".join(text[tokens[first].start : tokens[last].end].split())
    return _low(said, tokens[first]) if len(said.split()) <= _LONGEST else ""


def _up_to(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether a word stands in the noun phrase of another one."""
    for _ in range(_LONGEST):
        if at == head:
            return True
        if at < 0 or tokens[at].pos in ("PUNCT", "VERB", "ADP", "CCONJ"):
            return False
        at = tokens[at].head
    return False


def _low(said: str, first: Token) -> str:
    """The words with a small letter at the start, unless they begin with a name."""
    return said if first.pos == "PROPN" or first.word[1:2].isupper() else said[:1].lower() + said[1:]


def _pair(library: Library, part: PartAnnotations, passage: Passage, span: Span) -> str:
    """The only two persons whom the sentence so far and the one before it name."""
    number = next((n for n, s in enumerate(part.sentences) if covers(s.span, span)), 0)
    start = part.sentences[max(0, number - 1)].span.start
    named = (library.actor_of.get(r.entity or "") for r in part.references if start <= r.span.start < span.start)
    people = [a for a in dict.fromkeys(named) if a is not None and library.actors[a].type == "person"]
    return " and ".join(library.actors[a].name for a in people) if len(people) == 2 else ""


def _named_noun(library: Library, part: PartAnnotations, passages: Sequence[Passage]) -> Iterator[_Put]:
    """The article of the first bare noun that the sentences right before name more fully, with what it is called there."""
    tokens = part.tokens
    inside = [i for p in passages for i in range(*tokens_within(tokens, p.span))]
    told = {tokens[i].word.casefold() for i in inside}
    seen: set[str] = set()
    for at in inside:
        lemma = tokens[at].lemma.casefold()
        article = _bare(tokens, at) if tokens[at].pos == "NOUN" and lemma not in seen | _OTHERS else None
        name = _fuller(part, at, passages[0].span.start) if article in inside and not _person(lemma) else ""
        if article is not None and name and not told & set(name.casefold().split()):
            yield Span(tokens[article].start, tokens[article].end), name
            return
        seen.add(lemma)


def _person(lemma: str) -> bool:
    return lemma in word_set("persons", "nouns") or lemma in word_set("speakers", "persons")


def _bare(tokens: Sequence[Token], at: int) -> int | None:
    """The "the" or "that" of a noun with nothing else."""
    below = [c for c in children(tokens, at) if tokens[c].relation not in _BESIDE]
    only = below[0] if len(below) == 1 else None
    pointing = only is not None and only == at - 1 and tokens[only].word.casefold() in ("the", "that", "this")
    return only if pointing and tokens[at].tag == "NN" else None


def _fuller(part: PartAnnotations, at: int, begin: int) -> str:
    """The names and nouns before the same noun in the sentences before, where it is called so by one name only."""
    tokens, lemma = part.tokens, part.tokens[at].lemma.casefold()
    number = next((n for n, s in enumerate(part.sentences) if s.tokens.first <= at < s.tokens.last), 0)
    reach = range(part.sentences[max(0, number - _BEFORE)].tokens.first, at)
    same = [i for i in reach if tokens[i].lemma.casefold() == lemma and tokens[i].pos in ("NOUN", "PROPN")]
    called = {_kind(part, i) for i in same if tokens[i].start < begin and _bare(tokens, i) is None}
    plural = any(tokens[i].tag in ("NNS", "NNPS") for i in same)
    return next(iter(called)) if len(called) == 1 and not plural else ""


def _kind(part: PartAnnotations, at: int) -> str:
    """The names and nouns right before a noun that say which one it is; empty where more belongs to them."""
    tokens, first = part.tokens, at
    while first > 0 and tokens[first - 1].head in range(first - 1, at + 1) and _says_which(tokens[first - 1]):
        first -= 1
    before = tokens[first - 1] if first else None
    if first == at or (before is not None and (before.pos in ("NUM", "PART", "X") or before.word in ("-", "–"))):
        return ""
    end = tokens[at].end
    for name in part.names:
        if name.span.start < end and name.span.end > tokens[first].start:
            inner = name.span.start >= tokens[first].start and name.span.end <= end
            if name.type == "PERSON" or not inner:
                return ""
    return " ".join(t.word for t in tokens[first:at])


def _says_which(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.word[:1].isupper())
