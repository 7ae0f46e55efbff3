"""The files of a folder, in a fixed order, and what is passed over in it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from consilience.model.report import Rejection
from consilience.read.files import shown
from consilience.read.table import TABLE_NAME
from consilience.read.text import is_beside_reports, named_kind

_SAVED_PAGE = (".html", ".htm", ".xhtml")


def files_below(folder: str) -> Iterator[str | Rejection]:
    """The paths of all files in a folder and the folders in it, sorted by name; links are not followed.

    A `reports.csv` comes as a path like any file: whoever reads it says what it is.
    """
    waiting: list[str | os.DirEntry[str]] = [folder]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            listed = _listed(item)
            if isinstance(listed, Rejection):
                yield listed
                continue
            waiting += reversed(listed)
            continue
        reason = _passed_over(item)
        if reason:
            yield Rejection(shown(item.path), reason, passed_over=True)
        elif item.is_dir(follow_symlinks=False):
            waiting.append(item.path)
        else:
            yield item.path


def _listed(folder: str) -> list[os.DirEntry[str]] | Rejection:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        return Rejection(shown(folder), f"the folder cannot be read: {(error.strerror or 'error').lower()}")


def _passed_over(entry: os.DirEntry[str]) -> str | None:
    """Why an entry of a folder is no report; None where it may be one."""
    if entry.is_symlink():
        return "passed over: it is a link, and links in folders are not followed"
    if entry.name.startswith("."):
        return "passed over: it is hidden"
    if entry.is_dir(follow_symlinks=False):
        return (
            "passed over: it holds the pictures and scripts of the saved page beside it" if _is_saved(entry) else None
        )
    if not entry.is_file(follow_symlinks=False):
        return "passed over: it is no regular file"
    if entry.name == TABLE_NAME:
        return None
    if is_beside_reports(entry.name):
        return "passed over: it is a picture, a recording or data"
    if named_kind(entry.name) == "other":
        return "passed over: in folders only .txt, .html, .htm, .xhtml, .jsonl and .gz of these are read; name it to read it"
    return None


def _is_saved(entry: os.DirEntry[str]) -> bool:
    """Whether a folder belongs to a web page that a browser saved under the same name."""
    if not entry.name.endswith("_files"):
        return False
    stem = entry.path.removesuffix("_files")
    return any(os.path.exists(stem + ending + packed) for ending in _SAVED_PAGE for packed in ("", ".gz"))
