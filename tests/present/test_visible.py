"""Text from outside is shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.present.visible import one_line, reason, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\u202eb", "a\ufffdb"),
        ("a\x00b", "a␀b"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("two\nlines\tstay", "two\nlines\tstay"),
    ],
)
def test_controls_are_shown_as_signs(text: str, shown: str) -> None:
    """No control character or direction override reaches a screen."""
    assert visible(text) == shown


@given(st.text())
def test_what_is_shown_is_shown_again_alike(text: str) -> None:
    """Showing twice changes nothing, and one line is one line."""
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)
    assert "\n" not in one_line(text)
    one_line(text).encode("utf-8")


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_shortened_text_fits(text: str, longest: int) -> None:
    """A shortened text is never longer than it may be."""
    assert len(shortened(text, longest)) <= longest


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("counted from 2023-09-05, which it states", "Counted from 5 September 2023, which it states."),
        ("no day: 2023-13-45", "No day: 2023-13-45."),
        ("", ""),
    ],
)
def test_a_reason_is_a_sentence_with_days_as_they_are_read(text: str, shown: str) -> None:
    assert reason(text) == shown
