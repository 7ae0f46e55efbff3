"""JSON Lines; the reports are invented."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from consilience.model.report import Described, Page, Rejection
from consilience.read.records import record_pages
from consilience.settings import ReadSettings


def read(
    tmp_path: Path, data: bytes, settings: ReadSettings | None = None, name: str = "r.jsonl"
) -> list[Page | Rejection]:
    (tmp_path / name).write_bytes(data)
    given = Described(outlet="The Tide", date="2024-05-14")
    found = list(record_pages(str(tmp_path / name), given, settings or ReadSettings()))
    assert all(isinstance(item, Page) or "\n" not in item.reason for item in found)
    return found


def test_a_record_is_a_page_with_what_it_says_of_itself(tmp_path: Path) -> None:
    line = b'{"id": "a1", "text": "The port\\r\\nis closed", "title": "Port", "outlet": "Gazette", "url": null, "more": [1]}'
    (page,) = read(tmp_path, line)
    assert isinstance(page, Page)
    assert (page.source, page.kind, page.data) == ("a1", "record", b"The port\r\nis closed")
    assert page.described == Described("a1", "Gazette", "2024-05-14", None, "Port")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"[1, 2]", "it is no JSON object"),
        (b'"text"', "it is no JSON object"),
        (b'{"id": "a"}', "the field 'text' is missing"),
        (b'{"id": "a", "text": null}', "the field 'text' is missing"),
        (b'{"id": "a", "text": 3}', "the field 'text' must be a text"),
        (b'{"id": ["a"], "text": "x"}', "the field 'id' must be a text"),
        (b'{"id": true, "text": "x"}', "the field 'id' must be a text"),
        (b'{"text": "x", "date": 2024}', "the field 'date' must be a text"),
        (b'{"id": "a", "text": " \\n"}', "the field 'text' is empty"),
        (b'{"id": "a", "text": "x\\u0000y"}', "the field 'text' holds NUL"),
    ],
)
def test_a_bad_line_names_file_and_line_and_the_others_are_read(tmp_path: Path, line: bytes, reason: str) -> None:
    bad, good = read(tmp_path, line + b'\n\n{"id": 2, "text": "x"}')
    assert isinstance(bad, Rejection)
    assert bad.source.endswith("r.jsonl:1")
    assert bad.reason.startswith(reason)
    assert isinstance(good, Page)
    assert good.source == "2"


def test_a_record_without_id_is_known_by_file_and_line(tmp_path: Path) -> None:
    (page,) = read(tmp_path, b'\xef\xbb\xbf{"text": "x"}\n')
    assert page.source.endswith("r.jsonl:1")


def test_lone_surrogates_and_broken_bytes_become_lost_characters(tmp_path: Path) -> None:
    (page,) = read(tmp_path, b'{"id": "a", "text": "\\ud83d\\ude00 \\ud800 \xff"}')
    assert isinstance(page, Page)
    assert page.data.decode() == "\U0001f600 \ufffd \ufffd"


@pytest.mark.parametrize("packed", [False, True])
def test_a_line_over_the_limit_is_refused(tmp_path: Path, packed: bool) -> None:
    data = b'{"id": "a", "text": "' + b"x" * 2_000_000 + b'"}\n{"id": "b", "text": "y"}\n'
    name = "r.jsonl.gz" if packed else "r.jsonl"
    found = read(tmp_path, gzip.compress(data) if packed else data, ReadSettings(largest_input=1000), name)
    assert isinstance(found[0], Rejection)
    assert "the line is longer" in found[0].reason
    assert isinstance(found[1], Rejection if packed else Page)
    assert len(found) == 2


def test_gzip_that_breaks_off_gives_its_whole_lines_and_a_reason(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, bytes(str(n**9), "ascii") * 9) for n in range(3000))
    found = read(tmp_path, gzip.compress(lines)[:-9], name="r.jsonl.gz")
    assert isinstance(found[-1], Rejection)
    assert "ends too early" in found[-1].reason
    assert all(isinstance(item, Page) for item in found[:-1])


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_without_records_is_told(tmp_path: Path, data: bytes) -> None:
    (found,) = read(tmp_path, data)
    assert isinstance(found, Rejection)
    assert found.reason == "it holds no record: it is empty"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_mark_decides_the_encoding(tmp_path: Path, encoding: str, packed: bool) -> None:
    mark = "\ufeff" if encoding.endswith("-be") else ""
    data = (mark + '{"id": "a", "text": "café \u2028 x"}\r\n\n{"id": "b", "text": "y"}').encode(encoding)
    found = read(tmp_path, gzip.compress(data) if packed else data, name="r.jsonl.gz" if packed else "r.jsonl")
    assert [(page.source, page.data.decode()) for page in found if isinstance(page, Page)] == [
        ("a", "café \u2028 x"),
        ("b", "y"),
    ]


def test_a_long_line_in_utf_16_is_refused_and_the_next_read(tmp_path: Path) -> None:
    data = ('{"id": "a", "text": "' + "x" * 5000 + '"}\n{"id": "b", "text": "y"}\n').encode("utf-16")
    long, short = read(tmp_path, data, ReadSettings(largest_input=1000))
    assert isinstance(long, Rejection)
    assert isinstance(short, Page)
