"""Names that the engine finds at some places of a report and misses at others, found at all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Name, NameType
from consilience.model.spans import TokenRange
from consilience.parses import Parse, span_of

_KINDS: tuple[NameType, ...] = (
    "PERSON",
    "ORG",
    "LOC",
    "FAC",
)  # and peoples and parties in the plural; "a Republican" is a noun
_SHARE = 2  # a string is missed at most so many times as often as it is found, else it is hardly a name

Words = tuple[str, ...]


def named_again(parse: Parse, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with those added whose words are a name elsewhere in the text, in text order.

    Only proper nouns that stand by themselves count: "Vell" is not found again in "Vell Rovers".
    """
    kinds = _kinds(parse, names)
    taken = {index for name in names for index in range(*name.tokens)}
    missed: dict[Words, list[TokenRange]] = {}
    for stretch in _places(parse, kinds, taken):
        missed.setdefault(_words(parse, stretch), []).append(stretch)
        taken.update(range(*stretch))
    found = (
        (stretch, kinds[words].most_common(1)[0][0])
        for words, places in missed.items()
        if len(places) <= _SHARE * kinds[words].total()
        for stretch in places
    )
    again = [Name(span_of(parse, stretch), stretch, kind) for stretch, kind in found]
    return tuple(sorted((*names, *again), key=lambda n: n.tokens))


def _kinds(parse: Parse, names: Sequence[Name]) -> dict[Words, Counter[NameType]]:
    """How often the words of each name are a name of which type."""
    kinds: dict[Words, Counter[NameType]] = {}
    for name in names:
        if name.type in _KINDS or (name.type == "NORP" and parse.tokens[name.tokens.last - 1].tag == "NNPS"):
            kinds.setdefault(_words(parse, name.tokens), Counter())[name.type] += 1
    return kinds


def _words(parse: Parse, stretch: TokenRange) -> Words:
    return tuple(token.word for token in parse.tokens[stretch.first : stretch.last])


def _places(parse: Parse, kinds: Mapping[Words, object], taken: set[int]) -> Iterator[TokenRange]:
    """Where the words of a name stand free, of names that begin alike the longest."""
    longest: dict[str, list[int]] = {}
    for words in kinds:
        longest.setdefault(words[0], []).append(len(words))
    for index, token in enumerate(parse.tokens):
        if token.word not in longest or index in taken:
            continue
        for size in sorted(set(longest[token.word]), reverse=True):
            stretch = TokenRange(index, index + size)
            if _words(parse, stretch) in kinds and _stands_free(parse, stretch, taken):
                yield stretch
                break


def _stands_free(parse: Parse, stretch: TokenRange, taken: set[int]) -> bool:
    """Whether all words are proper nouns outside any name, in one sentence, and none beside them goes on with the name."""
    first, last = stretch
    if last > len(parse.tokens) or not all(
        _is_proper(parse, index) and index not in taken for index in range(*stretch)
    ):
        return False
    sentence = range(*parse.sentences[parse.sentence_of[first]].tokens)
    beside = (index for index in (first - 1, last) if index in sentence)
    return last - 1 in sentence and not any(_goes_on(parse, index, taken) for index in beside)


def _goes_on(parse: Parse, index: int, taken: set[int]) -> bool:
    """Whether a word beside a name may belong to it: a proper noun of no name that is no title, or a hyphen."""
    word = parse.tokens[index].word
    proper = _is_proper(parse, index) and index not in taken and word not in word_set("titles", "before_names")
    return proper or word in ("-", "–", "'", "&")


def _is_proper(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.tag in ("NNP", "NNPS") and token.word[:1].isupper()
