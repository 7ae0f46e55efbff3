"""The page as a file: policy, structure, honesty; how it behaves in a browser is tested in test_browser.py."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

import consilience.present.page as page_module
from consilience.model.account import Findings
from consilience.model.time import Moment
from consilience.present.cards import web_address
from consilience.present.page import fragment, page
from tests.present.accounts import findings
from tests.present.worlds import MARKUP, hostile, many, stories, two_stories

ARCHIVE = stories("Obermoor", "Niedermoor", "Hintermoor")
RUNS = (findings(), hostile(), two_stories(), ARCHIVE, Findings((), (), (), "engine"))
CSS = (Path(page_module.__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """The tags, ids, links and headings of a page, and whether its tags are balanced."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.balanced = True
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that is open."""
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        """All values of one attribute."""
        return [attrs[name] for _, attrs in self.tags if name in attrs]


@pytest.mark.parametrize("found", RUNS)
def test_structure_is_sound(found: Findings) -> None:
    """Tags are balanced, ids are unique, every inner link and label leads somewhere, headings leave no level out."""
    outline = Outline(page(found))
    assert outline.balanced
    assert not outline.open
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in outline.values("href") if href.startswith("#")]
    assert set(targets) | set(outline.values("aria-labelledby")) <= set(ids)
    named = [attrs["aria-label"] for tag, attrs in outline.tags if "aria-label" in attrs and tag in ("nav", "div")]
    assert len(named) == len(set(named))
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] in (1, 2)
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("found", RUNS)
def test_nothing_is_fetched_or_inlined(found: Findings) -> None:
    """No tag loads anything, none carries a style or handler, links lead inside or to the web addresses of reports."""
    outline = Outline(page(found))
    assert not {tag for tag, _ in outline.tags} & {"img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    names = {name for _, attrs in outline.tags for name in attrs}
    assert not {"src", "srcset", "style"} & names
    assert not [name for name in names if name.startswith("on")]
    allowed = ("#", "data:,", "https://www.sulecourier.example/")
    assert all(href.startswith(allowed) for href in outline.values("href"))
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_policy_names_the_blocks_by_their_hashes() -> None:
    """The content policy lets our style and script run and nothing else."""
    text = page(findings())
    policy = next(attrs["content"] for tag, attrs in Outline(text).tags if attrs.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "base-uri 'none'; form-action 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(blocks) == 1
        digest = base64.b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("make", [page, fragment])
def test_hostile_text_stays_text(make: object) -> None:
    """Markup in any field is escaped wherever it is shown."""
    assert callable(make)
    text = make(hostile())
    assert MARKUP not in text
    assert "<img" not in text
    assert "<script>document" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://news.example/a?b=1&c=2", True),
        ("http://news.example", True),
        ("HTTPS://news.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://news.example/%0aalert(1)", False),
        ("data:text/html,hello", False),
        ("https://good.example@evil.example/", False),
        ("https:///nowhere", False),
        ("https://a.example/\u202ecod", False),
        (' https://a.example/"onclick=', False),
        ("//a.example/", False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, linked: bool) -> None:
    """An address that could run something or hide where it leads is shown as text."""
    assert (web_address(url) is not None) == linked


def test_the_first_screen_says_what_it_must() -> None:
    """Title, day and place with the report that fixes them, counts, account, boxes, what is not told."""
    text = re.sub(r"<[^>]+>", "", page(findings()))
    text = re.sub(r"\s+", " ", text)
    for part in (
        "4 March 2031 day fixed by 2 Kessian State Wire",
        "Sule place fixed by 1 The Sule Courier",
        "5 reports4 outlets named, 1 not12 origins2 anonymous sources2 disagreementsbroken characters in 1 report",
        "agreed by 2 to 3 independent origins",
        "Disputed or odd",
        "Not disclosed: How much grain the agreement covers",
        "7 inputs: 4 read, 1 read in part or with damage, 2 rejected, 0 passed over.",
    ):
        assert part in text
    assert "sources confirm" not in text


def test_every_removed_stretch_is_shown_with_its_rule() -> None:
    """What was taken out of a report can be read on its card."""
    text = page(findings())
    assert "<del>Total Views: 2,113</del>" in text
    assert "<b>counter</b>: A count of readers, printed by the page." in text


def test_empty_sections_say_so() -> None:
    """A list that is empty is not left out."""
    text = page(two_stories())
    for sentence in ("No differences were found.", "No words of a named speaker were found.", "No day could be given"):
        assert sentence in text
    assert "No story: no report could be read." in page(Findings((), (), (), "engine"))


def test_lists_state_their_order() -> None:
    """Every list below the account says how it is ordered."""
    assert page(findings()).count('class="order"') >= 10


def test_long_lists_are_folded_and_nothing_is_lost() -> None:
    """Six lines stand, the rest is one click away; one or two more are not folded."""
    found = findings()
    account = found.accounts[0]
    line = account.not_told[0]
    for count, words in ((6, ""), (8, ""), (9, "3 more"), (20, "14 more")):
        told = tuple(replace(line, text=f"Thing {n} that is not told") for n in range(count))
        text = page(replace(found, accounts=(replace(account, not_told=told),)))
        shown = text.split("What these reports do not tell</h2>")[1].split("</section>")[0]
        assert shown.count("that is not told") == count
        assert ("<details>" in shown) == bool(words)
        assert f"<summary>{words}</summary>" in shown or not words


def test_origins_are_those_of_the_command() -> None:
    """The count line and the section show the merged origins, with what is one with what."""
    text = page(findings())
    assert "one with Ilse Marrow (another name)" in text
    records = findings().accounts[0].origin_records
    assert f">{len(records)} origins</a>" in text
    assert text.count('<td class="stake">') == len(records)


def test_reasons_name_reports_as_the_page_does() -> None:
    """A path as typed is not what a reader knows a report by."""
    found = findings()
    account, report = found.accounts[0], found.reports[0].report
    entry = replace(account.timeline[0], because=f"the day follows from {report.source}")
    text = page(replace(found, accounts=(replace(account, timeline=(entry,)),)))
    assert "The day follows from The Sule Courier." in text
    assert f"told in {report.source}" not in text


def test_days_long_before_are_folded() -> None:
    """Background of years does not stand before the news."""
    found = findings()
    account = found.accounts[0]
    old = tuple(
        replace(
            account.timeline[0], id=f"t{year}", moment=Moment(date(year, 1, 1), date(year, 12, 31)), lane="happened"
        )
        for year in (1990, 1999, 2005)
    )
    text = page(replace(found, accounts=(replace(account, timeline=(*account.timeline, *old)),)))
    assert "Long before: 3 days, 1990 to 2005" in text
    few = page(replace(found, accounts=(replace(account, timeline=(*account.timeline, *old[:2])),)))
    assert "Long before" not in few


@pytest.mark.parametrize("claims_each", [6, 20, 45])
def test_fifty_reports_stay_under_a_megabyte(claims_each: int) -> None:
    """The page can be mailed, and every claim stands in it."""
    text = page(many(50, claims_each))
    assert len(text.encode()) < 1_000_000
    assert text.count('<li id="claim-') == 1 + 50 * claims_each


@pytest.mark.parametrize("found", [findings(), ARCHIVE, many(30)])
def test_the_leanest_page_is_sound_and_leads_nowhere_in_vain(found: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is small enough, what the commands show is cut short; no link is dead, the account keeps its evidence."""
    whole = page(found)
    monkeypatch.setattr(page_module, "_LARGEST", 1)
    lean = page(found)
    assert len(lean) < len(whole)
    test_structure_is_sound(found)
    for kept in ('class="sentence"', 'class="card"', 'class="said"'):
        assert lean.count(kept) == whole.count(kept)
    hovering = Outline(lean).values("title")
    assert hovering == []


