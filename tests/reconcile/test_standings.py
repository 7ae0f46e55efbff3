"""Standings by the sources alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from consilience.model.account import Origin, OriginCount
from consilience.reconcile.independence import Bonds
from consilience.reconcile.standings import _alone
from consilience.reconcile.witnesses import Group


@pytest.mark.parametrize(
    ("names", "standing"),
    [
        (("Orla Vane", "Vane"), "one origin"),  # one name is a part of the other
        (("Orla Vane", "Brandt Ossel"), "parties only"),
        (("Orla Vane", "Vane", "Brandt Ossel"), "parties only"),
    ],
)
def test_parties_whose_names_may_be_one_are_no_two_parties(names: tuple[str, ...], standing: str) -> None:
    voice = SimpleNamespace(kind="named", type="person")
    told = [SimpleNamespace(origin=Origin(n, n, "person", "party", "takes part"), voice=voice) for n in names]
    groups = cast("list[Group]", [(witness,) for witness in told])
    found, reason = _alone(groups, OriginCount(1, len(names), (), "counted"), cast("Bonds", None))
    assert found == standing
    assert all(name in reason for name in names)
