"""What a wording tells beyond the other tellings of its claim: what is printed must hold for all who are counted for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, statement_of
from consilience.trees import SUBJECTS, child, children, tokens_within
from consilience.wording import fold

_TELLING = frozenset(("ADJ", "NOUN", "NUM", "PROPN", "VERB"))
_MARKS = frozenset((",", ";", ":", "-", "–", "—"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_STEM = 5  # letters that two forms of a word share
_ADDED = frozenset(("acl", "acl:relcl", "advcl", "appos", "conj", "obl", "parataxis"))
_BEFORE_NOUN = frozenset(("amod", "compound", "det", "flat", "nmod:desc", "nmod:poss", "nummod"))
_UNIQUE = frozenset(("ever", "first", "last", "never", "only", "record", "unprecedented"))
_ALONE = frozenset(("ever", "only"))  # words that tell something whatever they are
_CLOCK = re.compile(r"^(?:[ap]\.?m\.?|o'clock)$|\d(?:[ap]\.?m\.?|[:.]\d\d)$")
_OTHER_HOUR = 12
_HOUR = re.compile(r"(\d{1,2})[:.](\d\d)(?:[ap]\.?m\.?)?$")
_STRONG = 8
_KEPT = frozenset(("except", "if", "lest", "only", "provided", "unless", "until", "without"))


@dataclass(frozen=True, slots=True)
class Carried:
    """In how many of a claim's tellings each word stands, by the first letters of its lemma, and each hour of the clock."""

    tellings: int
    words: Mapping[str, int]
    hours: Mapping[str, int]


ALONE = Carried(1, MappingProxyType({}), MappingProxyType({}))


def carried(library: Library, propositions: Sequence[Proposition]) -> Carried:
    """The words of the sentences in which each telling tells a claim; of one telling alone, each of its speakers."""
    told: dict[str, set[str]] = {}
    hours: dict[str, set[str]] = {}
    speakers = {_speaker(library, p) for p in propositions}
    several = len(speakers) > 1 and "" not in speakers and len({library.telling(p.report) for p in propositions}) == 1
    placed = {(p.report, p.part, p.spans[0], _speaker(library, p) if several else "") for p in propositions}
    for report, part, span, speaker in sorted(placed):
        tokens = library.parts[report, part].tokens
        sentence = sentence_span(library, report, part, span)
        said = (_key(tokens[i]) for i in range(*tokens_within(tokens, sentence)))
        told.setdefault(speaker or library.telling(report), set()).update(said)
        hours.setdefault(speaker or library.telling(report), set()).update(_hours(tokens, sentence))
    return Carried(len(told), _counted(told), _counted(hours))


def _counted(told: Mapping[str, set[str]]) -> Counter[str]:
    return Counter(word for said in told.values() for word in said)


def _hours(tokens: Sequence[Token], span: Span) -> set[str]:
    """The hours and minutes of the clock in some words, as "4:40"."""
    found = (_HOUR.match(tokens[i].word) for i in range(*tokens_within(tokens, span)))
    return {f"{int(m[1])}:{m[2]}" for m in found if m is not None}


def other_hour(library: Library, passages: Sequence[Passage], among: Carried) -> int:
    """What it costs that words give an hour which no other telling gives, where two give another one."""
    own = {h for p in passages for h in _hours(library.parts[p.report, p.part].tokens, p.span)}
    others = any(n > 1 for h, n in among.hours.items() if h not in own)
    return _OTHER_HOUR * (others and any(among.hours.get(h, 0) < 2 for h in own))


def _speaker(library: Library, proposition: Proposition) -> str:
    """Who says a proposition, where that is somebody named."""
    statement = statement_of(library, proposition)
    speaker = statement.speaker if statement is not None else None
    return library.actor_of.get(speaker.id or "", "") if speaker is not None else ""


def beyond(library: Library, passages: Sequence[Passage], among: Carried) -> int:
    """How many words at some passages the other tellings lack, each by the share of them, per mille."""
    if among.tellings < 2:
        return 0
    parts = [(library.parts[p.report, p.part].tokens, p.span) for p in passages]
    listed = (tokens[i] for tokens, span in parts for i in range(*tokens_within(tokens, span)))
    told = [t for t in listed if _tells(library, t)]
    lacking = (_weight(t) * (among.tellings - max(1, among.words.get(_key(t), 0))) for t in told)
    return 1000 * sum(lacking) // (among.tellings - 1)


def _weight(token: Token) -> int:
    """How much a word says that nobody else has: an hour, and that something was the first or most, say more."""
    word = fold(token.word)
    return _STRONG if word in _UNIQUE or token.tag in ("JJS", "RBS") or _CLOCK.search(word) else 1


