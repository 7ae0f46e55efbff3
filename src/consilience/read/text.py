"""What a file is: text, a web page, JSON Lines, or something that is refused, by its name and its first bytes.

Decoding itself is `consilience.decoding`, below the stages, because `clean` decodes too and stages do not import each other.
"""

from __future__ import annotations

import re
from typing import Literal

from consilience.model.report import PageKind

NamedKind = Literal["text", "html", "records", "refused", "other"]

_TEXT = frozenset({"txt", "text"})
_HTML = frozenset({"html", "htm", "xhtml", "xht"})
_RECORDS = frozenset({"jsonl", "ndjson", "jsonlines"})
_SAVE_AS_TEXT = "open it and save it as plain text (.txt) or as a web page (.html)"
_UNPACK = "unpack it and give the folder"
_PACKED = ("a packed file", _UNPACK)
_OFFICE = ("an office document", _SAVE_AS_TEXT)
_SHEET = ("a spreadsheet", "save each text as a line of JSON Lines (id, text) or as a .txt file")
_SLIDES = ("a slide show", _SAVE_AS_TEXT)
_BOOK = ("an e-book", _SAVE_AS_TEXT)
_IMAGE = ("an image", "its words must be typed or recognised first; give them as a .txt file")
_SOUND = ("a recording", "write down what is said and give it as a .txt file")
_REFUSED: dict[str, tuple[str, str]] = {
    "pdf": ("a PDF", "make text of it first, for instance: pdftotext -layout FILE.pdf FILE.txt"),
    "ps": ("a PostScript file", "make text of it first, for instance: ps2ascii FILE.ps FILE.txt"),
    "rtf": ("a rich text file", _SAVE_AS_TEXT),
    "epub": _BOOK,
    "mobi": _BOOK,
    **dict.fromkeys("doc docx docm dot dotx odt pages wpd".split(), _OFFICE),
    **dict.fromkeys("xls xlsx xlsm ods numbers".split(), _SHEET),
    **dict.fromkeys("ppt pptx pps odp key".split(), _SLIDES),
    **dict.fromkeys("bz2 xz zst 7z rar tar tgz tbz2 txz zip jar".split(), _PACKED),
    **dict.fromkeys("mht mhtml maff webarchive".split(), ("a web archive", "save the page again as .html")),
    "json": ("a JSON file", "give one report a line as JSON Lines (.jsonl, or the option --jsonl)"),
    **dict.fromkeys("eml msg mbox".split(), ("an e-mail file", _SAVE_AS_TEXT)),
    **dict.fromkeys("jpg jpeg png gif webp tif tiff bmp heic avif svg ico".split(), _IMAGE),
    **dict.fromkeys("mp3 mp4 m4a m4v wav ogg oga ogv webm mov avi mkv flac".split(), _SOUND),
}
_BESIDE = frozenset({"an image", "a recording", "a JSON file"})
_MAGIC: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"%PDF-", _REFUSED["pdf"]),
    (b"%!PS", _REFUSED["ps"]),
    (b"{\\rtf", _REFUSED["rtf"]),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("an old office document", _SAVE_AS_TEXT)),
    (
        b"PK\x03\x04",
        ("a zip file (or an office document or e-book, which are zip files)", f"{_UNPACK}, or {_SAVE_AS_TEXT}"),
    ),
    (b"\x89PNG\r\n\x1a\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x7fELF", ("a program", "give the reports themselves")),
    (b"SQLite format 3\0", ("a database", "save each text as a line of JSON Lines (id, text)")),
)
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>)?\s*")
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_COMMENTS, _COMMENT = 20, 2000  # comments before a page's first tag, and characters of one
_OTHER_XML = re.compile(r"\s*+<\?xml\b|\s*+<(?:rss|feed|sitemapindex|urlset)\b", re.IGNORECASE)


def ending(name: str) -> str:
    """The ending of a file name in lower case, without the dot and without a final `.gz`; empty where it has none."""
    bare = name.lower().removesuffix(".gz")
    stem, dot, last = bare.rpartition(".")
    return last if dot and stem else ""


def named_kind(name: str) -> NamedKind:
    """What a file's name says it is."""
    last = ending(name)
    if last in _TEXT:
        return "text"
    if last in _HTML:
        return "html"
    if last in _RECORDS:
        return "records"
    return "refused" if last in _REFUSED else "other"


def refusal_by_name(name: str) -> str | None:
    """Why a file of this name is not read, with advice; None where the name does not say so."""
    refused = _REFUSED.get(ending(name))
    return _told(refused) if refused else None


def is_beside_reports(name: str) -> bool:
    """Whether the name is that of a picture, a recording or data, which lie in folders beside reports."""
    return _REFUSED.get(ending(name), ("", ""))[0] in _BESIDE


def refusal_by_bytes(head: bytes) -> str | None:
    """Why data with this beginning is not read, with advice; None where it may be text."""
    for magic, refused in _MAGIC:
        if head.startswith(magic):
            return _told(refused)
    if head[:4] == b"RIFF" and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return _told(_IMAGE if head[8:12] == b"WEBP" else _SOUND)
    return _told(_SOUND) if head[4:8] == b"ftyp" else None


def page_kind(name: str, text: str) -> PageKind | None:
    """Whether a decoded file is HTML or text: HTML by its name or by its beginning; None for other XML."""
    if named_kind(name) == "html" or _begins_page(text):
        return "html"
    return None if _OTHER_XML.match(text) else "text"


def _begins_page(text: str) -> bool:
    """Whether the text begins as an HTML page, behind comments perhaps."""
    at = _end_of(_PROLOGUE, text, 0)
    for _ in range(_COMMENTS):
        if not text.startswith("<!--", at):
            break
        end = text.find("-->", at, at + _COMMENT)
        if end < 0:
            return False
        at = _end_of(_SPACE, text, end + len("-->"))
    return _PAGE.match(text, at) is not None


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _told(refused: tuple[str, str]) -> str:
    what, advice = refused
    return f"it is {what}, which is not read: {advice}"
