"""Codes of other event data: CAMEO roots and scores of the PLOVER types.

Facts of PLOVER 2.0 (openeventdata, manual of February 2024) and of CAMEO; a type that joins several roots has its first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from consilience.model.event import EventType

#: The CAMEO root code of each type, and the type's score between -10 (conflict) and 10 (cooperation).
CODES: Mapping[EventType, tuple[str, float]] = MappingProxyType({
    "AGREE": ("03", 2.5), "CONSULT": ("04", 2.5), "SUPPORT": ("05", 5.0), "CONCEDE": ("08", 4.5), "COOPERATE": ("06", 9.5),
    "AID": ("07", 10.0), "RETREAT": ("08", 6.5), "REQUEST": ("10", 0.0), "ACCUSE": ("11", -2.0), "REJECT": ("12", -2.0),
    "THREATEN": ("13", -3.5), "PROTEST": ("14", -5.0), "SANCTION": ("16", -6.0), "MOBILIZE": ("15", -5.5),
    "COERCE": ("17", -7.0), "ASSAULT": ("19", -9.0),
})  # fmt: skip