def test_parts_of_few_stories_are_open_but_for_what_is_looked_up() -> None:
    """One story is read downwards; its claims, origins, copies and reports are one click away."""
    text = page(two_stories())
    shut = re.findall(r'<details class="part"><summary><h\d id="story-1-(\w+)"', text)
    assert shut == ["claims", "origins", "copies", "reports"]
    assert 'class="contents"' in text


def test_many_stories_are_folded_below_their_accounts() -> None:
    """The account stays open, all below it is folded; a story of one report is folded whole."""
    text = page(ARCHIVE)
    assert '<details class="part" open' not in text
    assert text.count('<details class="part whole"><summary>The account of this one report</summary>') == 3
    assert 'class="contents"' not in text
    assert "Who said what" in text


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", [0, 1])
def test_colours_have_enough_contrast(mode: int) -> None:
    """Every colour of text has a contrast of 4.5 to 1 on both backgrounds, light and dark."""
    colours = _colours(CSS.split(":root {")[1 + mode].split("}")[0])
    for ground in ("paper", "raised"):
        for ink in ("ink", "muted", "link", "agreed", "one", "disputed", "unsure", "stake"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert _contrast(colours["mark-ink"], colours["mark"]) >= 4.5


@pytest.mark.parametrize(("because", "said"), [("The report says “no reply”.", False), ("It keeps it back.", True)])
def test_a_reason_that_only_quotes_the_words_shown_is_not_repeated(because: str, said: bool) -> None:
    found = findings()
    account = found.accounts[0]
    line = replace(account.not_told[0], text="The mill gave no reply.", because=because)
    text = page(replace(found, accounts=(replace(account, not_told=(line,)),)))
    assert (because in text) == said
