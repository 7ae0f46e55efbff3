"""Encodings told apart and damage found; the texts are invented."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.decoding import declared_charset, decode, find_damage

TEXT = "The café of Marlec — “closed”, he said. It’s naïve.\r\nNobody was hurt.\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding", "known_by"),
    [
        (TEXT.encode(), "utf-8", "valid"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", "mark"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", "mark"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", "mark"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", "mark"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "zero bytes"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "zero bytes"),
        (TEXT.encode("cp1252"), "windows-1252", "guessed"),
    ],
)
def test_an_encoding_is_found_and_newlines_and_text_stay(data: bytes, encoding: str, known_by: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.known_by, decoded.reason) == (TEXT, encoding, known_by, None)
    assert decoded.damage == ()


@pytest.mark.parametrize(
    ("text", "legacy"),
    [("Приветствие всем жителям города Дросна", "cp1251"), ("Zażółć gęślą jaźń w Tarnside", "cp1250")],
)
def test_other_one_byte_encodings_are_guessed_from_their_letters(text: str, legacy: str) -> None:
    assert decode(text.encode(legacy)).text == text


def test_the_declared_encoding_of_a_page_is_used_where_the_bytes_are_not_utf8() -> None:
    data = "<meta charset='windows-1251'><p>Дросна".encode("cp1251")
    assert decode(data, declared_charset(data)).text.endswith("Дросна")


def test_a_wrong_declaration_does_not_spoil_good_utf8() -> None:
    assert decode("café".encode(), "iso-8859-1").text == "café"


@pytest.mark.parametrize("declared", ["no such thing", "hex", "zip", "rot13", "", "utf-16", "idna", "\0"])
def test_a_declaration_that_is_none_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9 in Marlec", declared).text == "café in Marlec"


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<META http-equiv="content-type" content="text/html; charset=ISO-8859-2">', "ISO-8859-2"),
        (b'<?xml version="1.0" encoding="windows-1252"?><html>', "windows-1252"),
        (b"<p>no word of it", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_the_declaration_is_read_from_the_start_of_the_page(head: bytes, declared: str | None) -> None:
    assert declared_charset(head) == declared


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"text\0text text", bytes(range(256)), b"\x01\x02\x03\x04"])
def test_binary_data_is_refused_with_a_reason(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding == "binary"
    assert decoded.text == ""
    assert decoded.reason


def test_bytes_that_stand_for_no_character_are_damage_and_not_guessed() -> None:
    decoded = decode(b"The caf\xc3\xa9 of Mar\xfflec is closed, the caf\xc3\xa9 of Drosna too")
    assert decoded.encoding == "utf-8"
    assert [(decoded.text[d.span.start : d.span.end], d.kind) for d in decoded.damage] == [("\ufffd", "lost character")]


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("He left the ?smodrome on Monday.", [("?", "lost letter", None)]),
        ("Mr Vrz?k spoke; It?s late.", [("?", "lost letter", None)] * 2),
        ("“?No,” she said", [("?", "lost letter", None)]),
        ("Who came? Nobody. Who went?No one", []),
        ("see https://drosna.example/read?id=1 and www.drosna.example/?q=a", []),
        ("a\ufffd\ufffdb", [("\ufffd\ufffd", "lost character", None)]),
        ("a\x07b", [("\x07", "control character", None)]),
        ("the cafÃ© and itâ€™s", [("Ã©", "wrongly decoded", "é"), ("â€™", "wrongly decoded", "’")]),
        ("the CAFÉ” and É» stay, as does São", []),
    ],
)
def test_damage_is_found_and_only_suggested_away(text: str, damaged: list[tuple[str, str, str | None]]) -> None:
    assert [(text[d.span.start : d.span.end], d.kind, d.suggestion) for d in find_damage(text)] == damaged


@given(st.binary(max_size=300), st.none() | st.text(max_size=10))
def test_decoding_never_raises_and_damage_lies_in_the_text(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert all(0 <= d.span.start < d.span.end <= len(decoded.text) for d in decoded.damage)
    assert list(decoded.damage) == sorted(decoded.damage, key=lambda d: (d.span, d.kind))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=200))
def test_good_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text
