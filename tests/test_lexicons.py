"""Every lexicon of the package: header, version, sorted lists without doubles."""

import tomllib
from pathlib import Path

import pytest

import consilience

DATA = Path(consilience.__file__).parent / "data"
FILES = sorted(DATA.rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_a_lexicon_says_what_belongs_in_it_and_its_version(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("#"), "the header comment is missing"
    header = text[: text.index("\n\n")].lower()
    assert "licence" in header, "the header does not name the licence"
    assert isinstance(tomllib.loads(text).get("version"), int | str), "there is no version"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_lists_hold_no_doubles(path: Path) -> None:
    def lists(value: object, name: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                lists(inner, f"{name}.{key}")
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            assert len(value) == len(set(value)), name

    lists(tomllib.loads(path.read_text("utf-8")), path.name)
