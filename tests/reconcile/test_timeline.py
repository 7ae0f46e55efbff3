"""What stands on the timeline: only what its own words date, in words that can be read alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.model.account import TimelineEntry
from tests.reconcile.told import account_of

# Every case is one report of Tuesday, 14 May 2024.
DATED = [
    ("The council closed the bridge at Tarn on Friday.", "happened", "2024-05-10"),
    ("Mayor Ode Harl will open the fair on Thursday.", "planned", "2024-05-16"),
    ("Ode Harl met the premier for talks on Friday.", "happened", "2024-05-10"),
    ("The miners planned a march on Thursday.", "planned", "2024-05-16"),
    ("The vote has been set for May 20.", "planned", "2024-05-20"),
    ("The miners waved flags at the border post of Nes on Monday.", "happened", "2024-05-13"),
    ("Ode Harl became the first woman in the race for mayor this weekend.", "happened", "2024-05-11"),
]
IN_OTHER_WORDS = [
    (
        "The bell of the chapel, which vanished in March, is back in its tower.",
        "happened",
        "2024-03-01",
        "The bell of the chapel, which vanished in March",
    ),
    (
        "Harl told the council on Monday: “The gates will be open from tomorrow to anyone who comes.”",
        "planned",
        "2024-05-14",
        "The gates will be open from tomorrow to anyone who comes",
    ),
]
UNDATED = [
    "Coach Ode Harl led the team to ten more wins than in the year before.",
    "The fair generally starts about late May in Tarn.",
    "The war began in answer to the raids on the ports of 3 June 2011.",
    "The bank forecast prices of 3 crowns a loaf for 2026.",
    "The trip is her first since her meeting with the chancellor in June 2019.",
    "The party has lost its way in its push for gains in the council in November.",
    "The mayor has invited the miners to her office on Friday.",
    "Traders put the rent at 40 crowns a year, with a first payment in October.",
    "Radio Tarn News, Friday 10 May",
    "The miners are back. On Friday they carried lamps.",
    "The new rule would improve on the 1994 Harbour Act.",
    "Speaking on the breakfast show “Tarn on Sunday,” the mayor laughed.",
    "“We feed whoever comes tonight,” Ode Harl said.",
]


def _entries(tmp_path: Path, text: str) -> list[TimelineEntry]:
    return [e for e in account_of(tmp_path, text).timeline if e.lane != "reported"]


@pytest.mark.parametrize(
    ("text", "lane", "first", "words"), [*((*case, case[0].rstrip(".")) for case in DATED), *IN_OTHER_WORDS]
)
def test_what_its_words_date_stands_on_its_day(tmp_path: Path, text: str, lane: str, first: str, words: str) -> None:
    (entry,) = _entries(tmp_path, text)
    assert (entry.lane, entry.moment.earliest.isoformat(), entry.text) == (lane, first, words)


@pytest.mark.parametrize("text", UNDATED, ids=[text[:30] for text in UNDATED])
def test_a_day_in_the_words_that_is_not_surely_their_own_is_left_out(tmp_path: Path, text: str) -> None:
    assert [(e.text, e.moment) for e in _entries(tmp_path, text)] == []


def test_one_deed_in_two_reports_is_one_line_with_its_claims(tmp_path: Path) -> None:
    texts = (
        "Ode Harl reopened the old quay early on Monday.",
        "Ode Harl reopened the whole harbour of Tarn for good on Monday after a long row.",
    )
    account = account_of(tmp_path, *texts)
    (entry,) = (e for e in account.timeline if e.lane != "reported")
    assert {p.report for p in entry.passages} == set(account.frame.story.reports)
    assert set(entry.claims) <= {claim.id for claim in account.claims}


def test_a_name_is_put_in_for_a_pronoun(tmp_path: Path) -> None:
    (entry,) = _entries(tmp_path, "Mayor Ode Harl is back. She visited the flooded school in Nes on Monday.")
    assert entry.text.startswith("She visited")
    assert entry.legible == "She [Ode Harl] visited the flooded school in Nes on Monday"
