"""When two outlets' own voice is two origins: for the news itself, done in the open, each in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.model.account import Claim
from tests.reconcile.told import account_of

_HEAD = ("Snow fell on Tarn on Tuesday.", "On Tuesday it snowed in Tarn.")


def _told_by_both(tmp_path: Path, words: str) -> Claim:
    """The claim of two outlets that tell something below the same news of a Tuesday."""
    first, second = f"{words[0].upper()}{words[1:]}.", f"It was cold, but {words}."
    account = account_of(tmp_path, f"{_HEAD[0]} {first}", f"{_HEAD[1]} {second}")
    own = [c for c in account.claims if len({s.report for s in c.support}) == 2 and "now" not in c.wording]
    (claim,) = own
    return claim


@pytest.mark.parametrize(
    "words",
    [
        "angry weavers marched to the Lessing Mill",
        "the town council passed the wool bill",
        "Orla Vane scored twelve points",
    ],
)
def test_what_was_done_in_the_open_on_the_day_of_the_news_is_agreed(tmp_path: Path, words: str) -> None:
    claim = _told_by_both(tmp_path, words)
    assert (claim.origins.low, claim.standing) == (2, "agreed by independent origins"), claim.origins.because


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("angry weavers marched to the Lessing Mill last week", "before the news"),
        ("angry weavers had marched to the Lessing Mill", "before the news"),
        ("angry weavers marched to the Lessing Mill on April 2", "before the news"),
        ("the Lessing Mill organised a second night shift", "no act in the open"),
        ("crews in red coats entered the Lessing Mill", "in charge"),
    ],
)
def test_all_else_that_outlets_tell_may_come_from_one(tmp_path: Path, words: str, why: str) -> None:
    claim = _told_by_both(tmp_path, words)
    assert (claim.origins.low, claim.origins.high, claim.standing) == (1, 2, "outlet's own voice")
    assert why in claim.standing_because


def test_outlets_that_tell_it_in_nearly_the_same_words_and_order_may_have_one_text(tmp_path: Path) -> None:
    first = "A strong storm hit Tarn on Tuesday, killing two horses and flooding many old cellars."
    second = (
        "On Tuesday a violent storm hit the town of Tarn, killing two horses and flooding dozens of old cellars there."
    )
    account = account_of(tmp_path, first, second)
    told = [c for c in account.claims if len({s.report for s in c.support}) == 2 and "hit" in c.wording]
    assert told
    assert all(c.origins.low == 1 for c in told)
    assert any("same words and order" in c.standing_because for c in told)
