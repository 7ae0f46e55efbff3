"""JSON Lines: one report a line, read as a stream so that the file may be larger than the memory."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Iterator
from gzip import GzipFile
from typing import IO, Protocol

from consilience.errors import InputError
from consilience.model.report import Described, Page, Rejection
from consilience.read.files import opened, shown
from consilience.settings import ReadSettings

_OPTIONAL = ("title", "outlet", "date", "url")
_CHUNK = 1 << 20
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class _Stream(Protocol):
    """What gives lines: at most `limit` bytes of one at a time."""

    def readline(self, limit: int, /) -> bytes:
        """The next line or a part of it; empty at the end."""
        ...


class _Recoded:
    """The lines of a stream in UTF-16 or UTF-32 as UTF-8."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding, "replace", newline="\n")

    def readline(self, limit: int, /) -> bytes:
        """The next line, or as many of its characters as `limit` says."""
        return self._text.readline(limit).encode("utf-8", "replace")


def record_pages(path: str, given: Described, settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The records of a JSON Lines file as pages; a bad line is a rejection that names the file and the line."""
    source = shown(path)
    count = 0
    try:
        with opened(path) as stream:
            for number, line in _lines(_recoded(stream), settings.largest_input, isinstance(stream, GzipFile)):
                count += 1
                yield _page(source, number, line, given)
    except InputError as error:
        yield Rejection(source, str(error) if count == 0 else f"{error}; what stands after line {count} was not read")
        return
    if not count:
        yield Rejection(source, "it holds no record: it is empty")


def _recoded(stream: IO[bytes]) -> _Stream:
    """The stream itself, or as UTF-8 where it begins with the mark of another encoding."""
    peek = getattr(stream, "peek", None)
    head = peek(4)[:4] if peek is not None else b""
    wide = next((encoding for mark, encoding in _WIDE_MARKS if head.startswith(mark)), None)
    return _Recoded(stream, wide) if wide else stream


def _lines(stream: _Stream, limit: int, packed: bool) -> Iterator[tuple[int, bytes | None]]:
    """The numbered lines that are not blank; None for one that is longer than the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            if line.strip():
                yield number, line
            continue
        yield number, None
        if packed:
            raise InputError("a packed file with such a line is not read on")
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)


def _page(source: str, number: int, line: bytes | None, given: Described) -> Page | Rejection:
    place = f"{source}:{number}"
    if line is None:
        return Rejection(place, "the line is longer than the limit (setting read.largest_input)")
    record = _parsed(line)
    if isinstance(record, str):
        return Rejection(place, record)
    identifier, text = record.get("id"), record["text"]
    if not text.strip():
        return Rejection(place, "the field 'text' is empty", id=identifier)
    data = text.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    if "\0" in text:
        return Rejection(place, "the field 'text' holds NUL characters", digest, identifier)
    described = Described(
        id=identifier,
        outlet=record.get("outlet") or given.outlet,
        date=record.get("date") or given.date,
        url=record.get("url"),
        title=record.get("title"),
    )
    return Page(shown(identifier) if identifier else place, "record", data, digest, described)


def _parsed(line: bytes) -> dict[str, str] | str:
    """The known fields of one record, or what is wrong with it."""
    try:
        found: object = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return f"it is no JSON ({getattr(error, 'msg', 'nested too deeply').lower()})"
    if not isinstance(found, dict):
        return "it is no JSON object with the fields id and text"
    if isinstance(found.get("id"), int) and not isinstance(found["id"], bool):
        found["id"] = str(found["id"])
    for field in ("id", "text", *_OPTIONAL):
        if field in found and found[field] is not None and not isinstance(found[field], str):
            return f"the field {field!r} must be a text"
    if found.get("text") is None:
        return "the field 'text' is missing"
    return {field: _paired(found[field]) for field in ("id", "text", *_OPTIONAL) if found.get(field) is not None}


def _paired(text: str) -> str:
    """`text` with halves of surrogate pairs joined, and U+FFFD for a half that stands alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
