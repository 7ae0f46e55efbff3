"""Rules on the tree, on parses written by hand."""

from __future__ import annotations

from consilience.attribute.reported import by_rules
from consilience.parses import Parse, words_of
from tests.builders import parsed


def told(parse: Parse) -> list[tuple[str, str, str | None, list[str]]]:
    """Rule, cue, source and contents of every draft."""
    return [
        (
            draft.rule,
            "" if draft.cue is None else words_of(parse, draft.cue),
            None if draft.source is None else words_of(parse, draft.source),
            [words_of(parse, part) for part in draft.content],
        )
        for draft in by_rules(parse, ())
    ]


def test_reported_clause() -> None:
    """A verb with a that-clause."""
    line = (
        "Voss/Voss/NNP/2/nsubj said/say/VBD/0/root that/that/IN/6/mark rain/rain/NN/6/nsubj "
        "had/have/VBD/6/aux stopped/stop/VBN/2/ccomp"
    )
    assert told(parsed(line)) == [("reported clause", "said", "Voss", ["that rain had stopped"])]


def test_words_beside_a_verb_of_saying() -> None:
    """The verb hangs on what is said."""
    line = (
        "Rain/rain/NN/3/nsubj has/have/VBZ/3/aux stopped/stop/VBN/0/root ,/,/,/6/punct "
        "Voss/Voss/NNP/6/nsubj said/say/VBD/3/parataxis"
    )
    assert told(parsed(line)) == [("words beside a verb of saying", "said", "Voss", ["Rain has stopped"])]


def test_according_to() -> None:
    """The clause without the tail."""
    line = (
        "Rain/rain/NN/3/nsubj has/have/VBZ/3/aux stopped/stop/VBN/0/root ,/,/,/3/punct "
        "according/accord/VBG/7/case to/to/IN/5/fixed Voss/Voss/NNP/3/obl"
    )
    assert told(parsed(line)) == [("according to", "according to", "Voss", ["Rain has stopped"])]


def test_participle_without_its_own_subject_has_no_source_words() -> None:
    """The subject of the main verb speaks; its words stand elsewhere."""
    line = (
        "Voss/Voss/NNP/2/nsubj left/leave/VBD/0/root ,/,/,/4/punct saying/say/VBG/2/advcl "
        "that/that/IN/7/mark rain/rain/NN/7/nsubj stopped/stop/VBD/4/ccomp"
    )
    parse = parsed(line)
    (draft,) = by_rules(parse, ())
    assert (draft.source, draft.speaker_at) == (None, 0)


def test_a_condition_says_nothing() -> None:
    """ "If Voss says …" reports no saying."""
    line = (
        "If/if/IN/3/mark Voss/Voss/NNP/3/nsubj says/say/VBZ/8/advcl that/that/IN/6/mark "
        "rain/rain/NN/6/nsubj stopped/stop/VBD/3/ccomp we/we/PRP/8/nsubj go/go/VBP/0/root"
    )
    assert told(parsed(line)) == []


def test_noun_of_saying_with_its_author() -> None:
    """A warning, by whom, that what."""
    line = (
        "The/the/DT/2/det warning/warning/NN/9/nsubj by/by/IN/4/case Voss/Voss/NNP/2/nmod that/that/IN/7/mark "
        "rain/rain/NN/7/nsubj returns/return/VBZ/2/acl was/be/VBD/9/aux ignored/ignore/VBN/0/root"
    )
    assert told(parsed(line)) == [("noun of saying", "warning", "Voss", ["that rain returns"])]
