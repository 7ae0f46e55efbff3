"""The loss of each head, summed over what is known of a packed batch."""

# mypy: disable-error-code="misc, no-any-return, unused-ignore"

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from training.batches import Packed, head_targets, link_targets, sentence_targets, tag_targets
from training.network import EngineNetwork
from training.records import UNKNOWN
from training.streams import Window

NEVER = -1e4
NESTED_EMPHASIS = 3.0  # names within names are rare, and are read as one without it
TREEBANK_EMPHASIS = 1.5  # web texts, whose names are flat, are few beside the newswire


@dataclass(frozen=True, slots=True)
class LossWeights:
    """What each head counts in the sum; each loss is a mean over the words it knows."""

    xpos: float = 1.0
    morph: float = 0.5
    lemma: float = 0.4
    sentence: float = 1.5
    name: float = 1.2
    within: float = 1.5
    arc: float = 1.0
    relation: float = 1.0
    tag: float = 3.0
    link: float = 0.5


def losses(network: EngineNetwork, batch: Packed, embedded: Tensor) -> dict[str, Tensor]:
    """The mean loss of each head that the batch holds targets for."""
    parse, telling = network.states(embedded, batch.features, batch.lengths)
    parse, telling = network.drop(parse), network.drop(telling)
    found: dict[str, Tensor] = {}
    trees = [i for i, w in enumerate(batch.windows) if w.document.tree is not None]
    if trees:
        found |= _word_losses(network, batch, parse, trees)
        found |= _tree_losses(network, batch, parse, trees)
    named = [i for i, w in enumerate(batch.windows) if w.document.names is not None]
    if named:
        found |= _name_losses(network, batch, parse, named)
    told = [i for i, w in enumerate(batch.windows) if w.document.told is not None]
    if told:
        found |= _telling_losses(network, batch, telling, told)
    return found


def _rows(batch: Packed, states: Tensor, which: Sequence[int]) -> Tensor:
    return states[[place for i in which for place in batch.words[i]]]


def _known(targets: Callable[[Window], Sequence[int]], batch: Packed, which: Sequence[int]) -> Tensor:
    return torch.tensor([number for i in which for number in targets(batch.windows[i])], dtype=torch.long)


def _tree_column(name: str) -> Callable[[Window], Sequence[int]]:
    def column(window: Window) -> Sequence[int]:
        numbers: tuple[int, ...] = getattr(window.document.tree, name)
        return numbers[window.first : window.last]

    return column


