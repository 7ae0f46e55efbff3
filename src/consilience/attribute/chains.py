"""Chains: which statement stands inside which, and the media and documents through which a speaker is heard."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cues import lemma_of
from consilience.attribute.drafts import Draft
from consilience.attribute.reported import citing_verb
from consilience.attribute.speakers import Cast, speaker_of
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.model.statement import Link
from consilience.parses import Parse, below, kid, noun_phrase, span_of, words_of

_OUTER_RULES = ("according to",)
_VOICES = ("translator", "interpreter", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney")
_IN = ("in", "on", "via", "through", "by", "at", "during")


def nested(parse: Parse, drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """For each draft the number of the draft it stands within, or None: the smallest one around its cue."""
    parents = [_around(parse, drafts, number) for number in range(len(drafts))]
    for number in range(len(parents)):
        if _returns(parents, number):
            parents[number] = None
    return tuple(parents)


def _returns(parents: Sequence[int | None], number: int) -> bool:
    """Whether the way up from a draft comes back to it."""
    up = parents[number]
    for _ in parents:
        if up is None or up == number:
            return up == number
        up = parents[up]
    return True


def _around(parse: Parse, drafts: Sequence[Draft], number: int) -> int | None:
    own = drafts[number]
    if own.through is not None:
        return next((n for n, other in enumerate(drafts) if n != number and other.word == own.through), None)
    outer = [n for n, other in enumerate(drafts) if n != number and _holds(parse, other, own)]
    return min(outer, key=lambda n: (_size(drafts[n]), n), default=None)


def _size(draft: Draft) -> int:
    return sum(part.last - part.first for part in draft.content)


def _holds(parse: Parse, outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft lies in the outer's content, or the outer is the medium that cites the inner."""
    if inner.rule == "cited source":
        return outer.word is not None and inner.word is not None and citing_verb(parse, inner.word) == outer.word
    if outer.rule == "cited source" or inner.cue is None:
        return False
    if outer.cue is not None and _within(outer.cue, inner.content):
        return False
    if all(any(_inside(part, big) for big in outer.content) for part in (inner.cue, *inner.content)):
        return True
    return outer.rule in _OUTER_RULES and _same_tail(parse, outer, inner)


def _inside(part: TokenRange, big: TokenRange) -> bool:
    return big.first <= part.first and part.last <= big.last


def _within(cue: TokenRange, content: Sequence[TokenRange]) -> bool:
    return any(_inside(cue, part) for part in content)


def _same_tail(parse: Parse, outer: Draft, inner: Draft) -> bool:
    """ "…, he added, according to X": one sentence, X's words are a tail of his."""
    if outer.cue is None or inner.cue is None:
        return False
    if inner.rule in _OUTER_RULES and inner.cue.first > outer.cue.first:
        return False
    same = parse.sentence_of[outer.cue.first] == parse.sentence_of[inner.cue.first]
    return same and any(a.first < b.last and b.first < a.last for a in outer.content for b in inner.content)


def own_links(cast: Cast, draft: Draft) -> tuple[Link, ...]:
    """The media and documents by which the speaker is heard: "on state television", "in a statement"."""
    word = draft.word
    parse = cast.parse
    if word is None or not parse.tokens[word].tag.startswith("V") or draft.follows is not None:
        return _owned_document(cast, draft)
    nouns = [k for k in (*_asked_on(parse, word), *_adjuncts(parse, word)) if not _in_content(k, draft)]
    links = [link for noun in nouns for link in [_medium(cast, draft, noun)] if link is not None]
    return (*_owned_document(cast, draft), *links)


def _adjuncts(parse: Parse, word: int) -> list[int]:
    """Nouns that hang on the cue, or stand after it in its sentence with a preposition of place or means."""
    last = parse.sentences[parse.sentence_of[word]].tokens.last
    near = range(word + 1, min(last, word + 12))
    kids = set(parse.kids[word])
    return [
        k for k in near if k in kids or (parse.tokens[k].relation in ("obl", "nmod") and _preposition(parse, k) in _IN)
    ]


def _asked_on(parse: Parse, word: int) -> list[int]:
    """Nouns with "on" in a question that opens the sentence: "asked on state radio about …, N. N. said"."""
    asked = [k for k in parse.kids[word] if parse.tokens[k].relation == "advcl" and lemma_of(parse, k) == "ask"]
    return [i for a in asked for i in below(parse, a) if _preposition(parse, i) == "on"]


def _preposition(parse: Parse, noun: int) -> str:
    cases = [k for k in parse.kids[noun] if parse.tokens[k].relation == "case" and k < noun]
    return parse.tokens[cases[-1]].word.lower() if cases else ""


def _in_content(index: int, draft: Draft) -> bool:
    return any(part.first <= index < part.last for part in draft.content)


def _medium(cast: Cast, draft: Draft, noun: int) -> Link | None:
    """The link that a noun beside the cue makes: an interpreter, a medium told to or spoken on, a document spoken in."""
    parse = cast.parse
    lemma = parse.tokens[noun].lemma.lower()
    before = _preposition(parse, noun)
    told = (before == "" and parse.tokens[noun].relation in ("iobj", "obj")) or before == "to"
    stretch = noun_phrase(parse, noun)
    stretch = TokenRange(stretch.first, stretch.last)
    span = span_of(parse, stretch)
    if before in ("via", "through", "by") and lemma in ("translator", "interpreter"):
        return Link(_plain(parse, stretch), "medium", None, span, None)
    found = speaker_of(cast, stretch, None)
    if found is not None and found.type in ("agency", "state_media", "medium") and (told or before in _IN):
        return Link(found.name, found.type, found.id, span, None)
    if before in ("in", "on", "via") and lemma in (
        "television",
        "radio",
        "tv",
        "podcast",
        "twitter",
        "facebook",
        "telegram",
    ):
        return Link(_plain(parse, stretch), "medium", None, span, None)
    if (
        before in ("in", "on", "via", "through")
        and lemma in word_set("speakers", "documents")
        and noun - (draft.word or 0) < 8
    ):
        return Link(_plain(parse, stretch), "document", None, span, None)
    return None


def _plain(parse: Parse, stretch: TokenRange) -> str:
    words = words_of(parse, stretch)
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the", "in", "on", "via", "through") else words


def _owned_document(cast: Cast, draft: Draft) -> tuple[Link, ...]:
    """ "A White House statement said": the document through which its owner speaks."""
    if draft.source is None:
        return ()
    parse = cast.parse
    head = next(
        (i for i in range(*draft.source) if not draft.source.first <= parse.tokens[i].head < draft.source.last),
        draft.source.first,
    )
    if parse.tokens[head].lemma.lower() not in word_set("speakers", "documents") or parse.tokens[head].pos != "NOUN":
        return ()
    owner = kid(parse, head, "nmod:poss", "compound")
    if owner is None or owner not in cast.at:
        return ()
    return (Link(parse.tokens[head].word, "document", None, span_of(parse, draft.source), None),)
