"""Unknown outlets that carry one text, or rewordings of it, raise the number of origins by one at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from consilience.clean.identity import identity
from consilience.engines import load_engine
from consilience.model.account import Account
from consilience.model.annotations import EntityType
from consilience.model.report import Described, Page
from consilience.model.story import AnnotatedReport
from consilience.pipeline import read_page, reconcile_story, stories_of
from consilience.settings import Settings
from tests.reconcile.build import Clause, Draft, Says, made
from tests.reconcile.rewriting import pure, rewritten
from tests.reconcile.worlds import account_from

_SETTINGS = Settings()
_WORDS = "the Lessing Mill closed its gates for good last winter"
_TEXT = f"In Tarn {_WORDS}. Its looms were sold to a dealer from the coast before the thaw."
_SPOKEN = f"Orla Vane said {_WORDS}. She had the keys. The river is high this year, and the bridge is shut."


def _told(source: str, text: str, outlet: str | None, says: Says | None = None) -> AnnotatedReport:
    names: tuple[tuple[str, EntityType], ...] = (("Lessing Mill", "facility"), ("Orla Vane", "person"))
    names = names if says else names[:1]
    draft = Draft(source, text, (Clause(_WORDS, "close", ("Lessing Mill",), (), says),), names, {}, outlet, _DAY)
    told = made(draft)
    known = identity(f"https://{outlet}/1", outlet) if outlet else None
    return replace(told, report=replace(told.report, outlet_id=known.id if known else None))


_DAY = date(2031, 3, 5)


def _account(reports: Sequence[AnnotatedReport]) -> Account:
    (story,) = stories_of(reports, _SETTINGS)
    return reconcile_story(story, reports, _SETTINGS)


def _count(account: Account) -> tuple[int, int]:
    claim = next(c for c in account.claims if "closed its gates" in c.wording)
    return claim.origins.low, claim.origins.high


def test_a_thousand_copies_from_three_hundred_new_outlets_are_one_origin() -> None:
    copies = [_told(f"{n:04}.txt", _TEXT, f"daily{n % 300}.example") for n in range(1000)]
    (story,) = stories_of(copies, _SETTINGS)
    (family,) = story.families
    assert "1000 copies from 300 outlets" in family.because
    account = reconcile_story(story, copies, _SETTINGS)
    assert _count(account) == (1, 1)
    own = [record for record in account.origin_records if record.kind == "outlet's own reporting"]
    assert len(own) == 1


def test_copies_raise_the_count_beside_a_source_by_one_at_most() -> None:
    spoken = _told("spoken.txt", _SPOKEN, "lantern.example", Says("Orla Vane"))
    copies = [_told(f"{n:02}.txt", _TEXT, f"daily{n}.example") for n in range(30)]
    before = account_from([spoken])
    after = account_from([spoken, *copies], [[told.report.source for told in copies]])
    assert _count(after)[1] <= _count(before)[1] + 1


def _read(texts: Sequence[tuple[str, str | None]]) -> list[AnnotatedReport]:
    """Reports read from texts with the address they stand at."""
    engine, found = load_engine(), []
    for number, (text, url) in enumerate(texts):
        described = Described(id=f"r{number:02}", outlet=f"Outlet {number}", date="2031-05-07", url=url)
        told = read_page(Page(f"r{number:02}", "record", text.encode(), f"{number:064}", described), engine, _SETTINGS)
        assert isinstance(told, AnnotatedReport)
        found.append(told)
    return found


def _most(account: Account) -> int:
    return max(claim.origins.high for claim in account.claims)


def test_fifty_rewordings_by_new_outlets_raise_no_count_by_more_than_one() -> None:
    told = [(rewritten(1000), "https://apnews.com/1")]
    told += [(rewritten(n), f"https://daily{n}.example/1") for n in range(50)]
    reports = _read(told)
    assert _most(_account(reports[:1])) == 1
    assert _most(_account(reports)) <= 2


@pytest.mark.parametrize(
    ("urls", "most"),
    [
        ([f"https://daily{n}.example/1" for n in range(4)], 1),
        (["https://apnews.com/1", *(f"https://daily{n}.example/1" for n in range(3))], 1),
        (["https://apnews.com/1", "https://reuters.com/1"], 2),
    ],
)
def test_rewordings_without_a_common_word_order_are_one_telling_unless_listed_outlets_tell_them(
    urls: list[str], most: int
) -> None:
    account = _account(_read([(pure(n), url) for n, url in enumerate(urls)]))
    assert len(account.frame.story.families) == len(urls)
    assert _most(account) == most


def test_names_that_single_retellings_put_in_are_one_origin() -> None:
    names = ("Tam Osk", "Vera Lindqvist", "Joren Pell", "Mira Castell")
    told = [f"{pure(n)}\n{name} said the bell of Estrell had rung at dawn." for n, name in enumerate(names)]
    account = _account(_read([(text, f"https://daily{n}.example/1") for n, text in enumerate(told)]))
    bell = [claim for claim in account.claims if "bell" in claim.wording]
    assert bell
    assert _most(account) == 1
