"""Chunks inflated, cut into lines, gathered."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.errors import MusnadError
from musnad.intake.streams import as_utf8, inflate, lines, peek, whole

TEXT = "سطر من الأخبار\n".encode() * 4000


def chunked(data: bytes, size: int) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


def until_error(packed: bytes) -> tuple[bytes, str]:
    got = b""
    try:
        for chunk in inflate(iter([packed])):
            got += chunk
    except MusnadError as error:
        return got, error.code
    return got, ""


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_lines_do_not_depend_on_the_chunks(data: bytes, size: int) -> None:
    expected = data.split(b"\n")
    if not expected[-1]:
        expected.pop()
    assert list(lines(iter(chunked(data, size)), 10_000)) == expected


@given(st.binary(max_size=5000), st.integers(1, 900), st.integers(0, 12))
def test_inflate_gives_back_all_members(data: bytes, size: int, padding: int) -> None:
    packed = gzip.compress(data) + gzip.compress(data) + b"\0" * padding
    assert b"".join(inflate(iter(chunked(packed, size)))) == data * 2


def test_a_truncated_archive_gives_what_it_has() -> None:
    got, code = until_error(gzip.compress(TEXT)[:-20])
    assert code == "M112"
    assert TEXT.startswith(got)


def test_a_corrupt_archive_is_an_error_after_what_was_sound() -> None:
    packed = bytearray(gzip.compress(zlib.compress(TEXT) * 40, compresslevel=0))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) - len(packed) // 2)
    got, code = until_error(bytes(packed))
    assert code == "M111"
    assert got


def test_a_long_line_is_none_and_the_next_is_read() -> None:
    assert list(lines(iter([b"a" * 50, b"a" * 60 + b"\nb\n", b"c"]), 100)) == [None, b"b", b"c"]


def test_too_much_is_refused_before_it_is_held() -> None:
    def endless() -> object:
        while True:
            yield b"x" * 1000

    with pytest.raises(MusnadError) as caught:
        whole(endless(), 5000)  # type: ignore[arg-type]
    assert caught.value.code == "M113"


def test_peek_keeps_the_stream_and_an_error_in_it() -> None:
    head, rest = peek(inflate(iter([gzip.compress(TEXT)[:-20]])))
    assert TEXT.startswith(head)
    with pytest.raises(MusnadError):
        list(rest)


def test_wide_text_becomes_utf8_across_chunks() -> None:
    data = "مُسنَد: خبر".encode("utf-16-le")
    assert b"".join(as_utf8(iter(chunked(data, 3)), "utf-16-le")).decode() == "مُسنَد: خبر"
    with pytest.raises(MusnadError):
        list(as_utf8(iter([data[:-1]]), "utf-16-le"))
