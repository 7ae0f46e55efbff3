"""The bytes of one input, never more than the limit; gzip is unpacked on the way."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from consilience.errors import InputError

STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"
_UNPRINTED = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def shown(name: str) -> str:
    """A path as typed, fit for one line of any output: control characters escaped, bytes that are no text replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace").translate(_UNPRINTED)


def identity(path: str) -> tuple[int, int]:
    """What two names of one file have in common."""
    if path == STANDARD_INPUT:
        return (-1, 0)
    info = os.stat(path)
    return info.st_dev, info.st_ino


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """An input as a stream of bytes, unpacked where it is gzip. Raises InputError with the reason."""
    with _reasons():
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise InputError("standard input is closed")
            with _unpacked(sys.stdin.buffer) as stream:
                yield stream
            return
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise InputError("it is no regular file; pipe it in and give - instead")
        with open(path, "rb") as file, _unpacked(file) as stream:
            yield stream


def read_bounded(path: str, limit: int) -> bytes:
    """All bytes of an input. Raises InputError where it cannot be read or has more than `limit` bytes when unpacked."""
    with opened(path) as stream:
        data = stream.read(limit + 1)
        while len(data) <= limit and (more := stream.read(limit + 1 - len(data))):
            data += more
    if len(data) > limit:
        raise InputError(f"it has more than {limit:,} bytes (setting read.largest_input); split it")
    return data


@contextmanager
def _unpacked(file: IO[bytes]) -> Iterator[IO[bytes]]:
    peek = getattr(file, "peek", None)
    if peek is not None and peek(2)[:2] == _GZIP:
        with gzip.GzipFile(fileobj=file, mode="rb") as stream:
            yield stream  # type: ignore[misc]  # GzipFile is a stream of bytes in all but its declared type
    else:
        yield file


@contextmanager
def _reasons() -> Iterator[None]:
    """What goes wrong with a file, in words and without its full path."""
    try:
        yield
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"its gzip data is damaged ({error})") from error
    except EOFError as error:
        raise InputError("its gzip data ends too early: it is damaged or incomplete") from error
    except OSError as error:
        raise InputError(f"it cannot be read: {(error.strerror or type(error).__name__).lower()}") from error
