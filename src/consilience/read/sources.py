"""Paths as typed → pages, or reasons why not."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consilience.decoding import declared_charset, decode
from consilience.errors import InputError
from consilience.model.report import Described, Page, Rejection
from consilience.read.files import STANDARD_INPUT, identity, read_bounded, shown
from consilience.read.folders import files_below
from consilience.read.records import record_pages
from consilience.read.table import TABLE_NAME, Table, read_table
from consilience.read.text import named_kind, page_kind, refusal_by_bytes, refusal_by_name
from consilience.settings import ReadSettings


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about all inputs: outlet and date of those without, and that named files are JSON Lines."""

    outlet: str | None = None
    date: str | None = None
    jsonl: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read: its path, and whether the user named it (or it was found in a folder)."""

    path: str
    named: bool


def pages(paths: Sequence[str], options: ReadOptions, settings: ReadSettings) -> Iterator[Page | Rejection]:
    """Every input that `paths` name, in order: read as a page, or rejected with one line that names it and the reason.

    What is not a report by its nature (links, hidden files, `*_files` folders, `reports.csv`, in a folder a second name of
    a file) comes as a rejection with `passed_over` set: it is counted, but is no failure. Which pages come does not depend
    on the order of `paths`: of several names of one file the shortest is read.
    """
    found = [item for path in paths for item in _files(path)]
    kept = _names_by_file(found)
    tables = _tables(found, settings)
    done: set[object] = set()
    for item in found:
        if isinstance(item, Rejection):
            yield item
            continue
        folder = os.path.dirname(item.path)
        beside = ("table", _identity(os.path.join(folder, TABLE_NAME)))
        table = tables.get(beside[1])
        if table and beside not in done:
            done.add(beside)
            yield from _faults(os.path.join(folder, TABLE_NAME), table)
        same = _identity(item.path)
        if kept[same] != item or same in done:
            yield _double(item, kept[same])
            continue
        done.add(same)
        if os.path.basename(item.path) != TABLE_NAME:
            yield from _read(item, _described(item.path, table, options), options, settings)
        elif not (table and table.unusable):
            yield Rejection(shown(item.path), "passed over: it describes the files beside it", passed_over=True)


def _files(path: str) -> Iterator[_File | Rejection]:
    """The files that one typed path stands for."""
    if path == STANDARD_INPUT:
        yield _File(path, named=True)
    elif "\0" in path or not path:
        yield Rejection(shown(path), "it is no path")
    elif os.path.isdir(path):
        yield from _folder(path)
    elif os.path.exists(path):
        yield _File(path, named=True)
    else:
        yield Rejection(shown(path), _missing(path))


def _missing(path: str) -> str:
    if os.path.islink(path):
        return "it is a link that leads nowhere"
    try:
        os.stat(path)
    except OSError as error:
        return (
            "there is no such file or folder" if isinstance(error, FileNotFoundError) else f"{error.strerror}".lower()
        )
    return "it cannot be reached"


def _folder(path: str) -> Iterator[_File | Rejection]:
    items = [item if isinstance(item, Rejection) else _File(item, named=False) for item in files_below(path)]
    yield from items
    readable = any(isinstance(item, _File) and os.path.basename(item.path) != TABLE_NAME for item in items)
    if not readable and not any(isinstance(item, Rejection) and not item.passed_over for item in items):
        yield Rejection(shown(path), "there is nothing in this folder that is read" if items else "the folder is empty")


def _identity(path: str) -> object:
    """What all names of one file have in common; the path itself where the file cannot be reached."""
    try:
        return identity(path)
    except OSError:
        return path


def _names_by_file(found: Sequence[_File | Rejection]) -> dict[object, _File]:
    """The name under which each file is read: one that the user typed before one that was found, then the shortest."""
    chosen: dict[object, _File] = {}
    for item in found:
        if isinstance(item, _File):
            same = _identity(item.path)
            chosen[same] = min(chosen.get(same, item), item, key=_rank)
    return chosen


def _rank(item: _File) -> tuple[bool, int, str]:
    return not item.named, len(item.path), item.path


def _double(item: _File, kept: _File) -> Rejection:
    """A second name of a file: refused where the user typed it, passed over where it was found in a folder."""
    twice = item.path == kept.path
    reason = "it was given twice and is read once" if twice else f"it is the same file as {shown(kept.path)}"
    return Rejection(shown(item.path), reason if item.named else f"passed over: {reason}", passed_over=not item.named)


def _tables(found: Sequence[_File | Rejection], settings: ReadSettings) -> dict[object, Table]:
    """Every `reports.csv` that lies beside a file to be read, by its identity."""
    folders = dict.fromkeys(os.path.dirname(item.path) for item in found if isinstance(item, _File))
    names = [os.path.join(folder, TABLE_NAME) for folder in folders]
    return {_identity(name): read_table(name, settings.largest_input) for name in names if os.path.isfile(name)}


def _faults(path: str, table: Table) -> Iterator[Rejection]:
    """What is wrong with a table, one line each: bad rows, and rows about files that are not there."""
    for line, reason in table.wrong:
        yield Rejection(shown(path) + (f":{line}" if line > 1 else ""), reason)
    for row in table.rows:
        if os.path.basename(row.file) != row.file:
            yield Rejection(f"{shown(path)}:{row.line}", f"it names {shown(row.file)!r}, which is not beside it")
        elif not os.path.exists(os.path.join(os.path.dirname(path), row.file)):
            yield Rejection(f"{shown(path)}:{row.line}", f"it names {shown(row.file)!r}, which is not there")


def _described(path: str, table: Table | None, options: ReadOptions) -> Described:
    """What the table says of a file, and the options where they may speak: an HTML page states its outlet itself."""
    said = (table.about(os.path.basename(path)) if table else None) or Described()
    if named_kind(path) == "html":
        return said
    return replace(said, outlet=said.outlet or options.outlet, date=said.date or options.date)


def _read(
    item: _File, described: Described, options: ReadOptions, settings: ReadSettings
) -> Iterator[Page | Rejection]:
    """The page of one file, or its records."""
    kind = named_kind(item.path)
    if kind == "records" or (options.jsonl and item.named and kind != "html"):
        yield from record_pages(item.path, Described(outlet=described.outlet, date=described.date), settings)
        return
    refusal = refusal_by_name(item.path)
    if refusal:
        yield Rejection(shown(item.path), refusal)
        return
    try:
        data = read_bounded(item.path, settings.largest_input)
    except InputError as error:
        yield Rejection(shown(item.path), str(error))
        return
    yield _page(shown(item.path), data, described, settings)


def _page(source: str, data: bytes, described: Described, settings: ReadSettings) -> Page | Rejection:
    digest = hashlib.sha256(data).hexdigest()
    if not data:
        return Rejection(source, "it is empty", digest)
    refusal = refusal_by_bytes(data[:16])
    if refusal:
        return Rejection(source, refusal, digest)
    decoded = decode(data, declared_charset(data))
    if decoded.reason:
        return Rejection(source, decoded.reason, digest)
    if not decoded.text.strip():
        return Rejection(source, "it holds nothing but white space", digest)
    kind = page_kind(source, decoded.text)
    if kind is None:
        return Rejection(
            source, "it is XML (a feed or a site map), which is not read: give the pages that it names", digest
        )
    return Page(source, kind, data, digest, described)
