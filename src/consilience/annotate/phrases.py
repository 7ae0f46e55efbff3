"""Noun phrases without a name, noted as what a pronoun may take up, and phrases that "and" joins."""

from __future__ import annotations

from consilience.annotate.discourse import SUBJECTS, Discourse, Topic
from consilience.parses import Parse, kid

_NO_THING = ("compound", "flat", "fixed", "goeswith", "nmod:unmarked", "obl:unmarked", "nmod:desc", "discourse")
_AGAIN = ("the", "this", "that", "these", "those", "both", "such")
_PLURAL = ("NNS", "NNPS")


def note_phrase(discourse: Discourse, index: int, beside_name: bool) -> None:
    """Note the noun's phrase as a topic, unless it says what its subject is, or stands beside a name."""
    parse = discourse.parse
    token = parse.tokens[index]
    if token.relation in _NO_THING or (beside_name and token.relation in ("appos", *_NO_THING)):
        return
    told_of = _told_of(discourse, index)
    if told_of is not None:
        discourse.touch(told_of, index, "phrase")
        return
    article = kid(parse, index, "det")
    again = article is not None and parse.tokens[article].lemma.lower() in _AGAIN
    discourse.add_phrase(index, again or (article is None and token.tag in _PLURAL))


def _told_of(discourse: Discourse, index: int) -> Topic | None:
    """The topic of which the noun says what it is: "X is a teacher", "X, a teacher"."""
    parse = discourse.parse
    if kid(parse, index, "cop") is not None:
        subject = kid(parse, index, *SUBJECTS)
        return None if subject is None else discourse.topic_at(subject)
    if parse.tokens[index].relation == "appos" and not _listed(parse, parse.tokens[index].head):
        return discourse.topic_at(parse.tokens[index].head)
    return None


def _listed(parse: Parse, head: int) -> bool:
    """Whether a noun has several appositions: then they are a list of things."""
    return sum(parse.tokens[k].relation == "appos" for k in parse.kids[head]) > 1


def note_joined(discourse: Discourse, index: int) -> None:
    """After a noun that "and" joins to a first one note both as one topic, for "they" and "both" to find."""
    parse = discourse.parse
    first = parse.tokens[index].head
    joint = kid(parse, index, "cc")
    if first < 0 or joint is None or parse.tokens[joint].lemma not in ("and", "&"):
        return
    members = [s for s in discourse.spots if s.token in (first, *parse.kids[first]) and len(s.entities) == 1]
    joined = tuple(dict.fromkeys(s.entities[0] for s in members if s.token == first or s.token <= index))
    nouns = [k for k in parse.kids[first] if parse.tokens[k].relation == "conj" and k <= index]
    if len(joined) == len(nouns) + 1:
        discourse.add(first, joined)
    elif all(parse.tokens[k].pos in ("NOUN", "PROPN") for k in (first, *nouns)):
        discourse.add_phrase(first, again=False, pair=True)
