"""Which kind of CPU this is, as far as it decides how int8 products are made."""

from __future__ import annotations

import platform
from functools import cache
from pathlib import Path

_FAMILIES = ("avx512_vnni", "avx_vnni", "avx512f", "avx2", "asimddp", "asimd")


@cache
def cpu_kind() -> str:
    """The best known instruction family the system reports, or `plain`."""
    try:
        lines = Path("/proc/cpuinfo").read_text("ascii", "replace").splitlines()
    except OSError:
        return "plain"
    flags: set[str] = set()
    for line in lines:
        if line.lower().startswith(("flags", "features")):
            flags = set(line.partition(":")[2].split())
            break
    return next((family for family in _FAMILIES if family in flags), "plain")


def multiplies_exactly() -> bool:
    """Whether int8 products keep all their bits; x86 CPUs without VNNI cut large sums off and parse worse."""
    return platform.machine().lower() not in ("x86_64", "amd64") or cpu_kind().endswith("vnni")
