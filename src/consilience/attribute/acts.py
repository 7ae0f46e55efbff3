"""What a speaker does, what becomes of it, and how firmly: act, scope, status, hedges."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from consilience.attribute.cues import is_negated, kind_at, lemma_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.model.statement import Act, Scope, Status
from consilience.parses import Parse

_DISCLOSING = frozenset(
    "say disclose reveal tell comment specify elaborate announce confirm explain mention name identify give offer provide "
    "release publish detail clarify indicate answer respond reply".split()
)
_PLANNED_HEADS = frozenset("plan intend schedule expect due set prepare pledge promise vow offer ready".split())
_POSSIBLE = frozenset("may might could can".split())
_HEDGES = frozenset(
    "reportedly apparently allegedly possibly probably likely perhaps maybe seemingly presumably purportedly supposedly "
    "ostensibly appear seem".split()
)
_FUTURE = ("will", "’ll", "'ll", "shall", "wo", "would", "’d", "'d", "going")


def scope_and_act(parse: Parse, draft: Draft) -> tuple[Scope, Act]:
    """Scope and act from the cue; a quotation without a known cue is a statement that asserts."""
    word = draft.word
    if word is None or draft.follows is not None:
        return "statement", "asserted"
    kind = kind_at(parse, word)
    if kind is None:
        return "statement", "asserted"
    scope, act = kind
    if not parse.tokens[word].tag.startswith("V"):
        return scope, act
    return scope, _verb_act(parse, draft, word, act)


def _verb_act(parse: Parse, draft: Draft, word: int, act: Act) -> Act:
    """The act of a verb after its negation and the form of its content."""
    lemma = lemma_of(parse, word)
    if is_negated(parse, word) and lemma in _DISCLOSING:
        return "not disclosed"
    if lemma in ("offer", "agree") and _opens_with(parse, draft, ("that",)):
        return "asserted"
    if lemma in ("warn", "caution") and _warned_off(parse, draft, word):
        return "threatened"
    if lemma == "call" and any(
        parse.tokens[i].word.lower() in ("for", "on") for i in range(word + 1, min(word + 3, len(parse.tokens)))
    ):
        return "asked"
    if lemma in ("tell", "urge", "advise") and _opens_with(parse, draft, ("to",)):
        return "asked"
    if lemma == "invite":
        return "asked"
    return act


def _opens_with(parse: Parse, draft: Draft, words: Sequence[str]) -> bool:
    return parse.tokens[draft.content[0].first].word.lower() in words


def _warned_off(parse: Parse, draft: Draft, word: int) -> bool:
    """ "Warned X against …", "warned X not to …"."""
    end = draft.content[-1].last
    words = [parse.tokens[i].word.lower() for i in range(word, min(end, word + 12))]
    return "against" in words or any(a == "not" and b == "to" for a, b in itertools.pairwise(words))


def content_head(parse: Parse, content: Sequence[TokenRange]) -> int:
    """The token that governs the first stretch of content: its highest verb, else its highest word."""
    first, last = content[0]
    tops = [
        i
        for i in range(first, last)
        if not first <= parse.tokens[i].head < last and parse.tokens[i].relation != "punct"
    ]
    verbs = [i for i in tops if parse.tokens[i].pos in ("VERB", "AUX", "ADJ")]
    return (verbs or tops or [first])[0]


def status_of(parse: Parse, draft: Draft, scope: Scope, act: Act) -> Status:
    """What becomes of the thing spoken of, from tense, modal verbs and negation of the content's clause."""
    head = content_head(parse, draft.content)
    token = parse.tokens[head]
    kids = [parse.tokens[k] for k in parse.kids[head]]
    helpers = [k.word.lower() for k in kids if k.relation in ("aux", "aux:pass", "cop")]
    planning = act in ("promised", "threatened", "asked") or scope == "plan"
    if token.pos == "NOUN" and not helpers:
        to_come = any(parse.tokens[m].tag == "TO" for k in parse.kids[head] for m in parse.kids[k])
        return "planned" if planning or to_come else "unknown"
    if act == "accused" and token.tag == "VBG" and "of" in [k.word.lower() for k in kids]:
        return "happened"
    if token.lemma.lower() == "like" and "would" in helpers:
        return "ongoing"
    if _conditional(parse, head):
        return "possible"
    if any(k.lemma.lower() in ("not", "never", "no", "n't") and k.relation in ("advmod", "det") for k in kids):
        return "negated"
    if any(h in _POSSIBLE for h in helpers) or any(
        k.word.lower() in ("if", "whether") and k.relation == "mark" for k in kids
    ):
        return "possible"
    if any(h in _FUTURE for h in helpers):
        return "planned"
    if any(k.tag == "TO" for k in kids) or _plans(parse, head):
        return "planned"
    return _by_tense(parse, draft, head, helpers, planning)


