"""Laws and limits of cleaning."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.clean.report import clean, report_id
from consilience.model.report import Described, Page, Rejection, Removal, Report, kept_paragraphs
from consilience.settings import CleanSettings
from tests.clean.pages import BODY, kept, page, report

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
LINES = st.sampled_from(
    [
        "", " ", "ADVERTISEMENT", "Related Articles", "By Mara Lind", "5 March 2031", "AP", "gsg", ".",
        "Home | World | Coast",
        "Storm closes the harbour of Port Ellery", "The harbour wall after the storm. (Mara Lind/AP)", "A LONG NIGHT",
        "PORT ELLERY (AP) — The harbour was closed on Monday, the mayor said in a statement.", "© 2031 Ellery Lantern",
        "Two boats were lost and their crews were brought ashore by a fishing vessel in the early morning.",
        "“We were lost", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(LINES, max_size=14).map("\n".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_input_ends_as_a_report_or_a_reason(text: str) -> None:
    made = clean(page(text), CleanSettings())
    if isinstance(made, Rejection):
        assert made.reason
        return
    assert kept_paragraphs(made)
    for removal in made.removed:
        assert 0 <= removal.span.start < removal.span.end <= len(made.text)
    for stated in (made.outlet, made.byline, made.dateline, made.agency, made.place_of_writing, made.published_stated):
        assert stated is None or stated.span is None or 0 <= stated.span.start < stated.span.end <= len(made.text)


def without(text: str, removals: tuple[Removal, ...]) -> str:
    """The text after the removals are applied one by one, each marking its characters."""
    gone = [False] * len(text)
    for removal in removals:
        gone[removal.span.start : removal.span.end] = [True] * (removal.span.end - removal.span.start)
    return "".join(c for c, g in zip(text, gone, strict=True) if not g)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_edits_commute(text: str, chance: object) -> None:
    made = clean(page(text), CleanSettings())
    if isinstance(made, Rejection):
        return
    shuffled = list(made.removed)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a random.Random
    assert without(made.text, tuple(shuffled)) == without(made.text, made.removed)
    mixed = Report(**{name: getattr(made, name) for name in Report.__slots__} | {"removed": tuple(shuffled)})
    assert kept_paragraphs(mixed) == kept_paragraphs(made)


def test_the_same_page_gives_the_same_report() -> None:
    text = f"Storm closes the harbour\n\n{BODY}"
    assert report(text) == report(text)


def test_the_id_is_given_or_made_of_bytes_source_and_outlet() -> None:
    plain = page(BODY)
    assert report_id(page(BODY, described=Described(id="mine")), None) == "mine"
    assert report_id(plain, "A") != report_id(plain, "B")
    assert report(BODY).id == report_id(plain, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it holds no text"),
        (" \n\t\n", "it holds no text"),
        ("ADVERTISEMENT\n\nShare this story\n", "no sentences were found: 2 lines, all of them page furniture by our rules "
             "(advert, sharing)"),
        ("Der Hafen wurde am Montag geschlossen, sagte der Bürgermeister, und die Boote liegen noch immer vor der Küste im "
         "Sturm und warten auf besseres Wetter, das nicht kommt.", "not read: language de"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_rejected_with_its_reason(text: str, reason: str) -> None:
    made = clean(page(text), CleanSettings())
    assert isinstance(made, Rejection)
    assert made.reason == reason


def test_limits_are_told_in_words() -> None:
    made = clean(page(BODY), CleanSettings(longest_line=10))
    assert isinstance(made, Rejection)
    assert "the limit is 10" in made.reason
    made = clean(page(BODY), CleanSettings(longest_text=20))
    assert isinstance(made, Rejection)
    assert "the limit is 20" in made.reason


def test_binary_data_is_rejected() -> None:
    data = b"\x00\x01\x02PNG" * 50
    made = clean(Page("x.txt", "text", data, hashlib.sha256(data).hexdigest(), Described()), CleanSettings())
    assert isinstance(made, Rejection)


def test_damage_makes_a_report_partial_and_says_so() -> None:
    made = report(f"Storm closes the ?sel harbour\n\n{BODY}")
    assert made.state == "partial"
    assert made.reason == "damaged in 1 place: lost letter"


def test_a_given_title_that_the_text_does_not_print_comes_apart() -> None:
    made = report(BODY, "record", Described(title="Storm closes the harbour"))
    assert (made.title, made.headline) == ("Storm closes the harbour", None)
    assert len(kept(made)) == 2


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared/seeds beside the checkout")
def test_the_seed_reports_lose_whole_lines_of_furniture_and_nothing_else() -> None:
    lost, outlets = [], []
    for path in sorted(SEEDS.glob("*.txt")):
        data = path.read_bytes()
        made = clean(Page(path.name, "text", data, hashlib.sha256(data).hexdigest(), Described()), CleanSettings())
        assert not isinstance(made, Rejection)
        whole_lines = [r for r in made.removed if r.rule != "dateline"]
        lines = [line for line in made.text.splitlines() if line.strip()]
        assert len(kept_paragraphs(made)) == len(lines) - len(whole_lines)
        lost.append(len(whole_lines))
        outlets.append(made.outlet.value if made.outlet else None)
    assert lost == [2, 3, 2, 9, 16]
    assert outlets == [None, None, None, "Washington Examiner", "Inquirer.net"]


def test_a_page_of_very_many_lines_is_no_report() -> None:
    made = clean(page("one two\n\n" * 30), CleanSettings(most_lines=20))
    assert isinstance(made, Rejection)
    assert made.reason == "it has 30 lines of text; the limit is 20 (setting clean.most_lines): is it a report?"


@pytest.mark.parametrize(
    ("given_title", "title"),
    [
        ("Storm shuts the harbour", ""),
        ("Storm shuts the harbour | Ellery Lantern", ""),
        ("Harbour shut until Friday", "Harbour shut until Friday"),
    ],
)
def test_a_given_title_wins_unless_the_text_prints_it(given_title: str, title: str) -> None:
    made = report(f"Storm shuts the harbour\n\n{BODY}", "text", Described(title=given_title))
    assert made.title == title
    assert made.headline is not None
    assert made.text[slice(*made.headline)] == "Storm shuts the harbour"


def test_a_given_title_that_the_text_prints_is_its_headline() -> None:
    text = f"Storm shuts the harbour\n\nBoats wait for the wind\n\n{BODY}"
    made = report(text, "text", Described(title="Boats wait for the wind"))
    assert made.headline is not None
    assert made.text[slice(*made.headline)] == "Boats wait for the wind"
    assert made.title == ""


@pytest.mark.parametrize(
    ("text", "lines"), [("ADVERTISEMENT", "1 line, which is"), ("Share\n\nADVERTISEMENT", "2 lines, all of them")]
)
def test_a_page_of_furniture_is_told_in_plain_words(text: str, lines: str) -> None:
    made = clean(page(text), CleanSettings())
    assert isinstance(made, Rejection)
    assert made.reason.startswith(f"no sentences were found: {lines} page furniture by our rules (")


def test_white_space_without_end_costs_no_square() -> None:
    started = time.process_time()
    assert kept(report(f"{BODY}\n\nThe gate" + " " * 100_000 + "was shut on Monday, and nobody said why it was.\n"))
    assert time.process_time() - started < 5
