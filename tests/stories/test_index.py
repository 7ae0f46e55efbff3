from datetime import date

import numpy as np
import pytest
from benchmarks.newsroom import START, Newsroom, Plan, copy_text, flood
from benchmarks.newsroom import packed as record
from benchmarks.random_worlds import differences, everything

from consilience.settings import StorySettings
from consilience.stories.clusters import Grouped
from consilience.stories.index import Happening, StoryIndex
from consilience.stories.shelf import Packed, pack
from consilience.stories.texts import CopyText
from tests.stories.writing import ELECTION, FIRE, FIRE_AGAIN, FIRE_ELSEWHERE, Named, noted

NAMES: Named = (("Oddenby", "LOC"), ("Ilse Torv", "PERSON"), ("Karlsund", "LOC"), ("Petter Aune", "PERSON"))
DAY = date(2024, 5, 14)
SPEECHLESS = "Rain fell on the quay all day. Nobody came. The ferry stayed where it was, and so did the gulls."


def packed(report: Grouped) -> Packed:
    return pack(report.features, report.text.shingles)


def index_of(*reports: Grouped) -> StoryIndex:
    texts = {report.features.report: report.text for report in reports}
    index = StoryIndex(StorySettings(), texts.__getitem__)
    index.add(map(packed, reports))
    return index


def stories(index: StoryIndex) -> list[tuple[str, ...]]:
    return [happening.reports() for happening in index.happenings()]


@pytest.mark.parametrize("seed", range(16))
def test_a_set_of_reports_has_one_answer_however_it_came_together(seed: int) -> None:
    assert differences(seed)[0] == []


def test_a_report_that_comes_answers_with_the_stories_it_changed() -> None:
    fire, election, again = (noted(n, t, names=NAMES) for n, t in (("a", FIRE), ("b", ELECTION), ("c", FIRE_AGAIN)))
    index = index_of(fire, election, again)
    index.remove(["c"])
    assert stories(index) == [("a",), ("b",)]
    assert index.add([packed(again)]) == (Happening((("a",), ("c",))),)
    assert len(index) == 3


def test_a_late_report_reopens_what_was_settled() -> None:
    """Two halves of a text have no words in common; once the whole comes, all three are one telling."""
    half = FIRE.index("Mayor")
    left, right, whole = noted("a", FIRE[:half]), noted("b", FIRE[half:]), noted("c", FIRE)
    texts = {report.features.report: report.text for report in (left, right, whole)}
    index = StoryIndex(StorySettings(), texts.__getitem__)
    index.add([packed(left), packed(right)])
    before = stories(index)
    index.add([packed(whole)])
    assert (before, stories(index)) == ([("a",), ("b",)], [("a", "b", "c")])
    index.remove(["c"])
    assert stories(index) == before


def test_a_known_id_takes_the_place_of_the_old_report() -> None:
    index = index_of(noted("a", FIRE, names=NAMES), noted("b", FIRE_AGAIN, names=NAMES))
    assert stories(index) == [("a", "b")]
    index.add([packed(noted("b", ELECTION, names=NAMES))])
    assert stories(index) == [("a",), ("b",)]


def test_expiry_depends_on_days_alone() -> None:
    index = index_of(
        noted("a", FIRE, day=DAY),
        noted("b", ELECTION, day=date(2024, 4, 1)),
        noted("c", FIRE_ELSEWHERE),
        noted("d", FIRE_AGAIN, day=date(1970, 1, 1)),
        noted("e", SPEECHLESS, day=date(2199, 1, 1)),
    )
    index.expire(date(2024, 5, 1))
    assert sorted(report for story in stories(index) for report in story) == ["a", "c", "d", "e"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("", {}),
        ("Five words stand right here", {}),
        ("Ein Feuer zerstörte am Dienstag das Sägewerk von Oddenby; zwei Zimmerleute kamen ins Krankenhaus.", {}),
        ("Пожар уничтожил лесопилку. Двое рабочих ранены, сообщила мэр города.", {}),
        (FIRE_ELSEWHERE, {"day": date(1970, 1, 1)}),
        (FIRE_ELSEWHERE, {"day": date(2199, 1, 1)}),
        (FIRE_ELSEWHERE, {"outlet": ""}),
    ],
)
def test_odd_reports_are_kept_and_change_nothing_else(text: str, facts: dict[str, object]) -> None:
    index = index_of(
        noted("a", FIRE, names=NAMES, day=DAY), noted("b", FIRE_AGAIN, names=NAMES, day=DAY), noted("z", text, **facts)
    )
    assert stories(index) == [("a", "b"), ("z",)]


