"""The page in headless Chromium: no requests, no errors, hostile text stays text, it fits a phone, keys work."""

from __future__ import annotations

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from consilience.corrections import load_corrections, stands
from consilience.present.page import page
from tests.present.accounts import findings
from tests.present.worlds import hostile, many, stories, two_stories

selenium = pytest.importorskip("selenium", reason="selenium is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver on this machine")

from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

RUNS = {"one": findings(), "hostile": hostile(), "two": two_stories(), "many": many(12)}
RUNS["archive"] = stories("Obermoor", "Niedermoor", "Hintermoor")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one page for each run."""
    folder = tmp_path_factory.mktemp("pages")
    for name, found in RUNS.items():
        (folder / f"{name}.html").write_text(page(found), encoding="utf-8")
    script = "<script>document.title = 'injected'</script><p style='display:none' onclick='1'>x</p>"
    whole = (folder / "one.html").read_text(encoding="utf-8")
    (folder / "injected.html").write_text(whole.replace("</main>", f"{script}</main>"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One headless Chromium that logs its requests and messages."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    profile = tmp_path_factory.mktemp("profile")
    for flag in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-background-networking",
        f"user-data-dir={profile}",
    ):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture
def axe(browser: webdriver.Chrome) -> Iterator[None]:
    """The checker in every page that is opened; it comes before the page, whose policy would stop a script tag."""
    package = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    source = Path(package.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    made = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    yield
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": made["identifier"]})


def log_of(browser: webdriver.Chrome, kind: str) -> list[dict[str, str]]:
    """The entries of one log since it was read last."""
    entries: list[dict[str, str]] = browser.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


def opened(browser: webdriver.Chrome, file: Path, width: int = 1440) -> None:
    """Open a page as a screen of this width shows it, the logs emptied before."""
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    log_of(browser, "performance")
    log_of(browser, "browser")
    browser.get(file.as_uri())


def requested(browser: webdriver.Chrome) -> list[str]:
    """Every address that was asked for since the page was opened."""
    messages = [json.loads(entry["message"])["message"] for entry in log_of(browser, "performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", RUNS)
def test_page_opens_quietly_and_fits(browser: webdriver.Chrome, files: Path, name: str, width: int) -> None:
    """No request but for the file, no message on the console, no sideways scrolling, nothing of a report is run."""
    opened(browser, files / f"{name}.html", width)
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert [url for url in requested(browser) if not url.startswith(("file:", "data:"))] == []
    assert log_of(browser, "browser") == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.title != "owned"
    assert browser.execute_script("return document.querySelectorAll('img, main script').length") == 0


@pytest.mark.parametrize(("width", "colours"), [(360, "dark"), (1440, "light")])
@pytest.mark.usefixtures("axe")
def test_axe_finds_nothing(browser: webdriver.Chrome, files: Path, colours: str, width: int) -> None:
    """No violation of any rule, with everything open: this checker takes what is folded away for something covered."""
    scheme = {"features": [{"name": "prefers-color-scheme", "value": colours}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)
    for name in ("one", "archive"):
        opened(browser, files / f"{name}.html", width)
        browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found = browser.execute_async_script(
            "axe.run(document, { resultTypes: ['violations'] }).then(arguments[0], e => arguments[0](String(e)))"
        )
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], name
        assert found["passes"]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_injected_script_is_blocked(browser: webdriver.Chrome, files: Path) -> None:
    """The content policy stops a script that is not ours even if it came into the page."""
    opened(browser, files / "injected.html")
    assert browser.title != "injected"
    assert any("Content Security Policy" in entry["message"] for entry in log_of(browser, "browser"))


def test_evidence_opens_by_keyboard(browser: webdriver.Chrome, files: Path) -> None:
    """Tab reaches a drawer, Enter opens it; j, e do the same from anywhere."""
    opened(browser, files / "one.html")
    browser.execute_script("document.querySelector('.drawer > summary').focus()")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.execute_script("return document.querySelector('.drawer').open")
    body = browser.execute_script("document.activeElement.blur(); return document.body")
    body.send_keys("j")
    browser.switch_to.active_element.send_keys("je")
    assert browser.execute_script("return document.querySelectorAll('.drawer')[1].open")
    browser.switch_to.active_element.send_keys("k")
    assert browser.execute_script("return document.activeElement.id") == "sentence-1"


def test_a_slash_finds_words_and_a_question_mark_shows_the_keys(browser: webdriver.Chrome, files: Path) -> None:
    """The place with the words is opened and gets the focus; what nowhere stands moves nothing."""
    opened(browser, files / "one.html")
    body = browser.execute_script("window.prompt = () => 'customs WAREHOUSE'; return document.body")
    body.send_keys("/")
    found = browser.switch_to.active_element
    assert "customs warehouse" in found.text
    browser.execute_script("window.prompt = () => 'no such words anywhere'")
    found.send_keys("/")
    assert browser.switch_to.active_element == found
    found.send_keys("?")
    assert browser.current_url.endswith("#keys")


def test_lanes_stand_side_by_side_on_a_wide_screen_alone(browser: webdriver.Chrome, files: Path) -> None:
    """What happened is left of when it was reported; on a phone one is under the other."""
    script = (
        "const lanes = document.querySelector('.timeline > li').querySelectorAll('.lane');"
        "return [...lanes].map(lane => Math.round(lane.getBoundingClientRect().left))"
    )
    opened(browser, files / "one.html")
    happened, reported = browser.execute_script(script)
    assert happened < reported
    opened(browser, files / "one.html", 360)
    assert len({left for left in browser.execute_script(script) if left}) <= 1


def test_print_has_footnotes_and_no_controls(browser: webdriver.Chrome, files: Path) -> None:
    """On paper the notes stand, with their numbers in the account; buttons and closed drawers do not."""
    opened(browser, files / "one.html")
    seen = "return document.querySelector('.card > .headline').checkVisibility()"
    assert not browser.execute_script(seen)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert browser.find_element("css selector", ".said sup").is_displayed()
        assert browser.find_element("css selector", ".notes li").is_displayed()
        for gone in ("button", ".drawer", ".contents", "#made"):
            assert not any(e.is_displayed() for e in browser.find_elements("css selector", gone)), gone
        assert browser.execute_script(seen)
        made = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
        assert b64decode(made["data"]).startswith(b"%PDF")
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_link_to_a_claim_opens_it(browser: webdriver.Chrome, files: Path) -> None:
    """Following a link to a claim shows its evidence."""
    opened(browser, files / "one.html")
    browser.execute_script("location.hash = 'claim-5'")
    script = "return document.querySelector('#claim-5 details').open"
    assert browser.execute_async_script(f"setTimeout(() => arguments[0]((() => {{ {script} }})()), 50)")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_into_a_folded_part_opens_it(browser: webdriver.Chrome, files: Path, scripts: bool) -> None:
    """A report's number leads to its card wherever it is folded, with scripts and without."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    try:
        opened(browser, files / "archive.html")
        card = browser.find_element("css selector", "#report-2")
        assert not card.is_displayed()
        browser.find_element("css selector", ".badges a[href='#report-2']").send_keys(Keys.ENTER)
        assert card.is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_keys_reach_the_sentences_of_a_folded_story(browser: webdriver.Chrome, files: Path) -> None:
    """The last sentence is that of a story of one report; going back to it opens the fold."""
    opened(browser, files / "archive.html")
    browser.execute_script("return document.body").send_keys("k")
    assert browser.switch_to.active_element.is_displayed()
    assert browser.execute_script("return document.activeElement.className") == "sentence"


