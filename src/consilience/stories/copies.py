"""Copy families: reports that share one text, whole, cut, edited, or rewritten.

What is counted are runs of five words outside quotation marks: two reports of one speech are no copies. A report is a copy
of another when half of the shorter one's runs stand in the longer; it is a rewritten copy when fewer do, but enough of them
together with its runs of three words and with its names, numbers and rare words.

A text that makes but a small part of a longer one is its copy, unless the longer one holds several such texts at different
places: that is a round-up, which joins none of them. Copies by one outlet alone are versions of one report. Each family is
one telling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from consilience.model.ids import content_id
from consilience.model.story import CopyLink, Family, FamilyKind, SharedStretch
from consilience.settings import StorySettings
from consilience.stories.candidates import Pair, components
from consilience.stories.carriers import Named, carrier_of, credited, named_agency
from consilience.stories.overlaps import FAIR_PART, Overlap, Wordings, is_copy, is_piece, link_of, overlap
from consilience.stories.stretches import stretches
from consilience.stories.texts import CopyText, Shingles

_DEFAULTS = StorySettings()
_SAMPLE = 2  # one shingle in so many is looked up to find candidates; all are counted afterwards
LONGEST_LIST = 100  # a shingle in more texts links neighbours alone: a flood of copies is joined in a row
_COMPARED = 200  # copies of one text whose sentences are compared
HELD = 500  # per mille of a text's shingles from which a page holds it, rather than tells of the same
TOLD = 50  # per mille of the longer text; a rewrite that makes less of it may share but a background paragraph
_PLACES = 3  # tellings at different places that make any page a round-up
_ELSEWHERE = 200  # per mille of a text's place in a longer one that another text may share and still stand elsewhere


def families(texts: Sequence[CopyText], settings: StorySettings) -> tuple[tuple[int, ...], ...]:
    """The copy families, as numbers of texts, by their first number; a text without copies is a family of its own."""
    return tuple(tuple(group) for group in components(len(texts), [o.pair() for o in copies(texts, settings)]))


def copies(texts: Sequence[CopyText], settings: StorySettings) -> tuple[Overlap, ...]:
    """The pairs of texts that are one text; depends on the set of texts alone."""
    wordings = Wordings(texts)
    overlaps = [overlap(texts, pair) for pair in candidate_pairs(texts)]
    found = [o for o in overlaps if is_copy(o, texts, settings, wordings)]
    firm = [o for o in found if o.part >= FAIR_PART]
    small = [o for o in found if o.part < FAIR_PART and (o.contained >= HELD or o.part >= TOLD)]
    small += [o for o in overlaps if is_piece(o, texts)]
    groups = components(len(texts), [o.pair() for o in firm])
    return (*firm, *without_round_ups(texts, small, {number: group[0] for group in groups for number in group}))


def candidate_pairs(texts: Sequence[CopyText]) -> list[Pair]:
    """Pairs of texts (rising) that share a sampled shingle, sorted; texts with equal shingles are linked in a row."""
    same: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts):
        if len(text.shingles):
            same.setdefault(text.shingles.tobytes(), []).append(number)
    if len(same) <= LONGEST_LIST:
        firsts = sorted(numbers[0] for numbers in same.values())
        return sorted({*_sharing(texts, firsts), *(pair for numbers in same.values() for pair in pairwise(numbers))})
    index: dict[int, list[int]] = {}
    for numbers in same.values():
        for shingle in _sampled(texts[numbers[0]].shingles).tolist():
            index.setdefault(shingle, []).append(numbers[0])
    pairs = {pair for numbers in same.values() for pair in pairwise(numbers)}
    for numbers in index.values():
        rising = sorted(numbers)
        pairs.update(pairwise(rising) if len(rising) > LONGEST_LIST else combinations(rising, 2))
    return sorted(pairs)


def _sharing(texts: Sequence[CopyText], numbers: Sequence[int]) -> list[Pair]:
    """The pairs of a few texts that share a sampled shingle."""
    samples = [_sampled(texts[number].shingles) for number in numbers]
    if len(samples) < 2:
        return []
    found, at = np.unique(np.concatenate(samples), return_inverse=True)
    holds = np.zeros((len(samples), len(found)), np.float32)
    holds[np.repeat(np.arange(len(samples)), [len(sample) for sample in samples]), at] = 1
    left, right = np.nonzero(np.triu(holds @ holds.T, 1))
    return [(numbers[a], numbers[b]) for a, b in zip(left.tolist(), right.tolist(), strict=True)]


def is_sampled(shingles: Shingles) -> NDArray[np.bool_]:
    """Which shingles are looked up in every text; of a text that has none of them all are."""
    found: NDArray[np.bool_] = shingles % np.uint64(_SAMPLE) == 0
    return found


def _sampled(shingles: Shingles) -> Shingles:
    sample: Shingles = shingles[is_sampled(shingles)]
    return sample if len(sample) else shingles


def without_round_ups(texts: Sequence[CopyText], small: Sequence[Overlap], telling: Mapping[int, int]) -> list[Overlap]:
    """The links from short texts to longer ones, without those to pages that hold several texts at different places.

    `telling` has a label for each text, the same for those that are one telling without these links.
    """
    held: dict[int, dict[int, list[Overlap]]] = {}
    for found in small:
        held.setdefault(found.longer, {}).setdefault(telling[found.shorter], []).append(found)
    return [
        o
        for longer, tellings in held.items()
        if not _is_round_up(texts, longer, list(tellings.values()))
        for listed in tellings.values()
        for o in listed
    ]


def _is_round_up(texts: Sequence[CopyText], longer: int, tellings: Sequence[Sequence[Overlap]]) -> bool:
    """Whether tellings that a page holds stand at different places of it: two held nearly whole, or three at all."""
    page = texts[longer].shingles
    largest = [max(listed, key=lambda o: (o.part, -o.shorter)) for listed in tellings]
    places: list[tuple[Shingles, bool]] = []
    for held in sorted(largest, key=lambda o: (-o.contained, o.shorter)):
        place = np.intersect1d(texts[held.shorter].shingles, page, assume_unique=True)
        if all(_elsewhere(place, other) for other, _ in places):
            places.append((place, held.contained >= HELD))
        if len(places) >= _PLACES or sum(whole for _, whole in places) > 1:
            return True
    return False


def _elsewhere(left: Shingles, right: Shingles) -> bool:
    shared = len(np.intersect1d(left, right, assume_unique=True))
    return 1000 * shared < _ELSEWHERE * min(len(left), len(right))


def family(members: Sequence[CopyText], settings: StorySettings = _DEFAULTS) -> Family:
    """The family record of texts that share one telling: what ties them together, who had it first, whose text it is."""
    ordered = sorted(members, key=lambda text: text.report)
    ids = tuple(text.report for text in ordered)
    outlets = {text.outlet for text in members}
    kind = _kind(len(members), outlets)
    agency = named_agency(ordered)
    links = _tree(ordered, settings)
    carrier, why = carrier_of(ordered, agency.name) if len(ordered) > 1 else (None, "")
    return Family(
        id=content_id("family", *ids),
        kind=kind,
        reports=ids,
        agency=agency.name,
        because=_because(kind, len(ids), len(outlets - {None}), agency),
        links=links,
        carrier=carrier,
        carrier_because=why,
        agency_because=agency.because,
        outlets=len(outlets - {None}),
        credited=credited(ordered, links) if agency.name else (),
    )


def _tree(members: Sequence[CopyText], settings: StorySettings) -> tuple[CopyLink, ...]:
    """As few links as tie the members together, the strongest of all that do."""
    if len(members) < 2:
        return ()
    found = sorted(copies(members, settings), key=lambda o: (-o.contained, -o.part, o.pair()))
    above = list(range(len(members)))

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    kept = []
    for one in found:
        left, right = sorted((root(one.shorter), root(one.longer)))
        if left != right:
            above[right] = left
            kept.append(link_of(one, members))
    return tuple(kept)


def _kind(size: int, outlets: set[str | None]) -> FamilyKind:
    if size == 1:
        return "alone"
    return "version" if len(outlets) == 1 and None not in outlets else "copy"


def _because(kind: FamilyKind, size: int, outlets: int, agency: Named) -> str:
    carried = f"{size} copies from {outlets} outlets" if outlets > 1 else f"{size} reports"
    reasons = {
        "alone": "no other report here has this text",
        "copy": f"{carried} share one text outside quotation marks: they are one telling",
        "version": f"{size} reports of one outlet share one text: they are versions of it",
    }
    return f"{reasons[kind]}; {agency.because}" if agency.because else reasons[kind]


def shared_stretches(groups: Sequence[Sequence[CopyText]]) -> tuple[SharedStretch, ...]:
    """What the texts of one story share: each copy with the longest of its family, and the longest ones with each other.

    Of a flood of copies the first two hundred by id are compared: the rest are known to be the same text.
    """
    longest = [max(group, key=lambda text: (len(text.shingles), text.report)) for group in groups]
    pairs = [
        (text, head)
        for group, head in zip(groups, longest, strict=True)
        for text in sorted(group, key=lambda text: text.report)[:_COMPARED]
        if text is not head
    ]
    pairs += [(longest[left], longest[right]) for left, right in candidate_pairs(longest)]
    found = [stretch for left, right in pairs for stretch in stretches(left, right)]
    return tuple(sorted(found, key=lambda s: (s.left, s.right)))
