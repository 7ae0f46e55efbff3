"""Noun phrases that tell of names: what stands before a name, beside it, and definite phrases that stand for one."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import table, word_set
from consilience.model.annotations import Name
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid, noun_phrase, words_of

_RUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "AFX")
_LONGEST_NATION = 4


def name_head(parse: Parse, name: Name) -> int:
    """The token of the name that the rest of the sentence hangs it by."""
    inside = range(*name.tokens)
    return next((i for i in inside if parse.tokens[i].head not in inside), name.tokens.first)


def is_person_noun(parse: Parse, index: int) -> bool:
    """Whether the token is a noun for a person or a title."""
    token = parse.tokens[index]
    return token.lemma.lower() in word_set("speakers", "persons") or (
        token.word[:1].isupper() and token.word in word_set("titles", "before_names")
    )


def title_before(parse: Parse, name: Name, dates: frozenset[int]) -> TokenRange | None:
    """The words before a person's name that say what the person is ("Kremlin spokesman"), or None."""
    first = name.tokens.first
    start = parse.sentences[parse.sentence_of[first]].tokens.first
    at = first
    while at > start and (parse.tokens[at - 1].tag in _RUN_TAGS or _inner_of(parse, at - 1, start)):
        at -= 1
    while at < first and (at in dates or parse.tokens[at].tag in ("POS", "HYPH", "IN")):
        at += 1
    if at == first or not is_person_noun(parse, first - 1):
        return None
    return TokenRange(at, first)


def _inner_of(parse: Parse, index: int, start: int) -> bool:
    """Whether the token is the "of" inside a title such as "Secretary of State"."""
    return parse.tokens[index].word == "of" and index - 1 >= start and is_person_noun(parse, index - 1)


def beside(parse: Parse, name: Name) -> list[TokenRange]:
    """Noun phrases in apposition to a name on either side, each without the name itself."""
    head = name_head(parse, name)
    found = [noun_phrase(parse, k) for k in parse.kids[head] if parse.tokens[k].relation == "appos"]
    up = _holder_of(parse, parse.tokens[head].head)
    if parse.tokens[head].relation == "appos" and up >= 0:
        found.append(noun_phrase(parse, up, ("appos", "acl:relcl", "parataxis", "acl", "advcl")))
    return [f for f in found if _next_to(parse, f, name) and not _says_where(parse, f)]


def _holder_of(parse: Parse, index: int) -> int:
    """The noun for a person whose "of" phrase the token ends: "the Prime Minister of Norland, Tomas Vell"; else the token."""
    if index < 0 or parse.tokens[index].relation != "nmod" or kid(parse, index, "case") is None:
        return index
    up = parse.tokens[index].head
    return up if up >= 0 and is_person_noun(parse, up) else index


def _says_where(parse: Parse, phrase: TokenRange) -> bool:
    """Whether the words only say where in a picture somebody stands: "left", "second from right"."""
    words = {parse.tokens[i].word.lower() for i in range(*phrase)}
    return words <= word_set("titles", "in_pictures")


def _next_to(parse: Parse, phrase: TokenRange, name: Name) -> bool:
    """Whether the phrase stands before or after the name, with no other name in between."""
    if phrase.last <= name.tokens.first:
        between = range(phrase.last, name.tokens.first)
    elif phrase.first >= name.tokens.last:
        between = range(name.tokens.last, phrase.first)
    else:
        return False
    return not any(parse.tokens[i].pos == "PROPN" for i in between)


def home_after(parse: Parse, name: Name) -> TokenRange | None:
    """The words "of" and a country's name right after a person's name, or None."""
    at = name.tokens.last
    if at + 1 >= len(parse.tokens) or parse.tokens[at].word != "of":
        return None
    sizes = range(min(_LONGEST_NATION, len(parse.tokens) - at - 1), 0, -1)
    found = next((n for n in sizes if words_of(parse, TokenRange(at + 1, at + 1 + n)) in table("nations", "names")), 0)
    return TokenRange(at, at + 1 + found) if found else None


def nation_codes(words: str) -> tuple[str, ...]:
    """The countries that a phrase names by name or demonym, as ISO codes in text order, none twice."""
    whole = _nation(words.replace("’", "'"))
    if whole:
        return tuple(whole)
    listed = words.replace("’", "'").replace("'s", " ").replace(",", " ").split()
    codes: dict[str, None] = {}
    at = 0
    while at < len(listed):
        size = next((n for n in range(_LONGEST_NATION, 0, -1) if _nation(" ".join(listed[at : at + n]))), 0)
        if size:
            codes.update(dict.fromkeys(_nation(" ".join(listed[at : at + size]))))
        at += max(1, size)
    return tuple(codes)


def _nation(words: str) -> list[str]:
    return (table("nations", "names").get(words) or table("nations", "demonyms").get(words) or "").split()


def determiner(parse: Parse, head: int) -> str:
    """The determiner of a noun in lower case ("the", "both"), the possessive pronoun, or nothing."""
    index = kid(parse, head, "det", "det:predet", "nmod:poss", "advmod")
    if index is None or parse.tokens[index].tag not in ("DT", "PDT", "PRP$", "CC"):
        return ""
    return parse.tokens[index].word.lower()


def counted_two(parse: Parse, head: int) -> bool:
    """Whether a plural noun is counted as two: "both", "the two", "neither side"."""
    if determiner(parse, head) in ("both", "neither", "either"):
        return True
    return any(parse.tokens[k].relation == "nummod" and parse.tokens[k].word.lower() == "two" for k in parse.kids[head])


def holds_name(parse: Parse, stretch: TokenRange, names: Sequence[Name], kinds: Sequence[str] = ("PERSON",)) -> bool:
    """Whether a name of one of the kinds lies in the stretch."""
    return any(n.type in kinds and stretch.first <= n.tokens.first < stretch.last for n in names)


def phrase_words(parse: Parse, stretch: TokenRange) -> str:
    """The words of a describing phrase without its article."""
    words = words_of(parse, stretch)
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words