def _conditional(parse: Parse, head: int) -> bool:
    """Whether the clause hangs on an if, or calls something possible or likely."""
    conditions = [k for k in parse.kids[head] if parse.tokens[k].relation == "advcl"]
    marks = [
        parse.tokens[m].word.lower() for c in conditions for m in parse.kids[c] if parse.tokens[m].relation == "mark"
    ]
    return "if" in marks or parse.tokens[head].word.lower() in ("possible", "likely", "unlikely", "impossible")


def _plans(parse: Parse, head: int) -> bool:
    """Whether the clause says that something is planned: "is due to", "was scheduled to", "plans to"."""
    clauses = [
        k for k in parse.kids[head] if parse.tokens[k].relation in ("xcomp", "advcl", "ccomp", "acl") and k > head
    ]
    infinitive = any(parse.tokens[k].tag == "TO" for c in clauses for k in parse.kids[c])
    return parse.tokens[head].lemma.lower() in _PLANNED_HEADS and infinitive


def _by_tense(parse: Parse, draft: Draft, head: int, helpers: Sequence[str], planning: bool) -> Status:
    tag = parse.tokens[head].tag
    past = ("was", "were", "had", "has", "have", "did", "'ve", "’ve", "been")
    if tag == "VBG" and any(
        h in ("is", "are", "am", "'re", "’re", "'s", "’s", "was", "were", "be", "been", "'m", "’m") for h in helpers
    ):
        return "ongoing"
    if _backshifted(parse, draft, head, helpers):
        return "ongoing"
    if tag == "VBD" or any(h in past for h in helpers):
        return "happened"
    if tag in ("VBZ", "VBP") or helpers:
        return "ongoing"
    if planning:
        return "planned"
    return "unknown"


def _backshifted(parse: Parse, draft: Draft, head: int, helpers: Sequence[str]) -> bool:
    """Whether a past form in reported speech tells of a state that lasts: "said that the offer was serious"."""
    word = draft.word
    if word is None or parse.tokens[word].tag != "VBD" or parse.tokens[draft.content[0].first].word in ("“", '"'):
        return False
    states = ("remain", "have", "know", "want", "need", "belong")
    copula = any(parse.tokens[k].relation == "cop" for k in parse.kids[head]) and {"was", "were"} & set(helpers)
    return bool(copula) or (parse.tokens[head].tag == "VBD" and parse.tokens[head].lemma in states)


def is_hedged(parse: Parse, draft: Draft) -> bool:
    """Whether the words around the cue, or the verb of the content, take something back."""
    word = draft.word
    heads = [content_head(parse, draft.content)]
    if word is not None and draft.follows is None:
        heads.append(word)
        if lemma_of(parse, word) in word_set("cues", "weak"):
            return True
    around = [parse.tokens[k] for h in heads for k in (h, *parse.kids[h])]
    return any(t.lemma.lower() in _HEDGES or t.word.lower() in _HEDGES for t in around)
