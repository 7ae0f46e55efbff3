"""Pronouns: the nearest compatible subject, and no answer where two fit."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.annotate.discourse import Discourse, Spot
from consilience.lexicons import word_set
from consilience.parses import Parse, above, kid

_GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_THEY = ("they", "them", "their", "themselves")
_FARTHEST = 4
_SPEAKING_TYPES = (
    "government",
    "party",
    "company",
    "agency",
    "state_media",
    "medium",
    "organisation",
    "place",
    "document",
)

Found = tuple[tuple[str, ...], str]


def pronoun(discourse: Discourse, index: int) -> Found | None:
    """The entities for which the pronoun at `index` stands, with the reason, or None."""
    word = discourse.parse.tokens[index].word.lower()
    if word in _GENDER:
        return _he_or_she(discourse, index, _GENDER[word])
    if word in _THEY:
        return _they(discourse, index)
    if word in ("it", "its"):
        return _it(discourse, index)
    return None


def _he_or_she(discourse: Discourse, index: int, gender: str) -> Found | None:
    """He and she: the subject of the clause around, else of the nearest sentence before that names a fitting person."""
    sentence = discourse.parse.sentence_of[index]
    quoted = discourse.quoted(index)
    if _before_its_subject(discourse.parse, index):
        return None
    for back in range(_FARTHEST + 1):
        spots = discourse.persons(sentence - back, sentence - back, quoted)
        fitting = [s for s in spots if s.token < index and _fits(discourse, s, index, gender)]
        if fitting:
            chosen = _chosen(discourse.parse, fitting, index if back == 0 else None)
            return _answer(discourse, chosen, gender, back)
    return None


def _before_its_subject(parse: Parse, index: int) -> bool:
    """Whether the pronoun stands in an opening clause whose main clause has a subject of its own: that one may be meant."""
    for up in above(parse, index):
        if parse.tokens[up].relation == "advcl" and parse.tokens[up].head > index:
            main = parse.tokens[up].head
            subject = kid(parse, main, "nsubj", "nsubj:pass")
            return subject is not None and subject > index and parse.tokens[subject].tag in ("NNP", "NNPS")
    return False


def _answer(discourse: Discourse, chosen: str | None, gender: str, back: int) -> Found | None:
    if chosen is None:
        return None
    discourse.genders[chosen] = gender
    where = "in the same sentence" if back == 0 else f"{back} sentence{'s' * (back > 1)} before"
    return (chosen,), f"the only or first-ranking fitting person named {where}"


def _fits(discourse: Discourse, spot: Spot, index: int, gender: str) -> bool:
    """Whether the person has no other gender and is no fellow argument of the pronoun's own verb."""
    known = discourse.gender(spot.entities[0])
    if known and known != gender:
        return False
    tokens = discourse.parse.tokens
    if tokens[index].relation == "nmod:poss":
        return True
    fellow = tokens[spot.token].head == tokens[index].head and tokens[index].head >= 0
    return not fellow or discourse.parse.tokens[index].word.lower().endswith("self")


def _chosen(parse: Parse, spots: Sequence[Spot], index: int | None) -> str | None:
    """The one person of the spots; of several the subject that governs the pronoun, else the only subject."""
    people = tuple(dict.fromkeys(s.entities[0] for s in spots))
    if len(people) == 1:
        return people[0]
    if index is not None:
        governing = _governing_subjects(parse, spots, index)
        if governing:
            return governing[0]
    roots = _subjects_of(parse, spots, ("root",))
    if len(roots) == 1 and index is None:
        return roots[0]
    subjects = _subjects_of(parse, spots, ())
    return subjects[0] if len(subjects) == 1 else None


def _subjects_of(parse: Parse, spots: Sequence[Spot], relations: Sequence[str]) -> tuple[str, ...]:
    """Persons that are subjects, of a verb in one of the relations where some are given."""
    found = (
        spot.entities[0]
        for spot in spots
        if spot.subject and (not relations or parse.tokens[_verb_of(parse, spot.token)].relation in relations)
    )
    return tuple(dict.fromkeys(found))


def _verb_of(parse: Parse, token: int) -> int:
    """The verb of a subject, also of one that is joined to the first by "and"."""
    while parse.tokens[token].relation in ("conj", "flat", "compound", "appos") and parse.tokens[token].head >= 0:
        token = parse.tokens[token].head
    return max(parse.tokens[token].head, 0)


def _governing_subjects(parse: Parse, spots: Sequence[Spot], index: int) -> list[str]:
    """Persons that are subjects of the clauses around the pronoun's clause, nearest first."""
    path = above(parse, index)
    clause = path[0] if path else index
    return [
        spot.entities[0]
        for verb in path
        for spot in spots
        if spot.subject and parse.tokens[spot.token].head == verb and (verb != clause or _possessive(parse, index))
    ]


def _possessive(parse: Parse, index: int) -> bool:
    return parse.tokens[index].relation == "nmod:poss"


def _they(discourse: Discourse, index: int) -> Found | None:
    """They: a compound that is subject in the same sentence or in one of the two before, if there is only one."""
    sentence = discourse.parse.sentence_of[index]
    quoted = discourse.quoted(index)
    for back in range(2):
        here = [
            s for s in discourse.spots
            if s.sentence == sentence - back and s.token < index and len(s.entities) > 1 and s.quoted <= quoted and s.subject
        ]  # fmt: skip
        compounds = tuple(dict.fromkeys(s.entities for s in here))
        if len(compounds) == 1:
            return compounds[0], "the only compound named shortly before"
        if compounds:
            return None
    return None


def _it(discourse: Discourse, index: int) -> Found | None:
    """It, as the subject of a verb of saying: the body or medium that was the last subject before."""
    tokens = discourse.parse.tokens
    verb = tokens[index].head
    if (
        verb < 0
        or tokens[index].relation != "nsubj"
        or tokens[verb].lemma not in word_set("cues", "statement_asserted")
    ):
        return None
    sentence = discourse.parse.sentence_of[index]
    for number in range(sentence - 1, max(-1, sentence - 4), -1):
        subject = _root_subject(discourse.parse, number)
        if subject is None or discourse.quoted(subject):
            continue
        spot = next((s for s in discourse.spots if s.token == subject and len(s.entities) == 1), None)
        if spot is None or discourse.entities[spot.entities[0]].type not in _SPEAKING_TYPES:
            return None
        return spot.entities, "the body that was the last subject before"
    return None


def _root_subject(parse: Parse, sentence: int) -> int | None:
    """The subject of a sentence's main verb."""
    stretch = range(*parse.sentences[sentence].tokens)
    root = next((i for i in stretch if parse.tokens[i].head < 0), None)
    return None if root is None else kid(parse, root, "nsubj", "nsubj:pass")
