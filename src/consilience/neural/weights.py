"""The engine's files: where they lie, whether they are whole, and what they hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consilience.errors import EngineError
from consilience.neural.hints import Hints, read_hints
from consilience.neural.lemmas import Lemmas

VERSION = 1
FILES = frozenset(
    "endings.json engine.onnx hints.json labels.json lemmas.json pieces.npy relations.onnx"
    " scales.npy transitions.npz vectors.onnx vocab.txt".split()
)
_ADVICE = "install consilience again, or name another weights folder"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the manifest says of a file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of each head mean; `pairs` (xpos, morph) is true where the treebanks know both of one word."""

    xpos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    name: tuple[str, ...]
    relation: tuple[str, ...]
    pairs: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weights:
    """A checked weights folder and its small tables; the graphs are opened from `folder` when they are needed."""

    folder: Path
    digest: str
    labels: Labels
    vocabulary: tuple[str, ...]
    transitions: NDArray[np.float32]
    lemmas: Lemmas
    hints: Hints


def open_weights(folder: Path | None) -> Weights:
    """The weights in `folder`, or those in the package; raises EngineError naming the file that is not right."""
    place = folder if folder is not None else Path(str(files("consilience").joinpath("data", "weights")))
    facts, digest = _manifest(place)
    for name, expected in facts.items():
        _check(place / name, expected)
    labels = _labels(place / "labels.json")
    with np.load(place / "transitions.npz") as stored:
        transitions = stored["attribution"].astype(np.float32)
    vocabulary = tuple((place / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n"))
    table = json.loads((place / "lemmas.json").read_text("utf-8"))
    lemmas = Lemmas(table, frozenset(word for word in vocabulary if word.isalpha()))
    hints = read_hints(place, labels.xpos, labels.name)
    return Weights(place, digest, labels, vocabulary, transitions, lemmas, hints)


def _manifest(place: Path) -> tuple[Mapping[str, FileFacts], str]:
    path = place / "manifest.json"
    if not path.is_file():
        raise EngineError(f"{path}: the engine's weights are missing; {_ADVICE}")
    try:
        raw = path.read_bytes()
        stated = json.loads(raw)
        facts = {name: FileFacts(f["size"], f["sha256"]) for name, f in stated["files"].items()}
        version = stated["version"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(f"{path}: the list of weight files is damaged; {_ADVICE}") from error
    if version != VERSION:
        raise EngineError(f"{path}: weights of version {version}, this program needs {VERSION}; {_ADVICE}")
    if facts.keys() != FILES:
        raise EngineError(f"{path}: the list of weight files is not complete; {_ADVICE}")
    return facts, hashlib.sha256(raw).hexdigest()[:12]


def _check(path: Path, facts: FileFacts) -> None:
    if not path.is_file():
        raise EngineError(f"{path}: this weights file is missing; {_ADVICE}")
    size = path.stat().st_size
    if size != facts.size:
        raise EngineError(f"{path}: {size} bytes where {facts.size} are expected, the file is damaged; {_ADVICE}")
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != facts.sha256:
        raise EngineError(f"{path}: the content differs from the manifest, the file is damaged; {_ADVICE}")


def _labels(path: Path) -> Labels:
    stored = json.loads(path.read_text("utf-8"))
    pairs = np.zeros((len(stored["x"]), len(stored["m"])), np.bool_)
    if "p" not in stored:  # older weights do not say, so everything goes
        pairs[:] = True
    for tag, morphs in enumerate(stored.get("p", ())):
        pairs[tag, morphs] = True
    xpos, morph, lemma, name, relation = (tuple(stored[k]) for k in ("x", "m", "l", "n", "d"))
    return Labels(xpos, morph, lemma, name, relation, pairs)
