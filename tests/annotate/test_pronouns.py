"""Pronouns on parses written by hand: who is left when grammar and quotation marks have spoken."""

from __future__ import annotations

import pytest

from consilience.annotate.antecedents import goes_on, is_saying, last_teller, reachable
from consilience.annotate.discourse import Cue, Discourse, gender_of_words
from consilience.annotate.phrases import note_joined, note_phrase
from consilience.annotate.pronouns import GENDER, pronoun
from consilience.model.annotations import Entity, EntityType
from consilience.model.spans import Span
from consilience.quotation import quotations
from tests.builders import parsed


def person(name: str, described: tuple[str, ...] = (), kind: EntityType = "person") -> Entity:
    """An entity whose id is its name."""
    return Entity(name, name, kind, None, (), described, ())


def discourse(*lines: str, entities: tuple[Entity, ...] = ()) -> Discourse:
    """A discourse over sentences written by hand, each a paragraph."""
    parse = parsed(*lines)
    quotes = quotations(parse.text, [Span(*s.span) for s in parse.sentences])
    return Discourse(parse, quotes, {e.id: e for e in entities})


def cue(found: Discourse, index: int) -> Cue:
    """The pronoun at a token."""
    word = found.parse.tokens[index].word.lower()
    return Cue(index, word, GENDER.get(word, ""))


def names(found: Discourse, index: int) -> list[str]:
    """The entities in reach of the pronoun, the nearest first."""
    return [t.entities[0] for t in reachable(found, cue(found, index)) if t.entities]


def test_the_subject_is_not_the_object_of_its_own_verb() -> None:
    """Only a reflexive is both."""
    line = "Leo/Leo/NNP/2/nsubj saw/see/VBD/0/root him/he/PRP/2/obj"
    found = discourse(line, entities=(person("Leo"),))
    found.add(0, ("Leo",))
    assert names(found, 2) == []
    reflexive = discourse(line.replace("him/he", "himself/himself"), entities=(person("Leo"),))
    reflexive.add(0, ("Leo",))
    assert names(reflexive, 2) == ["Leo"]


def test_a_person_of_the_other_gender_is_out_of_reach() -> None:
    """Titles and describing words tell the gender."""
    found = discourse(
        "Ada/Ada/NNP/2/nsubj met/meet/VBD/0/root Leo/Leo/NNP/2/obj",
        "She/she/PRP/2/nsubj left/leave/VBD/0/root",
        entities=(person("Ada", ("spokeswoman",)), person("Leo", ("spokesman",))),
    )
    found.add(0, ("Ada",))
    found.add(2, ("Leo",))
    assert names(found, 3) == ["Ada"]


def test_inside_a_quotation_he_is_not_its_speaker() -> None:
    """The speaker would be "I"."""
    found = discourse(
        "Leo/Leo/NNP/2/nsubj met/meet/VBD/0/root Max/Max/NNP/2/obj",
        '"/"/``/3/punct He/he/PRP/3/nsubj lies/lie/VBZ/6/ccomp "/"/\'\'/3/punct Leo/Leo/NNP/6/nsubj said/say/VBD/0/root',
        entities=(person("Leo"), person("Max")),
    )
    found.named[7] = "Leo"
    found.add(0, ("Leo",))
    found.add(2, ("Max",))
    assert names(found, 4) == ["Max"]


def test_who_added_something_is_who_spoke_before() -> None:
    """The last subject of a verb of saying goes on."""
    found = discourse(
        "Leo/Leo/NNP/2/nsubj said/say/VBD/0/root Max/Max/NNP/4/nsubj left/leave/VBD/2/ccomp",
        "He/he/PRP/2/nsubj added/add/VBD/0/root thanks/thanks/NN/2/obj",
        entities=(person("Leo"), person("Max")),
    )
    found.add(0, ("Leo",))
    found.add(2, ("Max",))
    answer = pronoun(found, 4)
    assert answer is not None
    assert answer.entities == ("Leo",)


def test_one_of_two_joined_persons_is_not_chosen() -> None:
    """Either may be meant."""
    found = discourse(
        "Leo/Leo/NNP/4/nsubj and/and/CC/3/cc Max/Max/NNP/1/conj met/meet/VBD/0/root",
        "He/he/PRP/2/nsubj left/leave/VBD/0/root",
        entities=(person("Leo"), person("Max")),
    )
    found.add(0, ("Leo",))
    found.add(2, ("Max",))
    assert pronoun(found, 4) is None


def test_a_pronoun_takes_up_a_noun_phrase() -> None:
    """The answer is then a word group and no entity."""
    found = discourse(
        "The/the/DT/2/det teacher/teacher/NN/3/nsubj slept/sleep/VBD/0/root",
        "He/he/PRP/2/nsubj dreamed/dream/VBD/0/root",
    )
    note_phrase(found, 1, beside_name=False)
    answer = pronoun(found, 3)
    assert answer is not None
    assert (answer.entities, answer.antecedent) == ((), (0, 2))


def test_what_a_noun_says_of_its_subject_is_no_topic_of_its_own() -> None:
    """ "X is a teacher" speaks of X."""
    found = discourse(
        "Leo/Leo/NNP/4/nsubj is/be/VBZ/4/cop a/a/DT/4/det teacher/teacher/NN/0/root", entities=(person("Leo"),)
    )
    found.add(0, ("Leo",))
    note_phrase(found, 3, beside_name=False)
    assert [[mark.token for mark in topic.marks] for topic in found.topics] == [[0, 3]]


@pytest.mark.parametrize(("joint", "pairs"), [("and", 1), ("or", 0)])
def test_only_and_joins(joint: str, pairs: int) -> None:
    """Two nouns joined by "and" are one topic besides."""
    found = discourse(f"nurses/nurse/NNS/4/nsubj {joint}/{joint}/CC/3/cc doctors/doctor/NNS/1/conj met/meet/VBD/0/root")
    note_phrase(found, 0, beside_name=False)
    note_phrase(found, 2, beside_name=False)
    note_joined(found, 2)
    assert sum(topic.pair for topic in found.topics) == pairs


def test_verbs_of_saying_are_found_where_the_tree_fails() -> None:
    """A pronoun right before the verb is its subject."""
    found = discourse("Done/do/VBN/0/root he/he/PRP/1/nsubj added/add/VBD/1/advcl")
    assert is_saying(found.parse, 1)
    assert goes_on(found.parse, 1)
    assert last_teller(found, cue(found, 1), []) is None


@pytest.mark.parametrize(("words", "gender"), [(("spokeswoman",), "female"), (("Sir",), "male"), (("pilot",), "")])
def test_gender_by_describing_words(words: tuple[str, ...], gender: str) -> None:
    """Unknown stays unknown."""
    assert gender_of_words(words) == gender
