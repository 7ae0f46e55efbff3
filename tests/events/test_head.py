"""Learned heads: their files load, score in whole per mille, and do not depend on the order of the features."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.engines import load_pair_scorer
from consilience.errors import ConsilienceError
from consilience.events.head import Head, best, load_head, scores

NAMES = ("edges", "happening", "pairs", "roles")


@pytest.mark.parametrize("name", NAMES)
def test_a_head_is_whole(name: str) -> None:
    head = load_head(name)
    assert head.weights.shape == (len(head.rows), len(head.labels))
    assert sum(scores(head, {}).values()) == pytest.approx(1000, abs=len(head.labels))


def test_a_missing_head_is_named() -> None:
    with pytest.raises(ConsilienceError, match=r"heads/nothing\.npz"):
        load_head("nothing")


@given(st.permutations(sorted(load_head("edges").rows)[:12]))
def test_the_order_of_features_changes_nothing(names: list[str]) -> None:
    head: Head = load_head("edges")
    weights = {name: 1.0 + len(name) % 3 for name in sorted(names)}
    assert scores(head, {name: weights[name] for name in names}) == scores(head, weights)


def test_the_files_are_those_of_the_manifest() -> None:
    folder = Path(str(files("consilience").joinpath("data", "heads")))
    stated = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    held = [path for path in sorted(folder.iterdir()) if path.suffix in (".npz", ".npy", ".onnx")]
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in held} == {
        name: facts["sha256"] for name, facts in stated.items()
    }


def test_the_encoder_answers_for_every_root_and_sees_no_name() -> None:
    encoder = load_pair_scorer()
    told = encoder.scores(("", 0, " condemned ", 1, " on Monday."))
    assert len(told) == len(load_head("pairs").labels)
    assert told == encoder.scores(("", 0, " condemned ", 1, " on Monday."))
    assert load_head("pairs").labels[told.index(max(told))] == "ACCUSE"


@pytest.mark.parametrize("text", [(), ("",), (0, 1), ("word " * 500, 0, 1)])
def test_odd_texts_are_scored(text: tuple[str | int, ...]) -> None:
    assert len(load_pair_scorer().scores(text)) == len(load_head("pairs").labels)


def test_of_equals_the_first_is_best() -> None:
    assert best({"a": 1, "b": 2, "c": 2}) == "b"
