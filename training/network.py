"""The engine's network in torch: one small BERT encoder with heads for sentences, tags, lemmas, tree, names, attributions.

The names of the parameters are those of the checkpoint, so that a state dict loads without renaming. Windows are packed one
after another without padding: in training many, in the exported graph one, and each sees nothing but itself.
"""

# torch is an extra: without it every class of it is of unknown type.
# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
SHAPES, QUOTE_STATES, ATTRIBUTION_TAGS = 10, 5, 7
ENCODER_DROPOUT, HEAD_DROPOUT = 0.1, 0.25


@dataclass(frozen=True)
class HeadSizes:
    """How many labels each head knows."""

    xpos: int
    morph: int
    lemma: int
    sentence: int
    name: int
    relation: int
    arc: int = 256
    relation_space: int = 128
    link: int = 192


class Answer(NamedTuple):
    """What the network says about one window of n words; `arc` and `link` have a column 0 for root or none."""

    attribution: Tensor
    link: Tensor
    xpos: Tensor
    morph: Tensor
    lemma: Tensor
    sentence: Tensor
    name: Tensor
    within: Tensor
    arc: Tensor
    dependent: Tensor
    head: Tensor


class Attention(nn.Module):
    """Self-attention of one BERT layer, before its output projection."""

    def __init__(self) -> None:
        super().__init__()
        inner = nn.Module()
        inner.query, inner.key, inner.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.self = inner
        self.output = nn.Module()
        self.output.dense = nn.Linear(WIDTH, WIDTH)
        self.output.LayerNorm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, lengths: Sequence[int]) -> Tensor:
        """(t, WIDTH) -> (t, WIDTH), with the residual connection and its normalisation."""
        per_head = (-1, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = (
            project(states).reshape(per_head).transpose(0, 1)
            for project in (self.self.query, self.self.key, self.self.value)
        )
        if len(lengths) < 2:
            mixed = _attended(query, key, value)
        else:
            windows = zip(*(part.split(list(lengths), 1) for part in (query, key, value)), strict=True)
            mixed = torch.cat([_attended(*window) for window in windows], 1)
        dense = self.output.dense(mixed.transpose(0, 1).reshape(-1, WIDTH))
        return self.output.LayerNorm(dense + states)


def _attended(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    weights = torch.softmax(query @ key.transpose(1, 2) / math.sqrt(query.shape[-1]), -1)
    return weights.to(value.dtype) @ value


class Layer(nn.Module):
    """One BERT layer."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.intermediate = nn.Module()
        self.intermediate.dense = nn.Linear(WIDTH, INNER)
        self.output = nn.Module()
        self.output.dense = nn.Linear(INNER, WIDTH)
        self.output.LayerNorm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(ENCODER_DROPOUT)

    def forward(self, states: Tensor, lengths: Sequence[int]) -> Tensor:
        """(t, WIDTH) -> (t, WIDTH)."""
        attended = self.attention(states, lengths)
        inner = functional.gelu(self.intermediate.dense(attended))
        return self.output.LayerNorm(self.drop(self.output.dense(inner)) + attended)


class Encoder(nn.Module):
    """BERT without pooling, from embedded pieces; windows packed, no padding, no mask."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = nn.Module()
        self.embeddings.word_embeddings = nn.Embedding(VOCABULARY, WIDTH)
        self.embeddings.position_embeddings = nn.Embedding(POSITIONS, WIDTH)
        self.embeddings.token_type_embeddings = nn.Embedding(2, WIDTH)
        self.embeddings.LayerNorm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.encoder = nn.Module()
        self.encoder.layer = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, embedded: Tensor, lengths: Sequence[int] = ()) -> list[Tensor]:
        """(t, WIDTH) of windows with these lengths, one where none is given -> states after embeddings and each layer."""
        if len(lengths) < 2:
            positions = torch.arange(embedded.shape[0], device=embedded.device)
        else:
            positions = torch.cat([torch.arange(length, device=embedded.device) for length in lengths])
        summed = (
            embedded + self.embeddings.position_embeddings(positions) + self.embeddings.token_type_embeddings.weight[0]
        )
        states = [self.embeddings.LayerNorm(summed)]
        for layer in self.encoder.layer:
            states.append(layer(states[-1], lengths))
        return states


def _leaky(size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, size), nn.LeakyReLU(0.1))


