"""What a speaker does and how firmly: act, scope, hedges."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from consilience.attribute.cues import is_negated, kind_at, lemma_of
from consilience.attribute.drafts import Draft
from consilience.attribute.status import content_head, is_denied_clause, may_be, threatens
from consilience.lexicons import word_set
from consilience.model.statement import Act, Scope, Strength
from consilience.parses import Parse, kid

_DISCLOSING = frozenset(
    "say disclose reveal tell comment specify elaborate announce confirm explain mention name identify give offer provide "
    "release publish detail clarify indicate answer respond reply".split()
)
_HEDGES = frozenset(
    "reportedly apparently allegedly possibly probably likely perhaps maybe seemingly presumably purportedly supposedly "
    "ostensibly appear seem".split()
)


def scope_and_act(parse: Parse, draft: Draft) -> tuple[Scope, Act]:
    """Scope and act from the cue; a quotation without a known cue is a statement that asserts."""
    word = draft.word
    if draft.rule == "transcript" and parse.tokens[draft.content[-1].last - 1].word == "?":
        return "statement", "asked"
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
    if lemma in ("warn", "caution") and (_warned_off(parse, draft, word) or _destroys(parse, draft)):
        return "threatened"
    if lemma == "call" and any(
        parse.tokens[i].word.lower() in ("for", "on") for i in range(word + 1, min(word + 3, len(parse.tokens)))
    ):
        return "asked"
    if lemma in ("tell", "urge", "advise") and _opens_with(parse, draft, ("to",)):
        return "asked"
    if lemma == "invite":
        return "asked"
    if act == "asserted" and threatens(parse, draft):
        return "threatened"
    return "declined" if act == "asserted" and _refuses_words(parse, draft) else act


def _refuses_words(parse: Parse, draft: Draft) -> bool:
    """ "I do not comment on …", "he was not going to discuss …": the speaker says that nothing will be said."""
    head = content_head(parse, draft.content)
    said = next((k for k in parse.kids[head] if parse.tokens[k].relation == "xcomp"), head)
    subject = kid(parse, head, "nsubj")
    negated = any(parse.tokens[k].word.lower() in ("not", "n't", "n’t", "never") for k in parse.kids[head])
    silent = parse.tokens[said].lemma.lower() in ("comment", "discuss", "elaborate", "speculate", "speak")
    present = not any(parse.tokens[k].word.lower() in ("did", "had", "have", "has") for k in parse.kids[head])
    oneself = subject is not None and parse.tokens[subject].word.lower() in ("i", "we", "he", "she", "they")
    return negated and silent and oneself and present


def _opens_with(parse: Parse, draft: Draft, words: Sequence[str]) -> bool:
    return parse.tokens[draft.content[0].first].word.lower() in words


def _warned_off(parse: Parse, draft: Draft, word: int) -> bool:
    """ "Warned X against …", "warned X not to …"."""
    end = draft.content[-1].last
    words = [parse.tokens[i].word.lower() for i in range(word, min(end, word + 12))]
    return "against" in words or any(a == "not" and b == "to" for a, b in itertools.pairwise(words))


def _destroys(parse: Parse, draft: Draft) -> bool:
    """ "Any ship that crosses the line will be sunk": harm to come, by the hand of whoever warns."""
    head = content_head(parse, draft.content)
    helpers = {parse.tokens[k].word.lower() for k in parse.kids[head] if parse.tokens[k].relation.startswith("aux")}
    to_come = bool(helpers & {"will", "would", "’ll", "'ll"})
    forms = {parse.tokens[head].lemma.lower(), parse.tokens[head].word.lower()}
    return to_come and "be" in helpers and bool(forms & word_set("cues", "destructive"))


def denies_again(parse: Parse, earlier: Draft, draft: Draft) -> bool:
    """Whether words that negate follow a denial in its own or the next sentence: "The guard denied it. 'No shots …'"."""
    if earlier.cue is None or draft.cue is None or not is_denied_clause(parse, content_head(parse, draft.content)):
        return False
    if any(a.first < b.last and b.first < a.last for a in earlier.content for b in draft.content):
        return False
    between = parse.sentence_of[draft.content[0].first] - parse.sentence_of[earlier.content[-1].last - 1]
    paragraphs = {parse.sentences[parse.sentence_of[d.cue.first]].paragraph for d in (earlier, draft) if d.cue}
    return 0 <= between <= 1 and len(paragraphs) == 1 and scope_and_act(parse, earlier)[1] == "denied"


def is_hedged(parse: Parse, draft: Draft) -> bool:
    """Whether the words around the cue, or the verb of the content, take something back."""
    word = draft.word
    if draft.aside == "believed_by_nobody":
        return True
    if may_be(parse, draft):
        return True
    heads = [content_head(parse, draft.content)]
    if word is not None and draft.follows is None:
        heads.append(word)
        if lemma_of(parse, word) in word_set("cues", "weak"):
            return True
    around = [parse.tokens[k] for h in heads for k in (h, *parse.kids[h])]
    return any(t.lemma.lower() in _HEDGES or t.word.lower() in _HEDGES for t in around)


def strength_of(parse: Parse, draft: Draft, scope: Scope, hedged: bool) -> Strength:
    """The rung on which the content stands: said, signalled, open to it, may be, believed; the lowest that the words show."""
    inside = [parse.tokens[i].lemma.lower() for part in draft.content for i in range(*part)]
    if draft.aside == "believed_by_nobody" or scope == "belief" or _is_believed(parse, draft):
        return "believed"
    if may_be(parse, draft) or {"possibly", "perhaps", "maybe"} & set(inside):
        return "may"
    if any(a in _OPEN and b == "to" for a, b in itertools.pairwise(inside)):
        return "open to"
    word = None if draft.follows is not None else draft.word
    weak = word is not None and lemma_of(parse, word) in word_set("cues", "weak")
    return "signalled" if weak or (hedged and {"apparently", "appear", "seem"} & set(inside)) else "said"


_OPEN = frozenset("open ready willing prepared inclined".split())


def _is_believed(parse: Parse, draft: Draft) -> bool:
    """ "Is believed to", "is thought to" at the head of the content."""
    head = content_head(parse, draft.content)
    passive = any(parse.tokens[k].relation == "aux:pass" for k in parse.kids[head])
    return passive and parse.tokens[head].lemma.lower() in ("believe", "think", "understand", "presume", "suspect")
