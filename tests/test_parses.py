"""Questions to a parse, on parses written by hand."""

from __future__ import annotations

from consilience.model.spans import TokenRange
from consilience.parses import above, below, kid, noun_phrase, words_of
from tests.builders import parsed

SAID = (
    "The/the/DT/3/det old/old/JJ/3/amod mayor/mayor/NN/4/nsubj said/say/VBD/0/root "
    "that/that/IN/6/mark rained/rain/VBD/4/ccomp"
)


def test_kid_below_above() -> None:
    """Dependents, subtrees and heads."""
    parse = parsed(SAID)
    assert kid(parse, 3, "nsubj") == 2
    assert below(parse, 2) == (0, 1, 2)
    assert above(parse, 4) == (5, 3)


def test_noun_phrase_leaves_relative_clauses_out() -> None:
    """What is told about a noun is no part of its phrase."""
    parse = parsed(
        "The/the/DT/2/det mayor/mayor/NN/5/nsubj who/who/WP/4/nsubj left/leave/VBD/2/acl:relcl said/say/VBD/0/root"
    )
    assert words_of(parse, noun_phrase(parse, 1)) == "The mayor"


def test_heads_count_within_their_sentence() -> None:
    """A second sentence has its own root and number."""
    parse = parsed(SAID, "It/it/PRP/2/nsubj stopped/stop/VBD/0/root")
    assert parse.sentence_of[6] == 1
    assert parse.tokens[6].head == 7
    assert words_of(parse, TokenRange(6, 8)) == "It stopped"
