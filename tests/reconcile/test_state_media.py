"""State media families: the media of one state are one voice, and so are they and its government."""

from __future__ import annotations

import pytest

from consilience.reconcile.state_media import state_medium
from tests.reconcile.build import Clause, Draft, Says
from tests.reconcile.worlds import account_of, claim_with

_TELLINGS = (
    "In Tarn {}. The river was low and the looms were still.",
    "Nobody stood at the gate when {}. Snow lay on the road to the coast.",
    "It is known now that {}. The dam holds, and the ropewalk hires.",
)
_WORDS = "the Lessing Mill closed"


def _told(number: int, outlet: str, says: Says | None = None) -> Draft:
    clause = Clause(_WORDS, "close", ("Lessing Mill",), (), says)
    return Draft(
        f"{number}.txt", _TELLINGS[number].format(_WORDS), (clause,), (("Lessing Mill", "facility"),), {}, outlet
    )


@pytest.mark.parametrize(
    ("name", "state", "kind"),
    [("Xinhua", "CHN", "agency"), ("the people's daily", "CHN", "paper"), ("CCTV", "CHN", "broadcaster")],
)
def test_a_state_medium_is_known_by_its_names(name: str, state: str, kind: str) -> None:
    found = state_medium(None, name)
    assert found is not None
    assert (found.state, found.kind) == (state, kind)


@pytest.mark.parametrize("name", ["BBC", "The Ellery Lantern", "Reuters", None])
def test_others_are_none(name: str | None) -> None:
    assert state_medium(name) is None


@pytest.mark.parametrize(
    ("outlets", "count"),
    [
        (("Xinhua", "CCTV"), (1, 1)),
        (("Xinhua", "People's Daily", "CGTN"), (1, 1)),
        (("Xinhua", "TASS"), (2, 2)),
        (("Xinhua", "The Ellery Lantern"), (2, 2)),
    ],
)
def test_agency_paper_and_broadcaster_of_one_state_are_one_origin(
    outlets: tuple[str, ...], count: tuple[int, int]
) -> None:
    claim = claim_with(account_of([_told(n, outlet) for n, outlet in enumerate(outlets)]), "closed")
    assert (claim.origins.low, claim.origins.high) == count


def test_the_record_of_the_origin_says_why() -> None:
    account = account_of([_told(0, "Xinhua"), _told(1, "CCTV")])
    (record,) = [r for r in account.origin_records if r.kind == "state media"]
    assert record.names == ("CCTV", "Xinhua")
    assert any("agency" in why and "CHN" in why for why in record.because)
