"""What looks like an attribution and is no statement; each rule's docstring is the reason that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from consilience.attribute.continued import is_direct
from consilience.attribute.cues import is_passive, kind_at, own_subject
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.parses import Parse
from consilience.quotation import Quotation, inside

Sieve = Callable[[Parse, Sequence[Quotation], Draft], bool]
_WRITERS = ("i", "we", "you", "us", "me")
_TOPIC_VERBS = ("discuss", "talk", "speak", "toast", "celebrate", "raise", "focus", "touch")
_PASSING = (
    "believe",
    "see",
    "expect",
    "think",
    "know",
    "consider",
    "view",
    "regard",
    "understand",
    "hear",
    "show",
    "mean",
    "fear",
)


def is_statement(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """Whether none of the sieves holds the draft back."""
    return not any(sieve(parse, quotes, draft) for sieve in SIEVES)


def nobody_says(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """No cue and no speaker: a quotation alone may be a title, a name or a distancing mark."""
    return draft.cue is None and draft.source is None and draft.follows is None


def writer_or_reader(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """I, we or you outside quotation marks: the outlet itself or the page's furniture."""
    if draft.source is None or draft.source.last - draft.source.first != 1:
        return False
    token = parse.tokens[draft.source.first]
    return token.word.lower() in _WRITERS and inside(quotes, token.start) is None


def believed_by_nobody(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """A passive without an agent ("is believed to", "was seen as"): the outlet's own sentence, hedged."""
    word = draft.word
    if word is None or not is_passive(parse, word) or own_subject(parse, word) is not None or draft.source is not None:
        return False
    return parse.tokens[word].lemma.lower() in _PASSING or parse.tokens[word].tag == "VBN"


def outlets_inference(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Suggesting that", "indicating": a participle or a thing as subject draws the outlet's own conclusion."""
    word = draft.word
    if word is None or parse.tokens[word].lemma.lower() not in word_set("cues", "inference"):
        return False
    if is_direct(parse, quotes, draft):
        return False
    token = parse.tokens[word]
    return token.tag == "VBG" and token.relation in ("advcl", "acl", "conj", "xcomp", "parataxis")


def topic_only(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Discussed X", "talked about X": a topic is named, nothing is said of it."""
    word = draft.word
    return (
        word is not None
        and parse.tokens[word].lemma.lower() in _TOPIC_VERBS
        and not any(inside(quotes, parse.tokens[part.first].start) for part in draft.content)
    )


def unknown_cue(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """A cue that the lexicon does not know as saying, believing, planning or perceiving, and no quotation."""
    if draft.word is None or kind_at(parse, draft.word) is not None or draft.rule != "attribution heads":
        return False
    if any(parse.tokens[i].word.lower() == "according" for i in range(*(draft.cue or (0, 0)))):
        return False
    return not is_direct(parse, quotes, draft)


def question_asked(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Asked questions": that somebody asked is told, not what."""
    word = draft.word
    if word is None or parse.tokens[word].lemma.lower() != "ask":
        return False
    return parse.tokens[draft.content[0].first].lemma.lower() == "question"


SIEVES: tuple[Sieve, ...] = (
    nobody_says, writer_or_reader, believed_by_nobody, outlets_inference, topic_only, unknown_cue, question_asked,
)  # fmt: skip
