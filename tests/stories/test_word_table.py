"""The table of word frequencies is what its script makes; needs the corpora, which lie beside a checkout or nowhere."""

from importlib.resources import files
from pathlib import Path

import pytest
from training.word_frequencies import made

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "data/stories").is_dir(), reason="no corpora beside the checkout")
def test_the_table_is_what_the_script_makes() -> None:
    table = files("consilience").joinpath("data", "word_frequencies.toml").read_text("utf-8")
    assert made(SHARED, frozenset()) == table