def without_additions(
    library: Library, proposition: Proposition, passages: Sequence[Passage], among: Carried
) -> tuple[Passage, ...]:
    """The passages up to where a telling adds what no other one has: after a mark or an "and", or a circumstance behind
    the verb's first complement; empty where it adds nothing."""
    if among.tellings < 2 or len(passages) != 1:
        return ()
    only = passages[0]
    tokens = library.parts[only.report, only.part].tokens
    inside = range(*tokens_within(tokens, only.span))
    for at in inside[1:]:
        marked = tokens[at].word in _MARKS or tokens[at].relation == "cc"
        rest = range(at + 1 if marked else at, inside.stop)
        if tokens[at].start <= proposition.act_span.end or not rest:
            continue
        if not _added(tokens, inside, rest) or not (marked or _circumstance(tokens, rest)):
            continue
        kept = range(inside.start, at)
        if _only_here(library, [tokens[i] for i in rest], [tokens[i] for i in kept], among):
            last = next(i for i in reversed(kept) if tokens[i].pos != "PUNCT")
            return (replace(only, span=Span(only.span.start, tokens[last].end)),)
    return ()


def without_front(
    library: Library, proposition: Proposition, passages: Sequence[Passage], among: Carried
) -> tuple[Passage, ...]:
    """The passages from who acts on, where what a comma sets off before is told by no other telling; empty where nothing
    is."""
    part = library.parts[proposition.report, proposition.part]
    at = act_token(part, proposition.act_span)
    subject = child(part.tokens, at, *SUBJECTS) if at is not None else None
    if among.tellings < 2 or not passages or at is None or subject is None:
        return ()
    tokens, last = part.tokens, passages[-1]
    begin = subject
    while begin and tokens[begin - 1].relation in _BEFORE_NOUN and begin <= tokens[begin - 1].head <= subject:
        begin -= 1
    inside = [i for p in passages for i in range(*tokens_within(tokens, p.span))]
    front = [i for i in inside if i < begin]
    loose = (i for i in front if tokens[i].head not in front and tokens[i].pos != "PUNCT")
    if not front or tokens[begin - 1].word != "," or begin not in range(*tokens_within(tokens, last.span)):
        return ()
    said = [tokens[i] for i in front]
    kept = any(
        t.word.casefold() in _KEPT or t.pos == "NUM" or fold(t.word) in word_set("reading", "days") for t in said
    )
    if kept or not all(tokens[i].head == at and tokens[i].relation in ("advcl", "obl") for i in loose):
        return ()
    rest = [tokens[i] for i in inside if i >= begin]
    return (
        (replace(last, span=Span(tokens[begin].start, last.span.end)),)
        if _only_here(library, said, rest, among)
        else ()
    )


def _only_here(library: Library, tail: Sequence[Token], kept: Sequence[Token], among: Carried) -> bool:
    """Whether no other telling has a word of the last ones, but for such as stand in the words before them, too; or for the
    verb of what it tells of something else ("closed the bridge | and closed the mills")."""
    before = {_key(token) for token in kept}
    listed = [(token.pos, _key(token)) for token in tail if _tells(library, token)]
    lacking = [key for pos, key in listed if among.words.get(key, 0) <= 1]
    things = {key for pos, key in listed if pos in ("NOUN", "NUM", "PROPN")}
    verbs = {key for pos, key in listed if pos in ("ADJ", "VERB")} if things and things <= set(lacking) else set[str]()
    return bool(lacking) and all(key in lacking or key in before or key in verbs for _, key in listed)


def _added(tokens: Sequence[Token], inside: range, rest: range) -> bool:
    """Whether the last words hang on what stands before them as additions that could be left out."""
    heads = [i for i in rest if tokens[i].head not in rest and tokens[i].pos != "PUNCT"]
    if not heads or any(tokens[i].word.casefold() in _KEPT for i in rest):
        return False
    before = range(inside.start, rest.start)
    listed = [i for i in heads if tokens[i].relation == "obj" and rest.start > 0 and tokens[rest.start - 1].word == ","]
    again = any(tokens[i].relation == "obj" and tokens[i].head == tokens[n].head for n in listed for i in before)
    leaning = any(tokens[i].head in rest and tokens[i].pos != "PUNCT" and tokens[i].relation != "cc" for i in before)
    return not leaning and all(tokens[i].relation in _ADDED or (again and i in listed) for i in heads)


def _circumstance(tokens: Sequence[Token], rest: range) -> bool:
    """Whether the last words are a phrase or clause of one verb, led by a preposition or the like, and the verb has a noun
    for an object or another phrase before them."""
    heads = [i for i in rest if tokens[i].head not in rest and tokens[i].pos != "PUNCT"]
    if len(heads) != 1 or tokens[heads[0]].relation not in ("advcl", "obl"):
        return False
    verb = tokens[heads[0]].head
    leads = tokens[rest.start].pos in ("ADP", "SCONJ") and tokens[rest.start].head == heads[0]
    kept = (tokens[c] for c in children(tokens, verb) if verb < c < rest.start)
    whole = any(t.relation in ("obj", "obl") and t.pos in ("NOUN", "PROPN", "NUM") for t in kept)
    return leads and whole and tokens[verb].pos == "VERB"


def _key(token: Token) -> str:
    """The first letters of a word's lemma; of "40kg" the number."""
    number = _NUMBER.match(token.word)
    return number[0] if number is not None else fold(token.lemma or token.word)[:_STEM]


def _tells(library: Library, token: Token) -> bool:
    """Whether a word tells something; who takes part is called otherwise by everybody."""
    word = fold(token.lemma or token.word)
    named = token.pos == "PROPN" and fold(token.word).removesuffix("'s") in library.name_words
    return word in _ALONE or (token.pos in _TELLING and not named and word not in word_set("acts", "light"))
