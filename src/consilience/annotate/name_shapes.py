"""What the letters of a name tell: pairs written with a hyphen, adjectives that are no names, acronyms, wars and fleets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from consilience.annotate.gazetteer import towns_named
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name, NameType
from consilience.model.spans import TokenRange
from consilience.parses import Parse, span_of, words_of

_TIMES: tuple[NameType, ...] = ("DATE", "MONEY")
_LONGEST_ACRONYM = 5
_INSIDE = ("across", "in", "near", "throughout")
_IN_PERSONS = frozenset(
    "belief believe change confide confidence disappoint disappointed faith hope interest interested invest trust".split()
)
_LYING = frozenset("border coast coastline estuary gulf island isle lake peninsula plain river shore side".split())
_MARK = re.compile(r"[DIR](?: ?[-–] ?[A-Z][A-Za-z]*\.?(?:[A-Z]\.)?)?")
_ADDRESSES = frozenset(("Dr", "Dr.", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof."))
_HANGING = frozenset(
    "aligned appointed approved backed based bashing born controlled era esque friendly inspired leaning led like made "
    "owned run style supporting themed type wide".split()
)
_LARGE = 1_000_000  # inhabitants from which a town's name means the town


def closed(parse: Parse, first: int, last: int) -> int:
    """Where a name ends that holds an opening bracket without its partner: before it ("Ada Brook (D")."""
    words = [parse.tokens[i].word for i in range(first, last)]
    return first + words.index("(") if "(" in words[1:] and ")" not in words else last


def is_party_mark(parse: Parse, first: int, last: int) -> bool:
    """Whether the words are the party and state behind a member of Congress ("R-Ohio", "D-N.Y."), or the party alone."""
    words = words_of(parse, TokenRange(first, last))
    return first > 0 and parse.tokens[first - 1].word in ("(", ",") and _MARK.fullmatch(words) is not None


def is_addressed(parse: Parse, first: int, last: int) -> bool:
    """Whether the words are a form of address with one name, whoever they were taken for: "Dr. Brook"."""
    return last - first == 2 and parse.tokens[first].word in _ADDRESSES and parse.tokens[first + 1].tag == "NNP"


def is_address(word: str) -> bool:
    """Whether a word is a form of address and never a name by itself: "Mr."."""
    return word in _ADDRESSES


def hangs_on(word: str) -> bool:
    """Whether a word behind a hyphen says something of a name and is no part of it: "Brook-era"."""
    return word in _HANGING


def joined_persons(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """A given name and the surname right behind it as one person, where they were taken for two ("Ada" "Brook").

    A word that is only a surname in the report stays by itself ("Brook Marr talks").
    """
    whole = [words_of(parse, name.tokens).split() for name in names if name.type == "PERSON"]
    surnames = {words[-1] for words in whole if len(words) > 1} - {words[0] for words in whole if len(words) > 1}
    found: list[Name] = []
    for name in sorted(names, key=lambda n: n.tokens):
        before = found[-1] if found else None
        if before is not None and _goes_on(parse, before, name, surnames):
            stretch = TokenRange(before.tokens.first, name.tokens.last)
            found[-1] = replace(before, span=span_of(parse, stretch), tokens=stretch, nested=())
        else:
            found.append(name)
    return found


def _goes_on(parse: Parse, before: Name, name: Name, surnames: Collection[str]) -> bool:
    """Whether the second of two persons is the surname of the first."""
    given = parse.tokens[before.tokens.first]
    if before.type != "PERSON" or name.type != "PERSON" or before.tokens.last - before.tokens.first != 1:
        return False
    together = before.tokens.last == name.tokens.first and parse.text[before.span.end : name.span.start] == " "
    proper = given.tag == "NNP" and parse.tokens[name.tokens.first].tag == "NNP" and given.word not in surnames
    same = parse.sentence_of[before.tokens.first] == parse.sentence_of[name.tokens.first]
    return together and proper and same and not given.word.isupper()


def split_pairs(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Two names that a hyphen joins, "the Orban-Vell talks", as two, where each is known by itself in the report."""
    known = {words_of(parse, name.tokens) for name in names}
    known |= {words.split()[-1] for words in known}
    found: list[Name] = []
    for name in names:
        at = _joint(parse, name, known) if name.type not in _TIMES else None
        if at is None:
            found.append(name)
        else:
            parts = (TokenRange(name.tokens.first, at), TokenRange(at + 1, name.tokens.last))
            found += [replace(name, span=span_of(parse, part), tokens=part) for part in parts]
    return found


