"""What an outlet tells before any report gives a source for it, it has not from that source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reconcile.told import account_of

_OWN = "Weavers have barred the gates of the Lessing Mill in Tarn since April 22. Norland and Norlandian towns are far."
_SPOKEN = "Norland's Labour Ministry said pickets had blocked the gates of the Lessing Mill unlawfully since 22 April."


@pytest.mark.parametrize(
    ("texts", "standing"),
    [((_OWN, _SPOKEN), "agreed by independent origins"), ((_SPOKEN, _OWN), "one origin")],
)
def test_who_tells_it_first_has_it_from_nobody_later(tmp_path: Path, texts: tuple[str, str], standing: str) -> None:
    account = account_of(tmp_path, *texts)
    (told,) = [c for c in account.claims if len({s.report for s in c.support}) == 2]
    assert told.standing == standing
