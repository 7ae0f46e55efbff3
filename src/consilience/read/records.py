"""JSON Lines: one report a line, read as a stream so that the file may be larger than the memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from gzip import GzipFile
from typing import IO

from consilience.errors import InputError
from consilience.model.report import Described, Page, Rejection
from consilience.read.files import opened, shown
from consilience.settings import ReadSettings

_OPTIONAL = ("title", "outlet", "date", "url")
_CHUNK = 1 << 20


def record_pages(path: str, given: Described, settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The records of a JSON Lines file as pages; a bad line is a rejection that names the file and the line."""
    source = shown(path)
    count = 0
    try:
        with opened(path) as stream:
            for number, line in _lines(stream, settings.largest_input):
                count += 1
                yield _page(source, number, line, given)
    except InputError as error:
        yield Rejection(source, str(error) if count == 0 else f"{error}; what stands after line {count} was not read")
        return
    if not count:
        yield Rejection(source, "it holds no record: it is empty")


def _lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The numbered lines that are not blank; None for one that is longer than the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            if line.strip():
                yield number, line
            continue
        yield number, None
        if isinstance(stream, GzipFile):
            raise InputError("a packed file with such a line is not read on")
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)


def _page(source: str, number: int, line: bytes | None, given: Described) -> Page | Rejection:
    place = f"{source}:{number}"
    if line is None:
        return Rejection(place, f"line {number} is longer than the limit (setting read.largest_input)")
    record = _parsed(line, number)
    if isinstance(record, str):
        return Rejection(place, record)
    identifier, text = record.get("id"), record["text"]
    if not text.strip():
        return Rejection(place, f"line {number}: the field 'text' is empty", id=identifier)
    data = text.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    if "\0" in text:
        return Rejection(place, f"line {number}: the field 'text' holds NUL characters", digest, identifier)
    described = Described(
        id=identifier,
        outlet=record.get("outlet") or given.outlet,
        date=record.get("date") or given.date,
        url=record.get("url"),
        title=record.get("title"),
    )
    return Page(shown(identifier) if identifier else place, "record", data, digest, described)


def _parsed(line: bytes, number: int) -> dict[str, str] | str:
    """The known fields of one record, or what is wrong with it."""
    try:
        found: object = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return f"line {number} is no JSON ({getattr(error, 'msg', 'nested too deeply').lower()})"
    if not isinstance(found, dict):
        return f"line {number} is no JSON object with the fields id and text"
    if isinstance(found.get("id"), int) and not isinstance(found["id"], bool):
        found["id"] = str(found["id"])
    for field in ("id", "text", *_OPTIONAL):
        if field in found and found[field] is not None and not isinstance(found[field], str):
            return f"line {number}: the field {field!r} must be a text"
    if found.get("text") is None:
        return f"line {number}: the field 'text' is missing"
    return {field: _paired(found[field]) for field in ("id", "text", *_OPTIONAL) if found.get(field) is not None}


def _paired(text: str) -> str:
    """`text` with halves of surrogate pairs joined, and U+FFFD for a half that stands alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