def _joint(parse: Parse, name: Name, known: Collection[str]) -> int | None:
    """The hyphen between two names that are known by themselves, or None."""
    for at in range(name.tokens.first + 1, name.tokens.last - 1):
        if parse.tokens[at].word in ("-", "–"):
            sides = (TokenRange(name.tokens.first, at), TokenRange(at + 1, name.tokens.last))
            words = [words_of(parse, side) for side in sides]
            if all(w in known or w in table("nations", "names") for w in words):
                return at
    return None


def split_owners(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """ "Norland's Interior Guard": the land and its body, two names, where the land is a name by itself."""
    lands = {words_of(parse, name.tokens) for name in names if name.type == "LOC"}
    found: list[Name] = []
    for name in names:
        at = _owner(parse, name, lands) if name.type in ("ORG", "FAC", "PERSON", "MISC") else None
        if at is None:
            found.append(name)
            continue
        owner, owned = TokenRange(name.tokens.first, at), TokenRange(at + 1, name.tokens.last)
        found.append(replace(name, span=span_of(parse, owner), tokens=owner, type="LOC"))
        found.append(replace(name, span=span_of(parse, owned), tokens=owned))
    return found


def _owner(parse: Parse, name: Name, lands: Collection[str]) -> int | None:
    """The genitive mark behind a land that begins a name, where a word with a capital follows; or None."""
    first, last = name.tokens
    for at in range(first + 1, last - 1):
        if parse.tokens[at].tag == "POS":
            owner = words_of(parse, TokenRange(first, at))
            land = owner in lands or owner in table("nations", "names")
            return at if land and parse.tokens[at + 1].word[:1].isupper() else None
    return None


def written_large(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """The names that hold a capital or a digit; days and sums need none."""
    for name in names:
        words = parse.tokens[slice(*name.tokens)]
        if name.type in _TIMES or any(c.isupper() or c.isdigit() or not c.isascii() for t in words for c in t.word):
            yield name


def told_by_shape(parse: Parse, name: Name) -> NameType | None:
    """The type that the last word or the letters of a name tell, or None: wars, fleets, weekdays, acronyms."""
    words = words_of(parse, name.tokens)
    last = words.rsplit(" ", 1)[-1]
    if name.type in ("MISC", "ORG", "FAC", "LOC") and words in word_set("bodies", "days"):
        return "DATE"
    if " " in words and name.type in ("FAC", "LOC", "MISC") and last in word_set("bodies", "forces"):
        return "ORG"
    if " " in words and name.type in ("MISC", "ORG", "FAC") and last in word_set("bodies", "events"):
        return "EVENT"
    if name.type == "PERSON" and _is_acronym(parse, name, words):
        return "ORG"
    if name.type == "PERSON" and _stands_in(parse, name):
        return "LOC"
    if name.type in ("ORG", "PERSON", "MISC") and _lies_on(parse, name):
        return "LOC"
    if name.type == "MISC" and any(town.inhabitants >= _LARGE and not town.respelled for town in towns_named(words)):
        return "LOC"
    return None


def _is_acronym(parse: Parse, name: Name, words: str) -> bool:
    """A short word of capitals in a sentence that is not written in capitals throughout."""
    if not (words.isalpha() and words.isupper() and 1 < len(words) <= _LONGEST_ACRONYM):
        return False
    sentence = parse.sentences[parse.sentence_of[name.tokens.first]]
    return any(parse.tokens[i].word.islower() for i in range(*sentence.tokens))


def _stands_in(parse: Parse, name: Name) -> bool:
    """Whether something happens in the one word of the name: "in Sethmar", but not "confidence in Vell"."""
    first, last = name.tokens
    tokens = parse.tokens
    if last - first > 1 or first == 0 or tokens[first - 1].word.lower() not in _INSIDE:
        return False
    told_of = tokens[first].head
    if tokens[first].relation not in ("obl", "nmod") or told_of < 0 or tokens[told_of].lemma.lower() in _IN_PERSONS:
        return False
    return last >= len(tokens) or tokens[last].tag != "POS"


def _lies_on(parse: Parse, name: Name) -> bool:
    """Whether the words right behind say on what shore or border its town lies ("Vell, on the Norland coast")."""
    behind = [token.word.lower() for token in parse.tokens[name.tokens.last : name.tokens.last + 6]]
    if len(behind) < 4 or behind[0] != "," or behind[1] not in ("on", "off", "near") or behind[2] not in ("the", "its"):
        return False
    return any(word in _LYING for word in behind[3:]) and bool(towns_named(words_of(parse, name.tokens)))
