"""Memory that was freed is given back to the system: large arrays come and go while many reports are put in."""

from __future__ import annotations

from ctypes import CDLL
from functools import cache
from typing import Any


def give_back() -> None:
    """Let go of memory that is free; does nothing where the C library cannot."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Any:
    try:
        return CDLL(None).malloc_trim  # glibc alone has it
    except (AttributeError, OSError, TypeError):
        return None
