"""Whether the words of a clause are cut off: what they call for stands outside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.trees import children, tokens_within

_LOST, _INNER, _DESCRIBED, _OUTER = 14, 12, 7, 6  # costs of what lies outside
_NEEDED = frozenset(
    (
        "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "xcomp", "csubj", "cop", "aux", "aux:pass", "expl", "nummod",
        "case", "compound", "flat", "fixed", "nmod", "amod", "det", "compound:prt",
    )
)  # fmt: skip
_TRAILING = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"))
_LISTED = 3  # what it costs that a list goes on
_NOUNS = frozenset(("NOUN", "PROPN"))
_LEADING = frozenset(("ever", "even", "just", "long", "shortly", "soon"))  # words that lead to "after" or "since"
_SINCE = frozenset(("after", "ago", "before", "since"))
_SPELLS = frozenset(
    "day days hour hours minute minutes moment moments month months second seconds week weeks year years".split()
)
_BEFORE_HEAD = frozenset(("amod", "aux", "aux:pass", "case", "compound", "cop", "det", "mark", "nmod:desc", "nummod"))
_TENSED = ("MD", "VBD", "VBP", "VBZ")
_CONDITIONS = frozenset(("if", "unless", "whether"))
_TIMES = frozenset(("since",))
_UNIQUE = frozenset(("first", "last", "only"))
_SO = frozenset(("so", "such"))
_GOES_ON = frozenset(("acl", "acl:relcl", "advcl", "appos", "case", "conj", "mark", "nmod", "obl"))


def lacks(library: Library, proposition: Proposition) -> int:
    """A clause whose object, complement or name goes on outside its words is cut off."""
    part = library.parts[proposition.report, proposition.part]
    own = {i for span in proposition.spans for i in range(*tokens_within(part.tokens, span))}
    if proposition.sentence >= len(part.sentences):
        return 0
    around = range(*part.sentences[proposition.sentence].tokens)
    outside = (part.tokens[i] for i in around if i not in own and part.tokens[i].pos != "PUNCT")
    told = [token for token in outside if token.head in own]
    listed = any(t.relation == "conj" and t.pos in _NOUNS and part.tokens[t.head].pos in _NOUNS for t in told)
    return max(_LISTED * listed, _LOST * any(token.relation in _NEEDED for token in told))


def gapped(library: Library, proposition: Proposition) -> bool:
    """Whether a "which" before the words stands for something that is missing in them ("a promise, which he said | the guild
    was asking him to give")."""
    tokens = library.parts[proposition.report, proposition.part].tokens
    at = act_token(library.parts[proposition.report, proposition.part], proposition.act_span)
    first = min((i for s in proposition.spans for i in range(*tokens_within(tokens, s))), default=0)
    if at is None or tokens[at].relation != "ccomp":
        return False
    before = (tokens[c] for c in children(tokens, tokens[at].head) if c < first)
    return any(t.tag == "WDT" and t.relation == "obj" for t in before)


def cut_off(library: Library, proposition: Proposition, last: Passage) -> int:
    """A clause is cut where its last word calls for another, or where what follows at once belongs to a word in it."""
    part = library.parts[proposition.report, proposition.part]
    own = _own(library, proposition, last)
    if not own:
        return _LOST
    end = part.tokens[own[-1]]
    faults = _LOST * (end.pos in _TRAILING and end.relation not in ("compound:prt", "obj", "obl", "nsubj"))
    faults = max(faults, _LOST * (end.word.casefold() in _LEADING or _counts_to(part.tokens, own[-1])))
    held = _held(library, proposition, last)
    nameless = any(part.tokens[part.tokens[i].head].pos == "PRON" for i in held)  # "something | that they sought"
    if nameless or any(limits(part.tokens, i, own) for i in held):
        return faults + _LOST
    inner = [i for i in held if not _of_act(library, proposition, i)]
    described = all(part.tokens[i].relation.startswith("acl") for i in inner)
    return faults + (0 if not inner else _DESCRIBED if described else _INNER)


def limits(tokens: Sequence[Token], at: int, own: Iterable[int]) -> bool:
    """Whether what follows holds the words to a condition, or a "first" in them to the time since something, or tells what a
    noun is about ("warnings | that …") or what came of it ("so late | that …"), or is more than something."""
    leads = {tokens[c].word.casefold() for c in children(tokens, at) if tokens[c].relation in ("case", "mark")}
    if "that" in leads and (tokens[at].relation == "acl" or _SO & {tokens[i].word.casefold() for i in own}):
        return True
    first = any(tokens[i].word.casefold() in _UNIQUE or tokens[i].tag in ("JJS", "RBS") for i in own)
    return bool(leads & (_CONDITIONS | {"than"})) or (first and bool(leads & _TIMES))


def without_gapped(tokens: Sequence[Token], span: Span) -> Span:
    """The words without a last "and …" whose own verb comes right after them ("she bought flour, and the baker | sold …")."""
    first, last = tokens_within(tokens, span)
    if last >= len(tokens) or tokens[last].tag not in _TENSED or tokens[last].head < 0:
        return span
    for at in range(last - 1, first, -1):
        if tokens[at].pos in ("VERB", "AUX"):
            break
        if tokens[at].relation == "cc":
            end = at - 1 if tokens[at - 1].pos == "PUNCT" else at
            return Span(span.start, tokens[end - 1].end) if end > first + 1 else span
    return span


def _counts_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether a last word counts the time to what comes next ("days after …")."""
    after = tokens[at + 1].word.casefold() if at + 1 < len(tokens) else ""
    return after in _SINCE and tokens[at].word.casefold() in _SPELLS


def trails(library: Library, last: Passage) -> bool:
    """Whether words end with one that calls for another ("and has", "as top-seeded")."""
    tokens = library.parts[last.report, last.part].tokens
    inside = [i for i in range(*tokens_within(tokens, last.span)) if tokens[i].pos != "PUNCT"]
    if not inside:
        return False
    end = tokens[inside[-1]]
    leads = end.head > inside[-1] and end.relation in _BEFORE_HEAD
    return leads or (end.pos in _TRAILING and end.relation in ("cc", "conj"))


def goes_on(library: Library, proposition: Proposition, last: Passage) -> int:
    """A clause whose verb has more to it right after its words is whole, but the less for being read alone."""
    return _OUTER * any(_of_act(library, proposition, i) for i in _held(library, proposition, last))


def _own(library: Library, proposition: Proposition, last: Passage) -> list[int]:
    part = library.parts[proposition.report, proposition.part]
    inside = range(*tokens_within(part.tokens, last.span))
    return [i for i in inside if part.tokens[i].pos not in ("PUNCT", "SYM")]


def _held(library: Library, proposition: Proposition, last: Passage) -> list[int]:
    """What follows at once, with no mark between, and belongs to a word of the clause."""
    part = library.parts[proposition.report, proposition.part]
    text = text_of(library.reports[proposition.report].report, proposition.part)
    rest = text[last.span.end : last.span.end + 2].strip()
    if not rest or not rest[0].isalnum():
        return []
    own = set(_own(library, proposition, last))
    sentence = sentence_span(library, proposition.report, proposition.part, last.span)
    after = range(tokens_within(part.tokens, last.span).last, tokens_within(part.tokens, sentence).last)
    return [i for i in after if part.tokens[i].head in own and part.tokens[i].relation in _GOES_ON]


def _of_act(library: Library, proposition: Proposition, token: int) -> bool:
    """Whether a word belongs to a verb, and not to a noun in the clause."""
    part = library.parts[proposition.report, proposition.part]
    head = part.tokens[part.tokens[token].head]
    return head.start == proposition.act_span.start or head.pos in ("AUX", "VERB")
