"""Pronouns: the topic that scores best for what it shows, and no answer where two come close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from consilience.annotate.antecedents import features, goes_on, is_saying, last_teller, reachable
from consilience.annotate.discourse import Cue, Discourse, Topic, leading
from consilience.lexicons import table, word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid, noun_phrase, words_of

GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
THEY = ("they", "them", "their", "theirs", "themselves")
_SPEAKING_TYPES = (
    "government", "party", "company", "agency", "state_media", "medium", "organisation", "place", "document",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What words stand for: entities, or for a pronoun a noun phrase; and the reason."""

    entities: tuple[str, ...]
    because: str
    antecedent: TokenRange | None = None


def pronoun(discourse: Discourse, index: int) -> Found | None:
    """What the pronoun at `index` stands for, with the reason, or None; the discourse then knows it."""
    word = discourse.parse.tokens[index].word.lower()
    if word in ("it", "its"):
        return _it(discourse, index)
    if word not in GENDER and word not in THEY:
        return None
    cue = Cue(index, word, GENDER.get(word, ""))
    topic = (discourse.choose or by_table)(discourse, cue, reachable(discourse, cue))
    return None if topic is None else _taken_up(discourse, topic, cue)


def _taken_up(discourse: Discourse, topic: Topic, cue: Cue) -> Found:
    """The answer that a topic gives."""
    nominal, last = topic.nominal, topic.marks[-1]
    take_up(discourse, topic, cue)
    back = discourse.parse.sentence_of[cue.index] - last.sentence
    where = "in the same sentence" if back == 0 else f"{back} sentence{'s' * (back > 1)} before"
    stretch = noun_phrase(discourse.parse, nominal.token)
    if topic.entities:
        return Found(topic.entities, f"by far the likeliest, last spoken of {where}")
    words = words_of(discourse.parse, stretch)
    return Found((), f"{words!r} by far the likeliest, last spoken of {where}", stretch)


def take_up(discourse: Discourse, topic: Topic, cue: Cue) -> None:
    """Note that a pronoun stands for a topic: its gender is then known."""
    topic.gender = topic.gender or cue.gender
    topic.pronouns += 1
    if topic.entities:
        discourse.add(cue.index, topic.entities, "pronoun")
    else:
        discourse.touch(topic, cue.index, "pronoun")


@cache
def _weights(kind: str) -> dict[str, int]:
    return {feature: int(weight) for feature, weight in table("pronouns", kind).items()}


def by_table(discourse: Discourse, cue: Cue, topics: Sequence[Topic]) -> Topic | None:
    """The topic with the highest sum of weights, if it leads the next and "none of them" by the margin.

    Who "added" something is who spoke before; who says something is nobody, if another spoke before: either may go on.
    """
    weights = _weights("he_she" if cue.gender else "they")
    if not topics:
        return None
    teller = last_teller(discourse, cue, topics) if cue.gender and is_saying(discourse.parse, cue.index) else None
    if teller is not None and goes_on(discourse.parse, cue.index):
        return teller
    sums = [sum(weights.get(feature, 0) for feature in said) for said in features(discourse, cue, topics)]
    ranked = sorted(range(len(topics)), key=lambda i: (-sums[i], i))
    next_best = max([sums[i] for i in ranked[1:2]] + [weights.get("none", 0)])
    best = topics[ranked[0]]
    least = weights.get("margin_named" if best.entities else "margin", 0)
    if sums[ranked[0]] - next_best < least or _one_of_joined(discourse.parse, best, topics):
        return None
    return best if teller in (None, best) else None


def _one_of_joined(parse: Parse, best: Topic, topics: Sequence[Topic]) -> bool:
    """Whether the topic was last named as one of two persons that "and" joins: either may be meant."""
    last = best.marks[-1]
    if last.kind == "pronoun" or best.pair:
        return False
    fellows = [k for k in (leading(parse, last.token), *parse.kids[leading(parse, last.token)]) if k != last.token]
    joined = [k for k in fellows if parse.tokens[k].relation == "conj" or parse.tokens[last.token].relation == "conj"]
    rivals = [t for t in topics if t is not best and not t.pair and t.gender in ("", best.gender)]
    return any(t.marks[-1].token in joined and bool(t.entities) == bool(best.entities) for t in rivals)


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
        discourse.add(index, spot.entities, "pronoun")
        return Found(spot.entities, "the body that was the last subject before")
    return None


def _root_subject(parse: Parse, sentence: int) -> int | None:
    """The subject of a sentence's main verb."""
    stretch = range(*parse.sentences[sentence].tokens)
    root = next((i for i in stretch if parse.tokens[i].head < 0), None)
    return None if root is None else kid(parse, root, "nsubj", "nsubj:pass")