def mean_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross entropy over the known targets; 0 where none is known."""
    count = (targets != UNKNOWN).sum().clamp(min=1)
    return functional.cross_entropy(scores.float(), targets, ignore_index=UNKNOWN, reduction="sum") / count


def _word_losses(network: EngineNetwork, batch: Packed, parse: Tensor, which: Sequence[int]) -> dict[str, Tensor]:
    words = _rows(batch, parse, which)
    scores = {
        "xpos": network.cls["x"](words),
        "morph": network.cls["m"](words),
        "lemma": network.cls["l"](network.pre["l"](words)),
    }
    found = {k: mean_loss(s, _known(_tree_column(k), batch, which)) for k, s in scores.items()}
    found["sentence"] = mean_loss(network.cls["s"](words), _known(sentence_targets, batch, which))
    return found


def _tree_losses(network: EngineNetwork, batch: Packed, parse: Tensor, which: Sequence[int]) -> dict[str, Tensor]:
    arcs: list[Tensor] = []
    right: list[Tensor] = []
    dependents: list[Tensor] = []
    heads: list[Tensor] = []
    relations: list[Tensor] = []
    for i in which:
        rooted = parse[[batch.roots[i], *batch.words[i]]]
        aims = torch.tensor(head_targets(batch.windows[i]), dtype=torch.long)
        arcs.append(network.arcs(rooted[1:], rooted).float())
        right.append(aims)
        known = aims != UNKNOWN
        relations.append(torch.tensor(_tree_column("relation")(batch.windows[i]), dtype=torch.long)[known])
        dependents.append(rooted[1:][known])
        heads.append(rooted[aims[known]])
    total = sum(
        functional.cross_entropy(arc, aims, ignore_index=UNKNOWN, reduction="sum")
        for arc, aims in zip(arcs, right, strict=True)
    )
    count = sum(len(r) for r in relations)
    named = network.relations(
        network.drop(network.rd(torch.cat(dependents))), network.drop(network.rh(torch.cat(heads)))
    )
    return {"arc": total / max(1, count), "relation": mean_loss(named, torch.cat(relations))}


def allowed_loss(scores: Tensor, allowed: Tensor, emphasis: Tensor) -> Tensor:
    """The mean negative log probability of all labels allowed together; rows that allow none are left out.

    `allowed` holds one bit set a row, `emphasis` how much the row counts. A corpus that knows fewer types thus teaches no
    more than it says.
    """
    known = allowed != 0
    bits = (allowed[known].unsqueeze(1) >> torch.arange(scores.shape[1])) & 1
    chances = functional.log_softmax(scores.float()[known], -1)
    right = torch.logsumexp(chances.masked_fill(bits == 0, NEVER), -1)
    return -(right * emphasis[known]).sum() / known.sum().clamp(min=1)


def _name_losses(network: EngineNetwork, batch: Packed, parse: Tensor, which: Sequence[int]) -> dict[str, Tensor]:
    words = _rows(batch, parse, which)

    def column(field: str) -> Tensor:
        return _known(lambda w: getattr(w.document.names, field)[w.first : w.last], batch, which)

    emphasis = torch.tensor([weight for i in which for weight in _emphasis(batch.windows[i])])
    return {
        "within": allowed_loss(network.cls["n"](network.pre["n"](words)), column("within"), emphasis),
        "name": allowed_loss(network.cls["w"](network.pre["w"](words)), column("names"), emphasis),
    }


def _emphasis(window: Window) -> list[float]:
    """How much each word counts among those that teach names."""
    targets = window.document.names
    if targets is None:
        return []
    if window.document.tree is not None:
        return [TREEBANK_EMPHASIS] * (window.last - window.first)
    pairs = zip(targets.within[window.first : window.last], targets.names[window.first : window.last], strict=True)
    return [1.0 if inner == outer else NESTED_EMPHASIS for inner, outer in pairs]


def _telling_losses(network: EngineNetwork, batch: Packed, telling: Tensor, which: Sequence[int]) -> dict[str, Tensor]:
    tags = [torch.tensor(tag_targets(batch.windows[i]), dtype=torch.long) for i in which]
    sizes = [len(t) for t in tags]
    scores = network.atag(_rows(batch, telling, which)).float().split(sizes)
    missed: list[Tensor] = []
    for i in which:
        rooted = telling[[batch.roots[i], *batch.words[i]]]
        right = link_targets(batch.windows[i])
        known = right.any(1)
        links = network.links(rooted[1:], rooted).float()[known]
        chosen = links.masked_fill(~right[known], NEVER)
        missed.append(torch.logsumexp(links, 1) - torch.logsumexp(chosen, 1))
    linked = torch.cat(missed)
    return {
        "tag": sequence_loss(scores, tags, network.T.float()) / sum(sizes),
        "link": linked.sum() / max(1, len(linked)),
    }


def sequence_loss(scores: Sequence[Tensor], tags: Sequence[Tensor], pairs: Tensor) -> Tensor:
    """Summed negative log likelihood of tag sequences under a linear chain (CRF); forbidden pairs cannot occur.

    `scores` (n, k) and `tags` (n,) for each window; `pairs` (k, k) without the forbidden ones.
    """
    start, rules = chain_rules(pairs.shape[0])
    through = pairs + rules
    padded = pad_sequence(list(scores), batch_first=True)
    sizes = torch.tensor([len(t) for t in tags])
    reached = padded[:, 0] + start
    for place in range(1, padded.shape[1]):
        onward = torch.logsumexp(reached.unsqueeze(2) + through, 1) + padded[:, place]
        reached = torch.where((place < sizes).unsqueeze(1), onward, reached)
    total = torch.logsumexp(reached, 1).sum()
    for score, tag in zip(scores, tags, strict=True):
        total = total - score.gather(1, tag.unsqueeze(1)).sum() - start[tag[0]] - through[tag[:-1], tag[1:]].sum()
    return total


def chain_rules(count: int) -> tuple[Tensor, Tensor]:
    """Start and pair scores that keep an I-tag (even number) behind its own span."""
    start, rules = torch.zeros(count), torch.zeros(count, count)
    for inside in range(2, count, 2):
        start[inside] = NEVER
        for before in range(count):
            if before not in (inside, inside - 1):
                rules[before, inside] = NEVER
    return start, rules
