"""Headlines that name their source after a dash or before a colon: "Bridge to close - ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.drafts import Draft
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name
from consilience.model.spans import TokenRange
from consilience.parses import Parse, words_of

_DASHES = ("-", "–", "—")
_ENDS_SENTENCE = (".", "!", "?", "”", '"')
_LONGEST_SOURCE = 5
_LONGEST_HEADLINE = 30


def headline_sources(parse: Parse, names: Sequence[Name], paragraphs: int = 2) -> list[Draft]:
    """One draft for each of the first paragraphs that is a headline ending in a dash and a body, a seat or a role."""
    found = []
    for paragraph in range(paragraphs):
        tokens = [i for s in parse.sentences if s.paragraph == paragraph for i in range(*s.tokens)]
        if not tokens or len(tokens) > _LONGEST_HEADLINE or parse.tokens[tokens[-1]].word in _ENDS_SENTENCE:
            continue
        draft = _after_dash(parse, names, TokenRange(tokens[0], tokens[-1] + 1))
        if draft is not None:
            found.append(draft)
    return found


def _after_dash(parse: Parse, names: Sequence[Name], line: TokenRange) -> Draft | None:
    dashes = [i for i in range(line.last - 1, line.first + 2, -1) if _stands_free(parse, i)]
    if not dashes or not 0 < line.last - dashes[0] - 1 <= _LONGEST_SOURCE:
        return None
    dash = dashes[0]
    source = TokenRange(dash + 1, line.last)
    if not _speaks(parse, names, source):
        return None
    return Draft((TokenRange(line.first, dash),), TokenRange(dash, dash + 1), source, None, "headline's source")


def _stands_free(parse: Parse, index: int) -> bool:
    """Whether a dash has white space on both sides."""
    token = parse.tokens[index]
    free = parse.text[token.start - 1 : token.start].isspace() and parse.text[token.end : token.end + 1].isspace()
    return token.word in _DASHES and free


def _speaks(parse: Parse, names: Sequence[Name], source: TokenRange) -> bool:
    """Whether the words after the dash are a seat of government, a person, or a noun for one; an outlet's name is not."""
    words = words_of(parse, source).replace("’", "'")
    if words in table("metonyms", "bodies") or words in table("nations", "seats"):
        return True
    lemma = parse.tokens[source.last - 1].lemma.lower()
    if any(lemma in word_set("speakers", kind) for kind in ("persons", "government_bodies", "anonymous", "documents")):
        return True
    return any(n.type == "PERSON" and n.tokens == source for n in names)
