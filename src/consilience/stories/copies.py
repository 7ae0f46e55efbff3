"""Copy families: reports that share one text, whole, cut, or lightly rewritten.

What is counted are runs of five words outside quotation marks. A report is a copy of another

- when half of the shorter one's runs stand in the longer and make a fair part of it,
- when nearly all of them do, however long the other is (a cut copy), unless the longer one so holds several tellings,
- when fewer do, but most of its sentences stand in the other with a few words changed (a rewritten copy); a good part of
  them is enough where a third of the runs is left, or where both name the same agency.

Copies by one outlet alone are versions of one report. Each family is one telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from consilience.model.ids import content_id
from consilience.model.story import Family, FamilyKind, SharedStretch
from consilience.settings import StorySettings
from consilience.stories.candidates import Pair, components
from consilience.stories.stretches import matches, stretches
from consilience.stories.texts import CopyText
from consilience.wording import fold

_SAMPLE = 4  # one shingle in so many is looked up to find candidates; all are counted afterwards
_LONGEST_LIST = 100  # a shingle in more texts links neighbours alone: a flood of copies is joined in a row
_FAIR_PART = 200  # per mille of the longer text that a copy must make
_CUT = 800  # per mille of the shorter text's shingles that make it a cut copy of any longer one
_TRACE = 100  # per mille of the shorter text's shingles from which its sentences are compared
_REWRITTEN = 600  # per mille of the shorter text's words that stand in like sentences of the other
_REWRITTEN_WIRE = 350  # the same, where both name one agency
_REWRITTEN_PART = 450  # the same, where a third of the shingles is left
_THIRD = 300  # per mille of the shorter text's shingles
_LEAST = 8  # shingles; shorter texts are copies only when they are the same


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: shingles, per mille of the shorter and of the longer; `shorter` and `longer` are numbers."""

    shorter: int
    longer: int
    contained: int
    part: int


def families(texts: Sequence[CopyText], settings: StorySettings) -> tuple[tuple[int, ...], ...]:
    """The copy families, as numbers of texts, by their first number; a text without copies is a family of its own."""
    overlaps = [overlap(texts, pair) for pair in candidate_pairs(texts)]
    links = [_pair(o) for o in overlaps if _is_copy(o, texts, settings)]
    cuts = [o for o in overlaps if o.contained >= _CUT and o.part < _FAIR_PART and not _is_short(texts, o)]
    links += _cut_copies(cuts, components(len(texts), links))
    return tuple(tuple(group) for group in components(len(texts), links))


def candidate_pairs(texts: Sequence[CopyText]) -> list[Pair]:
    """Pairs of texts (rising) that share a sampled shingle, sorted; texts with equal shingles are linked in a row."""
    same: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts):
        if len(text.shingles):
            same.setdefault(text.shingles.tobytes(), []).append(number)
    index: dict[int, list[int]] = {}
    for numbers in same.values():
        first = texts[numbers[0]].shingles
        for shingle in first[first % _SAMPLE == 0].tolist() or first.tolist():
            index.setdefault(shingle, []).append(numbers[0])
    pairs = {pair for numbers in same.values() for pair in pairwise(numbers)}
    for numbers in index.values():
        rising = sorted(numbers)
        pairs.update(pairwise(rising) if len(rising) > _LONGEST_LIST else combinations(rising, 2))
    return sorted(pairs)