class EngineNetwork(nn.Module):
    """All heads on one encoder."""

    def __init__(self, sizes: HeadSizes) -> None:
        super().__init__()
        self.enc = Encoder()
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.qemb = nn.Embedding(QUOTE_STATES, WIDTH)
        self.pemb = nn.Embedding(2, WIDTH)
        self.mix, self.amix = nn.Parameter(torch.zeros(4)), nn.Parameter(torch.zeros(3))
        self.cls = nn.ModuleDict(
            {
                "x": nn.Linear(WIDTH, sizes.xpos),
                "m": nn.Linear(WIDTH, sizes.morph),
                "l": nn.Linear(256, sizes.lemma),
                "s": nn.Linear(WIDTH, sizes.sentence),
                "n": nn.Linear(256, sizes.name),
                "w": nn.Linear(256, sizes.name),
            }
        )
        self.pre = nn.ModuleDict({k: nn.Sequential(nn.Linear(WIDTH, 256), nn.GELU()) for k in ("l", "n", "w")})
        self.ad, self.ah = _leaky(sizes.arc), _leaky(sizes.arc)
        self.rd, self.rh = _leaky(sizes.relation_space), _leaky(sizes.relation_space)
        self.U, self.bh = nn.Parameter(torch.zeros(sizes.arc, sizes.arc)), nn.Parameter(torch.zeros(sizes.arc))
        self.L = nn.Parameter(torch.zeros(sizes.relation, sizes.relation_space, sizes.relation_space))
        self.Ld = nn.Linear(sizes.relation_space, sizes.relation)
        self.Lh = nn.Linear(sizes.relation_space, sizes.relation, bias=False)
        self.atag = nn.Sequential(nn.Linear(WIDTH, 256), nn.GELU(), nn.Dropout(0.15), nn.Linear(256, ATTRIBUTION_TAGS))
        self.la, self.lh = _leaky(sizes.link), _leaky(sizes.link)
        self.LU, self.lb = nn.Parameter(torch.zeros(sizes.link, sizes.link)), nn.Parameter(torch.zeros(sizes.link))
        self.T = nn.Parameter(torch.zeros(ATTRIBUTION_TAGS, ATTRIBUTION_TAGS))
        self.drop = nn.Dropout(HEAD_DROPOUT)

    def begin(self) -> None:
        """Sets what must not start at random: features that say nothing yet, and pair scores that could not start at 0."""
        for features in (self.shape, self.qemb, self.pemb):
            nn.init.zeros_(features.weight)
        for scores in (self.U, self.LU):
            nn.init.xavier_uniform_(scores)
        nn.init.normal_(self.L, std=0.02)

    def forward(self, embedded: Tensor, shapes: Tensor, quotes: Tensor, paragraphs: Tensor, first: Tensor) -> Answer:
        """(t, WIDTH) piece embeddings with three features a piece; `first` = 0, then each word's first piece."""
        parse, telling = self.states(embedded, (shapes, quotes, paragraphs))
        return self._answer(parse.index_select(0, first), telling.index_select(0, first))

    def states(
        self, embedded: Tensor, features: tuple[Tensor, Tensor, Tensor], lengths: Sequence[int] = ()
    ) -> tuple[Tensor, Tensor]:
        """(t, WIDTH) piece embeddings and casing, quotation, paragraph of each -> states for the parse and for tellings."""
        shapes, quotes, paragraphs = features
        states = self.enc(embedded + self.shape(shapes) + self.qemb(quotes) + self.pemb(paragraphs), lengths)
        mixed = torch.softmax(self.mix, 0)
        parse = sum(mixed[i] * states[-1 - i] for i in range(3)) + mixed[3] * states[-1]
        weights = torch.softmax(self.amix, 0)
        telling = sum(weights[i] * states[-1 - i] for i in range(3))
        return parse, telling

    def arcs(self, words: Tensor, rooted: Tensor) -> Tensor:
        """(n, WIDTH) words, (n + 1, WIDTH) the root and the words -> (n, n + 1) scores of heads."""
        head = self.drop(self.ah(rooted))
        return (self.drop(self.ad(words)) @ self.U) @ head.t() + (head @ self.bh).unsqueeze(0)

    def links(self, words: Tensor, rooted: Tensor) -> Tensor:
        """(n, WIDTH) words, (n + 1, WIDTH) none and the words -> (n, n + 1) scores of what each points at."""
        head = self.drop(self.lh(rooted))
        return (self.drop(self.la(words)) @ self.LU) @ head.t() + (head @ self.lb).unsqueeze(0)

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """(n, 128) words and (n, 128) heads -> (n, labels) scores."""
        turned = torch.einsum("ni,lij->nlj", dependent, self.L)
        return (turned * head.unsqueeze(1)).sum(-1) + self.Ld(dependent) + self.Lh(head)

    def _answer(self, parse: Tensor, telling: Tensor) -> Answer:
        words, spoken = parse[1:], telling[1:]
        return Answer(
            attribution=self.atag(spoken),
            link=self.links(spoken, telling),
            xpos=self.cls["x"](words),
            morph=self.cls["m"](words),
            lemma=self.cls["l"](self.pre["l"](words)),
            sentence=self.cls["s"](words),
            name=self.cls["w"](self.pre["w"](words)),
            within=self.cls["n"](self.pre["n"](words)),
            arc=self.arcs(words, parse),
            dependent=self.rd(words),
            head=self.rh(parse),
        )


class RelationNetwork(nn.Module):
    """Names the relation of each word to the head the tree gave it."""

    def __init__(self, engine: EngineNetwork) -> None:
        super().__init__()
        labels, space = engine.L.shape[:2]
        self.shape = (-1, labels, space)
        self.pair = nn.Parameter(engine.L.permute(1, 0, 2).reshape(space, labels * space))
        self.dependent, self.head = engine.Ld, engine.Lh

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """(n, 128) words and (n, 128) heads -> (n, labels) scores."""
        turned = (dependent @ self.pair).reshape(self.shape)
        return (turned * head.unsqueeze(1)).sum(-1) + self.dependent(dependent) + self.head(head)


class SentenceNetwork(nn.Module):
    """The original sentence encoder: mean over the pieces, made a unit vector."""

    def __init__(self) -> None:
        super().__init__()
        self.enc = Encoder()

    def forward(self, embedded: Tensor) -> Tensor:
        """(t, WIDTH) piece embeddings -> (WIDTH,) unit vector."""
        mean = self.enc(embedded)[-1].mean(0)
        return mean / mean.norm()
