from consilience.stories.stretches import matches, stretches
from consilience.stories.texts import CopyText, copy_text
from tests.stories.writing import ELECTION, FIRE, SPEECH, told


def of(report: str, text: str) -> CopyText:
    return copy_text(told(report, text), None)


def test_a_copy_is_one_stretch_from_end_to_end() -> None:
    found = stretches(of("a", FIRE), of("b", FIRE))
    assert [(s.left.span, s.right.span) for s in found] == [((0, len(FIRE)), (0, len(FIRE)))]


def test_a_sentence_with_a_few_words_changed_is_matched() -> None:
    changed = "The fire brigade needed six long hours to bring the flames under control."
    found = matches(of("a", changed), of("b", FIRE))
    assert [(m.left, m.right) for m in found] == [(0, 2)]


def test_a_stretch_leads_to_the_words_in_both_texts() -> None:
    right = "Something else came first here today. " + FIRE
    (stretch,) = stretches(of("a", FIRE), of("b", right))
    assert right[slice(*stretch.right.span)] == FIRE[slice(*stretch.left.span)]


def test_quoted_words_alone_match_nothing() -> None:
    assert matches(of("a", SPEECH.format("she said")), of("b", SPEECH.format("Aune said"))) == ()


def test_other_texts_share_nothing() -> None:
    assert stretches(of("a", FIRE), of("b", ELECTION)) == ()
