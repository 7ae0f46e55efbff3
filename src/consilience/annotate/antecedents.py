"""What speaks for and against a topic as the thing a pronoun takes up: named features, weighed by a table.

The features of a topic are words such as `d1:subject` (last spoken of as a subject one sentence before); the weights are
whole numbers in `data/pronouns.toml`, learned by `training/references.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.annotate.discourse import Cue, Discourse, Mark, Topic, leading
from consilience.lexicons import word_set
from consilience.parses import Parse, above, kid

_REACH = 5
_MOST = 24
_ROLES = {"nsubj": "subject", "nsubj:pass": "subject", "nsubj:outer": "subject", "nmod:poss": "owner", "obj": "object",
          "iobj": "object", "obl": "oblique", "obl:agent": "oblique", "nmod": "inner", "vocative": "called",
          "dislocated": "called"}  # fmt: skip
_PLURAL = ("NNS", "NNPS")
_GOING_ON = frozenset(("add", "continue"))


def reachable(discourse: Discourse, cue: Cue) -> list[Topic]:
    """The topics near enough that grammar allows, the most recently spoken of first."""
    sentence = discourse.parse.sentence_of[cue.index]
    near: list[Topic] = []
    for topic in reversed(discourse.recent.values()):
        if topic.marks[-1].sentence < sentence - _REACH:
            break
        if _allowed(discourse, cue, topic):
            near.append(topic)
    return sorted(near, key=lambda t: -t.marks[-1].token)[:_MOST]


def _outside(topic: Topic) -> Mark:
    """Where the topic was last spoken of outside quotation marks, if it ever was."""
    return next((m for m in reversed(topic.marks) if not m.quoted), topic.marks[-1])


def is_saying(parse: Parse, token: int) -> bool:
    """Whether the token is the subject of a verb of saying: by the tree, or because such a verb follows at once."""
    return not word_set("cues", "statement_asserted").isdisjoint(_verbs(parse, token))


def goes_on(parse: Parse, token: int) -> bool:
    """Whether the token is the subject of a verb by which a speaker goes on: "he added"."""
    return not _GOING_ON.isdisjoint(_verbs(parse, token))


def _verbs(parse: Parse, token: int) -> Iterator[str]:
    """The verb of which the token is the subject by the tree, and the verb that follows it at once."""
    lead = parse.tokens[leading(parse, token)]
    if not lead.relation.startswith("nsubj"):
        return
    if lead.relation == "nsubj" and lead.head >= 0:
        yield parse.tokens[lead.head].lemma
    after = token + 2 if token + 2 < len(parse.tokens) and parse.tokens[token + 1].tag == "RB" else token + 1
    if after < len(parse.tokens) and parse.tokens[after].tag in ("VBD", "VBZ"):
        yield parse.tokens[after].lemma


def last_teller(discourse: Discourse, cue: Cue, topics: Sequence[Topic]) -> Topic | None:
    """The topic that was last the subject of a verb of saying, outside quotations and not long before."""
    marks = [(_outside(t), t) for t in topics if t.entities or _what(discourse, t) == "one-person"]
    sayings = [(m.token, n) for n, (m, _) in enumerate(marks) if not m.quoted and is_saying(discourse.parse, m.token)]
    if not sayings:
        return None
    mark, topic = marks[max(sayings)[1]]
    return topic if _distance(discourse, cue, mark) <= 2 else None


def _distance(discourse: Discourse, cue: Cue, mark: Mark) -> int:
    """How many sentences back the mark stands; outside quotations those that are wholly quoted do not count."""
    here = discourse.parse.sentence_of[cue.index]
    if discourse.quoted(cue.index):
        return here - mark.sentence
    return sum(not discourse.quoted_whole(number) for number in range(mark.sentence + 1, here + 1))


def _allowed(discourse: Discourse, cue: Cue, topic: Topic) -> bool:
    """Whether number, gender and the clause leave the topic open."""
    parse = discourse.parse
    last = topic.marks[-1].token
    if cue.gender:
        if topic.pair or (topic.gender and topic.gender != cue.gender):
            return False
        if not topic.entities and parse.tokens[topic.nominal.token].tag in _PLURAL:
            return False
        if topic.entities and discourse.entities[topic.entities[0]].type not in ("person", "unknown"):
            return False
    if last >= cue.index or _tells(discourse, cue, topic):
        return False
    return not (_fellow(parse, cue, last) or _inside_itself(parse, cue, topic))


def _tells(discourse: Discourse, cue: Cue, topic: Topic) -> bool:
    """Whether the pronoun stands in a quotation that the topic speaks: there it would be "I"."""
    teller = discourse.teller(cue.index)
    if teller is None:
        return False
    if any(mark.token == teller for mark in topic.marks[-8:]):
        return True
    return topic.entities == (discourse.named.get(teller),)


def _fellow(parse: Parse, cue: Cue, other: int) -> bool:
    """Whether both are arguments of one verb, which only a reflexive allows; words beside the verb may name its subject."""
    own = parse.tokens[cue.index]
    if own.relation == "nmod:poss" or cue.word.endswith(("self", "selves")):
        return False
    if _role(parse, cue.index) == "subject" and _role(parse, other) not in ("subject", "object"):
        return False
    return own.head >= 0 and parse.tokens[leading(parse, other)].head == parse.tokens[leading(parse, cue.index)].head


def _inside_itself(parse: Parse, cue: Cue, topic: Topic) -> bool:
    """Whether the pronoun stands inside the noun phrase itself, and not in its relative clause."""
    at = cue.index
    while parse.tokens[at].relation.split(":")[0] in ("nmod", "compound", "det", "case", "amod", "appos") and at >= 0:
        at = parse.tokens[at].head
        if at < 0:
            return False
        if at == topic.marks[-1].token:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Scene:
    """What all topics of one pronoun share: their kinds and roles, who spoke last, and the pronoun's own place."""

    cue: Cue
    topics: tuple[Topic, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    role: str
    quoted: bool
    says: bool
    teller: Topic | None


def _scene(discourse: Discourse, cue: Cue, topics: Sequence[Topic]) -> _Scene:
    parse = discourse.parse
    says = is_saying(parse, cue.index)
    return _Scene(
        cue, tuple(topics), tuple(_what(discourse, t) for t in topics),
        tuple(_role(parse, t.marks[-1].token) for t in topics), _role(parse, cue.index), discourse.quoted(cue.index),
        says, last_teller(discourse, cue, topics) if says else None,
    )  # fmt: skip


def features(discourse: Discourse, cue: Cue, topics: Sequence[Topic]) -> list[list[str]]:
    """For each topic the names of what holds of it at the pronoun."""
    scene = _scene(discourse, cue, topics)
    return [_of_topic(discourse, scene, place) for place in range(len(topics))]


def _of_topic(discourse: Discourse, scene: _Scene, place: int) -> list[str]:
    parse, cue, topic = discourse.parse, scene.cue, scene.topics[place]
    last, role, what, own = topic.marks[-1], scene.roles[place], scene.kinds[place], scene.role
    distance = _distance(discourse, cue, last)
    near = min(distance, 2)
    said = [
        f"d{distance}", f"d{near}:{role}", f"d{near}:{last.kind}", f"{last.kind}:{role}", f"{own}:{role}",
        f"d{near}:{own}:{role}", what, f"{what}:{last.kind}:d{near}", f"place{min(4, place)}",
        f"marks{min(6, len(topic.marks))}", f"pronouns{min(3, topic.pronouns)}", f"gender:{_agrees(cue, topic)}",
        f"quoted:{scene.quoted:d}{last.quoted:d}",
    ]  # fmt: skip
    said += _of_clause(parse, cue, last)
    if scene.says:
        said.append(f"says:{is_saying(parse, last.token):d}:d{near}")
        said += ["last-teller"] if topic is scene.teller else []
    said += _of_rivals(scene, place)
    if not topic.entities:
        said += _of_phrase(parse, topic)
    return said


def _role(parse: Parse, token: int) -> str:
    return _ROLES.get(parse.tokens[leading(parse, token)].relation, "other")


def _agrees(cue: Cue, topic: Topic) -> str:
    return "open" if not topic.gender else "same" if topic.gender == cue.gender else "other"


def _what(discourse: Discourse, topic: Topic) -> str:
    """The kind of thing: entity type, or what the noun tells."""
    if topic.pair:
        return "pair" if topic.entities else "phrases"
    if topic.entities:
        return discourse.entities[topic.entities[0]].type
    noun = discourse.parse.tokens[topic.nominal.token]
    if noun.pos == "PRON":
        return "somebody"
    number = "many" if noun.tag in _PLURAL else "one"
    return f"{number}-{_sort(noun.lemma.lower())}"


def _sort(lemma: str) -> str:
    if lemma in word_set("speakers", "persons") or lemma in word_set("persons", "nouns"):
        return "person"
    return "body" if lemma in word_set("speakers", "bodies") else "thing"


def _of_clause(parse: Parse, cue: Cue, last: Mark) -> Iterator[str]:
    """How the pronoun's clause and the topic's hang together, where they are one sentence."""
    if last.sentence != parse.sentence_of[cue.index]:
        root = parse.tokens[parse.tokens[leading(parse, last.token)].head].head < 0
        yield f"main:{root:d}:{_role(parse, last.token)}"
        if parse.sentences[last.sentence].paragraph == parse.sentences[parse.sentence_of[cue.index]].paragraph:
            yield "paragraph"
        return
    path = above(parse, cue.index)
    lead = leading(parse, last.token)
    up = parse.tokens[lead].head
    if up in path and parse.tokens[lead].relation.startswith("nsubj"):
        yield f"governs{min(3, path.index(up))}:{parse.tokens[cue.index].relation == 'nmod:poss':d}"
    if lead in path:
        yield "above"
    yield f"gap{min(4, (cue.index - last.token) // 4)}"


def _of_rivals(scene: _Scene, place: int) -> Iterator[str]:
    """How the topic stands among the others of its kind."""
    what = scene.kinds[place]
    alike = [n for n, kind in enumerate(scene.kinds) if kind == what]
    yield f"{what}:alike{min(3, len(alike))}:place{min(3, alike.index(place))}"
    if len(scene.topics[place].marks) > max((len(scene.topics[n].marks) for n in alike if n != place), default=0):
        yield f"{what}:most"
    if next((n for n in alike if scene.roles[n] == "subject"), None) == place:
        yield f"{what}:last-subject"


def _of_phrase(parse: Parse, topic: Topic) -> Iterator[str]:
    """What the noun phrase's article tells."""
    noun = topic.nominal.token
    article = kid(parse, noun, "det", "nmod:poss")
    yield f"article:{'' if article is None else parse.tokens[article].lemma.lower()[:5]}"
    relation = parse.tokens[leading(parse, noun)].relation
    yield f"stands:{relation}"
