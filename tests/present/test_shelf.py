"""Words of passages and their sentences."""

from consilience.model.spans import Passage, Span
from consilience.present.shelf import in_context, quoted, shelve
from tests.present.accounts import findings
from tests.present.build import made, passage, removed
from tests.present.worlds import only


def test_supporting_words_are_marked_in_their_sentence() -> None:
    """A reader sees the whole sentence and which words count."""
    found = findings()
    place = passage(found.reports[0], "two people were hurt")
    pieces = in_context(shelve(found), (place,))
    assert "".join(piece.text for piece in pieces) == "Harbour master Piet Lanning said two people were hurt."
    assert [piece.text for piece in pieces if piece.kind == "marked"] == ["two people were hurt"]


def test_removed_words_are_never_quoted() -> None:
    """Furniture inside a passage is left out, and the gap is shown."""
    report = made("cut.txt", "The mayor spoke READ ALSO for an hour.\n")
    report = removed(report, "READ ALSO", "insert", "It leads away.")
    whole = Passage(report.report.id, "text", Span(0, len(report.report.text) - 1))
    shelf = shelve(only(report))
    assert quoted(shelf, (whole,)) == "The mayor spoke  […]  for an hour."
    assert "READ ALSO" not in "".join(piece.text for piece in in_context(shelf, (whole,)))


def test_passage_over_two_sentences_shows_both() -> None:
    """Every sentence that a passage touches is shown."""
    report = made("two.txt", "One stands here. Two stands there. Three is apart.\n")
    place = passage(report, "stands here. Two")
    assert "".join(p.text for p in in_context(shelve(only(report)), (place,))) == "One stands here. Two stands there."


def test_passage_outside_sentences_is_shown_bare() -> None:
    """A passage that no sentence holds is shown as it is."""
    report = made("bare.txt", "   \n")
    place = Passage(report.report.id, "text", Span(0, 2))
    assert "".join(p.text for p in in_context(shelve(only(report)), (place,))).strip() == ""


def test_title_is_quoted_from_the_title() -> None:
    """A passage of the headline reads the headline."""
    found = findings()
    assert quoted(shelve(found), (passage(found.reports[0], "Grain deal", "title"),)) == "Grain deal"
