"""Chains: which statement stands inside which, and the media and documents through which a speaker is heard."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cast import Cast
from consilience.attribute.cues import agent, lemma_of
from consilience.attribute.drafts import Draft
from consilience.attribute.making import author_of
from consilience.attribute.reported import citing_verb
from consilience.attribute.speakers import speaker_of
from consilience.attribute.unnamed import owner_of
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.model.statement import Link, LinkType
from consilience.parses import LOOSE, Parse, below, noun_phrase, span_of, words_of
from consilience.wording import fold

_OUTER_RULES = ("according to",)
_NEAR = 8
_IN = ("in", "on", "via", "through", "by", "at", "during")


def nested(parse: Parse, drafts: Sequence[Draft], first: int = 0) -> tuple[int | None, ...]:
    """For each draft from `first` on the number of the draft it stands within, or None: the smallest around its cue."""
    parents = [None] * first + [_around(parse, drafts, number) for number in range(first, len(drafts))]
    for number in range(len(parents)):
        if _returns(parents, number):
            parents[number] = None
    return tuple(parents[first:])


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
    outer = [
        n for n, other in enumerate(drafts) if n != number and _meet(parse, other, own) and _holds(parse, other, own)
    ]
    return min(outer, key=lambda n: (_size(drafts[n]), n), default=None)


def _meet(parse: Parse, outer: Draft, inner: Draft) -> bool:
    """Whether the two stand near enough for one to hold the other; most pairs of a report do not."""
    first, last = outer.content[0].first, outer.content[-1].last
    spans = first < inner.content[-1].last and inner.content[0].first < last
    return spans or inner.rule == "cited source"


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
    source = draft.source or (0, 0)
    near = [k for k in (*_asked_on(parse, word), *_adjuncts(parse, word)) if not source[0] <= k < source[1]]
    nouns = [k for k in near if not _in_content(k, draft)]
    links = [link for noun in nouns for link in [_medium(cast, draft, noun)] if link is not None]
    return (*_owned_document(cast, draft), *links)


def _adjuncts(parse: Parse, word: int) -> list[int]:
    """Nouns that hang on the cue, or stand after it in its sentence with a preposition of place or means."""
    last = parse.sentences[parse.sentence_of[word]].tokens.last
    near = range(word + 1, min(last, word + 12))
    kids = set(parse.kids[word])
    after = [
        k for k in near if k in kids or (parse.tokens[k].relation in ("obl", "nmod") and _preposition(parse, k) in _IN)
    ]
    return [*_set_before(parse, word), *after]


def _set_before(parse: Parse, word: int) -> list[int]:
    """Nouns with "in", "on" or "at" that hang on the cue before it, and what hangs on them: "in a talk on state radio"."""
    nouns = [k for k in parse.kids[word] if k < word and _preposition(parse, k) in ("in", "on", "at")]
    nouns += [k for s in parse.kids[word] if s < word for k in parse.kids[s] if _set_off(parse, k)]
    return [
        i for n in nouns for i in below(parse, n, LOOSE) if parse.tokens[i].pos == "NOUN" and _preposition(parse, i)
    ]


def _set_off(parse: Parse, noun: int) -> bool:
    """Whether a noun with "in" or "on" stands after a comma beside the subject: "X, in an address, said"."""
    cases = [k for k in parse.kids[noun] if parse.tokens[k].relation == "case" and k < noun]
    return bool(cases) and parse.tokens[cases[0] - 1].word == "," and parse.tokens[cases[0]].word in ("in", "on")


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
    before = _preposition(parse, noun)
    told = (before == "" and parse.tokens[noun].relation in ("iobj", "obj")) or before == "to"
    if before in ("via", "through", "by") and parse.tokens[noun].lemma.lower() in ("translator", "interpreter"):
        return _thing(parse, noun, "medium")
    if told or before in _IN:
        outlet = _outlet(cast, noun)
        if outlet is not None:
            return None if _same_outlet(cast, outlet.name or "") else outlet
    if (told or before in ("at", "in", "during", "on")) and _is_broadcast(parse, noun):
        return _thing(parse, noun, "medium")
    documents = word_set("speakers", "documents")
    carrier = _carrier(cast, noun)
    if carrier is not None:
        return carrier
    near = before in ("in", "on", "via", "through") and abs(noun - (draft.word or 0)) < _NEAR
    return _thing(parse, noun, "document") if near and parse.tokens[noun].lemma.lower() in documents else None


def _carrier(cast: Cast, noun: int) -> Link | None:
    """The medium of "a statement carried by the N. news agency"."""
    parse = cast.parse
    told = [k for k in parse.kids[noun] if parse.tokens[k].relation == "acl" and parse.tokens[k].tag == "VBN"]
    carried = [k for k in told if parse.tokens[k].lemma.lower() in _CARRYING]
    by = agent(parse, carried[0]) if carried else None
    return None if by is None else _outlet(cast, by)


_CARRYING = ("air", "broadcast", "carry", "cite", "distribute", "publish", "quote", "relay", "report", "run")


def _thing(parse: Parse, noun: int, kind: LinkType) -> Link:
    """A medium or document without a name of its own, by its noun and what stands right before it."""
    stretch = noun_phrase(parse, noun, (*LOOSE, "nmod", "obl", "appos", "nmod:unmarked", "conj"))
    return Link(_plain(parse, stretch), kind, None, span_of(parse, stretch), None)


def _outlet(cast: Cast, noun: int) -> Link | None:
    """The agency, newspaper or broadcaster that the noun names."""
    parse = cast.parse
    stretch = _with_name(parse, noun_phrase(parse, noun, (*LOOSE, "appos", "conj")))
    if _is_agency(cast, parse.tokens[noun].word):
        return Link(cast.agency, "agency", None, span_of(parse, stretch), None)
    found = speaker_of(cast, stretch, None)
    if found is not None and found.type in ("agency", "state_media", "medium"):
        return Link(found.name, found.type, found.id, span_of(parse, stretch), None)
    if (
        found is not None
        and any(letter.isupper() for letter in found.name or "")
        and parse.tokens[noun].lemma.lower() in word_set("speakers", "media_nouns")
    ):
        kind: LinkType = "agency" if parse.tokens[noun].lemma.lower() in ("agency", "newswire", "wire") else "medium"
        return Link(found.name, kind, found.id, span_of(parse, stretch), None)
    ends = parse.tokens[noun].pos == "PROPN" and _is_medium_name(words_of(parse, stretch).split())
    return Link(_plain(parse, stretch), "medium", None, span_of(parse, stretch), None) if ends else None


def _with_name(parse: Parse, stretch: TokenRange) -> TokenRange:
    """ "TV" or "Radio" with the name after it, wherever the tree hangs that."""
    last = stretch.last
    while parse.tokens[stretch.last - 1].word in ("TV", "Radio") and last < len(parse.tokens):
        if parse.tokens[last].pos != "PROPN":
            break
        last += 1
    return TokenRange(stretch.first, last)


def _is_agency(cast: Cast, word: str) -> bool:
    """Whether a word in capitals abbreviates the agency whose text the report carries: its letters in order."""
    if not (word.isupper() and 2 <= len(word) <= 5 and cast.agency):
        return False
    letters = iter(cast.agency.lower())
    initials = {part[0].lower() for part in cast.agency.split()}
    return word[0] == cast.agency[0] and word[-1].lower() in initials and all(c in letters for c in word.lower())


def _is_medium_name(words: Sequence[str]) -> bool:
    """Whether a name opens or ends with a word for media: "TV N.", "N. Radio"."""
    return len(words) > 1 and (words[-1] in word_set("media", "last_words") or words[0] in ("TV", "Radio"))


def _same_outlet(cast: Cast, name: str) -> bool:
    """Whether the medium is the outlet itself: all words of one name stand in the other."""
    own, other = ({w for w in fold(n).split() if w != "the"} for n in (cast.outlet, name))
    return bool(own and other) and (own <= other or other <= own)


def _is_broadcast(parse: Parse, noun: int) -> bool:
    """Whether the noun is a news conference, a broadcast, or a televised speech."""
    token = parse.tokens[noun]
    before = parse.tokens[noun - 1].word.lower() if noun else ""
    if token.lemma.lower() in word_set("media", "broadcasts"):
        return True
    if token.lemma.lower() in ("conference", "briefing") and before in ("news", "press"):
        return True
    described = {parse.tokens[k].word.lower() for k in parse.kids[noun] if parse.tokens[k].relation == "amod"}
    return bool(described & {"televised", "broadcast", "televized", "recorded"})


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
    owner = owner_of(parse, head)
    if owner is None or (owner not in cast.at and author_of(parse, head) is None):
        return ()
    return (Link(parse.tokens[head].word, "document", None, span_of(parse, draft.source), None),)
