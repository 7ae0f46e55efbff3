"""Bytes to text: which encoding a page is in, and which of its characters are lost or doubtful.

Stands below the stages because reading (is it text at all?) and cleaning (which text?) both ask.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.model.report import Damage
from consilience.model.spans import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the web calls Latin-1 and ASCII is windows-1252 in truth (WHATWG Encoding Standard).
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_OUR_NAMES = {"cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253"}
_LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_2", "koi8_r")
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s{0,100}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})""")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LOST = re.compile(r"\ufffd+")
_MARK_AND_LETTER = re.compile(r"\?(?=[^\W\d_])")
_OPENS_A_WORD = frozenset("\"'“‘([")
_ADDRESS = re.compile(r"://|www\.|[=&/\\]|\.\w+\?")
_TWICE_DECODED = re.compile(r"[ÂÃÄÅÎÏÐÑØÙâã][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}|ï¿½|ï»¿")
_SAMPLE = 60_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page: `reason` says why there is no text where it is binary, else None.

    `encoding` is a lower-case name ("utf-8", "utf-16-le", "windows-1252"; "binary" where there is no text); `known_by`
    is "mark", "valid" (strict UTF-8), "mostly valid", "zero bytes", "declared" or "guessed". `damage`
    counts code points of `text`.
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
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding, "mark")
    wide = _wide_without_mark(data)
    if wide:
        return _checked(data, wide, "zero bytes")
    if b"\0" in data:
        return _binary(f"it holds NUL bytes (the first at byte {data.index(0)}): a binary file, or a damaged one")
    if _is_strict(data, "utf-8"):
        return _checked(data, "utf-8", "valid")
    return _legacy(data, declared)


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its first 4,096 bytes, or None."""
    head = data[:4096]
    found = _XML_ENCODING.search(head) or _CHARSET.search(head)
    return found.group(1).decode("ascii") if found and found.group(1).isascii() else None


def find_damage(text: str) -> tuple[Damage, ...]:
    """Places in `text` where characters were lost or doubtful: U+FFFD, control characters, a question mark in place of a
    letter, wrongly decoded sequences (with what they may stand for); sorted, nothing is repaired."""
    found = [Damage(Span(*m.span()), "lost character", None) for m in _LOST.finditer(text)]
    found += [Damage(Span(*m.span()), "control character", None) for m in _CONTROL.finditer(text)]
    found += _question_marks(text)
    found += _twice_decoded(text)
    return tuple(sorted(found, key=lambda damage: (damage.span, damage.kind)))


def _question_marks(text: str) -> Iterator[Damage]:
    """A question mark that stands before a letter at a word's start, or between the letters of a word: a letter was lost."""
    for found in _MARK_AND_LETTER.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1]
        opens = not before or before.isspace() or before in _OPENS_A_WORD
        inside = (
            before.isalpha() and (after.islower() or before.isupper()) and not _ADDRESS.search(_word_around(text, at))
        )
        if opens or inside:
            yield Damage(Span(at, at + 1), "lost letter", None)


def _word_around(text: str, at: int) -> str:
    """The unspaced word around `at`, at most 100 characters to each side."""
    before, after = text[max(0, at - 100) : at], text[at : at + 100]
    return (before.split()[-1] if before and not before[-1].isspace() else "") + after.split(None, 1)[0]


def _twice_decoded(text: str) -> Iterator[Damage]:
    """Sequences that UTF-8 gives when it is read as a one-byte encoding; ftfy says what they may stand for."""
    if text.isascii() or not _TWICE_DECODED.search(text):
        return
    from ftfy import fix_encoding

    known: dict[str, str] = {}
    for found in _TWICE_DECODED.finditer(text):
        piece = found.group()
        if piece not in known:
            known[piece] = fix_encoding(piece)
        if len(known[piece]) < len(piece):
            yield Damage(Span(*found.span()), "wrongly decoded", known[piece])