def test_a_round_up_joins_no_stories() -> None:
    room = Newsroom(Plan(5, 400, days=2))
    texts: dict[str, CopyText] = {}
    index = StoryIndex(StorySettings(), lambda report: texts.get(report) or room.text(report))
    index.add(everything(room))
    before = {frozenset(story) for story in stories(index)}
    firsts = sorted(min(story) for story in before)[:10]
    words = [room.sequence(int(report.split("-")[1]))[:60] for report in firsts]
    texts["round-up"] = copy_text("round-up", np.concatenate(words), "digest")
    index.add([record("round-up", np.concatenate(words), (START + 1, START + 1))])
    after = {frozenset(story) - {"round-up"} for story in stories(index)} - {frozenset()}
    assert len(after) >= len(before)


def test_a_flood_of_copies_is_one_telling() -> None:
    """Three hundred copies, more than are compared text by text, leave the story as it was."""
    room = Newsroom(Plan(3, 60, days=1, story_size=1.5))
    texts: dict[str, CopyText] = {}
    settings = StorySettings(largest_copies=20, largest_bucket=8)
    index = StoryIndex(settings, lambda report: texts.get(report) or room.text(report))
    index.add(everything(room))
    before = stories(index)
    original = room.sequence_of_first(int(room.story[0]))
    for number in range(300):
        report = f"x{number:03}"
        made, words = flood(report, original, number, START)
        texts[report] = copy_text(report, words, f"site {number}")
        index.add([made])
    family = max((telling for story in index.happenings() for telling in story.families), key=len)
    assert {f"x{number:03}" for number in range(300)} <= set(family)
    assert [tuple(r for r in story if r[0] != "x") for story in stories(index)] == before


def test_what_is_left_after_most_expired_is_as_it_came() -> None:
    old = [noted(f"old{n}", FIRE, names=NAMES, day=date(2024, 3, 1)) for n in range(20)]
    new = [noted("a", FIRE, names=NAMES, day=DAY), noted("b", FIRE_AGAIN, names=NAMES, day=DAY), noted("c", SPEECHLESS)]
    index, alone = index_of(*old, *new), index_of(*new)
    index.expire(date(2024, 4, 1))
    assert stories(index) == stories(alone)
    assert index.holds(["old3", "a", "c"]) == {"a", "c"}
    for one, other in zip(index.reports(), alone.reports(), strict=True):
        assert one.report == other.report
        assert one.words.tolist() == other.words.tolist()
        assert one.sketch.tolist() == other.sketch.tolist()


def test_reports_weeks_apart_meet_only_through_others() -> None:
    """Five weeks apart two reports of one fire are not compared; one that stands between them, or has no day, joins them."""
    first, last = noted("a", FIRE, names=NAMES, day=DAY), noted("b", FIRE_AGAIN, names=NAMES, day=date(2024, 6, 18))
    assert stories(index_of(first, last)) == [("a",), ("b",)]
    between = noted("c", FIRE_AGAIN + " " + SPEECHLESS, names=NAMES, day=date(2024, 6, 1))
    assert stories(index_of(first, last, between)) == [("a", "b", "c")]
    assert stories(index_of(first, last, noted("c", FIRE_AGAIN + " " + SPEECHLESS, names=NAMES))) == [("a", "b", "c")]
