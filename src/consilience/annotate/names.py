"""Names made whole: titles off, "of" phrases on, known media found, one type for one string in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from consilience.annotate.grammar import beside
from consilience.annotate.name_shapes import (
    closed,
    hangs_on,
    is_address,
    is_addressed,
    is_party_mark,
    joined_persons,
    split_owners,
    split_pairs,
    told_by_shape,
    written_large,
)
from consilience.annotate.named_again import named_again
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name, NameType
from consilience.model.spans import TokenRange
from consilience.organisations import known_organisations, plain_key
from consilience.parses import Parse, span_of, words_of
from consilience.trees import head_of
from consilience.wording import fold

# Nouns after which "of …" or "for …" belongs to the name of a body.
BODY_HEADS = frozenset(
    "academy agency assembly association authority bank board bureau chamber chiefs church college commission committee "
    "congress council court department directorate federation foundation front house institute league ministry movement "
    "museum office organisation organization parliament party school secretariat senate society union university".split()
)
# Of these also "on …" and "against …": the Committee on Fisheries, but no party on Tuesday.
_TOPICAL = frozenset(
    "agency association bureau commission committee congress council department foundation institute league office".split()
)
_JOINTS = ("of", "for")
_LONGEST_LISTED = 7
_BEFORE_NAME = ("compound", "nmod:desc", "appos", "flat", "nmod")
_SPOKES = frozenset(("minister", "president", "premier", "spokesman", "spokesperson", "spokeswoman"))
_TELLING: tuple[NameType, ...] = (
    "PERSON", "LOC", "ORG", "NORP", "FAC", "EVENT", "PRODUCT", "DATE", "MONEY", "MISC",
)  # fmt: skip


def name_key(words: str) -> str:
    """The form under which two spellings of a name are one: folded, hyphens as spaces, without article and genitive."""
    plain = fold(words).replace("-", " ").replace(".", "")
    plain = plain.removeprefix("the ").removesuffix("'s").removesuffix("'")
    return " ".join(plain.split())


def mend_names(parse: Parse, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of one part with whole spans and one type a string."""
    trimmed = (_trimmed(parse, name) for name in split_owners(parse, split_pairs(parse, joined_persons(parse, names))))
    kept = list(written_large(parse, [name for name in trimmed if name is not None]))
    kept = _joined_bodies(parse, _with_homes(parse, kept))
    kept = _without_overlaps([*_listed(parse), *kept])
    return _with_nested(named_again(parse, _one_type(parse, kept)), names)


