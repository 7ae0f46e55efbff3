"""Bytes to text: which encoding a page is in, and which of its characters are lost or doubtful.

Stands below the stages because reading (is it text at all?) and cleaning (which text?) both ask.
"""

from __future__ import annotations

from dataclasses import dataclass

from consilience.model.report import Damage


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page: `reason` says why there is no text where it is binary, else None.

    `encoding` is a lower-case name ("utf-8", "utf-16-le", "windows-1252"; "binary" where there is no text); `known_by`
    is "mark", "valid" (strict UTF-8), "zero bytes", "declared" or "guessed". `damage` counts code points of `text`.
    """

    text: str
    encoding: str
    known_by: str
    damage: tuple[Damage, ...]
    reason: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, its mark left out and its newlines untouched; never raises.

    `declared` is the encoding that the page names (`declared_charset` for HTML). Bytes that stand for no character become
    U+FFFD and are recorded as damage. For HTML use `find_damage(layer.text)`, not `.damage`, which is about the markup too.
    """
    raise NotImplementedError


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its first 4,096 bytes, or None."""
    raise NotImplementedError


def find_damage(text: str) -> tuple[Damage, ...]:
    """Places in `text` where characters were lost or doubtful: U+FFFD, control characters, a question mark in place of a
    letter, wrongly decoded sequences (with what they may stand for); sorted, nothing is repaired."""
    raise NotImplementedError