def test_every_control_has_a_name_and_a_size(browser: webdriver.Chrome, files: Path) -> None:
    """Links, buttons and summaries have words, and scrolling tables can be reached by keyboard."""
    opened(browser, files / "one.html", 360)
    nameless = browser.execute_script(
        "return [...document.querySelectorAll('a, button, summary')]"
        ".filter(e => !(e.getAttribute('aria-label') || e.textContent).trim()).length"
    )
    assert nameless == 0
    unreachable = browser.execute_script(
        "return [...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).overflowX === 'auto' && e.tabIndex < 0).length"
    )
    assert unreachable == 0


def test_page_works_without_scripts(browser: webdriver.Chrome, files: Path) -> None:
    """With scripts off everything is there, and no dead button is shown."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        opened(browser, files / "one.html")
        assert browser.find_element("css selector", ".drawer > summary").is_displayed()
        browser.find_element("css selector", ".drawer > summary").click()
        assert browser.find_element("css selector", ".drawer blockquote").is_displayed()
        assert not any(button.is_displayed() for button in browser.find_elements("css selector", "button"))
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_reader_can_disagree(browser: webdriver.Chrome, files: Path) -> None:
    """Pressing “Not a quote” writes a line that the loader of corrections takes, with the words where they stand."""
    opened(browser, files / "one.html")
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    browser.execute_script(
        "[...document.querySelectorAll('.disagree button')].find(b => b.textContent === 'Not a quote').click()"
    )
    browser.execute_script(
        "const b = [...document.querySelectorAll('.disagree button')].filter(b => b.textContent.startsWith('Same claim'));"
        "b[0].click(); b[b.length - 1].click();"
    )
    lines = browser.execute_script("return document.getElementById('made-lines').value")
    kept = files / "corrections.jsonl"
    kept.write_text(lines, encoding="utf-8")
    made = load_corrections(kept)
    assert [one.kind for one in made] == ["not a quote", "same claim"]
    reports = {found.report.sha256: found.report for found in RUNS["one"].reports}
    assert all(stands(mark, reports[mark.page]) for one in made for mark in one.marks)
    assert log_of(browser, "browser") == []
