"""The three boxes under the account: what is agreed, what rests on one origin and on which kind, what is disputed or odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.model.account import TELLS_NEAR, Standing
from consilience.model.spans import Passage, meets
from consilience.present.evidence import ClaimView
from consilience.present.story import DifferenceView, StoryView

BOX_LENGTH = 6
GROUP_LENGTH = 4
NUMBERS = 40  # further claims of a group that are linked by their numbers


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of a box that rest on one kind of origin: some in words, more by number, the rest counted."""

    title: str
    count: int
    claims: tuple[ClaimView, ...]
    numbered: tuple[ClaimView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Box:
    """One of the three boxes: its differences and groups of claims, how many differences more stand below, and where
    a reader finds what is near to it."""

    title: str
    note: str
    tone: str
    differences: tuple[DifferenceView, ...]
    groups: tuple[Group, ...]
    more: int
    empty: str
    beside: str


@dataclass(frozen=True, slots=True)
class BoxKind:
    """Which standings a box holds, and what it says where there are none."""

    standings: tuple[Standing, ...]
    title: str
    tone: str
    empty: str


AGREED = BoxKind(
    ("agreed by independent origins",),
    "Agreed by independent origins",
    "agreed",
    "Nothing here is told by more than one independent origin.",
)
ONE_ORIGIN = BoxKind(
    ("one origin", "parties only", "outlet's own voice"),
    "Resting on one origin, or on the parties",
    "one",
    "Nothing rests on one origin or on the parties alone.",
)
DISPUTED = BoxKind(("disputed",), "Disputed or odd", "disputed", "No report disputes another.")
_BESIDE = "What the parties alone agree on is listed under the parties."
_ALIKE = "What several outlets tell alike but may all have from one source is listed under their own voice."

STATE_MEDIA, STATE_NEAR, PARTIES, PARTY, OPPONENT, SOURCE, UNNAMED, OWN_ALIKE, OWN = (
    "State media alone, or only through them",
    "State media; another report tells something near",
    "The parties alone",
    "One party’s word",
    "One opponent’s word",
    "Other sources",
    "Unnamed sources",
    "Own voice of several outlets",
    "Own voice of one outlet, or of its copies",
)


def boxes(view: StoryView) -> tuple[Box, Box, Box]:
    """The three boxes: agreed by independent origins, resting on one origin, disputed or odd."""
    return _agreed(view), _one_origin(view), _disputed(view)


def weight(view: ClaimView) -> tuple[bool, int, int, int]:
    """News before background, then most reports, then most origins, then as told."""
    return view.claim.background, -len(view.reports), -view.claim.origins.low, view.number


def rests_on(view: ClaimView) -> str:
    """The kind of origin a claim of one origin rests on; state media too where all its words came through them, "alone" only
    where no other report tells something near."""
    members = view.claim.origins.members
    near = any(cell.because == TELLS_NEAR for cell in view.claim.coverage)
    if all(any(link.type == "state_media" for link in e.chain) for e in view.evidence) and view.evidence:
        return STATE_NEAR if near else STATE_MEDIA
    if view.claim.standing == "outlet's own voice":
        return OWN_ALIKE if view.claim.origins.high > 1 else OWN
    if members and all(m.type == "state_media" for m in members):
        return STATE_NEAR if near else STATE_MEDIA
    if view.claim.standing == "parties only":
        return PARTIES
    if members and all(m.stake == "anonymous" for m in members):
        return UNNAMED
    if members and all(m.stake in ("party", "ally of a party") for m in members):
        return PARTY
    return OPPONENT if members and all(m.stake == "opponent" for m in members) else SOURCE


def _agreed(view: StoryView) -> Box:
    claims = _of(view, AGREED)
    parties = not claims and any(c.claim.standing == "parties only" for c in view.claims)
    alike = any(rests_on(c) == OWN_ALIKE for c in _of(view, ONE_ORIGIN))
    box = _box(AGREED, (), (_group("", claims, BOX_LENGTH),) if claims else (), 0)
    return replace(box, beside=" ".join([_BESIDE] * parties + [_ALIKE] * alike))


def _one_origin(view: StoryView) -> Box:
    claims = _of(view, ONE_ORIGIN)
    titles = (STATE_MEDIA, STATE_NEAR, PARTIES, PARTY, OPPONENT, SOURCE, UNNAMED, OWN_ALIKE, OWN)
    sorted_out = {title: [c for c in claims if rests_on(c) == title] for title in titles}
    groups = tuple(_group(title, found, GROUP_LENGTH) for title, found in sorted_out.items() if found)
    return _box(ONE_ORIGIN, (), groups, 0)


def _disputed(view: StoryView) -> Box:
    """Differences that exclude each other or are odd, then the disputed claims that stand in none of them."""
    odd = tuple(d for d in view.differences if d.difference.scope == "conflict" or d.difference.kind == "odd")
    told = {claim.number for d in odd for claim in d.claims}
    shown = [passage for d in odd for side in d.difference.sides for passage in side.passages]
    claims = [c for c in _of(view, DISPUTED) if c.number not in told and not _all_shown(c, shown)]
    groups = (_group("", claims, max(2, BOX_LENGTH - len(odd))),) if claims else ()
    return _box(DISPUTED, odd[:BOX_LENGTH], groups, len(odd[BOX_LENGTH:]))


def _all_shown(view: ClaimView, shown: Sequence[Passage]) -> bool:
    """Whether every wording of a claim shares words with what is shown already."""
    return all(any(meets(p, other) for p in s.passages for other in shown) for s in view.claim.support)


def _of(view: StoryView, kind: BoxKind) -> list[ClaimView]:
    return sorted((c for c in view.claims if c.claim.standing in kind.standings), key=weight)


def _group(title: str, claims: Sequence[ClaimView], length: int) -> Group:
    rest = claims[length:]
    return Group(title, len(claims), tuple(claims[:length]), tuple(rest[:NUMBERS]), len(rest[NUMBERS:]))


def _box(kind: BoxKind, differences: tuple[DifferenceView, ...], groups: tuple[Group, ...], more: int) -> Box:
    return Box(kind.title, "Most reports first.", kind.tone, differences, groups, more, kind.empty, "")
