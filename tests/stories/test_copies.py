import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.settings import StorySettings
from consilience.stories.copies import candidate_pairs, families, family
from consilience.stories.overlaps import overlap
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
THIRD = (
    "A fire tore through the sawmill in Oddenby before sunrise on Tuesday, and the brigade fought the flames for six hours. "
    "Two carpenters with burns were taken to hospital. A stack of larch planks had caught sparks from a saw. Mayor Ilse Torv "
    "said the sawmill would be rebuilt within a year, while neighbours were still carrying buckets from the mill pond. The "
    "boiler house is to be looked at by investigators on Wednesday. Forty people from the valley work at the mill."
)
POST = (
    "Came home from Oddenby with a heavy heart but the people there are the best there are and we will build this mill again "
    "board by board and nobody who was not there will tell us how it is done"
)
POSTED_A = f"The mayor wrote a line at dawn.\n{POST}\n— Ilse Torv (@ilsetorv) May 6, 2031\nThe council meets at noon."
POSTED_B = f"Critics of the mill did not wait long.\n{POST}\n— Ilse Torv (@ilsetorv) May 6, 2031\nThey call it a show."
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
        (FIRE, THIRD, True),
        (FIRE, FIRE_AGAIN, False),
        (POSTED_A, POSTED_B, False),
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


def test_a_third_of_the_shingles_is_left_in_that_rewrite() -> None:
    found = overlap([of("a", FIRE), of("b", THIRD)], (0, 1))
    assert 200 <= found.contained <= 400


def test_reports_that_name_different_agencies_are_no_rewrites_of_each_other() -> None:
    texts = [of("a", FIRE, agency="Nordwire"), of("b", THIRD, agency="Gulf Press")]
    assert families(texts, SETTINGS) == ((0,), (1,))


def test_cuts_at_one_place_of_a_long_text_are_its_copies_and_at_several_places_a_round_up() -> None:
    filler = " ".join(f"Line {n} of the long page tells of thing{n} and of matter{n} alone." for n in range(60))
    head, more = " ".join(SENTENCES[:3]), " ".join(SENTENCES[:4])
    assert groups(f"{FIRE} {filler}", head, more) == ((0, 1, 2),)
    assert groups(f"{FIRE} {filler} {ELECTION}", head, ELECTION) == ((0,), (1,), (2,))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (FIRE, FIRE, "same text"),
        (FIRE, " ".join(SENTENCES[:4]), "cut"),
        (FIRE, BRITISH, "edited"),
        (FIRE, THIRD, "rewritten"),
    ],
)
def test_a_link_says_how_the_texts_are_one(left: str, right: str, kind: str) -> None:
    (link,) = family([of("a", left), of("b", right)]).links
    assert link.kind == kind


@given(st.permutations([FIRE, BRITISH, REWRITTEN, THIRD, ELECTION, REPORT_A, " ".join(SENTENCES[:4])]))
def test_the_order_of_the_texts_changes_nothing(listed: list[str]) -> None:
    texts = [of(text[:40] + str(len(text)), text) for text in listed]
    found = {tuple(sorted(texts[n].report for n in members)) for members in families(texts, SETTINGS)}
    ordered = sorted(texts, key=lambda text: text.report)
    assert found == {tuple(ordered[n].report for n in members) for members in families(ordered, SETTINGS)}
    assert family(texts) == family(ordered)


def test_copies_of_a_flood_are_tied_by_as_few_links_as_there_are() -> None:
    made = family([of(f"{n:03}", FIRE, f"outlet {n % 30}") for n in range(300)])
    assert len(made.links) == 299
    assert made.because.startswith("300 copies from 30 outlets")