def _is_strict(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of the start is zero, on one side alone."""
    head = data[:4096]
    if len(head) < 4 or 0 not in head:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 10 >= half * 4 and even * 100 <= half * 2:
        return "utf-16-le"
    if even * 10 >= half * 4 and odd * 100 <= half * 2:
        return "utf-16-be"
    return None


def _checked(data: bytes, encoding: str, known_by: str) -> Decoded:
    """`data` decoded with its damage, or called binary where control characters or lost bytes prevail."""
    text = data.decode(encoding, "replace")
    if "\0" in text:
        return _binary(
            f"it holds NUL characters (the first at character {text.index(chr(0))}): a binary or damaged file"
        )
    bad = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if bad * 10 > len(text):
        return _binary("most of it is no text: a binary file")
    return Decoded(text, _OUR_NAMES.get(encoding, encoding.replace("_", "-")), known_by, find_damage(text))


def _binary(reason: str) -> Decoded:
    return Decoded("", "binary", "none", (), reason)


def _legacy(data: bytes, declared: str | None) -> Decoded:
    """A page that is not strict UTF-8: mostly UTF-8 with broken places, as declared, or the best one-byte encoding."""
    broken, whole = _broken_and_whole(data)
    if whole >= broken:
        return _checked(data, "utf-8", "mostly valid")
    name = _python_name(declared)
    if name and name not in {"utf-8", "utf-16", "utf-32"}:
        return _checked(data, name, "declared")
    guess = _best_guess(data)
    if guess is None:
        return _binary("its characters fit no known encoding: a binary file")
    return _checked(data, guess, "guessed")


def _broken_and_whole(data: bytes) -> tuple[int, int]:
    """How many stretches are no UTF-8, and how many characters beyond ASCII are good UTF-8."""
    text = data.decode("utf-8", "replace")
    genuine = data.count(b"\xef\xbf\xbd")
    broken = text.count("\ufffd") - genuine
    return broken, len(text) - len(text.encode("ascii", "ignore")) - broken


def _python_name(declared: str | None) -> str | None:
    try:
        info = codecs.lookup((declared or "").strip())
    except (LookupError, ValueError):
        return None
    name = _WEB_NAMES.get(info.name, info.name)
    # Python also lists byte-to-byte codecs (hex, zip, rot13) under the same roof.
    return name if getattr(info, "_is_text_encoding", True) and name not in {"undefined", "idna", "punycode"} else None


def _best_guess(data: bytes) -> str | None:
    """The likeliest one-byte encoding of the lines that are not ASCII; windows-1252 where it reads as well as the best."""
    import charset_normalizer

    sample = _telling_lines(data)
    matches = charset_normalizer.from_bytes(sample, cp_isolation=list(_LEGACY), enable_fallback=False)
    best = matches.best()
    if best is None:
        return "cp1252" if _reads_as_western(sample) else None
    western = _is_strict(data, "cp1252") and sample.decode("cp1252")
    if western and (western == str(best) or _reads_as_western(sample)):
        return "cp1252"
    return str(best.encoding)


def _reads_as_western(sample: bytes) -> bool:
    """Whether every byte beyond ASCII is a Western letter within a word or a typographic mark in windows-1252."""
    text = sample.decode("cp1252", "replace")
    beyond = re.findall(r"[^\x00-\x7f]", text)
    marks = len(re.findall(r"[‘’“”–—…•€£©®™°«»\xa0]", text))
    letters = len(re.findall(r"(?<![^\x00-\x7f])[À-ÖØ-öø-ÿŒœŠšŽžŸ](?=[a-z]|\b)", text))
    return (marks + letters) * 10 >= len(beyond) * 9


def _telling_lines(data: bytes) -> bytes:
    """The first lines with bytes beyond ASCII, cut to a fixed size: what decides, whatever the page's length."""
    pieces = re.findall(rb"[^\r\n]{0,200}[\x80-\xff][^\r\n]{0,200}", data[: 40 * _SAMPLE])
    return b"\n".join(pieces)[:_SAMPLE] or data[:_SAMPLE]
