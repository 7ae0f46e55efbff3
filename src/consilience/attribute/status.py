"""What becomes of the thing spoken of: happened, ongoing, planned, possible, negated; by the content's own clause."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cues import kind_at, lemma_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.model.statement import Act, Scope, Status
from consilience.parses import Parse, kid

_PLANNED_HEADS = frozenset("plan intend schedule expect due set prepare pledge promise vow offer ready".split())
_POSSIBLE = frozenset("may might could can".split())
_WOULD = ("would", "’d", "'d")
_FUTURE = ("will", "’ll", "'ll", "shall", "wo", "going", *_WOULD)
_PAST = ("was", "were", "had", "has", "have", "did", "'ve", "’ve", "been")
_BE = ("is", "are", "am", "'re", "’re", "'s", "’s", "was", "were", "be", "been", "'m", "’m")
_NOBODY = ("no", "none", "nothing", "nobody", "neither")
_WISHES = ("like", "want", "wish", "prefer")
_MARKS = ("“", '"', "‘", "'", "«", "„")


def content_head(parse: Parse, content: Sequence[TokenRange]) -> int:
    """The token that governs the first stretch of content: its highest verb, else its highest word."""
    first, last = next((part for part in content if _has_verb(parse, part)), content[0])
    tops = [
        i
        for i in range(first, last)
        if not first <= parse.tokens[i].head < last and parse.tokens[i].relation != "punct"
    ]
    verbs = [i for i in tops if parse.tokens[i].pos in ("VERB", "AUX", "ADJ")]
    return _reminded((verbs or tops or [first])[0], parse)


def _has_verb(parse: Parse, part: TokenRange) -> bool:
    return any(parse.tokens[i].pos in ("VERB", "AUX") for i in range(*part))


def _reminded(head: int, parse: Parse) -> int:
    """For "would like to remind you that …" the clause that is said, else the head itself."""
    if parse.tokens[head].lemma.lower() not in _WISHES:
        return head
    said = kid(parse, head, "xcomp")
    clause = None if said is None or kind_at(parse, said) is None else kid(parse, said, "ccomp")
    return head if clause is None else clause


def status_of(parse: Parse, draft: Draft, scope: Scope, act: Act) -> Status:
    """The status of the content, from tense, modal verbs, conditions and negation; what is only asked for is possible."""
    head = content_head(parse, draft.content)
    helpers = [
        parse.tokens[k].word.lower() for k in parse.kids[head] if parse.tokens[k].relation in ("aux", "aux:pass", "cop")
    ]
    if act == "declined" and any(parse.tokens[k].tag == "TO" for k in parse.kids[head]):
        return _of_declined(parse, head)
    if parse.tokens[head].pos == "NOUN" and not helpers:
        if _owned_up_to(parse, draft, head):
            return "happened"
        return _of_noun(parse, head, _planning(scope, act), act, draft.word is None)
    if _done(parse, head, act, helpers):
        return "happened"
    if act == "asked" and any(parse.tokens[k].tag == "TO" for k in parse.kids[head]):
        return "possible"
    return _of_clause(parse, draft, head, helpers, act) or _by_tense(parse, draft, head, helpers, _planning(scope, act))


def _planning(scope: Scope, act: Act) -> Status:
    """What a bare infinitive is under the act: a promise, threat or plan is planned, a request possible."""
    if act == "asked":
        return "possible"
    return "planned" if act in ("promised", "threatened") or scope == "plan" else "unknown"


def _of_declined(parse: Parse, head: int) -> Status:
    """Of what somebody declines to do or to say: possible if a "whether" opens it, else not told."""
    marks = {parse.tokens[i].word.lower() for i in range(head, min(head + 4, len(parse.tokens)))}
    return "possible" if marks & {"whether", "if"} else "unknown"


def _of_noun(parse: Parse, head: int, planning: Status, act: Act, headline: bool) -> Status:
    """Of a noun: a deed somebody is accused of has happened; a plan or a headline with "to …" is planned."""
    if act == "accused" and any(parse.tokens[k].tag == "VBG" for k in parse.kids[head]):
        return "happened"
    named_plan = headline or parse.tokens[head].lemma.lower() in word_set("cues", "plan_nouns")
    to_come = named_plan and any(parse.tokens[m].tag == "TO" for k in parse.kids[head] for m in parse.kids[k])
    return "planned" if planning == "unknown" and to_come else planning


def _owned_up_to(parse: Parse, draft: Draft, head: int) -> bool:
    """ "Confirmed the collision": a mishap or a deed that the speaker owns has happened."""
    owns = draft.word is not None and lemma_of(parse, draft.word) in ("confirm", "acknowledge", "admit", "concede")
    return owns and parse.tokens[head].lemma.lower() in word_set("cues", "mishaps")


def _done(parse: Parse, head: int, act: Act, helpers: Sequence[str]) -> bool:
    """Whether a deed is named by its -ing form as what somebody is accused of or denies."""
    return act in ("accused", "denied") and parse.tokens[head].tag == "VBG" and not helpers


def _of_clause(parse: Parse, draft: Draft, head: int, helpers: Sequence[str], act: Act) -> Status | None:
    """The status that a condition, a negation or a modal verb decides, or None."""
    token = parse.tokens[head]
    kids = [parse.tokens[k] for k in parse.kids[head]]
    if token.lemma.lower() == "like" and "would" in helpers and _infinitive(parse, head):
        return "ongoing"
    if _conditional(parse, head):
        return "planned" if act == "promised" and any(h in _FUTURE for h in helpers) else "possible"
    if is_denied_clause(parse, head):
        return "negated"
    asked = any(k.word.lower() in ("if", "whether") and k.relation == "mark" for k in kids)
    if asked or any(h in _POSSIBLE for h in helpers) or _only_would(parse, draft, head, helpers):
        return "possible"
    if any(h in _FUTURE for h in helpers) or _plans(parse, head):
        return "planned"
    if any(k.tag == "TO" for k in kids):
        return "planned"
    return None


def may_be(parse: Parse, draft: Draft) -> bool:
    """Whether the first modal verb of the content, at its head or nowhere else, is "may" or "might"."""
    modals = [i for i in range(*draft.content[0]) if parse.tokens[i].tag == "MD"]
    return bool(modals) and parse.tokens[modals[0]].word.lower() in ("may", "might")


def is_denied_clause(parse: Parse, head: int) -> bool:
    """Whether a clause is negated: at its verb, or by a subject such as "nobody", "no rounds"."""
    for k in parse.kids[head]:
        token = parse.tokens[k]
        if token.relation in ("advmod", "det") and token.lemma.lower() in ("not", "never", "no", "n't", "n’t"):
            return True
        if token.relation in ("nsubj", "nsubj:pass", "expl") and _is_nobody(parse, k):
            return True
    return False


def _is_nobody(parse: Parse, subject: int) -> bool:
    told = [subject, *(k for k in parse.kids[subject] if parse.tokens[k].relation == "det")]
    return any(parse.tokens[i].word.lower() in _NOBODY for i in told)


def _infinitive(parse: Parse, head: int) -> bool:
    return kid(parse, head, "xcomp") is not None


def _conditional(parse: Parse, head: int) -> bool:
    """Whether the clause hangs on an if, or calls something possible or likely."""
    conditions = [k for k in parse.kids[head] if parse.tokens[k].relation == "advcl"]
    marks = [
        parse.tokens[m].word.lower() for c in conditions for m in parse.kids[c] if parse.tokens[m].relation == "mark"
    ]
    return "if" in marks or parse.tokens[head].word.lower() in ("possible", "likely", "unlikely", "impossible")


def _only_would(parse: Parse, draft: Draft, head: int, helpers: Sequence[str]) -> bool:
    """Whether "would" is no reported future: in quoted words, under a cue in the present, with "have" or "rather"."""
    would = [
        k for k in parse.kids[head] if parse.tokens[k].word.lower() in _WOULD and parse.tokens[k].relation == "aux"
    ]
    if not would:
        return False
    rather = any(parse.tokens[k].word.lower() == "rather" for k in parse.kids[head])
    quoted = any(parse.tokens[i].word in _MARKS for i in range(draft.content[0].first, would[0]))
    now = draft.word is not None and parse.tokens[draft.word].tag in ("VBZ", "VBP")
    return rather or quoted or now or "have" in helpers


def _plans(parse: Parse, head: int) -> bool:
    """Whether the clause says that something is planned: "is due to", "was scheduled to", "plans to"."""
    clauses = [
        k for k in parse.kids[head] if parse.tokens[k].relation in ("xcomp", "advcl", "ccomp", "acl") and k > head
    ]
    infinitive = any(parse.tokens[k].tag == "TO" for c in clauses for k in parse.kids[c])
    return parse.tokens[head].lemma.lower() in _PLANNED_HEADS and infinitive


def _by_tense(parse: Parse, draft: Draft, head: int, helpers: Sequence[str], planning: Status) -> Status:
    tag = parse.tokens[head].tag
    direct = parse.tokens[draft.content[0].first].word in _MARKS
    if tag == "VBG" and any(h in _BE for h in helpers):
        return "happened" if direct and {"was", "were"} & set(helpers) else "ongoing"
    if planning == "possible" and tag == "VB":
        return "possible"
    if _backshifted(parse, draft, head, helpers):
        return "ongoing"
    if tag == "VBD" or any(h in _PAST for h in helpers):
        return "happened"
    if tag in ("VBZ", "VBP") or (helpers and planning == "unknown"):
        return "ongoing"
    return planning if planning != "unknown" or not helpers else "ongoing"


def _backshifted(parse: Parse, draft: Draft, head: int, helpers: Sequence[str]) -> bool:
    """Whether a past form in reported speech tells of a state that lasts: "said that the offer was serious"."""
    word = draft.word
    if word is None or parse.tokens[word].tag != "VBD" or parse.tokens[draft.content[0].first].word in ("“", '"'):
        return False
    states = ("remain", "have", "know", "want", "need", "belong")
    copula = any(parse.tokens[k].relation == "cop" for k in parse.kids[head]) and {"was", "were"} & set(helpers)
    return bool(copula) or (parse.tokens[head].tag == "VBD" and parse.tokens[head].lemma in states)


def threatens(parse: Parse, draft: Draft) -> bool:
    """Whether the content holds out harm: "will pay a price", "would face consequences"."""
    inside = [i for part in draft.content for i in range(*part)]
    to_come = any(parse.tokens[i].word.lower() in (*_FUTURE, "if", "unless") for i in inside)
    verbs = [i for i in inside if lemma_of(parse, i) in word_set("cues", "harm_verbs")]
    return to_come and any(
        parse.tokens[k].lemma.lower() in word_set("cues", "harm_objects") for v in verbs for k in parse.kids[v]
    )