def _with_nested(mended: Sequence[Name], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with all names within names that lie inside them."""
    within = [inner for name in names for inner in name.nested]
    if not within:
        return tuple(mended)
    return tuple(replace(name, nested=tuple(n for n in within if _lies_within(n, name))) for name in mended)


def _lies_within(inner: Name, outer: Name) -> bool:
    return inner.tokens != outer.tokens and _inside(inner, outer)


def _named(parse: Parse, first: int, last: int, kind: NameType) -> Name:
    stretch = TokenRange(first, last)
    return Name(span_of(parse, stretch), stretch, kind)


def _trimmed(parse: Parse, name: Name) -> Name | None:
    """The name without an article, title or genitive at its ends; None if nothing is left."""
    first, last = name.tokens
    titles = word_set("titles", "before_names")
    while last > first and parse.tokens[last - 1].word in ("'s", "’s", "'", "’", ",", '"', "”"):
        last -= 1
    while first < last and parse.tokens[first].word.lower() in ("the", "a", "an", '"', "“", "'", "‘"):
        first += 1
    marks = [i for i in range(first, last - 1) if parse.tokens[i].word in ('"', "”", "’", "“")]
    first = marks[-1] + 1 if marks else first
    last = closed(parse, first, last)
    if is_party_mark(parse, first, last):
        return None
    name = replace(name, type="PERSON") if is_addressed(parse, first, last) else name
    while name.type == "PERSON" and last - first > 1 and parse.tokens[first].word in titles:
        first += 1
    cut = name.type == "PERSON" and parse.tokens[first].word in titles and parse.tokens[last : last + 1]
    if last - first == 1 and is_address(parse.tokens[first].word):
        return None
    if cut and last - first == 1 and parse.tokens[last].word == ".":
        return None  # "Const | . Ossel"
    if first >= last or not any(c.isalnum() for c in parse.tokens[first].word):
        return None
    return _named(parse, first, _hyphen_end(parse, last, name.type), name.type)


def _hyphen_end(parse: Parse, last: int, kind: NameType) -> int:
    """Where a name ends that goes on after a hyphen without a space: "Stratford-on-Avon", "Tae-yong", but "Norland"-led.

    Only a person's name, or one of a thing, ends in a small letter after a hyphen.
    """
    tokens = parse.tokens
    begun = last
    at = last
    while (
        at + 1 < len(tokens)
        and tokens[at].word == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
        and (at > last or tokens[at + 1].word[:1].islower() or tokens[at + 1].word.isdigit())
        and tokens[at + 1].tag in ("NNP", "NNPS", "NN", "CD", "FW", "IN", "SYM")
    ):
        at += 2
    ends_small = at > begun and tokens[at - 1].word[:1].islower()
    no_part = kind in ("NORP", "LOC", "ORG", "FAC") or (at > begun and hangs_on(tokens[at - 1].word))
    return begun if ends_small and no_part else at


def _capital(parse: Parse, index: int) -> bool:
    return index < len(parse.tokens) and parse.tokens[index].word[:1].isupper()


def _joined_bodies(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names such as "Ministry of Health" or "Party of Korea", whether the engine cut them or missed them."""
    by_first = {name.tokens.first: name for name in names}
    by_last = {name.tokens.last: name for name in names}
    bodies = []
    for index, token in enumerate(parse.tokens):
        if token.word.lower() not in BODY_HEADS or not token.word[:1].isupper():
            continue
        last = _body_end(parse, index, by_first)
        if last is not None:
            bodies.append(_named(parse, _body_start(parse, index, by_last), last, "ORG"))
    return [*bodies, *(n for n in names if not any(_inside(n, body) for body in bodies))]


def _with_homes(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names of bodies with the town or people in front that belongs to them: "Norhaven Harbour Authority"."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.tokens):
        if kept and _is_home(parse, kept[-1], name):
            kept[-1] = _named(parse, kept[-1].tokens.first, name.tokens.last, "ORG")
        else:
            kept.append(name)
    return kept


def _is_home(parse: Parse, home: Name, body: Name) -> bool:
    """Whether a town, or a people before a word for a body, stands right before a body's name and hangs on it.

    The words before the last word of a newspaper's name may be taken for a body of their own.
    """
    tokens, last = parse.tokens, home.tokens.last
    if body.type != "ORG" or last != body.tokens.first or tokens[body.tokens.last - 1].word.isupper():
        return False
    if not body.tokens.first <= tokens[last - 1].head < body.tokens.last:
        return False
    relation, end = tokens[last - 1].relation, tokens[body.tokens.last - 1].word
    if home.type == "NORP":
        return relation in ("amod", "compound") and end.lower() in BODY_HEADS
    if relation != "compound" or words_of(parse, home.tokens) in table("nations", "names"):
        return False
    torn = body.tokens.last - body.tokens.first == 1 or end in word_set("media", "last_words")
    return home.type == "LOC" or (home.type == "ORG" and torn and not tokens[last - 1].word.isupper())


def _body_end(parse: Parse, index: int, by_first: dict[int, Name]) -> int | None:
    """Where the "of" phrase of a body's name ends, or None where it has none."""
    at = index + 1
    if at >= len(parse.tokens) or not _leads_on(parse, at):
        return None
    at += 1
    if at < len(parse.tokens) and parse.tokens[at].word == "the":
        at += 1
    if at in by_first:
        return by_first[at].tokens.last if by_first[at].type != "DATE" else None
    if not _capital(parse, at):
        return None
    while _capital(parse, at) or _joins(parse, at, by_first):
        at += 1
        if at >= len(parse.tokens):
            break
    return at


def _leads_on(parse: Parse, at: int) -> bool:
    """Whether the word behind a word for a body joins it to what follows."""
    word = parse.tokens[at].word
    return word in _JOINTS or (word in ("on", "against") and parse.tokens[at - 1].word.lower() in _TOPICAL)


def _joins(parse: Parse, at: int, by_first: dict[int, Name]) -> bool:
    """Whether "and" goes on with the same name: a capital follows that opens no name of its own."""
    if parse.tokens[at].word != "and" or not _capital(parse, at + 1) or at + 1 in by_first:
        return False
    return parse.tokens[at + 1].word not in table("media", "named")


def _body_start(parse: Parse, index: int, by_last: dict[int, Name]) -> int:
    """Where a body's name starts: at the start of a name that ends here, else at the first of the capitals before."""
    if index + 1 in by_last:
        return min(index, by_last[index + 1].tokens.first)
    first = index
    sentence = parse.sentences[parse.sentence_of[index]].tokens.first
    while first > sentence and not _is_lands(parse, first):
        if not (_capital(parse, first - 1) or parse.tokens[first - 1].word in ("'", "’", "'s", "’s")):
            break
        first -= 1
    while parse.tokens[first].word.lower() in ("the", "a", "'", "’", "'s", "’s"):
        first += 1
    return min(first, index)


def _is_lands(parse: Parse, at: int) -> bool:
    """Whether what begins here is a land's: "Norway's Council of Harbours"."""
    return parse.tokens[at - 1].tag == "POS" and parse.tokens[at - 2].word in table("nations", "names")


@cache
def _first_words() -> frozenset[str]:
    """The first words, in lower case, of what the tables of media and countries list."""
    listed = (*table("media", "named"), *(n for n in table("nations", "names") if " " in n))
    firsts = (name.lower().replace("-", " ").replace("'", " ").split()[0] for name in listed)
    return frozenset(form for first in firsts for form in (first, first.removesuffix(".")))


def _listed(parse: Parse) -> list[Name]:
    """Media and countries that the tables name by several words, longest first, and media of one word."""
    media, nations = table("media", "named"), table("nations", "names")
    found = []
    for index in range(len(parse.tokens)):
        if parse.tokens[index].word.lower() not in _first_words():
            continue
        for size in range(min(_LONGEST_LISTED, len(parse.tokens) - index), 0, -1):
            words = words_of(parse, TokenRange(index, index + size)).replace("’", "'")
            if words in media or (len(words) > 3 and words.isupper() and words.title() in media):
                found.append(_named(parse, index, index + size, "ORG"))
                break
            if size > 1 and words in nations:
                found.append(_named(parse, index, index + size, "LOC"))
                break
    return found


def _inside(inner: Name, outer: Name) -> bool:
    return outer.tokens.first <= inner.tokens.first and inner.tokens.last <= outer.tokens.last


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Of names that share tokens the longest, of equally long ones the first given; in text order."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: n.tokens.first - n.tokens.last):
        if taken.isdisjoint(range(*name.tokens)):
            kept.append(name)
            taken.update(range(*name.tokens))
    return sorted(kept, key=lambda n: n.tokens)


def _one_type(parse: Parse, names: Sequence[Name]) -> tuple[Name, ...]:
    """Each string gets the type it has most often; what the tables know is settled by them."""
    votes: dict[str, Counter[NameType]] = {}
    keys = [name_key(words_of(parse, name.tokens)) for name in names]
    for key, name in zip(keys, names, strict=True):
        votes.setdefault(key, Counter())[name.type] += 1
    for key, name in zip(keys, names, strict=True):
        told = _told_type(parse, name)
        if told is not None:
            votes[key][told] += 2
    surnames = {key.split()[-1] for key, vote in votes.items() if " " in key and _most(vote) == "PERSON"}
    return tuple(
        replace(name, type=_settled_type(words_of(parse, name.tokens), key, surnames) or _most(votes[key]))
        for key, name in zip(keys, names, strict=True)
    )


def _told_type(parse: Parse, name: Name) -> NameType | None:
    """The type that the word right before a name tells: "spokesman" a person, "newspaper" a body; else None."""
    first = name.tokens.first
    shaped = told_by_shape(parse, name)
    if shaped is not None or (name.type == "PERSON" and _beside_body(parse, name)):
        return shaped or "ORG"
    if first == 0 or parse.sentence_of[first - 1] != parse.sentence_of[first]:
        return None
    before = parse.tokens[first - 1]
    if before.tag in ("NN", "NNP") and before.relation in _BEFORE_NAME:
        if name.type in ("ORG", "MISC") and before.lemma.lower() in _SPOKES:
            return "PERSON"
        if name.type == "PERSON" and before.lemma.lower() in word_set("speakers", "media_nouns"):
            return "ORG"
    return None


def _beside_body(parse: Parse, name: Name) -> bool:
    """Whether the phrase beside a name calls it a medium or an agency: "Varo, a broadcaster"."""
    heads = (head_of(parse.tokens, phrase) for phrase in beside(parse, name))
    return any(parse.tokens[head].lemma.lower() in word_set("speakers", "media_nouns") for head in heads)


def _most(votes: Counter[NameType]) -> NameType:
    """The commonest type; of equally common ones the more telling."""
    return max(votes, key=lambda kind: (votes[kind], -_TELLING.index(kind)))


def _settled_type(words: str, key: str, surnames: set[str]) -> NameType | None:
    """A surname of the report is a person, before the tables are asked; countries stay countries."""
    if key in surnames and "." not in words and words not in table("nations", "names"):
        return "PERSON"
    return _known_type(words)


def _known_type(words: str) -> NameType | None:
    """The type that a table of the package gives a spelling, or None."""
    words = words.replace("’", "'")
    if words in table("nations", "demonyms"):
        return "NORP"
    if words in table("nations", "names") or words in table("nations", "seats"):
        return "LOC"
    if words in table("media", "named") or words in table("metonyms", "bodies"):
        return "ORG"
    if words[:1].isupper() and plain_key(words.removeprefix("the ")) in known_organisations():
        return "ORG"
    last = words.rsplit(" ", 1)[-1]
    if (
        " " in words
        and last in word_set("media", "last_words")
        and last in ("Sinmun", "Shimbun", "Ilbo", "Zeitung", "Gazette")
    ):
        return "ORG"
    return None
