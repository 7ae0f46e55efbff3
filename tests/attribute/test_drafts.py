"""What the heads found, with what is another speaker's taken out, on parses written by hand."""

from __future__ import annotations

import pytest

from consilience.attribute.drafts import from_heads
from consilience.model.annotations import Attribution
from consilience.model.spans import Span, TokenRange
from consilience.parses import words_of
from consilience.quotation import quotations
from tests.builders import parsed

TOLD = "The/the/DT/2/det council/council/NN/3/nsubj voted/vote/VBD/0/root"
SAID = (
    "“/“/``/3/punct You/you/PRP/3/nsubj lost/lose/VBD/6/ccomp it/it/PRP/3/obj ”/”/''/3/punct "
    "said/say/VBD/0/root Tolk/Tolk/NNP/6/nsubj"
)


@pytest.mark.parametrize(("between", "told"), [((TOLD,), 1), ((), 2)])
def test_a_quotation_further_up_with_something_told_between_is_another_speakers(
    between: tuple[str, ...], told: int
) -> None:
    parse = parsed("“/“/``/3/punct We/we/PRP/3/nsubj won/win/VBD/0/root it/it/PRP/3/obj ”/”/''/3/punct", *between, SAID)
    paragraphs = [Span(s.span.start, s.span.end) for s in parse.sentences]
    last = parse.sentences[-1].tokens
    found = Attribution(
        (TokenRange(0, 5), TokenRange(last.first, last.first + 5)),
        TokenRange(last.last - 2, last.last - 1),
        TokenRange(last.last - 1, last.last),
        900,
    )
    (draft,) = from_heads(parse, quotations(parse.text, paragraphs), [found])
    words = [words_of(parse, part) for part in (*draft.content, *draft.onward)]
    assert ("We won it" in " ".join(words)) == (told == 2), words
    assert "You lost it" in " ".join(words)
