"""What is left of a report after its removals."""

from hypothesis import given
from hypothesis import strategies as st

from consilience.model.report import kept_paragraphs
from consilience.model.spans import Span
from tests.model.test_records import report


def kept(text: str, *cuts: Span) -> list[str]:
    return [text[p.start : p.end] for p in kept_paragraphs(report(text, *cuts))]


def test_paragraphs_are_lines_without_white_space_around_them() -> None:
    assert kept(" One. \r\n\n\tTwo.\n") == ["One.", "Two."]


def test_a_removal_inside_a_line_leaves_what_stands_beside_it() -> None:
    assert kept("One. ADVERT Two.\nThree.", Span(5, 11)) == ["One.", "Two.", "Three."]


def test_a_removal_over_several_lines_leaves_the_rest() -> None:
    assert kept("One.\nAd\nAd\nTwo.", Span(5, 11)) == ["One.", "Two."]


text = st.text(alphabet="ab \n.\u2028", max_size=40)
cuts = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p))), max_size=5)


@given(text, cuts)
def test_edits_commute_and_lose_nothing_but_what_they_cover(layer: str, removals: list[Span]) -> None:
    forward = kept_paragraphs(report(layer, *removals))
    assert forward == kept_paragraphs(report(layer, *reversed(removals)))
    covered = {i for cut in removals for i in range(cut.start, cut.end)}
    expected = {i for i, c in enumerate(layer) if not c.isspace() and i not in covered}
    got = {i for p in forward for i in range(p.start, p.end) if not layer[i].isspace()}
    assert got == expected
