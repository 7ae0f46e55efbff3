"""Rules on the tree, on parses written by hand."""

from __future__ import annotations

from consilience.attribute.cues import subject_of
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


def test_who_accuses_what_a_clause_tells_of_is_the_teller() -> None:
    """The guild of the clause is accused; it does not accuse itself."""
    line = (
        "Voss/Voss/NNP/2/nsubj says/say/VBZ/0/root the/the/DT/4/det guild/guild/NN/5/nsubj broke/break/VBD/2/ccomp "
        "it/it/PRP/5/obj and/and/CC/8/cc accuses/accuse/VBZ/5/conj it/it/PRP/8/obj of/of/IN/11/case theft/theft/NN/8/obl"
    )
    accuses = 7
    assert subject_of(parsed(line), accuses) == 0
    assert subject_of(parsed(line.replace("it/it/PRP/8/obj", "Harl/Harl/NNP/8/obj")), accuses) != 0


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


def test_the_subject_of_an_owner_is_what_he_owns() -> None:
    """The tree takes the owner for the subject and the noun for a part of the verb: the noun speaks."""
    line = (
        "Rain/rain/NN/3/nsubj has/have/VBZ/3/aux stopped/stop/VBN/0/root ,/,/,/3/punct as/as/IN/10/mark "
        "the/the/DT/7/det sailors/sailor/NNS/10/nsubj '/'/POS/7/case union/union/NN/10/compound claims/claim/VBZ/3/advcl"
    )
    assert told(parsed(line))[0][2] == "the sailors ' union"


def test_cited_source_before_a_clause_that_hangs_elsewhere() -> None:
    """The "that" after the source opens what the source is cited with, wherever the tree hangs the clause."""
    line = (
        "Norpress/Norpress/NNP/2/nsubj reported/report/VBD/0/root ,/,/,/4/punct citing/cite/VBG/2/advcl "
        "sources/source/NNS/4/obj ,/,/,/9/punct that/that/IN/9/mark rain/rain/NN/9/nsubj stopped/stop/VBD/5/acl:relcl"
    )
    assert ("cited source", "citing", "sources", ["that rain stopped"]) in told(parsed(line))


def test_cited_source_that_hangs_on_the_clause() -> None:
    """Where "citing" hangs on the verb of the clause, it goes with the verb of saying around it, and is no content."""
    line = (
        "Norpress/Norpress/NNP/2/nsubj reported/report/VBD/0/root ,/,/,/4/punct citing/cite/VBG/9/advcl "
        "sources/source/NNS/4/obj ,/,/,/4/punct that/that/IN/9/mark rain/rain/NN/9/nsubj stopped/stop/VBD/2/ccomp"
    )
    assert ("cited source", "citing", "sources", ["that rain stopped"]) in told(parsed(line))
