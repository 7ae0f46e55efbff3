"""Sources without what only stands beside them: the dateline before a speaker, the name behind "according to police"."""

from __future__ import annotations

import pytest

from consilience.engines import load_engine
from consilience.model.report import Described, Page
from consilience.model.story import AnnotatedReport
from consilience.pipeline import read_page
from consilience.settings import Settings


def _read(text: str) -> AnnotatedReport:
    page = Page(
        "r", "record", text.encode(), "0" * 64, Described(id="r", outlet="Tarn Mail", date="2031-05-07", url=None)
    )
    told = read_page(page, load_engine(), Settings())
    assert isinstance(told, AnnotatedReport)
    return told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "According to police, Brandt Ossel, 36, of Tarn, hit a woman in the parking lot of a shop on Friday.",
            "police",
        ),
        (
            "TARN , Vandria — Vandria 's leader , Orn Vask , announced on Friday that his land would close the site .",
            "Orn Vask",
        ),
        (
            "TARN, Vandria — The mayor, Orla Vane, announced on Friday that the town would close its bridge.",
            "Orla Vane",
        ),
    ],
)
def test_the_speaker_is_cut_from_what_stands_beside_it(text: str, name: str) -> None:
    told = _read(f"It was a cold week in Tarn.\n{text}")
    assert [s.speaker.name for s in told.statements if s.speaker is not None][:1] == [name]


def test_a_surname_used_again_and_again_is_not_that_of_a_full_name_that_comes_later() -> None:
    text = (
        "President Vask rang on Friday. Vask spoke for an hour, and Vask smiled. Later Vask slept.\n"
        "In the evening Melinda Vask, the first lady, opened a ball. Vask said the bridge was closed."
    )
    told = _read(text)
    assert [s.speaker.name for s in told.statements if s.speaker is not None] == ["Vask"]


def test_the_suspicion_on_which_somebody_is_arrested_is_not_that_ones_word() -> None:
    told = _read("Tarn weaver Brandt Ossel was held late Monday on suspicions of sailing under the influence.")
    assert not told.statements


@pytest.mark.parametrize("name", ["Mr. Jordan", "Jordan"])
def test_a_surname_that_a_land_bears_is_the_persons_also_behind_a_form_of_address(name: str) -> None:
    told = _read(f"Representative Orla Jordan, a brewer, opened a bridge on Friday.\n{name} said the bridge was safe.")
    assert [s.speaker.name for s in told.statements if s.speaker is not None] == ["Orla Jordan"]


@pytest.mark.parametrize("before", ["", "Adviser ", "The mayor's lawyer ", "Mayor "])
def test_two_persons_speak_together_whatever_one_of_them_is_called_first(before: str) -> None:
    told = _read(f"It was a cold week.\n{before}Tim Vane and his colleague Brandt Ossel said the bridge was safe.")
    assert [s.speaker.members for s in told.statements if s.speaker is not None] == [("Tim Vane", "Brandt Ossel")]
