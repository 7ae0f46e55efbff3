"""Bounded reading and unpacking."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from consilience.errors import InputError
from consilience.read.files import identity, read_bounded, shown


def test_a_file_comes_back_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\nb\n")
    assert read_bounded(str(tmp_path / "a.txt"), 5) == b"a\r\nb\n"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt"])
def test_gzip_is_unpacked_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    assert read_bounded(str(tmp_path / name), 7) == b"one two"


@pytest.mark.parametrize("packed", [False, True])
def test_more_than_the_limit_is_refused(tmp_path: Path, packed: bool) -> None:
    data = b"\0" * 3_000_000
    (tmp_path / "a").write_bytes(gzip.compress(data) if packed else data)
    with pytest.raises(InputError, match="more than 1,000 bytes"):
        read_bounded(str(tmp_path / "a"), 1000)


@pytest.mark.parametrize("cut", [slice(0, 20), slice(0, -3)])
def test_incomplete_gzip_is_told(tmp_path: Path, cut: slice) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(os.urandom(500))[cut])
    with pytest.raises(InputError, match="ends too early"):
        read_bounded(str(tmp_path / "a.gz"), 10_000)


def test_damaged_gzip_is_told(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(b"The port is closed. " * 50))
    data[20] ^= 255
    (tmp_path / "a.gz").write_bytes(data)
    with pytest.raises(InputError, match="gzip data"):
        read_bounded(str(tmp_path / "a.gz"), 10_000)


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="no regular file"):
        read_bounded(str(tmp_path / "pipe"), 10)


def test_reasons_name_no_path(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bounded(str(tmp_path / "none"), 10)
    assert str(tmp_path) not in str(caught.value)


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"The port"))))
    assert read_bounded("-", 100) == b"The port"


def test_names_of_one_file_have_one_identity(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "link").symlink_to("a")
    os.link(tmp_path / "a", tmp_path / "hard")
    assert len({identity(str(tmp_path / name)) for name in ("a", "link", "hard", "./a")}) == 1


@pytest.mark.parametrize(
    ("name", "line"), [("a.txt", "a.txt"), ("a\nb", "a\\x0ab"), ("caf\udce9", "caf\ufffd"), ("é", "é")]
)
def test_names_are_shown_on_one_line(name: str, line: str) -> None:
    assert shown(name) == line
