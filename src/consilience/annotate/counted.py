"""What a number counts, read off the tree."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import table
from consilience.model.annotations import Token
from consilience.model.spans import TokenRange
from consilience.trees import SUBJECTS, child, children, head_of

_PEOPLE = frozenset({"people", "person", "other", "more", "individual"})
_NO_UNITS = frozenset(
    {"time", "one", "number", "lot", "bit", "kind", "sort", "th", "thing", "percent", "%", "way", "step", "side"}
)
_ALWAYS_MANY = frozenset({"aircraft", "cattle", "police", "poultry", "sheep"})
_BARE_CROWDS = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions"}
)


def counted_unit(tokens: Sequence[Token], inside: TokenRange, vague: str | None) -> tuple[str, int] | None:
    """The unit of the number that stands at the tokens `inside`, and the last token of what is counted, or None."""
    head = head_of(tokens, inside)
    stated = _fate_word(tokens, inside.last)
    if stated is not None:
        return stated
    if tokens[head].pos == "PROPN" and vague is None and not _opens(tokens, inside.first):
        return None
    above = tokens[head].head
    if tokens[head].relation in ("nummod", "amod", "det", "compound", "advmod", "nmod") and above >= inside.last:
        return _noun_unit(tokens, above)
    whole = _of_what(tokens, head)
    if whole is not None and tokens[head].word.lower() == "one":
        return None
    while whole is not None and whole < inside.last:
        whole = _of_what(tokens, whole)
    if whole is not None:
        return _noun_unit(tokens, whole)
    if tokens[head].word.lower() == "one":
        return None
    return _fate(tokens, head, vague)


def singular(token: Token) -> str:
    """The lemma of a noun in small letters, mended where its plural is not made with an s."""
    word = token.word.lower()
    if word in _ALWAYS_MANY or (word.endswith("man") and token.pos == "NOUN"):
        return word
    return word[:-2] + "an" if word.endswith("men") and token.tag == "NNS" else token.lemma.lower()


def next_noun(tokens: Sequence[Token], inside: TokenRange) -> tuple[str, int] | None:
    """The plural right behind the number, where the tree hangs them apart ("anywhere from 200 to 300 cattle")."""
    if inside.last >= len(tokens):
        return None
    after, before = tokens[inside.last], tokens[inside.first - 1] if inside.first else None
    named = before is not None and before.pos == "PROPN"
    if after.tag != "NNS" or after.word[0].isupper() or named or after.lemma.lower() in _NO_UNITS:
        return None
    return ("person" if singular(after) in _PEOPLE else singular(after)), inside.last


def _fate_word(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """ "30 wounded", "12 others injured": the word right after the number, where it counts nothing itself."""
    while index < len(tokens) and tokens[index].word.lower() in ("others", "more", "people"):
        index += 1
    if index >= len(tokens) or (index + 1 < len(tokens) and tokens[index + 1].pos in ("NOUN", "PROPN")):
        return None
    token, fates = tokens[index], table("units", "fates")
    if token.tag not in ("VBN", "JJ", "NN", "VBD") or token.word.lower() in ("died", "drowned", "perished"):
        return None
    fate = fates.get(token.lemma.lower()) or fates.get(token.word.lower())
    return (fate, index) if fate else None


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words around are capitalised too, so that a capital says nothing (a headline, a sentence's start)."""
    near = [t.word for t in tokens[max(0, index - 3) : index + 4] if len(t.word) > 3 and t.word.isalpha()]
    return index == 0 or tokens[index - 1].pos == "PUNCT" or all(w[0].isupper() for w in near)


def _of_what(tokens: Sequence[Token], head: int) -> int | None:
    """ "Dozens of people", "12 of the soldiers"."""
    for c in children(tokens, head):
        if c > head and tokens[c].relation == "nmod":
            case = child(tokens, c, "case")
            if case is not None and tokens[case].word.lower() == "of":
                return c
    return None


def _noun_unit(tokens: Sequence[Token], noun: int) -> tuple[str, int] | None:
    token = tokens[noun]
    lemma = singular(token)
    if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "SYM", "ADV") or lemma in _NO_UNITS or not lemma[0].isalpha():
        return None
    if lemma in _PEOPLE:
        fate = _fate(tokens, noun, None)
        return (fate[0] if fate else "person", noun)
    if token.pos in ("ADJ", "ADV", "VERB"):
        fate_word = table("units", "fates").get(lemma)
        return (fate_word, noun) if fate_word else _fate(tokens, noun, None)
    if token.pos == "PROPN" and _same_name(tokens, noun):
        return None
    return table("units", "currency_words").get(token.word.lower()) or table("units", "measures").get(
        lemma, lemma
    ), noun


def _same_name(tokens: Sequence[Token], noun: int) -> bool:
    """ "Group of Seven", "Five Star Movement": the number is a part of a name."""
    return all(
        tokens[c].pos != "DET" and tokens[c].word[0].isupper()
        for c in children(tokens, noun)
        if tokens[c].relation == "nummod"
    )


def _fate(tokens: Sequence[Token], head: int, vague: str | None) -> tuple[str, int] | None:
    """What befell people who are counted: from the verb they are subject or object of, or the adjective beside them."""
    fates = table("units", "fates")
    for c in children(tokens, head):
        if c > head and tokens[c].relation in ("amod", "acl") and tokens[c].lemma.lower() in fates:
            return fates[tokens[c].lemma.lower()], c
    verb, relation = tokens[head].head, tokens[head].relation
    if verb < 0:
        return None
    if relation == "conj":
        return _fate(tokens, verb, vague)
    active = relation == "nsubj" and child(tokens, verb, "aux:pass") is None
    lemma = tokens[verb].lemma.lower()
    suffered = not active or lemma in ("die", "drown", "perish", "miss", "dead", "missing", "wounded", "injured")
    if relation in ("obj", *SUBJECTS) and lemma in fates and (suffered or _participle(tokens, verb)):
        return fates[lemma], head
    return ("person", head) if vague in _BARE_CROWDS and relation in SUBJECTS else None


def _participle(tokens: Sequence[Token], verb: int) -> bool:
    """Headlines drop the auxiliary: "twelve killed in fire"."""
    return tokens[verb].tag == "VBN"
