"""How rare a word is, and from where it counts as rare."""

from __future__ import annotations

from consilience.rarity import RAREST, weights

__all__ = ["RARE", "RAREST", "weights"]

RARE = 450
"""The weight from which a word counts as rare: it stands in one news text of ninety or fewer."""
