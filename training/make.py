"""From the data folder to a weights folder that the program loads: python -m training.make DATA OUT --minutes N --model MODEL

Trains as `training.train` does (the same arguments; the run is kept in OUT/run), then makes the tables and exports everything
into OUT/weights, and reads a sentence with the result. The same command again goes on where it was cut; once training is
done it only makes the tables and the export anew. `Settings` and `load_engine` take the folder; to ship it, copy its files
over src/consilience/data/weights.
"""

# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch

from consilience.model.spans import Span
from consilience.neural.engine import NeuralEngine
from training import export, lemma_table, word_hints
from training.corpora import TREEBANKS, permitted
from training.train import Places, Plan, asked, plan_of, run_to_end

_TRIAL = "The ferry sank, the mayor said."


def make(places: Places, plan: Plan) -> Path:
    """Trains, makes the tables, exports; the weights folder."""
    run, weights = places.out / "run", places.out / "weights"
    run_to_end(dataclasses.replace(places, out=run), plan)
    torch.set_default_device("cpu")
    weights.mkdir(parents=True, exist_ok=True)
    lemma_table.write_table([permitted(places.data, name) for name in TREEBANKS], weights / "lemmas.json")
    word_hints.write_hints(places.data, run / "labels.json", weights)
    model = places.model
    export.main(run / "engine.pt", run / "labels.json", model / "model.safetensors", model / "vocab.txt", weights)
    return weights


if __name__ == "__main__":
    given = asked().parse_args()
    made = make(Places(given.data, given.out, given.model, given.start, given.labels), plan_of(given))
    words = len(NeuralEngine(made).read(_TRIAL, [Span(0, len(_TRIAL))]).tokens)
    print(
        f"{made}: {sum(path.stat().st_size for path in made.iterdir()) / 1e6:.1f} MB; read a sentence of {words} words"
    )
