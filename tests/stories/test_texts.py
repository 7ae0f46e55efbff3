import pytest

from consilience.stories.texts import CopyText, copy_text
from tests.stories.writing import SPEECH, told


def of(text: str) -> CopyText:
    return copy_text(told("a", text), None)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ('She said "we will stay here" and left.', ("she", "said", "and", "left")),
        ("She said “we will stay here” and left.", ("she", "said", "and", "left")),
        ("She said «we will stay» and left.", ("she", "said", "and", "left")),
        ('She said "we will stay', ("she", "said")),
        ("She said nothing.", ("she", "said", "nothing")),
    ],
)
def test_quoted_words_are_set_apart(text: str, own: tuple[str, ...]) -> None:
    assert of(text).sentences[0].own == own


def test_a_text_that_is_all_quotation_is_told_by_its_quotation() -> None:
    assert len(of(SPEECH.format("she said")).shingles) > 20


def test_shingles_are_sorted_and_each_stands_once() -> None:
    listed = of("one two three four five six. one two three four five six.").shingles.tolist()
    assert listed == sorted(set(listed))


def test_an_empty_text_has_no_shingles() -> None:
    assert len(of("").shingles) == 0
