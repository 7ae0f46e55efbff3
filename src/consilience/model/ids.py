"""Ids made from content, the same on every machine."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import date


def content_id(*parts: object) -> str:
    """The first 12 hexadecimal digits of the SHA-256 over `parts`: strings, numbers, bytes, days, None, tuples, records."""
    digest = hashlib.sha256()
    for part in parts:
        _feed(digest, part)
    return digest.hexdigest()[:12]


def _feed(digest: hashlib._Hash, part: object) -> None:
    """Feed `part` with its kind and size in front, so that no two different values give the same bytes."""
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        _feed(digest, (type(part).__name__, *(getattr(part, f.name) for f in dataclasses.fields(part))))
    elif isinstance(part, tuple):
        digest.update(b"t%d:" % len(part))
        for item in part:
            _feed(digest, item)
    elif isinstance(part, bytes):
        digest.update(b"b%d:" % len(part) + part)
    elif part is None or isinstance(part, str | int | float | date):
        raw = repr(part).encode("utf-8", "backslashreplace")
        digest.update(b"v%d:" % len(raw) + raw)
    else:
        raise TypeError(f"no content id for {type(part).__name__}")
