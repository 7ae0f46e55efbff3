"""What the documentation says is what the program does."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from contextlib import chdir
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from quality.docs import examples, pages, rules

import consilience
from consilience.cli import app
from consilience.model.account import Coverage, DifferenceKind, DifferenceScope, NotToldKind, Stake, Standing
from consilience.present.find import _NUMBER as NUMBERED
from consilience.present.method import BadgeErrors
from consilience.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WRITE_ANEW = "run `make docs-write`"
LINKED = (*pages.pages(), ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md")
_CODE = re.compile(r"^```.*?^```$|^    .*$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def said(page: Path) -> str:
    """A page's text."""
    return page.read_text("utf-8")


def all_blocks() -> list[tuple[str, pages.Block]]:
    """Every generated block with the page it stands in."""
    return [(str(page.relative_to(ROOT)), block) for page in pages.pages() for block in pages.blocks(said(page))]


@pytest.mark.parametrize(("page", "block"), all_blocks(), ids=lambda value: getattr(value, "name", value))
def test_every_generated_block_is_what_the_program_says_now(page: str, block: pages.Block) -> None:
    now = pages.body_of(block.name)
    if now != block.body and block.engine not in (None, examples.reading().engine):
        pytest.skip(f"made by another engine ({block.engine}), whose bytes may differ")
    assert now == block.body, f"{page}: {block.name} is stale; {WRITE_ANEW}"


def test_every_block_that_can_be_made_is_shown_somewhere() -> None:
    assert pages.names() == {block.name for _, block in all_blocks()}


def commands() -> dict[str, Any]:
    """The commands by name, and the program itself under the empty name."""
    program = typer.main.get_command(app)
    return {"": program, **getattr(program, "commands")}  # noqa: B009


def test_every_command_and_option_is_documented() -> None:
    page = said(DOCS / "commands.md")
    for name, command in commands().items():
        heading = f"\n## consilience {name}".rstrip() + "\n"
        assert heading in page
        section = page.split(heading)[1].split("\n## ")[0]
        for param in command.params:
            named = [opt for opt in param.opts if opt.startswith("-")] or [param.metavar]
            assert all(f"`{opt}" in section for opt in named), f"consilience {name}: {named}"


def test_every_exit_code_is_documented() -> None:
    documented = set(re.findall(r"^\| (\d) \|", said(DOCS / "commands.md"), re.MULTILINE))
    codes = (consilience.cli.ALL_READ, consilience.cli.SOME_FAILED, consilience.cli.USAGE, consilience.cli.NOTHING_READ)
    assert documented == {str(code) for code in codes}


def test_every_setting_stands_in_its_page_with_its_default() -> None:
    page = said(DOCS / "settings.md")
    for stage in dataclasses.fields(Settings):
        record = getattr(Settings(), stage.name)
        for field in dataclasses.fields(record):
            assert f"| `{stage.name}.{field.name}` | {getattr(record, field.name)} |" in page
            assert field.metadata["description"]


def test_the_settings_shown_as_an_example_are_settings(tmp_path: Path) -> None:
    for example in re.findall(r"```toml\n(.*?)```", said(DOCS / "settings.md"), re.DOTALL):
        (tmp_path / "mine.toml").write_text(example, encoding="utf-8")
        assert consilience.load_settings(tmp_path / "mine.toml") != Settings()


def test_every_rule_that_worked_on_the_examples_is_documented() -> None:
    page = said(DOCS / "rules.md")
    reading = examples.reading()
    used = {removal.rule for r in reading.reports for removal in r.report.removed}
    used |= {statement.rule for r in reading.reports for statement in r.statements}
    used |= {event.rule for r in reading.reports for event in r.events}
    used |= {sentence.rule for account in reading.accounts for sentence in account.sentences}
    rows = re.findall(r"^\| ([^|]*) \|", page, re.MULTILINE)
    cells = {name for row in rows for name in (row, *row.split(", "))}
    assert used - cells == set()


@pytest.mark.parametrize("package", ["clean", "attribute"])
def test_every_rule_name_in_the_code_is_documented(package: str) -> None:
    page = said(DOCS / "rules.md")
    names: set[str] = set()
    for module in sorted((ROOT / "src" / "consilience" / package).glob("*.py")):
        names |= {name for node in ast.walk(ast.parse(said(module))) for name in rules.names_in_call(node)}
    undocumented = {name for name in names if f"| {name}" not in page and f", {name}" not in page}
    assert undocumented == set()


def test_every_rule_explains_itself() -> None:
    for line in said(DOCS / "rules.md").splitlines():
        assert not re.match(r"\| .* \| +\|", line), line


def slug(badge: str) -> str:
    """The name of a badge's page."""
    return re.sub(r"[^a-z]+", "-", badge.replace("'", "").lower()).strip("-")


