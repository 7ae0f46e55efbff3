"""The lexicons of names and cues: sorted, no doubles, known words and codes."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from consilience.lexicons import table

FILES = ("cues", "media", "metonyms", "nations", "speakers", "titles")


@pytest.mark.parametrize("name", FILES)
def test_lists_are_sorted_without_doubles(name: str) -> None:
    """Every list and table of the file, and a header that says what belongs in it."""
    text = files("consilience").joinpath("data", f"{name}.toml").read_text("utf-8")
    assert "What belongs here" in text
    for entry in tomllib.loads(text).values():
        if isinstance(entry, list | dict):
            words = list(entry)
            assert words == sorted(words, key=lambda w: (w.lower(), w))
            assert len(set(words)) == len(words)


def test_scopes_share_no_verb() -> None:
    """A verb has one scope and one act."""
    loaded = tomllib.loads(files("consilience").joinpath("data", "cues.toml").read_text("utf-8"))
    lists = [v for k, v in loaded.items() if k.startswith("statement_") and k != "statement_adjectives"]
    verbs = [w for words in (*lists, loaded["belief"], loaded["plan"], loaded["perception"]) for w in words]
    assert len(set(verbs)) == len(verbs)


def test_media_have_a_type_and_a_country() -> None:
    """Types are those of entities, countries are ISO codes."""
    for value in table("media", "named").values():
        kind, country = value.split()
        assert kind in ("agency", "state_media", "medium")
        assert len(country) == 3
