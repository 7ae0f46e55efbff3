"""The three boxes: what rests on what, nothing told twice, who stands on each side."""

from dataclasses import replace

import pytest

from consilience.model.account import Claim, Difference, Findings, Origin, OriginCount, Side, Stake, Standing, Words
from consilience.model.annotations import EntityType
from consilience.present.boxes import (
    NUMBERS,
    OPPONENT,
    OWN,
    OWN_ALIKE,
    PARTIES,
    PARTY,
    SOURCE,
    STATE_MEDIA,
    UNNAMED,
    boxes,
    rests_on,
)
from consilience.present.evidence import ChainLink, ClaimView
from consilience.present.page import page
from consilience.present.shelf import shelve
from consilience.present.story import StoryView, story_views
from tests.present.accounts import findings


def _view(found: Findings) -> StoryView:
    return story_views(found, shelve(found))[0]


def _claim(standing: Standing, members: tuple[tuple[EntityType, Stake], ...], *links: str) -> ClaimView:
    """A claim of this standing and these origins, all its words through these links."""
    first = _view(findings()).claims[0]
    origins = tuple(Origin(f"o{n}", f"Origin {n}", kind, stake, "made up") for n, (kind, stake) in enumerate(members))
    claim = replace(first.claim, standing=standing, origins=OriginCount(1, max(1, len(origins)), origins, "counted"))
    chain = (ChainLink("The Sule Courier", "outlet"), *(ChainLink(f"a {link}", link) for link in links))
    return replace(first, claim=claim, evidence=tuple(replace(e, chain=chain) for e in first.evidence))


@pytest.mark.parametrize(
    ("standing", "members", "links", "kind"),
    [
        ("one origin", [("state_media", "party")], ["state_media"], STATE_MEDIA),
        ("one origin", [("state_media", "party")], [], STATE_MEDIA),
        ("parties only", [("state_media", "party")], [], STATE_MEDIA),
        ("one origin", [("person", "party")], ["state_media", "person"], STATE_MEDIA),
        ("one origin", [("person", "party")], ["agency", "person"], PARTY),
        ("one origin", [("person", "ally of a party")], ["person"], PARTY),
        ("parties only", [("person", "party"), ("state_media", "party")], ["person"], PARTIES),
        ("one origin", [("person", "opponent")], ["person"], OPPONENT),
        ("one origin", [("person", "unknown")], ["person"], SOURCE),
        ("one origin", [("anonymous", "anonymous")], ["anonymous"], UNNAMED),
        ("one origin", [], [], SOURCE),
        ("outlet's own voice", [("outlet", "bystander")], [], OWN),
        ("outlet's own voice", [("outlet", "bystander"), ("outlet", "bystander")], [], OWN_ALIKE),
    ],
)
def test_what_a_claim_rests_on(
    standing: Standing, members: list[tuple[EntityType, Stake]], links: list[str], kind: str
) -> None:
    assert rests_on(_claim(standing, tuple(members), *links)) == kind


def test_words_that_came_only_in_part_through_state_media_do_not_rest_on_them() -> None:
    view = _claim("one origin", (("person", "party"),), "state_media", "person")
    other = replace(view.evidence[0], chain=view.evidence[0].chain[:1])
    assert rests_on(replace(view, evidence=(*view.evidence, other))) == PARTY


def test_every_claim_of_a_box_is_shown_numbered_or_counted() -> None:
    view = _view(findings())
    shown = boxes(view)
    for box, standings in zip(
        shown[:2],
        (("agreed by independent origins",), ("one origin", "parties only", "outlet's own voice")),
        strict=True,
    ):
        wanted = [c.number for c in view.claims if c.claim.standing in standings]
        listed = [c.number for g in box.groups for c in (*g.claims, *g.numbered)]
        assert sorted(listed) == sorted(wanted)
        assert all(g.count == len(g.claims) + len(g.numbered) + g.more for g in box.groups)


def test_a_long_group_is_counted_to_its_end() -> None:
    view = _view(findings())
    one = next(c for c in view.claims if c.claim.standing == "one origin")
    many = replace(view, claims=tuple(replace(one, number=n) for n in range(1, 101)))
    (group,) = boxes(many)[1].groups
    assert (group.count, len(group.numbered), group.more) == (100, NUMBERS, 100 - NUMBERS - len(group.claims))


def test_a_dispute_stands_in_its_box_once_and_with_names() -> None:
    view = _view(findings())
    box = boxes(view)[2]
    in_differences = {c.number for d in box.differences for c in d.claims}
    assert in_differences
    assert not in_differences & {c.number for g in box.groups for c in g.claims}
    shown = page(findings()).split("Disputed or odd")[1].split("</section>")[0]
    assert all(name in shown for side in box.differences[0].sides for name in side.origins[:2])


def test_an_empty_first_box_says_where_the_parties_agree() -> None:
    found = findings()
    account = found.accounts[0]
    claims = tuple(
        replace(c, standing="parties only") if c.standing == "agreed by independent origins" else c
        for c in account.claims
    )
    agreed = boxes(_view(replace(found, accounts=(replace(account, claims=claims),))))[0]
    assert agreed.groups == ()
    assert "parties" in agreed.beside


def test_what_several_outlets_tell_unsourced_is_pointed_to_and_never_called_agreed() -> None:
    found = findings()
    account = found.accounts[0]
    alike = OriginCount(1, 2, account.claims[0].origins.members, "counted")
    claims = tuple(replace(c, standing="outlet's own voice", origins=alike) for c in account.claims)
    agreed, resting, _ = boxes(_view(replace(found, accounts=(replace(account, claims=claims),))))
    assert agreed.groups == ()
    assert "own voice" in agreed.beside
    assert [group.title for group in resting.groups] == [OWN_ALIKE]


def test_a_dispute_whose_words_all_stand_in_a_difference_is_not_listed_again() -> None:
    found = findings()
    account = found.accounts[0]
    conflict = next(d for d in account.differences if d.scope == "conflict")
    shown = next(p for side in conflict.sides for p in side.passages)
    listed = {claim for d in account.differences for claim in d.claims}
    first = replace(next(c for c in account.claims if c.id not in listed), standing="disputed")
    again = replace(first, support=(replace(first.support[0], report=shown.report, passages=(shown,)),))

    def disputed(claim: Claim) -> set[str]:
        claims = tuple(claim if c.id == claim.id else c for c in account.claims)
        box = boxes(_view(replace(found, accounts=(replace(account, claims=claims),))))[2]
        return {view.claim.id for group in box.groups for view in group.claims}

    assert first.id in disputed(first)
    assert again.id not in disputed(again)


def test_a_sentence_with_a_value_that_others_tell_otherwise_says_so() -> None:
    found = findings()
    account = found.accounts[0]
    left, right = (c for c in account.claims[:2])
    sides = (Side("two", left.passages, ()), Side("four", right.passages, ()))
    made = Difference("d1", "number", "conflict", (), sides, "Two counts.")
    told = replace(account.sentences[0], standing="one origin", pieces=(Words(left.wording, left.passages),))
    view = _view(replace(found, accounts=(replace(account, sentences=(told,), differences=(made,)),)))
    assert [(o.number, o.value) for o in view.sentences[0].otherwise] == [(1, "four")]
    both = replace(told, pieces=(*told.pieces, Words(right.wording, right.passages)))
    view = _view(replace(found, accounts=(replace(account, sentences=(both,), differences=(made,)),)))
    assert view.sentences[0].otherwise == ()
