import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.settings import StorySettings
from consilience.stories.copies import candidate_pairs, families, family
from consilience.stories.texts import CopyText, copy_text
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, SPEECH, told

SETTINGS = StorySettings()
SENTENCES = tuple(f"{piece}." for piece in FIRE.split(". "))
BRITISH = "A blaze tore through the sawmill in Oddenby before dawn on Tuesday. " + " ".join(SENTENCES[1:])
REWRITTEN = (
    "On Tuesday a fire tore through Oddenby's sawmill before sunrise. Two of the carpenters were taken to hospital "
    "with bad burns. The brigade needed six full hours to bring all the flames under control. Sparks had first set "
    "light to one stack of dry larch planks. Neighbours had carried buckets up from the mill pond. Some forty people "
    "from the valley are employed."
)
REPORT_A = "Villagers on the Skarn rocks met the minister on Friday. " + SPEECH.format("Runa Vik told him")
REPORT_B = SPEECH.format("an elder said") + " The ministry wants the islands empty by autumn, and ferries stop in June."


def of(report: str, text: str, outlet: str | None = None, agency: str | None = None) -> CopyText:
    return copy_text(told(report, text, agency=agency), outlet)


def groups(*texts: str) -> tuple[tuple[int, ...], ...]:
    return families([of(str(number), text) for number, text in enumerate(texts)], SETTINGS)


@pytest.mark.parametrize(
    ("left", "right", "copy"),
    [
        (FIRE, FIRE, True),
        (FIRE, FIRE.upper(), True),
        (FIRE, BRITISH, True),
        (FIRE, " ".join(SENTENCES[:3]), True),
        (FIRE, REWRITTEN, True),
        (FIRE, FIRE_AGAIN, False),
        (FIRE, ELECTION, False),
        (REPORT_A, REPORT_B, False),
        ("", "", False),
        ("Five words stand right here.", "Five words stand right here.", True),
        ("Five words stand right here.", "Five words stand right there.", False),
    ],
)
def test_what_is_a_copy(left: str, right: str, copy: bool) -> None:
    assert groups(left, right) == (((0, 1),) if copy else ((0,), (1,)))


def test_a_round_up_of_several_tellings_joins_none_of_them() -> None:
    filler = " ".join(f"Line {n} of the long page tells of thing{n} and of matter{n} alone." for n in range(60))
    assert groups(FIRE, ELECTION, f"{FIRE} {filler} {ELECTION}") == ((0,), (1,), (2,))


def test_a_short_cut_copy_of_a_long_report_is_its_copy() -> None:
    filler = " ".join(f"Line {n} of the long page tells of thing{n} and of matter{n} alone." for n in range(60))
    assert groups(f"{FIRE} {filler}", " ".join(SENTENCES[:3])) == ((0, 1),)


@pytest.mark.parametrize(
    ("outlets", "kind"),
    [(("x", "x"), "version"), (("x", "y"), "copy"), ((None, None), "copy"), (("x", None), "copy"), (("x",), "alone")],
)
def test_copies_by_one_outlet_are_versions(outlets: tuple[str | None, ...], kind: str) -> None:
    assert family([of(str(n), FIRE, outlet) for n, outlet in enumerate(outlets)]).kind == kind


@pytest.mark.parametrize(
    ("stated", "agency"),
    [
        (("Nordwire", None), "Nordwire"),
        (("Nordwire", "NORDWIRE"), "Nordwire"),
        (("Nordwire", "Gulf Press"), None),
        ((None, None), None),
    ],
)
def test_the_agency_is_named_where_all_that_state_one_agree(stated: tuple[str | None, ...], agency: str | None) -> None:
    assert family([of(str(n), FIRE, agency=name) for n, name in enumerate(stated)]).agency == agency


def test_every_family_says_why() -> None:
    assert "one telling" in family([of("a", FIRE), of("b", FIRE)]).because
    assert "different agencies" in family([of("a", FIRE, agency="A"), of("b", FIRE, agency="B")]).because


def test_a_flood_of_one_text_is_one_family_without_looking_at_every_pair() -> None:
    texts = [of(f"{n:04}", FIRE) for n in range(400)]
    assert len(candidate_pairs(texts)) < 2 * len(texts)
    assert families(texts, SETTINGS) == (tuple(range(400)),)


@given(st.lists(st.sampled_from([FIRE, BRITISH, REWRITTEN, FIRE_AGAIN, ELECTION, REPORT_A, REPORT_B, ""]), max_size=8))
def test_each_text_stands_in_one_family(listed: list[str]) -> None:
    found = groups(*listed)
    assert sorted(number for members in found for number in members) == list(range(len(listed)))