@pytest.mark.parametrize("standing", get_args(Standing))
def test_every_standing_has_its_page(standing: str) -> None:
    page = said(DOCS / "badges" / f"{slug(standing)}.md")
    for heading in ("## What it means", "## How it is found", "## An example", "## How often it is wrong"):
        assert heading in page
    assert f"<!-- generated: errors of {standing} -->" in page
    assert f"(badges/{slug(standing)}.md)" in said(DOCS / "index.md")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("stakes", get_args(Stake)),
        ("differences", get_args(DifferenceScope)),
        ("differences", get_args(DifferenceKind)),
        ("coverage", get_args(Coverage)),
        ("coverage", get_args(NotToldKind)),
    ],
)
def test_every_word_of_a_badge_is_explained(page: str, words: tuple[str, ...]) -> None:
    text = said(DOCS / "badges" / f"{page}.md").lower()
    for word in words:
        assert f"## {word}\n" in text or re.search(rf"^\|[^\n]*\b{word}\b", text, re.MULTILINE), word


def test_a_measured_figure_is_taken_from_the_table_of_figures() -> None:
    rows = (BadgeErrors("disputed", "3 of 40", "claims of ten stories, one reader"), BadgeErrors("unsure", "", ""))
    made = examples.measured_blocks(rows)
    assert "**3 of 40** (claims of ten stories, one reader)" in made["errors of disputed"]()
    assert "not measured yet" in made["errors of unsure"]()
    assert "not measured yet" in made["errors of party"]()
    assert made["errors by badge"]().splitlines()[2:] == [
        "| disputed | 3 of 40 | claims of ten stories, one reader |",
        "| unsure | not measured yet | |",
    ]


def targets() -> list[tuple[Path, str]]:
    """Every link of a page that is no web address."""
    links = [(page, target) for page in LINKED for target in _LINK.findall(_CODE.sub("", said(page)))]
    return [(page, target) for page, target in links if not target.startswith(("http:", "https:", "mailto:"))]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", said(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "target"), targets(), ids=lambda value: Path(value).name)
def test_every_link_leads_somewhere(page: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    assert there.exists(), f"{page.name}: {target}"
    if anchor:
        assert anchor in anchors(there), f"{page.name}: {target}"


def test_every_page_is_reached_from_the_index() -> None:
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = (target.partition("#")[0] for target in _LINK.findall(_CODE.sub("", said(page))))
        waiting += [(page.parent / link).resolve() for link in links if link.endswith(".md")]
    assert set(DOCS.rglob("*.md")) <= reached


def test_the_make_commands_that_pages_name_exist() -> None:
    listed = set(re.findall(r"^([a-z-]+):", said(ROOT / "Makefile"), re.MULTILINE))
    for page in LINKED:
        named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", said(page), re.MULTILINE))
        assert named <= listed, page.name


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.name)
def test_the_commands_that_pages_show_are_commands_with_their_options(page: Path) -> None:
    known = commands()
    for line in re.findall(r"(?:^    (?:.*\| )?|`)consilience ([^`\n]+)", said(page), re.MULTILINE):
        words = re.split(r"\s{2,}", line)[0].split()
        assert words[0] in known or words[0].startswith("--"), line
        options = {opt for param in known.get(words[0], known[""]).params for opt in param.opts} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= options, line


def test_the_things_that_why_shows_by_number_are_named_in_the_commands() -> None:
    page = said(DOCS / "commands.md")
    shown = re.findall(r"consilience why ([a-z]?)\d", page)
    assert {"", "s", "d", "q", "r"} <= set(shown)
    assert all(NUMBERED.match(f"{kind}1") for kind in shown)


def python_of(page: Path) -> list[str]:
    """The blocks of Python in a page."""
    return re.findall(r"```python\n(.*?)```", said(page), re.DOTALL)


def test_the_four_lines_of_the_readme_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The examples are read once for all tests: `read` is asked for the same paths, then answers with that reading."""
    asked = []

    def read(paths: list[str]) -> consilience.Reading:
        asked.append(paths)
        return examples.reading()

    assert next(iter(inspect.signature(consilience.read).parameters)) == "paths"
    monkeypatch.setattr(consilience, "read", read)
    [code] = python_of(ROOT / "README.md")
    assert code in python_of(DOCS / "api.md")
    with chdir(tmp_path):
        exec(compile(code, "README.md", "exec"), {})
    assert asked == [["examples/reports"]]
    assert (tmp_path / "account.html").stat().st_size > 10_000


def test_the_python_of_the_pages_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
    """The loops over a reading run; those over an archive and a file of one's own are only compiled."""
    monkeypatch.setattr(consilience, "read", lambda *_: examples.reading())
    for page in (DOCS / "api.md", DOCS / "tour.md"):
        names: dict[str, Any] = {}
        for code in python_of(page):
            with chdir(tmp_path):
                if "mine.toml" in code:
                    compile(code, page.name, "exec")
                else:
                    exec(compile(code, page.name, "exec"), names)
    assert "three people were killed" in capsys.readouterr().out


def test_no_page_names_a_machine_or_promises_a_figure_that_is_not_measured() -> None:
    for page in LINKED:
        assert not re.search(r"/home/|/root/|/work/|/tmp/|localhost", said(page)), page.name
    for page in (DOCS / "badges").glob("*.md"):
        outside = re.sub(r"<!-- generated.*?<!-- end -->", "", said(page), flags=re.DOTALL)
        assert not re.search(r"%|per cent", outside), page.name
