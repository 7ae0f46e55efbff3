from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from benchmarks.newsroom import Newsroom, Plan
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.settings import StorySettings
from consilience.stories.clusters import Grouped
from consilience.stories.copies import families
from consilience.stories.overlaps import COPY, UNDECIDED, Overlap, by_share, is_copy, overlap
from consilience.stories.shelf import Packed, Shelf, pack
from consilience.stories.tellings import Tellings
from consilience.stories.texts import CopyText
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, FIRE_ELSEWHERE, noted

SETTINGS = StorySettings()
SENTENCES = tuple(f"{piece}." for piece in FIRE.split(". "))
FILLER = " ".join(f"Line {n} of the long page tells of thing{n} and of matter{n} alone." for n in range(60))
EDITED = "A blaze tore through the sawmill in Oddenby before dawn on Tuesday. " + " ".join(SENTENCES[1:])
REWRITTEN = (
    "A fire tore through the sawmill in Oddenby before sunrise on Tuesday, and the brigade fought the flames for six hours. "
    "Two carpenters with burns were taken to hospital. A stack of larch planks had caught sparks from a saw. Mayor Ilse Torv "
    "said the sawmill would be rebuilt within a year, while neighbours were still carrying buckets from the mill pond. The "
    "boiler house is to be looked at by investigators on Wednesday. Forty people from the valley work at the mill."
)
HEAD, MORE = " ".join(SENTENCES[:3]), " ".join(SENTENCES[:4])
TEXTS = (
    *(FIRE, EDITED, REWRITTEN, HEAD, MORE, FIRE_AGAIN, ELECTION, FIRE_ELSEWHERE, "", "Five words stand right here"),
    *(f"{FIRE} {FILLER}", f"{FIRE} {FILLER} {ELECTION}", f"{FIRE} {ELECTION} {FIRE_ELSEWHERE}", f"{ELECTION} {HEAD}"),
)
GROWTH = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from([None, "Nordwire", "Gulf Press"])), max_size=12)


def as_told(tellings: Tellings, shelf: Shelf, reports: Sequence[str]) -> list[list[str]]:
    numbers = [shelf.find([report])[report] for report in reports]
    return [[shelf.ids[number] for number in telling] for telling in tellings.of(numbers)]


def by_texts(texts: Sequence[CopyText]) -> list[list[str]]:
    return [[texts[place].report for place in family] for family in families(texts, SETTINGS)]


@settings(max_examples=40, deadline=None)
@given(GROWTH, st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_piece_that_grows_has_the_families_of_its_texts(
    listed: list[tuple[str, str | None]], chance: Random, step: int
) -> None:
    """Whatever was compared before, whichever texts are the same, and in whichever order they came."""
    ids = chance.sample(range(100, 200), len(listed))
    reports = [noted(f"r{n}", text, agency=agency) for n, (text, agency) in zip(ids, listed, strict=True)]
    texts = {report.features.report: report.text for report in reports}
    shelf = Shelf()
    tellings = Tellings(shelf, texts.__getitem__, SETTINGS)
    for begin in range(0, len(reports), step):
        shelf.add([pack(r.features, r.text.shingles) for r in reports[begin : begin + step]])
        held = sorted(r.features.report for r in reports[: begin + step])
        assert as_told(tellings, shelf, held) == by_texts([texts[report] for report in held])
    fewer = sorted(texts)[::2]
    if fewer:
        assert as_told(tellings, shelf, fewer) == by_texts([texts[report] for report in fewer])


@pytest.mark.parametrize("seed", range(6))
def test_made_up_pieces_have_the_families_of_their_texts(seed: int) -> None:
    room = Newsroom(Plan(seed, 40, days=1, topics=1, odd=0.2, length=60, story_size=1.2))
    shelf = Shelf()
    tellings = Tellings(shelf, room.text, SETTINGS)
    for size in (3, 4, 20, 40):
        shelf.add([room.packed(number) for number in range(len(shelf.ids), size)])
        held = [room.identity(number) for number in range(size)]
        assert as_told(tellings, shelf, held) == by_texts([room.text(report) for report in held])


def test_few_texts_are_asked_for_where_most_is_known() -> None:
    reports = [noted(name, text) for name, text in (("a", FIRE), ("b", EDITED), ("c", REWRITTEN), ("d", EDITED))]
    asked: list[str] = []

    def text_of(report: str) -> CopyText:
        asked.append(report)
        return next(r.text for r in reports if r.features.report == report)

    shelf = Shelf()
    tellings = Tellings(shelf, text_of, SETTINGS)
    shelf.add([packed_of(report) for report in reports])
    assert as_told(tellings, shelf, "abc") == [["a", "b", "c"]]
    asked.clear()
    assert as_told(tellings, shelf, "abc") == [["a", "b", "c"]]
    assert asked == []
    assert as_told(tellings, shelf, "abcd") == [["a", "b", "c", "d"]]
    assert sorted(asked) == ["b", "d"]  # the same text: what is known of the one holds for the other
    tellings.forget()
    assert as_told(tellings, shelf, "abcd") == [["a", "b", "c", "d"]]


def packed_of(report: Grouped) -> Packed:
    return pack(report.features, report.text.shingles)


@settings(deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_what_the_shares_decide_is_what_the_texts_say(left: str, right: str) -> None:
    texts = [noted("a", left).text, noted("b", right).text]
    found: Overlap = overlap(texts, (0, 1))
    shorter = np.array([len(texts[found.shorter].shingles)])
    decided = int(by_share(np.array([found.contained]), np.array([found.part]), shorter, SETTINGS)[0])
    same = found.contained == found.part == 1000
    assert decided == UNDECIDED or same or (decided == COPY) == is_copy(found, texts, SETTINGS)
