"""What a file is, by its name and its first bytes."""

from __future__ import annotations

import pytest

from consilience.read.text import named_kind, page_kind, refusal_by_bytes, refusal_by_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text"),
        ("A.TXT.GZ", "text"),
        ("a.b.html", "html"),
        ("a.htm.gz", "html"),
        ("a.xhtml", "html"),
        ("a.jsonl.gz", "records"),
        ("a.ndjson", "records"),
        ("a.docx", "refused"),
        ("a.tar.gz", "refused"),
        ("README.md", "other"),
        ("README", "other"),
        (".txt", "other"),
        ("a.gz", "other"),
    ],
)
def test_a_name_says_what_the_file_is(name: str, kind: str) -> None:
    assert named_kind(name) == kind


@pytest.mark.parametrize(
    "last", "pdf doc docx odt rtf xls xlsx ppt pptx epub jpg png zip tar mhtml eml mp3 json ps".split()
)
def test_what_is_refused_by_name_comes_with_advice(last: str) -> None:
    reason = refusal_by_name(f"report.{last}")
    assert reason is not None
    assert "which is not read: " in reason


@pytest.mark.parametrize(
    "head",
    [
        b"%PDF-1.7",
        b"{\\rtf1",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x20ftypmp42",
        b"SQLite format 3\0",
    ],
)
def test_what_is_refused_by_its_first_bytes(head: bytes) -> None:
    assert refusal_by_bytes(head)


def test_text_is_not_refused_by_its_first_bytes() -> None:
    assert refusal_by_bytes(b"PK said on Monday") is None
    assert refusal_by_bytes(b"") is None


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "The port is closed", "text"),
        ("a.html", "The port is closed", "html"),
        ("a.txt", "\n <!DOCTYPE html><p>x", "html"),
        ("a.txt", "<HTML lang=en>", "html"),
        ("-", "<!-- saved --><!-- twice -->\n<html>", "html"),
        ("a.txt", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "html"),
        ("a.txt", "<p>The port", "text"),
        ("a.txt", "He said: <html> is a tag", "text"),
        ("a.txt", '<?xml version="1.0"?><rss>', None),
        ("a.xml", "<feed xmlns='x'>", None),
        ("a.txt", "<!--" * 50_000, "text"),
    ],
)
def test_html_is_known_by_name_or_beginning(name: str, text: str, kind: str | None) -> None:
    assert page_kind(name, text) == kind
