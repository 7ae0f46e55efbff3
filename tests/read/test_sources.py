"""Paths as typed: every input ends as a page or with a reason; the reports are invented."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consilience.model.report import Described, Page, Rejection
from consilience.read.sources import ReadOptions, pages
from consilience.settings import ReadSettings

TEXT = "The port of Marlec is closed.\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, data: str | bytes = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


def read(*paths: str, options: ReadOptions | None = None, limits: ReadSettings | None = None) -> list[Page | Rejection]:
    found = list(pages(paths, options or ReadOptions(), limits or ReadSettings()))
    for item in found:
        assert isinstance(item, Page) or (item.reason and "\n" not in item.source + item.reason)
    return found


def rejected(*paths: str) -> Rejection:
    (found,) = read(*paths)
    assert isinstance(found, Rejection)
    return found


def test_a_file_is_a_page_under_its_name_as_typed() -> None:
    write("a.txt")
    (page,) = read("./a.txt")
    assert isinstance(page, Page)
    assert (page.source, page.kind, page.data, page.described) == ("./a.txt", "text", TEXT.encode(), Described())


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", "<p>Closed", "html"),
        ("a.txt", "<!doctype html><p>Closed", "html"),
        ("a.htm.gz", gzip.compress(b"<p>Closed"), "html"),
        ("notes", "Closed.", "text"),
        ("a.txt", TEXT.encode("utf-16-le"), "text"),
        ("a.txt", "Café fermé".encode("cp1252"), "text"),
    ],
)
def test_the_kind_of_page_is_known(name: str, data: str | bytes, kind: str) -> None:
    (page,) = read(write(name, data))
    assert isinstance(page, Page)
    assert page.kind == kind


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t\n", "nothing but white space"),
        ("a.txt", b"\xef\xbb\xbf", "nothing but white space"),
        ("a.txt", b"\x00\x01\x02\x03", "a binary file"),
        ("a.txt", b"The port\0is closed", "NUL bytes"),
        ("a.txt", b"%PDF-1.4", "it is a PDF"),
        ("a.pdf", TEXT, "pdftotext"),
        ("a.docx", TEXT, "save it as plain text"),
        ("a.json", "{}", "JSON Lines"),
        ("a.txt.gz", gzip.compress(b"PK\x03\x04"), "zip"),
        ("a.txt.gz", gzip.compress(b"Closed")[:-4], "ends too early"),
        ("a.xml", "<?xml version='1.0'?><rss>", "XML"),
    ],
)
def test_what_cannot_be_read_is_told_by_name_and_reason(name: str, data: str | bytes, reason: str) -> None:
    found = rejected(write(name, data))
    assert found.source == name
    assert reason in found.reason
    assert not found.passed_over


def test_an_input_over_the_limit_is_refused() -> None:
    write("bomb.txt.gz", gzip.compress(b"a" * 5_000_000))
    (found,) = read("bomb.txt.gz", limits=ReadSettings(largest_input=1_000_000))
    assert isinstance(found, Rejection)
    assert "more than 1,000,000 bytes" in found.reason


@pytest.mark.parametrize(
    ("path", "reason"), [("none.txt", "no such file"), ("", "no path"), ("a\0b", "no path"), ("a\nb", "no such")]
)
def test_a_path_that_leads_nowhere_is_told(path: str, reason: str) -> None:
    assert reason in rejected(path).reason


def test_a_link_that_leads_nowhere_is_told() -> None:
    os.symlink("gone", "a.txt")
    assert rejected("a.txt").reason == "it is a link that leads nowhere"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told() -> None:
    write("a.txt")
    os.chmod("a.txt", 0)
    assert "permission denied" in rejected("a.txt").reason


def test_a_folder_is_read_in_order_and_what_is_passed_over_is_told() -> None:
    for name in (
        "d/b.txt",
        "d/a/z.html",
        "d/c.txt",
        "d/.hidden",
        "d/saved.html",
        "d/saved_files/x.txt",
        "d/own_files/x.txt",
    ):
        write(name)
    write("d/notes.md")
    write("d/photo.jpg")
    write("d/paper.pdf")
    os.symlink("b.txt", "d/link.txt")
    os.symlink("a", "d/loop")
    found = read("d")
    assert [page.source for page in found if isinstance(page, Page)] == [
        "d/a/z.html",
        "d/b.txt",
        "d/c.txt",
        "d/own_files/x.txt",
        "d/saved.html",
    ]
    assert [(r.source, r.passed_over) for r in found if isinstance(r, Rejection)] == [
        ("d/.hidden", True),
        ("d/link.txt", True),
        ("d/loop", True),
        ("d/notes.md", True),
        ("d/paper.pdf", False),
        ("d/photo.jpg", True),
        ("d/saved_files", True),
    ]


def test_a_folder_with_nothing_to_read_is_told() -> None:
    os.mkdir("d")
    assert rejected("d").reason == "the folder is empty"
    write("d/x.css")
    passed, nothing = read("d")
    assert isinstance(passed, Rejection)
    assert isinstance(nothing, Rejection)
    assert (passed.passed_over, nothing.source, nothing.passed_over) == (True, "d", False)


def test_a_file_with_several_names_is_read_once_under_the_name_typed() -> None:
    write("d/a.txt")
    os.link("d/a.txt", "d/hard.txt")
    os.symlink("d/a.txt", "link.txt")
    found = read("d", "link.txt", "d/a.txt", "./d/a.txt", "d/a.txt")
    assert [item.source for item in found if isinstance(item, Page)] == ["d/a.txt"]
    told = [(item.source, item.passed_over, item.reason) for item in found if isinstance(item, Rejection)]
    assert ("link.txt", False, "it is the same file as d/a.txt") in told
    assert ("d/a.txt", True, "passed over: it was given twice and is read once") in told
    assert len(found) == 6


def test_a_table_beside_the_files_describes_them_and_options_fill_the_rest() -> None:
    write("d/a.txt")
    write("d/b.txt")
    write("d/reports.csv", "file,outlet,title\na.txt,The Tide,Port closed\n")
    found = read("d", options=ReadOptions(outlet="Gazette", date="2024-05-14"))
    assert [item.described for item in found if isinstance(item, Page)] == [
        Described(outlet="The Tide", date="2024-05-14", title="Port closed"),
        Described(outlet="Gazette", date="2024-05-14"),
    ]
    assert [(item.source, item.passed_over) for item in found if isinstance(item, Rejection)] == [
        ("d/reports.csv", True)
    ]


def test_a_table_is_found_beside_a_file_that_is_named_alone() -> None:
    write("d/a.txt")
    write("d/reports.csv", "file,outlet\na.txt,The Tide\n")
    (page,) = read("d/a.txt")
    assert isinstance(page, Page)
    assert page.described.outlet == "The Tide"


def test_faults_of_a_table_are_told_once_and_the_files_are_read() -> None:
    write("d/a.txt")
    write("d/b.txt")
    write("d/reports.csv", "file,outlet\na.txt,The Tide\nnone.txt,Gazette\n../x.txt,Gazette\n")
    found = read("d")
    faults = [item for item in found if isinstance(item, Rejection) and not item.passed_over]
    assert [(fault.source, "none.txt" in fault.reason) for fault in faults] == [
        ("d/reports.csv:3", True),
        ("d/reports.csv:4", False),
    ]
    assert sum(isinstance(item, Page) for item in found) == 2


def test_a_table_with_a_bad_first_line_is_one_failure() -> None:
    write("d/a.txt")
    write("d/reports.csv", "name;paper\na.txt;The Tide\n")
    found = read("d")
    assert [(r.source, r.passed_over) for r in found if isinstance(r, Rejection)] == [("d/reports.csv", False)]


def test_json_lines_are_read_by_name_or_by_option() -> None:
    line = '{"id": "a", "text": "Closed."}\n'
    write("r.jsonl", line)
    write("r.json", line.replace("a", "b", 1))
    found = read("r.jsonl", "r.json", options=ReadOptions(jsonl=True))
    assert [(item.source, item.kind) for item in found if isinstance(item, Page)] == [("a", "record"), ("b", "record")]


@pytest.mark.parametrize(
    ("data", "jsonl", "kind"),
    [(TEXT.encode(), False, "text"), (b"<html>x", False, "html"), (b'{"id": "a", "text": "x"}', True, "record")],
)
def test_standard_input_is_text_a_page_or_records(
    monkeypatch: pytest.MonkeyPatch, data: bytes, jsonl: bool, kind: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    page, again = read("-", "-", options=ReadOptions(jsonl=jsonl))
    assert isinstance(page, Page)
    assert (page.kind, page.source) == (kind, "a" if jsonl else "-")
    assert isinstance(again, Rejection)
    assert not again.passed_over


NAMES = (
    "d",
    "d/a.txt",
    "./d/a.txt",
    "d/e",
    "d/e/b.txt",
    "d/../d/a.txt",
    "link.txt",
    "hard.txt",
    "none",
    "d/reports.csv",
    "r.jsonl",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_the_order_of_paths_does_not_change_the_pages(data: st.DataObject) -> None:
    if not Path("d").exists():
        write("d/a.txt")
        write("d/e/b.txt", "Open again.\n")
        write("d/reports.csv", "file,outlet\na.txt,The Tide\n")
        write("r.jsonl", '{"id": "x", "text": "Closed."}\nbad\n')
        os.symlink("d/a.txt", "link.txt")
        os.link("d/e/b.txt", "hard.txt")
    paths = data.draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6))
    shuffled = data.draw(st.permutations(paths))
    one, other = read(*paths), read(*shuffled)
    assert {item for item in one if isinstance(item, Page)} == {item for item in other if isinstance(item, Page)}
    assert len(one) == len(other)
