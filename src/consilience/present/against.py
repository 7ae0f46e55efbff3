"""Who stands against a disputed sentence of the account: who denies a claim of it, or tells a value otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.model.account import Account, AccountSentence
from consilience.present.visible import one_line


def against(account: Account, sentence: AccountSentence) -> tuple[str, ...]:
    """The names of the origins on the other side, each once, those that deny first; none where nothing is disputed."""
    if sentence.standing != "disputed":
        return ()
    claims = [c for c in account.claims if c.id in sentence.claims and c.standing == "disputed"]
    denying = [support.origin for claim in claims for support in claim.support if support.stance == "denies"]
    own = {origin.id for origin in sentence.origins.members}
    apart = _other_sides(account, {claim.id for claim in claims}, own)
    names = {origin.id: one_line(origin.name) for origin in account.origins}
    shown = {names.get(origin, "") for origin in own}
    return tuple(dict.fromkeys(n for n in (names.get(o, "") for o in (*denying, *apart)) if n and n not in shown))


def _other_sides(account: Account, claims: set[str], own: set[str]) -> Sequence[str]:
    """The origins of those sides of the claims' conflicts on which none of the sentence's own origins stands."""
    conflicts = [d for d in account.differences if d.scope == "conflict" and claims.intersection(d.claims)]
    return [o for d in conflicts for side in d.sides if own.isdisjoint(side.origins) for o in side.origins]