def overlap(texts: Sequence[CopyText], pair: Pair) -> Overlap:
    """How much two texts share; of equally long ones the second number counts as the shorter."""
    longer, shorter = sorted(pair, key=lambda number: (-len(texts[number].shingles), number))
    shared = len(np.intersect1d(texts[shorter].shingles, texts[longer].shingles, assume_unique=True))
    contained = 1000 * shared // max(1, len(texts[shorter].shingles))
    return Overlap(shorter, longer, contained, 1000 * shared // max(1, len(texts[longer].shingles)))


def _pair(found: Overlap) -> Pair:
    return min(found.shorter, found.longer), max(found.shorter, found.longer)


def _is_short(texts: Sequence[CopyText], found: Overlap) -> bool:
    return len(texts[found.shorter].shingles) < _LEAST


def _is_copy(found: Overlap, texts: Sequence[CopyText], settings: StorySettings) -> bool:
    """Whether the shorter text is the longer one, whole or rewritten."""
    if _is_short(texts, found):
        return found.contained == found.part == 1000
    if found.contained >= settings.copy_containment:
        return found.part >= _FAIR_PART
    return found.contained >= _TRACE and _is_rewritten(found, texts[found.shorter], texts[found.longer])


def _is_rewritten(found: Overlap, shorter: CopyText, longer: CopyText) -> bool:
    """Whether most of the shorter text's words stand in sentences that are alike in the longer, three sentences at least."""
    matched = matches(shorter, longer)
    own = sum(len(sentence.own) for sentence in shorter.sentences)
    standing = sum(len(shorter.sentences[match.left].own) for match in matched)
    return len(matched) >= 3 and 1000 * standing >= _needed(found, shorter, longer) * own


def _needed(found: Overlap, shorter: CopyText, longer: CopyText) -> int:
    """Per mille of the shorter text's words that must stand in like sentences, by what else speaks for a copy."""
    if _one_agency(shorter, longer):
        return _REWRITTEN_WIRE
    return _REWRITTEN_PART if found.contained >= _THIRD and found.part >= _FAIR_PART else _REWRITTEN


def _one_agency(left: CopyText, right: CopyText) -> bool:
    return left.agency is not None and right.agency is not None and fold(left.agency) == fold(right.agency)


def _cut_copies(cuts: Iterable[Overlap], groups: list[list[int]]) -> list[Pair]:
    """Links from short copies to the long text that holds them; one that holds several tellings is a round-up."""
    family = {number: group[0] for group in groups for number in group}
    held: dict[int, dict[int, list[Pair]]] = {}
    for found in cuts:
        held.setdefault(found.longer, {}).setdefault(family[found.shorter], []).append(_pair(found))
    return [pair for tellings in held.values() if len(tellings) == 1 for pairs in tellings.values() for pair in pairs]


def family(members: Sequence[CopyText]) -> Family:
    """The family record of texts that share one telling; the agency is named where all that state one agree."""
    ids = tuple(sorted(text.report for text in members))
    agencies: dict[str, str] = {}
    for text in sorted(members, key=lambda t: t.report):
        if text.agency:
            agencies.setdefault(fold(text.agency), text.agency)
    agency = next(iter(agencies.values())) if len(agencies) == 1 else None
    kind = _kind(members)
    return Family(content_id("family", *ids), kind, ids, agency, _because(kind, len(ids), agencies))


def _kind(members: Sequence[CopyText]) -> FamilyKind:
    if len(members) == 1:
        return "alone"
    outlets = {text.outlet for text in members}
    return "version" if len(outlets) == 1 and None not in outlets else "copy"


def _because(kind: FamilyKind, size: int, agencies: dict[str, str]) -> str:
    reasons = {
        "alone": "no other report here has this text",
        "copy": f"{size} reports share one text outside quotation marks: they are one telling",
        "version": f"{size} reports of one outlet share one text: they are versions of it",
    }
    if len(agencies) > 1:
        return (
            f"{reasons[kind]}; they name different agencies ({', '.join(sorted(agencies.values()))}), so none is given"
        )
    return reasons[kind] + (f"; the agency is stated: {next(iter(agencies.values()))}" if agencies else "")


def shared_stretches(groups: Sequence[Sequence[CopyText]]) -> tuple[SharedStretch, ...]:
    """What the texts of one story share: each copy with the longest of its family, and the longest ones with each other."""
    longest = [max(group, key=lambda text: (len(text.shingles), text.report)) for group in groups]
    pairs = [(text, head) for group, head in zip(groups, longest, strict=True) for text in group if text is not head]
    pairs += [(longest[left], longest[right]) for left, right in candidate_pairs(longest)]
    found = [stretch for left, right in pairs for stretch in stretches(left, right)]
    return tuple(sorted(found, key=lambda s: (s.left, s.right)))
