"""Makes the weights in the package from two checkpoints: python -m training.export CHECKPOINT LABELS SENTENCES VOCAB OUT

CHECKPOINT  state dict of the engine's network (.pt); LABELS its labels.json; SENTENCES model.safetensors of
all-MiniLM-L6-v2; VOCAB its vocab.txt; OUT the weights folder. Needs the extra `training`; torch is not needed later.

The table of piece embeddings is frozen in training and so the same in both networks: it is stored once, outside the
graphs, as int8 with one scale a row.
"""

# mypy: disable-error-code="misc, no-any-return, import-not-found, unused-ignore"

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from consilience.neural.weights import FILES
from training.checkpoints import load_start
from training.network import WIDTH, EngineNetwork, HeadSizes, RelationNetwork, SentenceNetwork

EMBEDDINGS = "embeddings.word_embeddings.weight"
Naming = tuple[list[str], list[str], dict[str, dict[int, str]]]  # inputs, outputs, free axes
OUTPUTS = ("attribution", "link", "xpos", "morph", "lemma", "sentence", "name", "within", "arc", "dependent", "head")


def load_engine_network(checkpoint: Path, labels: dict[str, list[str]]) -> EngineNetwork:
    """The network with the parameters of `checkpoint`, in float32."""
    sizes = HeadSizes(*(len(labels[k]) for k in ("x", "m", "l", "s", "n", "d")))
    network = EngineNetwork(sizes)
    load_start(network, checkpoint)
    return network.eval()


def load_sentence_network(path: Path) -> SentenceNetwork:
    """The original sentence encoder, in float32."""
    from safetensors.torch import load_file

    state = {f"enc.{k}": v for k, v in load_file(path).items() if "position_ids" not in k and "pooler" not in k}
    network = SentenceNetwork()
    network.load_state_dict(state)
    return network.eval()


def quantised(plain: Path, out: Path) -> None:
    """Int8 weights per channel; products of two activations stay in float."""
    graph = onnx.load(plain).graph
    rank = {i.name: len(i.dims) for i in graph.initializer}
    floats = [n.name for n in graph.node if n.op_type == "MatMul" and not any(rank.get(i, 0) == 2 for i in n.input)]
    quantize_dynamic(
        plain, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False, nodes_to_exclude=floats
    )


def export_engine(network: EngineNetwork, out: Path) -> None:
    """Writes engine.onnx: one window a run, no batch dimension."""
    whole = torch.zeros(12, dtype=torch.long)
    given = (torch.randn(12, WIDTH), whole, whole, whole, torch.arange(8))
    names = ["embedded", "shapes", "quotes", "paragraphs", "first"]
    axes = {k: {0: "pieces"} for k in names[:4]} | {"first": {0: "rooted"}} | {k: {0: "words"} for k in OUTPUTS}
    axes |= {"arc": {0: "words", 1: "rooted"}, "link": {0: "words", 1: "rooted"}, "head": {0: "rooted"}}
    _export(network, given, (names, list(OUTPUTS), axes), out / "engine.onnx")


def export_vectors(network: SentenceNetwork, out: Path) -> None:
    """Writes vectors.onnx: one sentence a run."""
    naming = (["embedded"], ["vector"], {"embedded": {0: "pieces"}})
    _export(network, (torch.randn(12, WIDTH),), naming, out / "vectors.onnx")


def _export(network: torch.nn.Module, given: tuple[torch.Tensor, ...], naming: Naming, out: Path) -> None:
    inputs, outputs, axes = naming
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            network, given, plain, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quantised(plain, out)


def export_relations(network: EngineNetwork, out: Path) -> None:
    """Writes relations.onnx: which relation, once the tree has given each word its head."""
    axes = {k: {0: "words"} for k in ("dependent", "head", "relation")}
    given = (torch.randn(12, network.rd[0].out_features), torch.randn(12, network.rd[0].out_features))
    _export(RelationNetwork(network), given, (["dependent", "head"], ["relation"], axes), out / "relations.onnx")


def export_transitions(network: EngineNetwork, out: Path) -> None:
    """Writes transitions.npz: pair scores (7, 7) of the attribution tags."""
    np.savez(out / "transitions.npz", attribution=network.T.detach().numpy())


def export_pieces(network: SentenceNetwork, out: Path) -> None:
    """Writes pieces.npy (int8) and scales.npy (float32, one a row): the embeddings of the word pieces."""
    table = network.enc.embeddings.word_embeddings.weight.detach().numpy()
    scales = (np.abs(table).max(1, keepdims=True) / 127).astype(np.float32)
    np.save(out / "pieces.npy", np.rint(table / scales).astype(np.int8))
    np.save(out / "scales.npy", scales)


def write_manifest(out: Path) -> None:
    """Writes manifest.json: size and SHA-256 of every file the engine loads."""
    files = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name in sorted(FILES)
        for data in [(out / name).read_bytes()]
    }
    (out / "manifest.json").write_text(json.dumps({"version": 1, "files": files}, indent=1) + "\n")


def main(checkpoint: Path, labels: Path, sentences: Path, vocabulary: Path, out: Path) -> None:
    """Makes the weights folder `out`."""
    torch.set_num_threads(1)
    out.mkdir(parents=True, exist_ok=True)
    engine = load_engine_network(checkpoint, json.loads(labels.read_text()))
    sentence = load_sentence_network(sentences)
    export_engine(engine, out)
    export_vectors(sentence, out)
    export_relations(engine, out)
    export_transitions(engine, out)
    export_pieces(sentence, out)
    shutil.copyfile(labels, out / "labels.json")
    shutil.copyfile(vocabulary, out / "vocab.txt")
    write_manifest(out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]))
