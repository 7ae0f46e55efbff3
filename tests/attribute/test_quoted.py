"""Speech at second hand, on parses written by hand."""

from __future__ import annotations

from consilience.attribute.chains import nested
from consilience.attribute.drafts import Draft
from consilience.attribute.quoted import with_second_hand
from consilience.model.spans import TokenRange
from consilience.parses import Parse, words_of
from tests.builders import parsed

QUOTED = (
    "Reuters/Reuters/NNP/2/nsubj quoted/quote/VBD/0/root Voss/Voss/NNP/2/obj as/as/IN/5/mark saying/say/VBG/2/advcl "
    "that/that/IN/8/mark rain/rain/NN/8/nsubj stopped/stop/VBD/5/ccomp"
)


def drafts(parse: Parse) -> list[Draft]:
    """The quoting verb's draft as the heads find it, then what the rule makes of it."""
    head = Draft((TokenRange(2, 8),), TokenRange(1, 2), TokenRange(0, 1), 1, "attribution heads")
    return with_second_hand(parse, [head])


def test_the_quoted_person_speaks_through_whoever_quotes() -> None:
    """Both have the same words; the person's stand within the other's."""
    parse = parsed(QUOTED)
    outer, inner = drafts(parse)
    assert [words_of(parse, outer.content[0]), words_of(parse, inner.content[0])] == ["that rain stopped"] * 2
    assert inner.source is not None
    assert words_of(parse, inner.source) == "Voss"
    assert nested(parse, (outer, inner)) == (None, 0)


def test_saying_without_a_verb_of_quoting_changes_nothing() -> None:
    """ "As saying" after another verb is left alone."""
    parse = parsed(QUOTED.replace("quoted/quote", "painted/paint"))
    assert len(drafts(parse)) == 1
